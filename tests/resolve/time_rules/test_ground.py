"""From where a time is reckoned."""

import re
from datetime import date

import pytest

from facta.resolve.time_rules import units
from facta.resolve.time_rules.ground import Ground, which, year_said
from tests.resolve.time_rules.rule_makers import PUBLISHED

DAY, MONTH, YEAR = units.day(date(2017, 9, 8)), units.month(2016, 5), units.year(2014)


@pytest.mark.parametrize(
    ("unit", "story", "expected"),
    [
        ("day", (DAY, MONTH, YEAR), DAY.first),
        ("week", (DAY, MONTH), DAY.first),
        ("month", (DAY, MONTH, YEAR), MONTH.first),
        ("year", (DAY, MONTH, YEAR), YEAR.first),
        ("decade", (YEAR, units.decade(1960)), date(1960, 1, 1)),
        ("day", (MONTH, YEAR), PUBLISHED),
        ("year", (), PUBLISHED),
    ],
)
def test_the_last_date_that_is_fine_enough_counts(unit, story, expected):
    """Else the day of publication."""
    assert expected == Ground(PUBLISHED, story).day(unit)


def test_without_a_day_of_publication_nothing_may_be_known():
    """And nothing was told."""
    assert (None, None) == (Ground(None).day("day"), Ground(None).told)
    assert YEAR == Ground(None, (DAY, YEAR)).told


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("this past", "last"),
        ("the previous", "last"),
        ("this coming", "next"),
        ("the\nfollowing", "next"),
        ("This", "this"),
        ("", ""),
    ],
)
def test_words_point_back_ahead_or_here(said, side):
    """`this past Friday` is the last one."""
    assert side == which(re.match(r"(?P<which>.*)", said, re.DOTALL))


@pytest.mark.parametrize(
    ("said", "year"), [("last", 2017), ("next", 2019), ("this", 2018), ("the previous", 2013), ("the", 2014)]
)
def test_some_words_reckon_from_the_date_told_last(said, year):
    """The others from publication."""
    assert year == year_said(said, Ground(PUBLISHED, (YEAR,)))
