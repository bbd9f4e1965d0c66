"""Dates of any precision as the days they cover."""

from datetime import date

import pytest

from facta.errors import UsageError
from facta.records import When
from facta.store.days import bounds, covered, day_of


@pytest.mark.parametrize(
    ("iso", "end", "first", "last"),
    [
        ("2018-04-03", None, date(2018, 4, 3), date(2018, 4, 3)),
        ("2018-02", None, date(2018, 2, 1), date(2018, 2, 28)),
        ("2020-02", None, date(2020, 2, 1), date(2020, 2, 29)),
        ("2018", None, date(2018, 1, 1), date(2018, 12, 31)),
        ("1960", "1969", date(1960, 1, 1), date(1969, 12, 31)),
        ("2018-04-03", "2018-04-05", date(2018, 4, 3), date(2018, 4, 5)),
        ("2018-04-03", "2018-04-01", date(2018, 4, 3), date(2018, 4, 3)),
        ("soon", None, None, None),
    ],
)
def test_a_date_covers_its_days(iso, end, first, last):
    """From the first day of its first date to the last day of its last."""
    assert (first, last) == covered(When(iso=iso, end=end, precision="day"))


def test_no_date_covers_no_day():
    """An event without a date is outside every bound."""
    assert (None, None) == covered(None)


def test_a_time_has_a_first_and_a_last_day_or_is_refused():
    """Open where no bound is given; whole months and years; nothing ends before it begins."""
    assert (date(2018, 2, 1), date(2018, 12, 31)) == bounds("2018-02", "2018")
    assert (None, None) == bounds(None, None)
    with pytest.raises(UsageError, match=r"The time from 2019 until 2018 ends before it begins\."):
        bounds("2019", "2018")
    with pytest.raises(UsageError, match=r"since must be a date like"):
        bounds("soon", None)
    with pytest.raises(UsageError, match=r"since must be a date like .*, but is 2018\."):
        bounds(2018, None)


@pytest.mark.parametrize(
    ("told", "day"),
    [("2018-04-03T10:00:00Z", date(2018, 4, 3)), ("2018-04", date(2018, 4, 1)), ("soon", None), ("", None), (None, None)],
)
def test_what_is_published_has_a_day_where_it_is_dated(told, day):
    """Its own, or the first of its month or year."""
    assert day == day_of(told)
