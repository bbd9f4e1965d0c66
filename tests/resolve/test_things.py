"""Names that stand for something called after them."""

from collections.abc import Callable
from typing import Any

import pytest

from facta.records import Reading

Step = Callable[[Reading], Reading]


@pytest.mark.parametrize(
    ("text", "party", "country"),
    [
        ("Vladimir Putin crossed the Minsk agreements.", "Minsk", None),
        ("Vladimir Putin crossed Minsk with agreements.", "Minsk", "BLR"),
        ("Donald Trump crossed the Mexico City policy.", "Mexico City", None),
        ("Donald Trump crossed Mexico City police.", "Mexico City", "MEX"),
        ("A tanker crossed the Gulf of Oman.", "Oman", None),
        ("A tanker crossed the waters of Oman.", "Oman", "OMN"),
        ("A tanker crossed the Taiwan Strait.", "Taiwan", None),
        ("The press crossed the Panama Papers.", "Panama", None),
        ("The press crossed Panama.", "Panama", "PAN"),
        ("The South China Sea quarrel with China crossed Japan.", "China", "CHN"),
    ],
)
def test_a_name_within_another_is_nobody(resolve: Step, build: Any, text: str, party: str, country: str | None) -> None:
    """Whatever the reader takes for the party, what stands around it counts."""
    event = build.event(text, "crossed", recipients=(build.party(text, party),))
    assert country == resolve(build.reading(text, "2018-05-03", events=(event,))).events[0].recipients[0].country
