"""Which years a strip of years, or a chart, shows."""

import pytest

from facta.relations.spans import Crowded, crowd_of, crowded, drawn_from
from tests.relations.picture_makers import relation

LATE = dict.fromkeys(range(2010, 2020), 10)


@pytest.mark.parametrize(
    ("by_year", "expected"),
    [
        ({}, Crowded(0, {})),
        (LATE, Crowded(2010, {})),
        ({1808: 2, **dict.fromkeys(range(1809, 2010), 0), **LATE}, Crowded(2010, {1808: 2})),
        ({1808: 2, 1990: 1, **LATE}, Crowded(2010, {1808: 2, 1990: 1})),
        ({1808: 2, 2009: 1, **LATE}, Crowded(2009, {1808: 2})),
        ({1808: 2, 2007: 1, **LATE}, Crowded(2010, {1808: 2, 2007: 1})),
        ({1808: 6, **LATE}, Crowded(1808, {})),
        ({1808: 1, 2018: 9}, Crowded(2018, {1808: 1})),
        ({1808: 1, 2018: 8}, Crowded(1808, {})),
    ],
)
def test_a_few_stories_of_long_ago_stand_apart(by_year, expected):
    """No more of them than five per cent, or one of ten; and only where the strip would be too long with them."""
    assert expected == crowded(by_year)


def test_a_steady_relation_is_not_cut():
    """Where a few stories of its beginning could be spared, but most of the time would stay."""
    steady = {1990: 1, 1993: 1, **dict.fromkeys(range(1996, 2025), 5)}
    assert Crowded(1990, {}) == crowded(steady, "month")


@pytest.mark.parametrize(("by", "first"), [("year", 1990), ("quarter", 2010), ("month", 2010), ("week", 2010), ("day", 2010)])
def test_what_is_too_long_depends_on_the_length_of_a_period(by, first):
    """Thirty years are read well year by year, but not month by month."""
    assert first == crowded({1990: 2, **LATE}, by).first


def test_a_chart_leaves_out_periods_and_no_number():
    """What is measured of the whole time stays as it is."""
    busy = ((5, 1), (2, 1), (3, 2))
    found = relation([((1, 0), (0, 0), (0, 0)), *[None] * 100, *[busy] * 9], by="year")
    crowd = crowd_of(found)
    drawn = drawn_from(found, crowd)
    assert (9, 1, found.total) == (len(drawn.periods), crowd.apart, drawn.total)
    assert found is drawn_from(found, Crowded(0, {}))
    both = crowd_of(found, relation([*[None] * 20, *[busy] * 90], by="year"))
    assert {} == both.before
