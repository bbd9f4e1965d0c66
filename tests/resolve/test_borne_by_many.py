"""Names that bodies of several states bear."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Congress sued Peru's president.", "PER"),
        ("The Senate sued Peru's president.", "PER"),
        ("Congress sued Peru's president at Washington's wish.", "USA"),
        ("The House sued Peru's president, and Senate Republicans cheered.", "USA"),
        ("Congress sued the president.", "USA"),
    ],
)
def test_congress_is_americas_where_a_text_tells_of_america_or_of_no_state(
    resolve: Step, build: Any, text: str, country: str
) -> None:
    """Else it is that of the state which the text tells of."""
    body = text.removeprefix("The ").split()[0]
    event = build.event(text, "sued", type="ACCUSE", actors=(body,))
    found = resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].actors[0]
    assert (country, "LEG") == (found.country, found.sector)


def test_whoever_heads_a_senate_is_of_the_state_that_the_text_tells_of(resolve: Step, build: Any) -> None:
    """Not of the United States for the body's name alone."""
    text = "The Senate president sued Peru's president."
    event = build.event(text, "sued", type="ACCUSE", actors=("Senate president",))
    found = resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].actors[0]
    assert ("PER", "LEG", None) == (found.country, found.sector, found.role)


def test_a_body_may_be_abbreviated_as_a_pronoun(resolve: Step, build: Any) -> None:
    """`WHO` is the World Health Organization, not whoever was named before."""
    text = "Sudan shut its border. The WHO sent aid to Chad."
    event = build.event(text, "sent", type="AID", actors=("WHO",), recipients=("Chad",))
    assert resolve(build.reading(text, "2024-03-17", events=(event,))).events[0].actors[0].country == "UNO"
