"""Names of places are found in running text as they are written."""

import pytest

from facta.resolve import Tables
from facta.resolve.place.marks import marks
from facta.resolve.words import split


def test_marks_take_the_longest_name(tables: Tables) -> None:
    """And none goes beyond a comma."""
    text = "New York City, South Korea, Washington Post and Gary, Ind., agreed"
    words = split(text)
    found = [" ".join(w.norm for w in words[m.first : m.last]) for m in marks(text, words, tables, None)]
    assert ["new york city", "south korea", "washington post", "gary", "ind"] == found


@pytest.mark.parametrize("text", ["an act of war", "An Act of war", "in Indiana", "Ms. Smith", "the H.I.V. drugs", "of it"])
def test_capitals_must_stand_as_written(text: str, tables: Tables) -> None:
    """`ACT`, `IN` and `MS` are regions, `Of` and `Hīv` towns, and none of them is named here."""
    named = [s.name for m in marks(text, split(text), tables, None) for s in m.options]
    assert [] == [n for n in named if n != "Indiana" and not n.startswith("Smith")]
