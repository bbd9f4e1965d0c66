"""What people said of matches is kept by events and told by stories."""

from facta.relations import judge
from facta.relations.commitments.verdicts import Verdicts, said, verdicts
from tests.relations.commitments.ledger_makers import DELIVERY, SALE, delivered, filled, promised
from tests.stories.story_makers import event_id, stories

ASKED = ("CHN", "RUS", event_id("a"), event_id("b"))


def test_the_latest_word_is_of_two_stories(store):
    """With the way where it was said."""
    filled(store, promised(), delivered())
    of = {s["event"]: s["id"] for s in stories(store)}
    match = of[event_id("a")], of[event_id("b")]
    assert Verdicts({}, frozenset()) == verdicts(store)
    for answers, way, expected in (
        (False, None, Verdicts({}, frozenset([match]))),
        (True, "broken", Verdicts({match: "broken"}, frozenset())),
        (True, None, Verdicts({match: None}, frozenset())),
    ):
        judge(store, *ASKED, answers=answers, way=way)
        assert expected == verdicts(store)


def test_what_was_said_is_listed_with_the_sentences(store):
    """One line a match; those of an event that is coded no more are null."""
    filled(store, promised(), delivered())
    for answers in (False, True):
        judge(store, *ASKED, answers=answers)
    (one,) = said(store)
    assert ("confirmed", None, SALE, DELIVERY) == (one.verdict, one.way, one.commitment_words, one.deed_words)
    store.forget("b")
    assert (SALE, None) == (said(store)[0].commitment_words, said(store)[0].deed_words)
