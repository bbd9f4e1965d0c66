"""What is measured of stories, on tables made by hand."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from facta.relations.measure import Coded
from facta.relations.resample import Sample, interval, proportion, ratio, weights
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
    for one, most in ((found.say_do_gap, 2), (found.deed_share, 1), (found.net, 10)):
        ranges += [((one.value, one.low, one.high), most)] if one else []
    assert [] == [(i, most) for i, most in ranges if not -most <= i[1] <= i[0] <= i[2] <= most]
    assert len(rows) == found.stories == sum(b.coop + b.conf for b in (found.talk, found.commitment, found.deed))


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_measures_do_not_depend_on_the_order_of_stories(rows, rng):
    """Intervals neither: what is drawn are counts."""
    other = list(rows)
    rng.shuffle(other)
    assert measured(rows) == measured(other)


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


def test_draws_hold_as_many_months_as_there_are():
    """Each resample has whole months, with as many stories as each month has; the mean of all is the sample."""
    sample = Sample.of(np.repeat([1, 2, 3], 5), np.array([0, 0, 0, 1, 1] * 3), 2)
    drawn = sample.draws(2000)
    assert ({15}, (2000, 2)) == (set(drawn.sum(1).tolist()), drawn.shape)
    assert [9, 6] == pytest.approx(drawn.mean(0).tolist(), abs=0.2)
    assert (drawn == sample.draws(2000)).all()


def test_no_stories_draw_nothing():
    """Zeros of the size asked for."""
    nothing = np.empty(0, np.int64)
    assert (3, 0) == Sample.of(nothing, nothing, 0).draws(3).shape
    assert (3, 0) == weights(nothing, 3).shape


def test_weights_count_stories_within_the_months_drawn():
    """Three months of two, three and one stories: a month that is drawn twice has twice its stories."""
    month = np.array([1, 1, 2, 2, 2, 3])
    drawn = weights(month, 500)
    assert (500, 6) == drawn.shape
    per = np.stack([drawn[:, month == m].sum(1) / (month == m).sum() for m in (1, 2, 3)], 1)
    assert {3.0} == set(per.sum(1).tolist())


def test_an_interval_needs_half_of_the_resamples():
    """Where most of them give no number, nothing is said."""
    assert (None, None) == interval(np.array([np.nan, np.nan, 1.0]))
    assert (1.0, 1.0) == interval(np.array([np.nan, 1.0, 1.0]))


def test_a_proportion_of_nothing_has_no_interval():
    """And one-sided ones have Wilson's."""
    draws = np.ones(10)
    assert (None, None) == proportion(0, 0, draws)
    assert (0.7225, 1.0) == tuple(round(x, 4) for x in proportion(10, 10, draws))


def test_a_ratio_by_zero_is_no_number():
    """Without a warning."""
    assert [0.5, True] == [(r := ratio(np.array([1, 1]), np.array([2, 0])))[0], bool(np.isnan(r[1]))]


@pytest.mark.parametrize("of", [1, 2, 7, 400])
def test_a_share_of_one_side_has_wilsons_interval(of):
    """As scipy computes it for any share."""
    for hits in (0, of):
        found = binomtest(hits, of).proportion_ci(0.95, method="wilson")
        assert pytest.approx((found.low, found.high)) == proportion(hits, of, np.empty(0))
