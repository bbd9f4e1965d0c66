"""Which names mean places in a text."""

import pytest

from facta.resolve.place.holders import find_holders
from facta.resolve.place.sense import marks_of_a_name, marks_of_a_text
from facta.resolve.place.text import PlaceText


def kept(text, tables, *, name=False):
    """The names that are places, in small letters."""
    page = PlaceText(text, tables, "2018-04-03")
    return [page.norms(m) for m in (marks_of_a_name(page) if name else marks_of_a_text(page, find_holders(page)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Iraq.", ["iraq"]),
        ("They met in Tyler, Texas.", ["tyler", "texas"]),
        ("Tyler met them.", []),
        ("John Tyler met them. Tyler left.", []),
        ("Tyler, 48, left.", []),
        ("Moscow said no.", []),
        ("They met in Moscow. Moscow was cold.", ["moscow", "moscow"]),
        ("They met in March in Kyiv.", ["kyiv"]),
        ("", []),
    ],
)
def test_names_of_persons_governments_and_months_are_no_places(tables, text, expected):
    """What one mention proves holds for all."""
    assert expected == kept(text, tables)


@pytest.mark.parametrize(("text", "expected"), [("Tyler", ["tyler"]), ("Bani Zela", []), ("", [])])
def test_where_a_place_is_named_nothing_needs_proof(tables, text, expected):
    """But parts of longer names are none."""
    assert expected == kept(text, tables, name=True)
