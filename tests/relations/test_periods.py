"""Time is cut without gaps, and what cannot be put into a period is put into none."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.errors import UsageError
from facta.relations.periods import EPOCH, MOST, checked, months, periods, span, too_coarse, within
from facta.relations.stories import NO_DAY

KINDS = ("day", "week", "month", "quarter", "year")
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def days(*some):
    return np.array([NO_DAY if d is None else (d - EPOCH).days for d in some], np.int64)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("day", ["2018-12-30", "2018-12-31", "2019-01-01"]), ("week", ["2018-W52", "2019-W01"]),
        ("month", ["2018-12", "2019-01"]),
        ("quarter", ["2018-Q4", "2019-Q1"]), ("year", ["2018", "2019"]),
    ],
)  # fmt: skip
def test_periods_are_named_as_people_name_them(by, names):
    """From Sunday 30 December 2018 to Tuesday 1 January 2019."""
    assert names == periods(by, date(2018, 12, 30), date(2019, 1, 1)).names


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2018, 12, 31), "2019-W01"), (date(2016, 1, 3), "2015-W53"), (date(2016, 1, 4), "2016-W01"),
        (date(2020, 12, 31), "2020-W53"),
        (date(2021, 1, 3), "2020-W53"), (date(2024, 12, 30), "2025-W01"), (date(1970, 1, 1), "1970-W01"),
        (date(1, 1, 1), "0001-W01"),
    ],
)  # fmt: skip
def test_weeks_are_those_of_iso_8601_at_the_ends_of_years(day, week):
    """A week belongs to the year that has its Thursday, and begins on Monday."""
    cut = periods("week", day, day)
    assert ([week], 0) == (cut.names, date.fromordinal(int(cut.starts[0]) + EPOCH.toordinal()).weekday())


@given(st.sampled_from(KINDS), DAYS, st.integers(0, 3000), st.data())
def test_periods_have_no_gap_and_every_day_lies_in_one(by, first, length, data):
    """They begin with or before the first day, end with or after the last, and none is empty or named twice."""
    last = first + timedelta(length)
    cut = periods(by, first, last)
    assert (len(cut), len(cut)) == (len(cut.starts) - 1, len(set(cut.names)))
    assert (np.diff(cut.starts) > 0).all()
    day = data.draw(st.dates(first, last))
    (at,) = cut.of(days(day))
    assert cut.starts[at] <= days(day)[0] < cut.starts[at + 1]
    assert cut.names[at] == periods(by, day, day).names[0]


def test_days_outside_lie_in_no_period():
    """Nor does what has no day."""
    cut = periods("month", date(2018, 4, 1), date(2018, 5, 1))
    assert [-1, 0, 0, 1, -1, -1] == cut.of(
        days(date(2018, 3, 31), date(2018, 4, 1), date(2018, 4, 30), date(2018, 5, 31), date(2018, 6, 1), None)
    ).tolist()


@pytest.mark.parametrize("by", KINDS)
def test_dates_coarser_than_a_period_fit_none(by):
    """A month fits months, quarters and years; a year fits years; a decade nothing; a day everything."""
    fits = {p for p in ("day", "reported", "month", "year", "decade") if not too_coarse(by, p)}
    finest = {"day", "reported"}
    want = {"day": finest, "week": finest, "month": {*finest, "month"}, "quarter": {*finest, "month"}}
    assert want.get(by, {*finest, "month", "year"}) == fits


def test_too_many_periods_are_refused():
    """Before they are made; the line says what to do."""
    assert MOST >= len(periods("day", date(1970, 1, 1), date(2020, 1, 1)))
    with pytest.raises(UsageError, match=r"20,000 periods. Ask for longer ones"):
        periods("day", date(1900, 1, 1), date(2020, 1, 1))


@pytest.mark.parametrize("by", KINDS)
def test_the_end_of_the_calendar_is_refused_in_one_line(by):
    """No year comes after 9999, so a period there would have no end."""
    with pytest.raises(UsageError, match="Ask for an earlier end"):
        periods(by, date(9999, 12, 1), date(9999, 12, 31))


def test_an_unknown_period_names_those_that_exist():
    """With the nearest."""
    with pytest.raises(UsageError, match=r"Did you mean 'month'\? Known: day, month, quarter, week, year"):
        checked("months")
    assert list(KINDS) == [checked(by) for by in KINDS]


def test_months_count_calendar_months_and_all_without_a_day_are_one():
    """For the blocks of the bootstrap; also before 1970."""
    found = months(days(date(2018, 4, 1), date(2018, 4, 30), date(2018, 5, 1), date(1969, 12, 31), None, None))
    assert [579, 579, 580, -1, NO_DAY, NO_DAY] == found.tolist()


def test_a_span_leaves_out_what_has_no_day():
    """None where nothing has one."""
    assert ((date(2018, 4, 1), date(2018, 5, 1)), None) == (
        span(days(None, date(2018, 5, 1), date(2018, 4, 1))),
        span(days(None)),
    )


def test_bounds_are_both_included():
    """What has no day lies in a time without bounds only."""
    some = days(date(2018, 3, 31), date(2018, 4, 1), date(2018, 4, 30), date(2018, 5, 1), None)
    assert [False, True, True, False, False] == within(some, date(2018, 4, 1), date(2018, 4, 30)).tolist()
    assert [True] * 5 == within(some, None, None).tolist()
