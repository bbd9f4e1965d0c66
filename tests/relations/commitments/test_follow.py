"""How far commitments were followed: the estimate is the textbook's, and chance is told beside it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from facta.relations.commitments import follow
from facta.relations.commitments.follow import HORIZONS, Watched, follow_through
from facta.relations.periods import months


def watched(day, acts, end):
    """Commitments by day, and for each the days of the acts that would meet it."""
    pairs = [(n, act) for n, some in enumerate(acts) for act in some]
    day = np.array(day, np.int64)
    commitment, act_day = (np.array(column, np.int64) for column in (zip(*pairs, strict=True) if pairs else ((), ())))
    return Watched(day, months(day), 0, end, commitment, act_day)


@pytest.mark.parametrize("seed", range(6))
def test_the_share_is_that_of_kaplan_and_meier(seed):
    """Against scipy on random censored data, at each horizon and on each day of the curve."""
    rng = np.random.default_rng(seed)
    day = np.sort(rng.integers(17000, 17700, 80))
    wait = rng.geometric(1 / rng.integers(20, 300), 80)
    end = 17800
    shares, curve = follow_through(watched(day, [[d + w] for d, w in zip(day, wait, strict=True)], end))
    seen = end - day
    late = wait > seen
    cdf = ecdf(CensoredData(uncensored=wait[~late], right=seen[late])).cdf
    assert [round(float(cdf.evaluate(h)), 4) for h in HORIZONS] == [shares[str(h)].share for h in HORIZONS]
    assert [round(float(cdf.evaluate(step.days)), 4) for step in curve] == [step.share for step in curve]


@pytest.mark.parametrize("seed", range(3))
def test_deeds_that_have_nothing_to_do_with_promises_give_the_placebo(seed):
    """Promises and deeds on days of their own over six years: the share is what chance gives, and the difference about zero."""
    rng = np.random.default_rng(seed)
    day = np.sort(rng.integers(15000, 17200, 300))
    deeds = [np.sort(rng.integers(14800, 17400, rng.poisson(6))) for _ in day]
    shares, _ = follow_through(watched(day, deeds, 17400))
    for share in shares.values():
        assert 0.08 > abs(share.excess)
        assert share.excess_low <= 0 <= share.excess_high


def test_deeds_that_follow_their_promises_exceed_the_placebo():
    """Each promise kept after ten days, and by nothing else: all are met, by chance hardly any."""
    day = np.arange(15000, 17000, 20)
    shares, _ = follow_through(watched(day, [[d + 10] for d in day], 17400))
    assert 1.0 == shares["30"].share
    assert shares["30"].placebo < 0.1
    assert shares["30"].excess_low > 0.8


def test_without_commitments_there_is_no_share():
    """Null, not zero."""
    shares, curve = follow_through(watched([], [], 17000))
    assert (["30", "90", "365"], ()) == (list(shares), curve)
    assert [(None, None, None, 0)] * 3 == [(s.share, s.low, s.placebo, s.at_risk) for s in shares.values()]


def test_what_is_not_watched_long_enough_leaves_the_risk():
    """Of two promises one was watched for 50 days, the other for 500 without a deed: at 90 days one is at risk."""
    shares, _ = follow_through(watched([17000, 17450], [[], []], 17500))
    assert [2, 1, 1] == [s.at_risk for s in shares.values()]
    assert [0.0, 0.0, 0.0] == [s.share for s in shares.values()]


def test_where_nobody_is_at_risk_nothing_is_known():
    """Neither a share nor a curve of a promise watched for 3 days; no curve beyond the day on which the last was watched."""
    shares, curve = follow_through(watched([17000], [[]], 17003))
    assert ([None] * 3, [None] * 3, ()) == ([s.share for s in shares.values()], [s.placebo for s in shares.values()], curve)
    assert [(None, None, None)] * 3 == [(s.low, s.excess, s.excess_low) for s in shares.values()]
    shares, curve = follow_through(watched([17000, 17080], [[17020], []], 17100))
    assert [None] * 3 == [s.share for s in shares.values()]
    assert [0, 7, 14, 20] == [step.days for step in curve]


def test_a_curve_of_few_steps_rises_on_the_day_of_each():
    """Not at the next of the days that every curve has: an answer after 336 days is not drawn at a year."""
    _, curve = follow_through(watched([17000, 17000], [[17099], [17336]], 18000))
    assert [(99, 0.5), (336, 1.0)] == [(step.days, step.share) for step in curve if step.days in (99, 336)]
    assert {0.0, 0.5, 1.0} == {step.share for step in curve}


def test_a_curve_of_many_steps_has_the_days_that_every_curve_has():
    """Beyond two dozen, more would be drawn than can be seen."""
    day = [17000] * 60
    _, curve = follow_through(watched(day, [[17000 + n] for n in range(1, 61)], 18000))
    assert [0, 7, 14, 21, 30, 45, 60] == [step.days for step in curve if step.days <= 60]


def test_once_all_are_met_it_stays_so():
    """Though nobody is at risk any more."""
    shares, curve = follow_through(watched([17000, 17010], [[17004], [17012]], 17050))
    assert [1.0] * 3 == [s.share for s in shares.values()]
    assert 365 == curve[-1].days


def test_one_sided_shares_are_not_taken_as_certain():
    """All of ten kept, none of ten kept: Wilson's interval."""
    day = np.arange(15000, 15200, 20)
    kept, lost = (follow_through(watched(day, acts, 17400))[0]["365"] for acts in ([[d + 10] for d in day], [[] for _ in day]))
    assert ((1.0, 0.7225, 1.0), (0.0, 0.0, 0.2775)) == ((kept.share, kept.low, kept.high), (lost.share, lost.low, lost.high))


