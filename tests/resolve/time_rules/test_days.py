"""Dates of the calendar, and which year they mean when they name none."""

from datetime import date

import pytest

from facta.resolve.time_rules import days
from tests.resolve.time_rules.rule_makers import meaning, value


@pytest.mark.parametrize(
    ("words", "base", "expected"),
    [
        ("3/4/2018", date(2018, 3, 10), "2018-03-04"),
        ("3/4/2018", date(2018, 4, 1), "2018-04-03"),
        ("3/4/2018", None, "2018-03-04"),
        ("13/4/2018", None, "2018-04-13"),
        ("4-13-18", None, "2018-04-13"),
        ("3.4.2018", None, "2018-04-03"),
        ("1/2/69", None, "2069-01-02"),
        ("1/2/70", None, "1970-01-02"),
        ("13/13/2018", None, None),
        ("30/2/2018", None, None),
    ],
)
def test_numbers_are_a_date_where_an_order_fits(words, base, expected):
    """Of two the one nearer to publication; with dots the day comes first."""
    assert expected == value(days.numeric, words, base=base)


@pytest.mark.parametrize(
    ("words", "base", "expected"),
    [
        ("3 April", date(2018, 4, 5), "2018-04-03"),
        ("December 30", date(2018, 1, 2), "2017-12-30"),
        ("January 2", date(2018, 12, 30), "2019-01-02"),
        ("February 29", date(2018, 4, 5), None),
        ("February 29", date(2019, 4, 5), "2020-02-29"),
        ("February 29, 2016", date(2019, 4, 5), "2016-02-29"),
        ("June 31", date(2019, 4, 5), None),
        ("April 0", date(2019, 4, 5), None),
        ("April 3rd", None, "XXXX-04-03"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(words, base, expected):
    """One that a year lacks is sought in the years beside it."""
    assert expected == value(days.month_day, words, base=base)


@pytest.mark.parametrize(
    ("lean", "expected"),
    [
        ("backward", "2017-10-10"),
        ("near", "2017-10-10"),
        ("forward", "2018-10-10"),
        ("ahead", "2018-10-10"),
        ("past", "2017-10-10"),
    ],
)
def test_what_a_verb_says_decides_between_two_that_are_far(lean, expected):
    """Half a year behind or ahead of 5 April."""
    assert expected == value(days.month_day, "October 10", lean=lean)


@pytest.mark.parametrize(
    ("words", "lean", "expected"),
    [
        ("last April", "near", "2017-04"),
        ("April", "past", "2018-04"),
        ("next April", "near", "2019-04"),
        ("June", "near", "2018-06"),
        ("September", "near", "2017-09"),
        ("September", "forward", "2018-09"),
        ("last September", "forward", "2017-09"),
        ("March", "forward", "2019-03"),
        ("March of next year", "past", "2019-03"),
    ],
)
def test_a_month_alone_is_the_coming_or_the_last_one(words, lean, expected):
    """By its words, by its verb, else by nearness."""
    assert expected == value(days.month_alone, words, lean=lean)
    assert "XXXX-" + expected[-2:] == value(days.month_alone, words, base=None)


@pytest.mark.parametrize(
    ("by", "words", "expected"),
    [
        (days.decade, "the 1960s", "196"),
        (days.decade, "the '20s", "192"),
        (days.decade, "sixties", "196"),
        (days.century, "21st century", "20"),
        (days.century, "nineteenth-century", "18"),
        (days.century, "0th century", None),
        (days.part_of_year, "the final quarter of 2008", "2008-Q4"),
        (days.part_of_year, "the last half of 2008", "2008-H2"),
        (days.part_of_year, "the third half of 2008", None),
        (days.part_of_year, "second quarter of last year", "2017-Q2"),
        (days.part_of_year, "Q4", "2017-Q4"),
        (days.season, "last winter", "2017-WI"),
        (days.season, "next winter", "2018-WI"),
        (days.season, "this summer", "2018-SU"),
        (days.season, "the fall of 2011", "2011-FA"),
        (days.feast, "Easter", "2018-04-01"),
        (days.feast, "Good Friday 2019", "2019-04-19"),
        (days.feast, "Thanksgiving 2018", "2018-11-22"),
        (days.feast, "New Year’s Eve", "2017-12-31"),
        (days.iso, "2018-02-30", None),
        (days.iso, "2018-02", "2018-02"),
    ],
)
def test_quarters_seasons_and_feasts(by, words, expected):
    """Seen from 5 April 2018."""
    assert expected == value(by, words)


def test_without_a_day_of_publication_no_year_is_made_up():
    """What is told is told."""
    told = [(days.part_of_year, "Q4"), (days.season, "summer"), (days.feast, "Christmas"), (days.part_of_year, "the first half")]
    assert ["XXXX-Q4", "XXXX-SU", "XXXX-XX-XX", "XXXX-H1"] == [value(by, words, base=None) for by, words in told]
    assert [None] * 4 == [meaning(by, words, base=None).first for by, words in told]
