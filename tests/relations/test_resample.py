"""Resamples are those of the two-stage bootstrap, of any number of samples at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from facta.relations.resample import LARGE, Samples, interval, intervals, one_sided, ratio, weights


def samples(rows, number=2):
    """Stories of (sample, month, kind, value); each row stands for one."""
    sample, month, kind, value = (np.array(column) for column in zip(*rows, strict=True))
    return Samples(sample, month, kind, value.astype(float), np.ones(len(rows), np.int64), number, 3)


def stories(size, months, seed=0):
    """So many in one sample, in months that differ in size and kind; the value depends on both."""
    rng = np.random.default_rng(seed)
    month = rng.choice(months, size, p=(weight := rng.gamma(0.7, size=months)) / weight.sum())
    kind = (rng.random(size) < rng.beta(2, 1, months)[month]).astype(int)
    return [(0, m, k, 2 * k - 1.5 * (m % 2) + rng.integers(0, 3)) for m, k in zip(month.tolist(), kind.tolist(), strict=True)]


def two_stage(rows, size, seed=1):
    """(size, 2): share of kind 1 and mean value, of months drawn, then stories drawn within each."""
    rng = np.random.default_rng(seed)
    month, kind, value = (np.array(column) for column in list(zip(*rows, strict=True))[1:])
    blocks = [np.flatnonzero(month == m) for m in np.unique(month)]
    out = np.empty((size, 2))
    for n in range(size):
        drawn = np.concatenate([rng.choice(blocks[b], len(blocks[b])) for b in rng.integers(0, len(blocks), len(blocks))])
        out[n] = kind[drawn].mean(), value[drawn].mean()
    return out


@pytest.mark.parametrize(("size", "months"), [(LARGE, 6), (90, 40), (400, 24), (400, 1)])
def test_shares_and_means_vary_as_two_stages_make_them(size, months):
    """Drawn one by one or as Poisson variables: the same standard deviations and quantiles, but for chance."""
    rows = stories(size, months)
    counts, sums = samples(rows, 1).draws(4000)
    found = np.stack([counts[:, 0, 1] / counts[:, 0].sum(1), sums[:, 0] / counts[:, 0].sum(1)], 1)
    want = two_stage(rows, 4000)
    assert found.std(0) == pytest.approx(want.std(0), rel=0.07)
    for level in (0.025, 0.5, 0.975):
        apart = np.abs(np.quantile(found, level, axis=0) - np.quantile(want, level, axis=0))
        assert (apart < 0.2 * want.std(0)).all()


@pytest.mark.parametrize("size", [5, LARGE, LARGE + 1, 300])
def test_a_sample_beside_others_is_drawn_as_if_alone(size):
    """Whatever the order of its stories."""
    rows = stories(size, 4)
    counts, sums = samples(rows, 1).draws(100)
    others = [(1, m, k, v) for _, m, k, v in stories(70, 3, seed=5)]
    for beside in ([*others, *rows[::-1]], [*rows, *others[:9]]):
        more, added = samples(beside).draws(100)
        assert (counts[:, 0] == more[:, 0]).all()
        assert sums[:, 0] == pytest.approx(added[:, 0])


def test_sums_of_values_stay_between_the_least_and_the_greatest():
    """Though they are drawn from a normal law beside the counts of many."""
    counts, sums = samples([(0, 0, 0, 10)] * 39 + [(0, 0, 0, 9)], 1).draws(2000)
    mean = sums[:, 0] / counts[:, 0].sum(1)
    assert 9 <= mean.min() and mean.max() <= 10 + 1e-9


NUMBERS = st.floats(-5, 5) | st.just(np.nan)


@given(st.integers(1, 9).flatmap(lambda n: st.lists(st.lists(NUMBERS, min_size=n, max_size=n), min_size=1, max_size=4)))
def test_intervals_are_quantiles_of_what_is_known(columns):
    """As numpy has them, column by column."""
    found = intervals(np.array(columns).T)
    for column, bounds in zip(columns, found, strict=True):
        known = [x for x in column if not np.isnan(x)]
        want = np.quantile(known, [0.025, 0.975]) if len(known) * 2 >= len(column) else (None, None)
        assert tuple(want) == (pytest.approx(bounds) if known and bounds[0] is not None else bounds)


def test_draws_hold_as_many_months_as_there_are():
    """Each resample has whole months, with as many stories as each month has; the mean of all is the sample."""
    month, kind, one = np.repeat([1, 2, 3], 5), np.array([0, 0, 0, 1, 1] * 3), np.ones(15, np.int64)
    sample = Samples(np.zeros_like(month), month, kind, np.zeros(15), one, 1, 2)
    drawn = sample.draws(2000)[0][:, 0]
    assert ({15}, (2000, 2)) == (set(drawn.sum(1).tolist()), drawn.shape)
    assert [9, 6] == pytest.approx(drawn.mean(0).tolist(), abs=0.2)
    assert (drawn == sample.draws(2000)[0][:, 0]).all()


def test_no_stories_draw_nothing():
    """Zeros of the size asked for."""
    nothing = np.empty(0, np.int64)
    assert (3, 1, 2) == Samples(nothing, nothing, nothing, np.empty(0), nothing, 1, 2).draws(3)[0].shape
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
    assert (None, None) == one_sided(0, 0)
    assert (0.7225, 1.0) == tuple(round(x, 4) for x in one_sided(10, 10))


def test_a_ratio_by_zero_is_no_number():
    """Without a warning."""
    assert [0.5, True] == [(r := ratio(np.array([1, 1]), np.array([2, 0])))[0], bool(np.isnan(r[1]))]


@pytest.mark.parametrize("of", [1, 2, 7, 400])
def test_a_share_of_one_side_has_wilsons_interval(of):
    """As scipy computes it for any share."""
    for hits in (0, of):
        found = binomtest(hits, of).proportion_ci(0.95, method="wilson")
        assert pytest.approx((found.low, found.high)) == one_sided(hits, of)
