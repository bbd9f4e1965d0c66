"""The reckoning on days, weeks, months and what is coarser."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.resolve.time_rules import units
from facta.resolve.time_rules.units import Told

DAYS = st.dates(date(2, 1, 1), date(9990, 12, 31))
UNITS = st.sampled_from([u for u in units.UNITS if u not in units.CLOCK_UNITS])
LEAP = date(2020, 2, 29)


@given(DAYS, UNITS)
def test_a_unit_of_the_calendar_holds_its_day(day, unit):
    """But for a weekend, which is the one of the day's week."""
    told = units.around(day, unit)
    assert told.first <= told.last
    week = units.week(day)
    assert told.first <= day <= told.last or (unit == "weekend" and week.first <= told.first <= told.last == week.last)


@given(DAYS, st.integers(-20_000, 20_000), UNITS)
def test_a_day_is_shifted_inside_the_calendar_or_not_at_all(day, n, unit):
    """And the way that was asked for."""
    moved = units.shift(day, n, unit)
    assert moved is None or (moved > day) - (moved < day) == (n > 0) - (n < 0)


@pytest.mark.parametrize(
    ("day", "n", "unit", "expected"),
    [
        (LEAP, 1, "year", date(2021, 2, 28)),
        (LEAP, -4, "year", date(2016, 2, 29)),
        (date(2018, 3, 31), -1, "month", date(2018, 2, 28)),
        (date(2018, 12, 31), 1, "quarter", date(2019, 3, 31)),
        (date(2018, 4, 5), 2, "fortnight", date(2018, 5, 3)),
        (date(2018, 4, 5), 10**9, "day", None),
        (date(2018, 4, 5), -21, "century", None),
    ],
)
def test_months_end_where_the_calendar_says(day, n, unit, expected):
    """Leap days and the ends of the calendar too."""
    assert expected == units.shift(day, n, unit)


@pytest.mark.parametrize(
    ("told", "value", "first", "last", "precision"),
    [
        (units.week(date(2018, 12, 31)), "2019-W01", date(2018, 12, 31), date(2019, 1, 6), "day"),
        (units.weekend(date(2018, 4, 2)), "2018-W14-WE", date(2018, 4, 7), date(2018, 4, 8), "day"),
        (units.month(2020, 2), "2020-02", date(2020, 2, 1), LEAP, "month"),
        (units.quarter(2018, 4), "2018-Q4", date(2018, 10, 1), date(2018, 12, 31), "month"),
        (units.half(2018, 2), "2018-H2", date(2018, 7, 1), date(2018, 12, 31), "month"),
        (units.season(2019, "WI"), "2019-WI", date(2019, 12, 1), LEAP, "month"),
        (units.year(476), "0476", date(476, 1, 1), date(476, 12, 31), "year"),
        (units.decade(1960), "196", date(1960, 1, 1), date(1969, 12, 31), "decade"),
        (units.decade(0), "000", date(1, 1, 1), date(9, 12, 31), "decade"),
        (units.century(19), "18", date(1800, 1, 1), date(1899, 12, 31), "decade"),
        (units.century(1), "00", date(1, 1, 1), date(99, 12, 31), "decade"),
    ],
)
def test_each_unit_has_its_value_and_days(told, value, first, last, precision):
    """TIMEX3, and the calendar beside it."""
    assert Told("DATE", value, first, last, precision) == told


@pytest.mark.parametrize(
    ("n", "unit", "value"),
    [
        (1, "second", "PT1S"),
        (2.5, "year", "P2.5Y"),
        (0.5, "year", "P6M"),
        (0.5, "fortnight", "P1W"),
        (0.5, "day", "P0.5D"),
        (1_000_000, "year", "P1000000Y"),
        (12_345_678.0, "day", "P12345678D"),
        (None, "fortnight", "PXW"),
        (None, "century", "PXCE"),
    ],
)
def test_a_duration_is_written_in_digits(n, unit, value):
    """However long; an unsaid number is X."""
    assert value == units.period(n, unit) == units.duration(n, unit).value


@pytest.mark.parametrize(
    ("told", "value", "last"),
    [
        (units.day(LEAP), "2019-02-28", date(2019, 2, 28)),
        (units.month(2021, 2), "2020-02", LEAP),
        (units.season(2020, "WI"), "2019-WI", LEAP),
        (units.quarter(2018, 1), "2017-Q1", date(2017, 3, 31)),
        (units.week(date(2018, 4, 5)), "2017", date(2017, 12, 31)),
        (units.year(1), "0001", date(1, 12, 31)),
    ],
)
def test_a_year_earlier_is_the_same_stretch_of_the_calendar(told, value, last):
    """To its last day; what has none in another year is that year."""
    assert (value, last) == units.year_earlier(told)[1:4:2]


def test_a_time_without_days_has_none_a_year_earlier():
    """Of `recently` nobody knows which."""
    assert Told("DATE", units.UNKNOWN_DAY) == units.year_earlier(units.reference("PAST_REF"))


def test_counting_units_tells_a_day_as_roughly_as_the_unit():
    """Two weeks ago is a day under the name of its week; a decade ago is a year."""
    day = date(2018, 4, 5)
    assert (day, day, "2018-W14") == (units.exact(day, "week").first, units.exact(day, "week").last, "2018-W14")
    assert ("201", date(2018, 1, 1)) == (units.exact(day, "decade").value, units.exact(day, "decade").first)
