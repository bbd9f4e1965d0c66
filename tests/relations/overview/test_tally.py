"""Counts of all pairs of one time."""

from datetime import date

import pytest

from facta.relations.overview.tally import Tally, Time
from tests.relations.relation_makers import did, page
from tests.stories.story_makers import put


@pytest.fixture
def filled(store):
    """Talk and deeds of China and Russia, one of Japan, a plan."""
    return put(
        store,
        page(
            did("talk", False, "2018-01-10"),
            did("deed", True, "2018-01-11"),
            did("deed", False, "2018-01-12"),
            did("deed", True, "2018-02-10", "RUS", "CHN"),
            did("commitment", True, "2018-03-10", "JPN", "CHN"),
            did("deed", True, "2018-05-10", "JPN", "RUS", status="planned"),
        ),
    )


def pairs(tally):
    return {(tally.codes[a], tally.codes[b]): kinds.tolist() for a, b, kinds in zip(tally.by, tally.to, tally.kinds, strict=True)}


def test_pairs_are_counted_by_rung_and_side(filled):
    """The busiest first; what is only planned is no act."""
    tally = Tally.of(filled, Time())
    assert {("CHN", "RUS"): [0, 1, 0, 0, 1, 1], ("RUS", "CHN"): [0, 0, 0, 0, 1, 0], ("JPN", "CHN"): [0, 0, 1, 0, 0, 0]} == pairs(
        tally
    )
    assert ("CHN", "RUS", 3) == (tally.acts(0).by, tally.acts(0).to, tally.acts(0).all.stories)
    assert (1, -1) == (tally.codes.count("JPN"), tally.code("USA"))


def test_sums_are_of_each_state(filled):
    """As who acts, or as who is acted upon."""
    tally = Tally.of(filled, Time())
    assert [1, 2] == tally.sums(tally.by)[tally.code("CHN")].tolist()
    assert [2, 0] == tally.sums(tally.to)[tally.code("CHN")].tolist()


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (None, None, 3),
        (date(2018, 2, 10), None, 2),
        (None, date(2018, 1, 12), 1),
        (date(2018, 2, 10), date(2018, 2, 10), 1),
        (date(2019, 1, 1), None, 0),
    ],
)
def test_a_time_includes_its_days(filled, first, last, count):
    """Open where none is told; of no stories there are no pairs."""
    assert count == len(Tally.of(filled, Time(first, last)))
