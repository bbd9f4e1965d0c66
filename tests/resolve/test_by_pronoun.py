"""Whoever the pronoun before a verb means acts."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("second", "trigger", "expected"),
    [
        ("She declined.", "declined", "Angela Merkel"),
        ("Then she had declined.", "declined", "Angela Merkel"),
        ("He declined.", "declined", "Vladimir Putin"),
        ("Chile declined.", "declined", "Vladimir Putin"),
    ],
)
def test_a_pronoun_of_the_other_sex_means_another(resolve: Any, build: Any, second: str, trigger: str, expected: str) -> None:
    """One that fits whom a reader took, or none at all, changes nothing."""
    text = f"Vladimir Putin asked Angela Merkel to wait. {second}"
    event = build.event(text, trigger, type="REJECT", actors=("Vladimir Putin",))
    (party,) = resolve(build.reading(text, "2019-02-28", events=(event,))).events[0].actors
    assert expected == party.name


@pytest.mark.parametrize(
    ("second", "type", "names"),
    [
        ("She agreed with Emmanuel Macron.", "AGREE", ["Angela Merkel", "Emmanuel Macron"]),
        ("She agreed with him and Emmanuel Macron.", "AGREE", ["Vladimir Putin", "Angela Merkel", "Emmanuel Macron"]),
        ("She agreed with Emmanuel Macron.", "CONSULT", ["Vladimir Putin", "Angela Merkel", "Emmanuel Macron"]),
    ],
)
def test_of_two_who_met_the_one_of_the_other_sex_promises_nothing(
    resolve: Any, build: Any, second: str, type: str, names: list[str]
) -> None:
    """A reader may take both for who promises; whom she names behind it stays, and so does `him`, and who takes part in talks."""
    text = f"Vladimir Putin met Angela Merkel. {second}"
    event = build.event(text, "agreed", type=type, actors=("Vladimir Putin", "Angela Merkel", "Emmanuel Macron"))
    (found,) = resolve(build.reading(text, "2019-02-28", events=(event,))).events
    assert names == [p.name for p in found.actors]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Macron said he would send India submarines.", "Emmanuel Macron"),
        ("Macron promised that he would send India submarines.", "Emmanuel Macron"),
        ("Macron asked when he would send India submarines.", "Narendra Modi"),
        ("Modi said he would send India submarines.", "Narendra Modi"),
        ("Macron said he would send Chad submarines.", "Narendra Modi"),
    ],
)
def test_who_says_that_he_gives_is_who_gives(resolve: Any, build: Any, second: str, expected: str) -> None:
    """Where the reader took another, who would give to his own state; elsewhere the reader is believed."""
    text = f"Narendra Modi met Emmanuel Macron. {second}"
    event = build.event(text, "would send", type="AGREE", actors=("Narendra Modi",), recipients=(second.split()[-2],))
    (party,) = resolve(build.reading(text, "2019-02-28", events=(event,))).events[0].actors
    assert expected == party.name
