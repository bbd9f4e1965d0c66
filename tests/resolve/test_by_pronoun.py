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
