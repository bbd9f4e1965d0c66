"""`facta triads`."""

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
