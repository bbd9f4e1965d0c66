"""`facta triads`."""

import csv
import json

import pytest


def test_three_relations_fit_together_or_not(facta, asked):
    """China gives to Russia, America to China and fines Russia."""
    done = facta("triads", "CHN", "RUS", "USA", "--store", asked)
    assert 0 == done.code
    assert "CHN · RUS · USA: not balanced" in done.out
    assert [("CHN-RUS", "1"), ("CHN-USA", "1"), ("RUS-USA", "1")] == sorted(
        (words[0].replace("USA-CHN", "CHN-USA").replace("USA-RUS", "RUS-USA"), words[1])
        for words in (line.split() for line in done.out.splitlines()[1:4])
    )


def test_as_json_it_is_the_record(facta, asked):
    """In one line."""
    done = facta("triads", "CHN", "RUS", "USA", "--store", asked, "--format", "jsonl")
    found = json.loads(done.out)
    assert (False, ["CHN", "RUS", "USA"]) == (found["balanced"], found["sides"])


def test_as_csv_it_is_a_line_whose_columns_no_state_names(facta, asked):
    """So that lines of several triads make one sheet; a pair without stories is empty, not zero."""
    header, row = csv.reader(facta("triads", "CHN", "RUS", "USA", "--store", asked, "--format", "csv").out.splitlines())
    other, unknown = csv.reader(facta("triads", "CHN", "RUS", "JPN", "--store", asked, "--format", "csv").out.splitlines())
    assert header == other
    line = dict(zip(header, row, strict=True))
    found = json.loads(facta("triads", "CHN", "RUS", "USA", "--store", asked, "--format", "json").out)
    assert found["sides"] == [line[side] for side in "abc"]
    assert list(found["net"].values()) == [
        {"value": float(line[f"net_{edge}"]), "low": None, "high": None} for edge in ("ab", "ac", "bc")
    ]
    assert ("false", "1", "", "0") == (
        line["balanced"],
        line["stories_ab"],
        *(unknown[header.index(c)] for c in ("net_ac", "stories_ac")),
    )


def test_a_pair_without_stories_leaves_it_undecided(facta, asked):
    """No number is made up."""
    done = facta("triads", "CHN", "RUS", "JPN", "--store", asked)
    assert "undecided" in done.out and "%" not in done.out


@pytest.mark.parametrize(
    "sides", [("CHN", "RUS", "CHN"), ("CHN", "China", "RUS"), ("CHN", "RUS", "Narnia"), ("EU", "NATO", "CHN")]
)
def test_sides_that_are_no_three_are_refused(facta, asked, sides):
    """In one line."""
    done = facta("triads", *sides, "--store", asked)
    assert (2, "", 1) == (done.code, done.out, len(done.lines))
