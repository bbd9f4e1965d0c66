"""Who stands between two sides."""

from collections.abc import Callable
from typing import Any

from facta.records import Event, Reading

Step = Callable[[Reading], Reading]


def mediation(resolve: Step, build: Any, text: str, actor: str, *recipients: str, **act: Any) -> Event:
    """What becomes of an act of mediation of which a reader saw these sides."""
    act = {"type": "CONSULT", "mode": "third-party", "actors": (actor,), "recipients": recipients} | act
    event = build.event(text, "mediated", **act)
    return resolve(build.reading(text, "2018-06-17", events=(event,))).events[0]


def test_a_mediator_is_of_neither_side(resolve: Step, build: Any) -> None:
    """But of the body that is said to have sent him, and else of nobody known."""
    text = "Jan Vesely, who mediated between Greece and Macedonia for the United Nations, left."
    party = mediation(resolve, build, text, "Jan Vesely", "Greece", "Macedonia").actors[0]
    assert (party.country, party.sector) == ("UNO", "IGO")
    text = "Jan Vesely, who mediated between Greece and Macedonia near the United Nations, left."
    assert mediation(resolve, build, text, "Jan Vesely", "Greece", "Macedonia").actors[0].country is None
