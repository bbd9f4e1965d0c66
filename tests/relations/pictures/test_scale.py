"""Where a time axis is labelled."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.relations.pictures.scale import labels


def months(year, count, step=1):
    return [date(year + n // 12, n % 12 + 1, 1) for n in range(0, count, step)]


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ([], []),
        ([date(2018, 4, 3)], [(0, "Apr\n2018")]),
        ([date(2018, 4, 3), date(2018, 4, 4)], [(0, "3 Apr\n2018"), (1, "4 Apr")]),
        (months(2018, 3), [(0, "Jan\n2018"), (1, "Feb"), (2, "Mar")]),
        ([date(2016, 1, 1), date(2017, 1, 1)], [(0, "Jan\n2016"), (1, "Jan\n2017")]),
    ],
)
def test_a_year_is_told_once(starts, expected):
    """In the finest unit that there is."""
    assert expected == labels(starts)


@given(first=st.dates(date(1600, 1, 1), date(2100, 1, 1)), step=st.sampled_from((1, 7, 31, 92, 366)), many=st.integers(1, 800))
def test_a_time_axis_has_few_labels_whatever_its_length(first, step, many):
    """At least one and at most eleven, in order, none outside."""
    starts = [first + timedelta(step * n) for n in range(many)]
    at = [n for n, _ in labels(starts)]
    assert sorted(set(at)) == at
    assert 1 <= len(at) <= 11
    assert 0 <= at[0] <= at[-1] < many


def test_a_short_axis_has_fewer_labels_each_in_its_year():
    """Years where half-years are too many; a month without its year is of that before it."""
    days = [date(2021, 3, 24) + timedelta(n) for n in range(1256)]
    assert ["2022", "2023", "2024"] == [name for _, name in labels(days, 6)]


def test_months_and_days_are_labelled_in_english_with_their_year_once():
    """The year stands under the first label and under each at which it changes."""
    months = [date(2018 + n // 12, n % 12 + 1, 1) for n in range(10, 15)]
    assert ["Nov\n2018", "Dec", "Jan\n2019", "Feb", "Mar"] == [name for _, name in labels(months)]
    assert ["30 Dec\n2018", "31 Dec", "1 Jan\n2019"] == [
        name for _, name in labels([date(2018, 12, 30) + timedelta(n) for n in range(3)])
    ]


def test_a_part_of_a_year_at_the_beginning_has_no_label():
    """July 2012 isn't where 2012 begins."""
    assert "2014" == labels([date(2012 + n // 12, n % 12 + 1, 1) for n in range(6, 150)])[0][1]
