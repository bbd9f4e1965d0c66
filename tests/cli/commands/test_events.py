"""`facta events`."""

import json

import pytest


def told(facta, asked, *more):
    """Type and day of each event."""
    done = facta("events", "--store", asked, "--format", "jsonl", *more)
    assert 0 == done.code
    return [(row["type"], row["date"]) for row in map(json.loads, done.out.splitlines())]


@pytest.mark.parametrize(
    ("options", "types"),
    [
        ((), ["AID", "AID", "CONSULT", "SANCTION"]),
        (("--type", "aid"), ["AID", "AID"]),
        (("--type", "aid", "--type", "CONSULT"), ["AID", "AID", "CONSULT"]),
        (("--actor", "China", "--recipient", "RUS"), ["AID"]),
        (("--actor", "RUS", "--recipient", "CHN"), []),
        (("--rung", "deed", "--since", "2018-05"), ["AID", "SANCTION"]),
        (("--until", "2018-04-02"), ["AID"]),
        (("--min-confidence", "0.5", "--rung", "deed"), ["AID", "AID"]),
        (("--page", "https://example.org/visit"), ["CONSULT"]),
        (("--status", "planned"), []),
        (("--comments", "readers"), ["CONSULT"]),
        (("--comments", "all", "--type", "consult"), ["CONSULT", "CONSULT"]),
    ],
)
def test_what_is_asked_narrows_the_answer(facta, asked, options, types):
    """Readers' claims only when they are asked for."""
    assert types == sorted(kind for kind, _ in told(facta, asked, *options))


def test_a_limit_keeps_the_first(facta, asked):
    """Of the same order."""
    assert told(facta, asked)[:2] == told(facta, asked, "--limit", "2")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--type", "ADI"), "AID"),
        (("--rung", "ded"), "deed"),
        (("--status", "actul"), "actual"),
        (("--since", "soon"), "2018-04-03"),
        (("--format", "xml"), "csv"),
        (("--comments", "mine"), "article"),
        (("--min-confidence", "x"), "--min-confidence"),
    ],
)
def test_a_slip_is_told_with_what_can_be_asked(facta, asked, options, why):
    """One line, and no rows."""
    done = facta("events", "--store", asked, *options)
    assert (2, "", 1) == (done.code, done.out, len(done.lines))
    assert why in done.err
