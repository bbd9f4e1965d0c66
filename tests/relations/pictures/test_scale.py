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


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 400), st.sampled_from((1, 7, 31, 92, 366)))
def test_there_are_a_handful_of_labels_in_order(first, count, step):
    """Each at a day of its own."""
    starts = [first + timedelta(step * n) for n in range(count)]
    found = labels(starts)
    at = [n for n, _ in found]
    assert 0 < len(found) <= 11
    assert at == sorted(set(at))
    assert all(0 <= n < count for n in at)
