"""Who stands between two sides."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Event, Reading

Step = Callable[[Reading], Reading]


def mediation(resolve: Step, build: Any, text: str, actor: str, *recipients: str, **act: Any) -> Event:
    """What becomes of an act of mediation of which a reader saw these sides."""
    act = {"type": "CONSULT", "mode": "third-party", "actors": (actor,), "recipients": recipients} | act
    event = build.event(text, "mediated", **act)
    return resolve(build.reading(text, "2018-06-17", events=(event,))).events[0]


@pytest.mark.parametrize("seen", ["Greece", "Macedonia"])
def test_both_sides_receive_it(resolve: Step, build: Any, seen: str) -> None:
    """Where they stand as `between A and B` and a reader saw one."""
    found = mediation(resolve, build, "The envoy mediated between Greece and Macedonia on Sunday.", "envoy", seen)
    assert [p.country for p in found.recipients] == ["GRC", "MKD"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The envoy mediated in Greece and Macedonia.", {}),
        ("The envoy mediated between Greece and the teachers of Macedonia.", {}),
        ("The envoy mediated between Greece and Macedonia.", {"mode": "visit"}),
    ],
)
def test_one_side_stays_one(resolve: Step, build: Any, text: str, act: Any) -> None:
    """Where nobody stands between two names."""
    assert [p.text for p in mediation(resolve, build, text, "envoy", "Greece", **act).recipients] == ["Greece"]


def test_a_mediator_is_of_neither_side(resolve: Step, build: Any) -> None:
    """But of the body that is said to have sent him, and else of nobody known."""
    text = "Jan Vesely, who mediated between Greece and Macedonia for the United Nations, left."
    party = mediation(resolve, build, text, "Jan Vesely", "Greece").actors[0]
    assert (party.country, party.sector) == ("UNO", "IGO")
    text = "Jan Vesely, who mediated between Greece and Macedonia near the United Nations, left."
    assert mediation(resolve, build, text, "Jan Vesely", "Greece").actors[0].country is None