def test_a_share_of_all_or_nothing_does_not_make_the_difference_certain():
    """It is as uncertain as the share and the placebo are together (Newcombe)."""
    day = np.arange(15000, 15120, 30)
    kept, lost = (follow_through(watched(day, acts, 17400))[0]["30"] for acts in ([[d + 10] for d in day], [[] for _ in day]))
    assert (0.0, -lost.high, lost.high) == (lost.excess, lost.excess_low, lost.excess_high)
    assert kept.excess_low < kept.excess < kept.excess_high


def test_a_placebo_that_meets_nothing_is_not_certain_either():
    """Ten promises that no act ever keeps, before or after: both placebos are as uncertain as the share (Wilson)."""
    lost = follow_through(watched(np.arange(15000, 15200, 20), [[]] * 10, 17400))[0]["90"]
    assert [(0.0, 0.0, 0.2775)] * 3 == [
        (lost.share, lost.low, lost.high),
        (lost.placebo, lost.placebo_low, lost.placebo_high),
        (lost.before, lost.before_low, lost.before_high),
    ]


def test_who_is_met_on_the_last_day_counts_once():
    """Ten promises kept after thirty days each: within thirty days that is ten of ten, not twenty of twenty."""
    day = np.arange(15000, 15200, 20)
    kept = follow_through(watched(day, [[d + 30] for d in day], 17400))[0]["30"]
    assert (1.0, 0.7225, 1.0) == (kept.share, kept.low, kept.high)


def test_the_curve_has_the_intervals_of_the_shares():
    """Also where nobody is met, whose band would else be a line; on the day of the promise nobody can be."""
    day = np.arange(15000, 17000, 50)
    for acts in ([[] for _ in day], [[d + 20] for d in day[::2]] + [[] for _ in day[1::2]], [[d + 5] for d in day]):
        shares, curve = follow_through(watched(day, acts, 17400))
        steps = {step.days: (step.share, step.low, step.high) for step in curve}
        assert (0.0, 0.0, 0.0) == steps[0]
        assert [(s.share, s.low, s.high) for s in shares.values()] == [steps[h] for h in HORIZONS]


