"""Displeasure with another is blame or a threat, whatever a reader takes it for."""

import pytest

from facta.events import find
from tests.events.event_makers import reading, trigger

BLAME = {
    "Peru said it regretted the move.": ("regretted", True),
    "Peru regretted Chile's decision to leave.": ("regretted", True),
    "Peru called the step regrettable.": ("regrettable", True),
    "Peru regretted the loss of Chilean lives.": ("regretted", False),
    "Peru regretted its decision to close the port.": ("regretted", False),
    "It was a regrettable error, Peru wrote.": ("regrettable", False),
}
THREATS = {
    "Peru said it would not tolerate poaching.": ("would not tolerate", True),
    "Peru said the raid would not go unanswered.": ("would not go unanswered", True),
    "Peru said such raids won't be tolerated.": ("won't be tolerated", True),
    "Peru would not accept the offer.": ("would not accept", False),
}


@pytest.mark.parametrize("text", BLAME)
def test_whose_decision_is_regretted_is_blamed(text):
    """Harm, or what one did oneself, is regretted in giving way."""
    words, is_blame = BLAME[text]
    (event,) = find(reading(text, trigger(text, words, "CONCEDE", ("actor", "Peru")))).events
    assert (("ACCUSE", "disapprove") if is_blame else ("CONCEDE", None)) == (event.type, event.mode)


def test_what_is_regrettable_in_somebody_is_blame():
    """With whoever it is said of as recipient no `called` is needed."""
    text = "It was regrettable, Peru said of the Chilean vote."
    sides = [("actor", "Peru"), ("recipient", "Chilean")]
    (event,) = find(reading(text, trigger(text, "regrettable", "CONCEDE", *sides))).events
    assert event.type == "ACCUSE"


@pytest.mark.parametrize("text", THREATS)
def test_what_will_not_be_borne_is_threatened_with_an_answer(text):
    """An offer that is not accepted is refused and no more."""
    words, is_threat = THREATS[text]
    (event,) = find(reading(text, trigger(text, words, "REJECT", ("actor", "Peru"), mode="yield"))).events
    assert (("THREATEN", None) if is_threat else ("REJECT", "yield")) == (event.type, event.mode)
