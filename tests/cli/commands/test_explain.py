"""`facta explain`."""

import json

import pytest

from facta.store import StoryQuery, open_store


@pytest.mark.parametrize(
    ("id_", "word"), [("e0123456789ab", "CONSULT"), ("e01234", "CONSULT"), ("q01234", "We agree"), ("c1", "I do not agree.")]
)
def test_an_id_or_its_beginning_leads_back_to_the_words(facta, asked, id_, word):
    """Of an event, a quotation, a comment."""
    done = facta("explain", id_, "--store", asked)
    assert (0, "") == (done.code, done.err)
    assert word in done.out and "https://example.org/visit" in done.out


def test_a_story_lists_what_tells_it(facta, asked):
    """As text and as JSON."""
    with open_store(asked, read_only=True) as store:
        one = next(iter(store.rows(StoryQuery(type=["SANCTION"]))))["id"]
    assert "America fined Russia." in facta("explain", one[:8], "--store", asked).out
    assert one == json.loads(facta("explain", one, "--store", asked, "--format", "jsonl").out)["id"]


@pytest.mark.parametrize("id_", ["e999999", "s999999", "x", "", "'; DROP TABLE events", "e" * 500])
def test_an_id_nobody_has_is_one_line(facta, asked, id_):
    """Which names it, and nothing on stdout."""
    done = facta("explain", id_, "--store", asked)
    assert ("", 1) == (done.out, len(done.lines))
    assert done.code in (1, 2)
