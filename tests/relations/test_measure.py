"""What is measured of stories, on tables made by hand."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.relations.measure import Coded
from facta.relations.stories import NO_DAY, Stories

KINDS = {
    ("talk", 1): 2.5,
    ("talk", 3): -2.0,
    ("commitment", 1): 2.5,
    ("commitment", 3): -3.5,
    ("deed", 2): 7.5,
    ("deed", 4): -6.0,
}


def stories(rows):
    """Stories of (rung, quad, day)."""
    table = pa.table(
        {
            "rung": [r for r, _, _ in rows],
            "quad": pa.array([q for _, q, _ in rows], pa.int8()),
            "intensity": pa.array([KINDS[r, q] for r, q, _ in rows], pa.float64()),
            "n_events": pa.array([1] * len(rows), pa.int32()),
            "n_independent": pa.array([1] * len(rows), pa.int32()),
            "outlets": pa.array([["Daily Ledger"]] * len(rows), pa.list_(pa.string())),
        }
    )
    return Stories(table, np.array([d for _, _, d in rows], np.int64))


def measured(rows, draws=200):
    coded = Coded.of(stories(rows))
    return coded.measures(np.ones(len(rows), bool), draws)


def by_month(rows, draws=200):
    """The measures of each month from July 2016 on."""
    coded = Coded.of(stories(rows))
    at = np.where(coded.month >= 558, coded.month - 558, -1)
    return coded, at, coded.by_period(at, 14, draws)


ROWS = st.lists(
    st.tuples(st.sampled_from(sorted(KINDS)), st.integers(17000, 17400) | st.just(NO_DAY)).map(lambda row: (*row[0], row[1])),
    max_size=60,
)


@given(ROWS)
@settings(max_examples=60)
def test_every_interval_contains_its_value_and_lies_in_its_range(rows):
    """For stories in any number, mix and order of months."""
    found = measured(rows)
    balances = [(b.balance, b.low, b.high) for b in (found.talk, found.commitment, found.deed) if b.balance is not None]
    ranges = [(b, 1) for b in balances]
    net = found.net if found.net and found.net.low is not None else None  # none where all are alike
    for one, most in ((found.say_do_gap, 2), (found.deed_share, 1), (net, 10)):
        ranges += [((one.value, one.low, one.high), most)] if one else []
    assert [] == [(i, most) for i, most in ranges if not -most <= i[1] <= i[0] <= i[2] <= most]
    assert len(rows) == found.stories == sum(b.coop + b.conf for b in (found.talk, found.commitment, found.deed))


def test_the_mean_of_stories_all_alike_has_no_interval():
    """Resampling them always gives the same, which is no certainty; of two kinds it does not."""
    alike, other = ("talk", 1), ("deed", 4)
    one, two = (measured([(*kind, 17000 + n) for n, kind in enumerate(kinds)]).net for kinds in ([alike] * 3, [alike, other] * 3))
    assert (None, None, True) == (one.low, one.high, two.low < two.value < two.high)


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_measures_do_not_depend_on_the_order_of_stories(rows, rng):
    """Intervals neither: what is drawn are counts."""
    other = list(rows)
    rng.shuffle(other)
    assert measured(rows) == measured(other)


@given(ROWS)
@settings(max_examples=25)
def test_a_period_among_others_is_measured_as_if_alone(rows):
    """Values and intervals."""
    coded, at, found = by_month(rows)
    assert [coded.measures(at == n, 200) for n in range(14)] == found


def test_a_period_of_many_stories_is_measured_as_if_alone_but_for_chance():
    """A hundred stories in a month."""
    coded, at, found = by_month([("talk", 3 if n % 4 == 0 else 1, 17000) for n in range(100)], 2000)
    alone, (other,) = coded.measures(at >= 0, 2000), (one for one in found if one.stories)
    assert (alone.talk.balance, alone.net.value) == (other.talk.balance, other.net.value)
    assert [alone.talk.low, alone.talk.high] == pytest.approx([other.talk.low, other.talk.high], abs=0.03)
    assert [alone.net.low, alone.net.high] == pytest.approx([other.net.low, other.net.high], abs=0.1)


def test_nothing_has_no_measures():
    """Zeros and nulls."""
    found = measured([])
    assert (0, 0, None, None, None, "too few deeds") == (
        found.stories, found.outlets, found.net, found.deed_share, found.say_do_gap, found.why_no_gap,
    )  # fmt: skip


def test_waves_of_news_make_intervals_wider_than_an_even_flow():
    """Eighty stories whose friendly ones all fall into half of the months, and eighty that are mixed in every month."""
    day = np.repeat(np.arange(8) * 31 + 17000, 10)
    waves = [("talk", 1 if n < 40 else 3, d) for n, d in enumerate(day.tolist())]
    even = [("talk", 1 if n % 2 else 3, d) for n, d in enumerate(day.tolist())]
    wide, narrow = (measured(rows, 1000).talk for rows in (waves, even))
    assert wide.balance == narrow.balance == 0
    assert wide.high - wide.low > 1.5 * (narrow.high - narrow.low)


def test_an_interval_of_even_news_is_about_the_textbooks():
    """Two hundred stories, one in four hostile, none in waves: .5 give or take 1.96 standard errors of a proportion, doubled."""
    rows = [("talk", 3 if n % 4 == 0 else 1, 17000 + 3 * n) for n in range(200)]
    found = measured(rows, 1000).talk
    error = 2 * 1.96 * np.sqrt(0.25 * 0.75 / 200)
    assert (0.5, pytest.approx(0.5 - error, abs=0.04), pytest.approx(0.5 + error, abs=0.04)) == (
        found.balance,
        found.low,
        found.high,
    )
