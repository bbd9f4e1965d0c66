"""Numerals, months, weekdays and units as words."""

import re
from zoneinfo import ZoneInfo

import pytest

from facta.resolve.time_rules import words
from facta.values import dates

NUMBER = words.compiled(words.N)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("three", (3, 3)),
        ("a", (1, 1)),
        ("another", (1, 1)),
        ("twenty-one", (21, 21)),
        ("forty two", (42, 42)),
        ("a dozen", (12, 12)),
        ("two hundred", (200, 200)),
        ("thousand", (1000, 1000)),
        ("1,500", (1500, 1500)),
        ("2.5", (2.5, 2.5)),
        ("two and a half", (2.5, 2.5)),
        ("half a", (0.5, 0.5)),
        ("a couple of", (None, 2)),
        ("a few", (None, 3)),
        ("Several", (None, 4)),
        ("hundreds of", (None, None)),
        ("a number of", (None, None)),
    ],
)
def test_a_numeral_is_counted_as_said_and_as_reckoned_with(said, number):
    """None where it is not said; a guess where a day is asked for all the same."""
    match = NUMBER.fullmatch(said)
    assert number == words.counted(match)


@pytest.mark.parametrize(("said", "number"), [("third", 3), ("Twenty-First", 21), ("3rd", 3), ("31st", 31)])
def test_an_ordinal_in_words_or_digits(said, number):
    """In any case."""
    assert number == words.ordinal(said)


def test_every_month_and_weekday_is_known_by_its_name_and_its_first_letters():
    """With or without a dot."""
    assert list(range(1, 13)) == [words.month_number(name) for name in dates.MONTHS]
    assert list(range(1, 13)) == [words.month_number(name[:3].upper() + ".") for name in dates.MONTHS]
    assert list(range(7)) == [words.weekday_number(name[:3]) for name in dates.WEEKDAYS]


def test_a_space_of_a_pattern_is_any_white_space():
    """Lines are broken anywhere."""
    assert words.compiled("last week").fullmatch("Last \n\xa0week")
    assert "last week" == words.plain(" Last \n\xa0WEEK ")


def test_units_are_told_in_the_singular():
    """`centuries` too."""
    found = [re.match(words.UNIT, said, re.IGNORECASE) for said in ("Weeks", "weekend", "centuries", "century", "day")]
    assert ["week", "weekend", "century", "century", "day"] == [words.unit_of(m) for m in found]


def test_every_place_that_tells_a_zone_is_known():
    """To the database of time zones."""
    assert [] == [name for name in words.PLACES.values() if not ZoneInfo(name)]
