"""Whose a crowd is that names no state."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


def met(resolve: Step, build: Any, text: str, crowd: str, by: str) -> str | None:
    """The state of the crowd that somebody charged, where people marched before."""
    events = [build.event(text, "charged", type="ASSAULT", actors=(by,), recipients=(crowd,))]
    if "marched" in text:
        events.insert(0, build.event(text, "marched", type="PROTEST", actors=("Greek teachers",)))
    return resolve(build.reading(text, "2024-03-17", events=tuple(events))).events[-1].recipients[0].country


def test_who_is_met_is_who_protested(resolve: Step, build: Any) -> None:
    """Not of the state named last, where it does not say so itself."""
    text = "Greek teachers marched against the deal with Albania, as Albania had asked. Soldiers charged {}."
    assert met(resolve, build, text.format("the protesters"), "protesters", "Soldiers") == "GRC"
    assert met(resolve, build, text.format("Albanian protesters"), "Albanian protesters", "Soldiers") == "ALB"


@pytest.mark.parametrize("crowd", ["demonstrators", "hundreds of students", "several journalists"])
def test_police_meet_people_of_their_state(resolve: Step, build: Any, crowd: str) -> None:
    """Where nobody is said to protest; what the police of one state do to whom else is not asked."""
    text = f"Albania asked Albania's friends for help. Greek police charged {crowd} near Albania's embassy in Albania."
    assert met(resolve, build, text, crowd, "Greek police") == "GRC"


def test_an_army_may_stand_abroad(resolve: Step, build: Any) -> None:
    """Soldiers do not tell whose those are whom they charge."""
    text = "Albania asked for help. In Tirana Greek soldiers charged demonstrators near Albania's parliament."
    assert met(resolve, build, text, "demonstrators", "Greek soldiers") != "GRC"


def test_police_who_use_force_are_of_the_protests_state(resolve: Step, build: Any) -> None:
    """Though another state is named last; what police only say stays where they are named."""
    text = "Greek teachers marched against the deal.\nFor Albania's part, police charged the crowd."
    marched = build.event(text, "marched", type="PROTEST", actors=("Greek teachers",))

    def country(type: str) -> str | None:
        event = build.event(text, "charged", type=type, actors=("police",), recipients=("crowd",))
        return resolve(build.reading(text, "2024-03-17", events=(marched, event))).events[1].actors[0].country

    assert (country("ASSAULT"), country("ACCUSE")) == ("GRC", "ALB")
