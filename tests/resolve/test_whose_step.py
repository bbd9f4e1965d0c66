"""Whose a step is that others judge."""

from typing import Any

import pytest


def recipients(resolve: Any, build: Any, text: str, step: Any, judged: Any) -> list[str]:
    """Whom the second of two acts is aimed at; each act: its words and what else is known of it."""
    events = tuple(build.event(text, words, **act) for words, act in (step, judged))
    return [p.text for p in resolve(build.reading(text, "2019-02-28", events=events)).events[1].recipients]


@pytest.mark.parametrize(
    ("second", "judged", "expected"),
    [
        ("Chile called the step hostile.", ("called", "ACCUSE", ()), ["Peru"]),
        ("Chile condemned the expulsions and closed its port.", ("condemned", "ACCUSE", ("Chile",)), ["Peru"]),
        ("Chile condemned the bombing.", ("condemned", "ACCUSE", ()), []),
        ("Chile condemned the expulsion of its men by Bolivia.", ("condemned", "ACCUSE", ("Bolivia",)), ["Bolivia"]),
        ("Chile called the step a mistake.", ("mistake", "ACCUSE", ()), ["Peru"]),
        ("Chile described the step as “a serious mistake”.", ("mistake", "ACCUSE", ("Chile",)), ["Peru"]),
        ("Chile took the step without a serious mistake.", ("mistake", "ACCUSE", ()), []),
        ("Chile called the step one of Bolivia.", ("called", "ACCUSE", ("Bolivia",)), ["Bolivia"]),
        ("Peru's senate condemned the step.", ("condemned", "ACCUSE", ()), []),
        ("Chile condemned a step.", ("condemned", "ACCUSE", ()), []),
        ("Chile looked into the step.", ("looked", "ACCUSE", ()), []),
        ("Chile announced the step.", ("announced", "THREATEN", ()), []),
    ],
)
def test_a_step_is_of_whoever_took_the_last_one(resolve: Any, build: Any, second: str, judged: Any, expected: Any) -> None:
    """If it can be meant, by somebody of another state, and nobody else was seen."""
    text = f"Peru expelled two envoys. {second}"
    actor = "Peru's senate" if second.startswith("Peru") else "Chile"
    step = ("expelled", {"type": "SANCTION", "actors": ("Peru",)})
    words, kind, seen = judged
    assert expected == recipients(resolve, build, text, step, (words, {"type": kind, "actors": (actor,), "recipients": seen}))


@pytest.mark.parametrize("status", ["negated", "possible"])
def test_a_step_that_was_not_taken_is_nobodys(resolve: Any, build: Any, status: str) -> None:
    """Nothing was there to be judged."""
    text = "Peru may expel two envoys. Chile called the step hostile."
    step = ("may expel", {"type": "SANCTION", "actors": ("Peru",), "status": status})
    assert recipients(resolve, build, text, step, ("called", {"type": "ACCUSE", "actors": ("Chile",)})) == []


def test_a_step_of_several_is_of_all(resolve: Any, build: Any) -> None:
    """A reader may see one of them."""
    text = "France and Spain bombed Tripoli. Chile condemned the raids."
    step = ("bombed", {"type": "ASSAULT", "actors": ("France", "Spain")})
    judged = ("condemned", {"type": "ACCUSE", "actors": ("Chile",), "recipients": ("Spain",)})
    assert recipients(resolve, build, text, step, judged) == ["France", "Spain"]


def test_what_a_state_took_the_step_with_is_not_whose_it_is(resolve: Any, build: Any) -> None:
    """The army that it alerted did not alert itself."""
    text = "Peru put its army on alert. Chile called the step hostile."
    step = ("put", {"type": "MOBILIZE", "actors": ("Peru",), "evidence": build.at(text, "Peru put its army on alert")})
    judged = ("called", {"type": "ACCUSE", "actors": ("Chile",), "recipients": ("army",)})
    assert recipients(resolve, build, text, step, judged) == ["Peru"]