def test_the_share_is_held_against_the_days_before_too():
    """Promises that answer deeds: each has such an act ten days before it and one twenty days after it: that says nothing."""
    day = np.arange(15000, 17000, 50)
    shares, _ = follow_through(watched(day, [[d - 10, d + 20] for d in day], 17400))
    assert (1.0, 1.0, 0.0) == (shares["30"].share, shares["30"].before, shares["30"].over_before)
    assert shares["30"].over_before_low < 0 < shares["30"].over_before_high
    late, _ = follow_through(watched(day, [[d + 20] for d in day], 17400))
    assert late["30"].over_before_low > 0.5


def test_an_act_on_the_day_of_the_promise_or_before_it_meets_nothing():
    """Only what comes after."""
    shares, _ = follow_through(watched([17000], [[16990, 17000]], 17500))
    assert 0.0 == shares["365"].share


def test_an_act_after_the_last_day_watched_meets_nothing():
    """A report dated ahead of its time."""
    shares, _ = follow_through(watched([17000], [[17020]], 17010))
    assert (None, 0) == (shares["30"].share, shares["30"].at_risk)


def test_shares_do_not_depend_on_how_many_are_added_at_once(monkeypatch):
    """Sums are exact, in parts of any size."""
    rng = np.random.default_rng(1)
    day = np.sort(rng.integers(15000, 17000, 60))
    asked = watched(day, [rng.integers(15000, 17400, 3) for _ in day], 17400)
    whole = follow_through(asked)
    monkeypatch.setattr(follow, "_EXACT", 7)
    assert whole == follow_through(asked)


CASES = st.lists(st.tuples(st.integers(-400, 400), st.lists(st.integers(-400, 900), max_size=4)), min_size=1, max_size=12)


@given(CASES, st.integers(400, 900))
def test_the_first_act_after_each_promise_is_found(cases, end):
    """Against a search one by one; days before 1970 too."""
    day, acts = [d for d, _ in cases], [a for _, a in cases]
    found = watched(day, acts, end).first(np.array(day, np.int64))
    want = [min((a - d for a in some if a > d), default=None) for d, some in cases]
    assert want == [int(f) if f < 10_000 else None for f in found]


@given(CASES, st.integers(400, 900))
@settings(max_examples=10)
def test_shares_grow_with_the_horizon_and_lie_in_their_intervals(cases, end):
    """Between 0 and 1."""
    shares, curve = follow_through(watched([d for d, _ in cases], [a for _, a in cases], end))
    some = [s.share for s in shares.values() if s.share is not None]
    assert sorted(some) == some and all(0 <= share <= 1 for share in some)
    assert [s.share for s in shares.values()][: len(some)] == some
    assert [] == [s for s in (*shares.values(), *curve) if s.low is not None and not s.low - 1e-4 <= s.share <= s.high + 1e-4]


def test_the_days_before_are_the_history_run_backwards():
    """Two of four commitments have such an act within thirty days before them, another one eighty days before."""
    day = [17400, 17500, 17600, 17700]
    shares, _ = follow_through(watched(day, [[17390], [17480, 17510], [17520], [17701]], 17800))
    assert {"30": 0.5, "90": 0.75, "365": 0.75} == {h: share.before for h, share in shares.items()}


def test_what_the_store_does_not_reach_back_to_is_censored():
    """A commitment made ten days after the first report says nothing of thirty days before it."""
    found = watched([17010, 17500], [[], [17480]], 17800)
    shares, _ = follow_through(Watched(found.day, found.month, 17000, found.end, found.commitment, found.act_day))
    assert 1.0 == shares["30"].before


def test_a_history_turned_twice_is_itself():
    """Days are counted from the other end, and back."""
    found = watched([17010, 17500], [[17100], [17480]], 17800)
    twice = found.turned().turned()
    assert (found.day.tolist(), found.act_day.tolist()) == (twice.day.tolist(), twice.act_day.tolist())
