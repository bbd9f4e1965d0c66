"""`facta pages`."""

import csv
import json

import pytest

from facta.store import open_store


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        ((), 4),
        (("--outlet", "post"), 1),
        (("--words", "EXAMPLE.org/visit"), 1),
        (("--since", "2018-04-04", "--until", "2018-04"), 1),
        (("--page", "a"), 1),
        (("--limit", "2"), 2),
    ],
)
def test_pages_are_listed_as_far_as_they_are_asked_for(facta, asked, options, titles):
    """In order, and counted alike."""
    found = [json.loads(line) for line in facta("pages", "--store", asked, "--format", "jsonl", *options).out.splitlines()]
    days = [row["published"] or "9999" for row in found]
    assert (titles, sorted(days)) == (len(found), days)
    assert f"{titles}\n" == facta("pages", "--store", asked, "--count", *options).out


def test_as_csv_a_page_is_a_line_with_its_counts(facta, asked):
    """For a spreadsheet; the key joins it with other answers."""
    (row,) = csv.DictReader(facta("pages", "--store", asked, "--outlet", "post", "--format", "csv").out.splitlines())
    assert ("2018-04-04", "1", "1", "3", "1") == tuple(
        row[name] for name in ("published", "events", "quotes", "comments", "reader_events")
    )
    (told,) = json.loads(facta("quotes", "--store", asked, "--format", "json").out)
    assert row["page"] == told["page"]["key"]


def test_a_person_reads_what_to_type_next(facta, asked):
    """Day, outlet, title or else address, counts, and at the end the whole key."""
    head, first, *_ = facta("pages", "--store", asked, "--outlet", "post").out.splitlines()
    assert ["published", "outlet", "title", "events", "quotes", "comments", "page"] == head.split()
    assert "https://example.org/visit" in first
    assert 0 == facta("explain", first.split()[-1], "--store", asked).code


def test_an_empty_store_is_said_to_be_empty(facta, tmp_path):
    """On stderr; a count is a number all the same."""
    path = tmp_path / "empty.duckdb"
    open_store(path).close()
    for form, out in ((("--count",), "0\n"), ((), ""), (("--format", "json"), "[]\n")):
        done = facta("pages", "--store", path, *form)
        assert (0, out, f"facta: {path} is empty: no page has been added to it yet.") == (done.code, done.out, done.err.strip())


def test_a_count_has_no_form(facta, asked):
    """It is refused in a line rather than passed over."""
    done = facta("pages", "--store", asked, "--count", "--format", "csv")
    assert (2, "", 1, True) == (done.code, done.out, len(done.lines), "--format" in done.err)


@pytest.mark.parametrize("command", ["events", "quotes", "stories", "threads"])
def test_whatever_is_listed_can_be_counted(facta, asked, command):
    """The number is that of the lines."""
    lines = facta(command, "--store", asked, "--format", "jsonl").out.splitlines()
    assert f"{len(lines)}\n" == facta(command, "--store", asked, "--count").out
