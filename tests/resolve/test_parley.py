"""Those who met go on together in the account of their meeting."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Event, Reading

Step = Callable[[Reading], Reading]
DAY = "2022-05-16"
MET = "Biden phoned Lula."


def _after(resolve: Step, build: Any, text: str, trigger: str, kind: str = "AGREE", **sides: Any) -> Event:
    """An act told behind a phone call of two presidents."""
    met = build.event(text, "phoned", type="CONSULT", actors=("Biden", "Lula"))
    act = build.event(text, trigger, type=kind, **sides)
    return resolve(build.reading(text, DAY, events=(met, act))).events[1]


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        ("The leaders agreed to stay in touch.", ("leaders",)),
        ("The two presidents agreed to stay in touch.", ("two presidents",)),
        ("They also agreed to stay in touch.", ("Lula",)),
        ("Both sides agreed to stay in touch.", ("Biden",)),
        ("On energy, they agreed to stay in touch.", ()),
        ("It was agreed to stay in touch.", ()),
        ("At the end, after much ado, both leaders agreed to stay in touch.", ()),
    ],
)
def test_all_who_met_act(resolve: Step, build: Any, told: str, seen: tuple[str, ...]) -> None:
    """Whomever of them a reader saw, or nobody."""
    found = _after(resolve, build, f"{MET} {told}", "agreed", actors=seen)
    assert [p.country for p in found.actors] == ["USA", "BRA"]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Mexico agreed to stay in touch.", ("Mexico",)),
        ("Some leaders agreed to stay in touch.", ("leaders",)),
        ("The leaders of Mexico agreed to stay in touch.", ("leaders of Mexico",)),
        ("The guests agreed to stay in touch.", ("guests",)),
    ],
)
def test_others_act_alone(resolve: Step, build: Any, told: str, who: tuple[str, ...]) -> None:
    """Who is named, who is not definite, and whose words are not for those who meet."""
    found = _after(resolve, build, f"{MET} {told}", "agreed", actors=who)
    assert [p.text for p in found.actors] == list(who)


def test_two_of_three_are_not_all(resolve: Step, build: Any) -> None:
    """After a meeting of three `both` are not all who met."""
    text = "Biden met Lula and Trudeau. Both leaders agreed to stay in touch."
    met = build.event(text, "met", type="CONSULT", actors=("Biden", "Lula", "Trudeau"))
    act = build.event(text, "agreed", type="AGREE", actors=("Both leaders",))
    assert len(resolve(build.reading(text, DAY, events=(met, act))).events[1].actors) != 3


def test_the_meeting_that_a_text_opens_with_goes_before_one_in_passing(resolve: Step, build: Any) -> None:
    """A text that begins with a meeting is the account of it."""
    text = f"{MET} He recalled that Macron met Modi. The leaders agreed to stay in touch."
    met = build.event(text, "phoned", type="CONSULT", actors=("Biden", "Lula"))
    other = build.event(text, "met", type="CONSULT", actors=("Macron", "Modi"))
    act = build.event(text, "agreed", type="AGREE", actors=("leaders",))
    found = resolve(build.reading(text, DAY, events=(met, other, act))).events[2]
    assert [p.country for p in found.actors] == ["USA", "BRA"]


def test_who_agrees_agrees_with_nobody_of_another_sentence(resolve: Step, build: Any) -> None:
    """A recipient seen sentences before is none of what all who met agree on; one of the act's own sentence stays."""
    text = f"{MET} Kenya asked for help. They agreed to stay in touch and to help Ukraine."
    found = _after(resolve, build, text, "agreed", actors=("Lula",), recipients=("Kenya", "Ukraine"))
    assert [p.country for p in found.recipients] == ["UKR"]


def test_without_a_meeting_nothing_changes(resolve: Step, build: Any) -> None:
    """Words for several mean those of no meeting that the page does not tell of."""
    text = "Biden praised Kenya. They agreed to stay in touch."
    act = build.event(text, "agreed", type="AGREE", actors=("Biden",))
    assert [p.text for p in resolve(build.reading(text, DAY, events=(act,))).events[0].actors] == ["Biden"]
