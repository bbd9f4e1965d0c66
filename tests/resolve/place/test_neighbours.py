"""What the words beside a place's name make of it."""

import pytest

from facta.resolve.place.neighbours import bound, part_of_a_name, runs_into_a_name
from facta.resolve.place.text import PlaceText


def asked(test, text, name, tables):
    """A question about the mark that holds a word."""
    page = PlaceText(text, tables, "2018-04-03")
    return test(page, next(m for m in page.marks if name in page.text[page.words[m.first].start : page.words[m.last - 1].end]))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Boston Police came.", "Boston", False),
        ("Boston University opened.", "Boston", True),
        ("They met in Boston.", "Boston", False),
        ("The University of Boston opened.", "Boston", True),
        ("While Iraq waited, they met.", "Iraq", False),
        ("In Northern Iraq they met.", "Iraq", False),
        ("John Boston spoke.", "Boston", True),
        ("The USS Boston sailed.", "Boston", True),
        ("the anti-Moscow vote", "Moscow", True),
        ("US$5", "US", True),
        ("US Navy ships", "US", False),
    ],
)
def test_a_place_or_part_of_a_name(tables, text, name, expected):
    """What a town has is its own; what is named after it is not in it."""
    assert expected == asked(part_of_a_name, text, name, tables)


@pytest.mark.parametrize(("text", "expected"), [("in Moscow", False), ("the anti-Moscow vote", True), ("in Moscow & Sons", True)])
def test_signs_bind_a_name_to_others(tables, text, expected):
    """A hyphen behind a prefix, an `&`."""
    assert expected == asked(bound, text, "Moscow", tables)


@pytest.mark.parametrize(
    ("text", "expected"), [("in Bani Zela", True), ("in Bani", False), ("in Bani Province", False), ("in Bani they met", False)]
)
def test_a_capital_behind_a_name_may_make_it_longer(tables, text, expected):
    """Not a word for what places are or have."""
    page = PlaceText(text, tables, None)
    assert expected == runs_into_a_name(page, page.marks[0])
