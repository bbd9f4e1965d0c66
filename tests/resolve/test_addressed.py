"""Whoever is spoken to."""

from typing import Any

import pytest

SPOKEN = "The ties between France and {} are close. “We have come to support you,” Angela Merkel said."


def hit(resolve: Any, build: Any, text: str, trigger: str, recipient: str = "Germany") -> Any:
    """The states hit by an act of which a reader took both sides for one state's."""
    event = build.event(text, trigger, type="SUPPORT", actors=("Angela Merkel",), recipients=(recipient,))
    return [p.country for p in resolve(build.reading(text, "2019-02-28", events=(event,))).events[0].recipients]


def test_you_are_the_one_other_state_of_the_paragraph(resolve: Any, build: Any) -> None:
    """Whether the reader took `you` into the act's words or not."""
    text = SPOKEN.format("Germany")
    assert ["FRA"] == hit(resolve, build, text, "come to support")
    assert ["FRA"] == hit(resolve, build, text, "come to support you")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (SPOKEN.format("Germany and Poland"), "come to support"),
        ("France is close.\nGermany is far. “We support you,” Angela Merkel said.", "support"),
        ("France and Germany are close. “We support ourselves,” Angela Merkel said.", "support"),
        ("France and Germany are close. “We support your view,” Angela Merkel said.", "support"),
    ],
)
def test_else_the_reader_is_believed(resolve: Any, build: Any, text: str, trigger: str) -> None:
    """Two others, none in the paragraph, or nobody spoken to."""
    assert ["DEU"] == hit(resolve, build, text, trigger)


def test_another_state_that_was_read_stays(resolve: Any, build: Any) -> None:
    """Only the speaker's own is nobody to speak to."""
    assert ["POL"] == hit(resolve, build, SPOKEN.format("Poland, Germany"), "come to support", recipient="Poland")
