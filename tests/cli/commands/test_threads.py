"""`facta threads`."""

import json

import pytest


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        ((), ["I do not agree.", "Why not?", "A link."]),
        (("--author", "reader 2"), ["Why not?"]),
        (("--words", "not"), ["I do not agree.", "Why not?"]),
        (("--kind", "pingback"), ["A link."]),
        (("--page", "https://example.org/visit", "--limit", "1"), ["I do not agree."]),
    ],
)
def test_comments_are_listed_below_what_they_answer(facta, asked, options, texts):
    """As far as they are asked for."""
    done = facta("threads", "--store", asked, "--format", "jsonl", *options)
    assert texts == [json.loads(line)["text"] for line in done.out.splitlines()]


def test_a_page_without_readers_has_no_thread(facta, asked):
    """Which is said on stderr alone."""
    done = facta("threads", "--store", asked, "--page", "a", "--format", "json")
    assert (0, "[]\n") == (done.code, done.out)
    assert "answers this" in done.err
