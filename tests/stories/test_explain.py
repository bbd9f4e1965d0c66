"""From a story back to the reports that tell it."""

import pytest

from facta.errors import NotFoundError
from facta.stories import story_of, update
from tests.stories.story_makers import act, event_id, prose, put, report, stories

MEETING = "The presidents of China and Russia met in Moscow to discuss a gas pipeline."


def told(key, n, **more):
    return report(key, act("CONSULT", "CHN RUS", words=MEETING, date="2018-04-03"), text=prose(n, 20), **more)


@pytest.fixture
def filled(store):
    """One act in three reports of which two are copies."""
    return put(
        store, told("b", 1, site="Xinhua", published="2018-04-04"), told("a", 1), told("c", 2, title="A meeting", published=None)
    )


def test_a_story_shows_every_telling_in_order(filled):
    """By day, undated last; with its outlet, its words, which texts are copies, and whose state media."""
    (one,) = stories(filled)
    found = story_of(filled, one["id"])
    assert [("a", "Daily Ledger", "a", None), ("b", "Xinhua", "a", "CHN"), ("c", "Daily Ledger", "c", None)] == [
        (t.page, t.outlet, t.copy_of, t.state_media_of) for t in found.tellings
    ]
    assert ((3, 2, 2), ("CHN", "RUS"), "2018-04-03") == (
        (found.n_reports, found.n_outlets, found.n_independent), found.actors, found.date,
    )  # fmt: skip
    assert [("CONSULT", None, ("CHN", "RUS"), ())] * 3 == [(t.type, t.mode, t.actors, t.recipients) for t in found.tellings]
    assert (MEETING, "A meeting") == (found.tellings[0].evidence, found.tellings[2].title)


def test_a_story_goes_by_its_beginning_or_by_any_of_its_events(filled):
    """From six characters on."""
    (one,) = stories(filled)
    assert {one["id"]} == {story_of(filled, asked).id for asked in (one["id"], one["id"][:6], event_id("a"), event_id("c"))}


@pytest.mark.parametrize("asked", ["s00000000", "s", "", "nothing at all"])
def test_what_is_no_story_is_said(filled, asked):
    """With how to find ids."""
    with pytest.raises(NotFoundError, match="no story"):
        story_of(filled, asked)


def test_an_empty_store_has_no_story(store):
    """Nor does one whose pages are not folded."""
    update(store)
    with pytest.raises(NotFoundError, match="no story"):
        story_of(store, "s00000000")
