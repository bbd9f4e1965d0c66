"""`facta quotes`."""

import json

import pytest


@pytest.mark.parametrize(
    ("options", "many"),
    [
        ((), 1),
        (("--speaker", "berg"), 1),
        (("--actor", "Norway"), 1),
        (("--actor", "CHL"), 0),
        (("--words", "AGREE"), 1),
        (("--words", "%"), 0),
        (("--kind", "direct", "--kind", "mixed"), 1),
        (("--kind", "indirect"), 0),
        (("--act", "wrote"), 0),
        (("--min-confidence", "0.9"), 0),
        (("--since", "2018-04-05"), 0),
    ],
)
def test_what_is_asked_narrows_the_answer(facta, asked, options, many):
    """By speaker, words, kind, certainty and day."""
    done = facta("quotes", "--store", asked, "--format", "jsonl", *options)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert (0, many) == (done.code, len(rows))
    assert ["“We agree,”"] * many == [row["content"][0]["text"] for row in rows]


def test_nobody_is_told_with_the_nearest_state(facta, asked):
    """Where a name is spelt much like one."""
    assert "nearest: Norway (NOR)" in facta("quotes", "--store", asked, "--actor", "Norwey").err
