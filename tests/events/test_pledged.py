"""What a promise is of is told by what it promises."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger

GIVING_WAY = {
    "Peru agreed to release forty Chilean sailors.": "agreed to release",
    "Peru has promised on Monday to lift its ban on Chilean wine.": "has promised on Monday to lift",
    "Peru pledged to withdraw its troops from Arica.": "pledged to withdraw",
    "Peru offered to lay down its arms.": "offered to lay down",
}
THREATS = {
    "Peru promised to recall its ambassador from Chile.": ("promised to recall", "relations"),
    "Peru vowed to expel Chilean diplomats.": ("vowed to expel", "expel"),
    "Peru pledged to ban Chilean wine.": ("pledged to ban", "restrict"),
}
GOOD_WILL = {
    "Peru agreed to release a report on Chile.": "agreed to release",
    "Peru promised to lift the economy.": "promised to lift",
    "Peru agreed to ban Chilean wine.": "agreed to ban",
    "Both sides, Peru said, agreed to free prisoners.": "agreed to free",
    "Peru agreed to talks; Chile lifted its ban.": "agreed to talks",
}


def told(text, words, *roles):
    """Type and mode of a promise that a reader took for one of good will."""
    (event,) = find(reading(text, trigger(text, words, "AGREE", *(roles or [("actor", "Peru")])))).events
    return event.type, event.mode


@pytest.mark.parametrize("text", GIVING_WAY)
def test_who_promises_to_give_way_does_so_in_words(text):
    """A promised release, withdrawal or easing is a concession."""
    assert told(text, GIVING_WAY[text]) == ("CONCEDE", None)


@pytest.mark.parametrize("text", THREATS)
def test_a_hostile_act_that_is_promised_is_a_threat(text):
    """With the mode of what is threatened."""
    words, mode = THREATS[text]
    assert told(text, words) == ("THREATEN", mode)


@pytest.mark.parametrize("text", GOOD_WILL)
def test_any_other_promise_stays_one(text):
    """Verbs without what they need behind them, what is agreed with others, and what stands in another clause."""
    assert told(text, GOOD_WILL[text])[0] == "AGREE"


def test_what_two_agree_on_is_a_deal():
    """Each gives way to the other."""
    text = "Peru and Chile agreed to withdraw their troops."
    assert told(text, "agreed to withdraw", ("actor", "Peru"), ("actor", "Chile")) == ("AGREE", None)
