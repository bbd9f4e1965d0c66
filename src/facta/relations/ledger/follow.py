"""How far commitments were followed by deeds: a Kaplan-Meier curve, its placebo, and the difference.

A commitment is at risk from its day until the deed that meets it, the end of the longest horizon, or the last day that reports
are of (Kaplan and Meier 1958). The placebo gives each commitment the date of another of the pair, many times over: what a busy
relation meets by chance. `scipy.stats.ecdf` has the same estimate but no weights, which resampling needs; a test compares the
two.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facta.relations.records import Share, Step
from facta.relations.resample import interval, proportion, weights

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]

HORIZONS = (30, 90, 365)
LONGEST = max(HORIZONS)
SHUFFLES = 200
_SEED = 20180911
_CURVE = (0, 7, 14, 21, 30, 45, 60, 75, 90, 120, 150, 180, 210, 240, 270, 300, 330, 365)
_EXACT = 40_000  # commitments whose weights and counts (SHUFFLES each at most) add up to a whole number that a single holds
_FAR = 1 << 20  # more days than any two acts are apart


@dataclass(frozen=True)
class Watched:
    """Commitments and the acts that would meet them."""

    day: Ints
    """Of each commitment, since 1970."""
    month: Ints
    start: int
    """First day observed."""
    end: int
    """Last day observed."""
    commitment: Ints
    """Of each pair of a commitment and an act that meets it."""
    act_day: Ints
    """Day of that act."""

    def first(self, day: Ints) -> Ints:
        """Days from a day given for each commitment (..., commitments) to the first act after it; `_FAR` for none."""
        asked = np.arange(len(self.day)) * _FAR + day
        found = self._places[np.searchsorted(self._places, asked, side="right")] - asked
        return np.where((found > 0) & (found < _FAR - day), found, _FAR)

    def turned(self) -> "Watched":
        """The same history run backwards: what came before a commitment comes after it."""
        ends = self.start + self.end
        return replace(self, day=ends - self.day, act_day=ends - self.act_day)

    @cached_property
    def _places(self) -> Ints:
        """Commitment and day of each act as one number, ascending, and an end: sorted once for all shuffles."""
        return np.append(np.sort(self.commitment * _FAR + self.act_day), np.iinfo(np.int64).max)


@dataclass(frozen=True)
class Course:
    """How often commitments are met, and end, on each day after they were made; (commitments, LONGEST + 1).

    Whole numbers in single precision: their sums are exact up to 2**24, and products of such matrices take half the time.
    """

    met: Singles
    ended: Singles
    """By being met, or watched no longer."""

    @classmethod
    def of(cls, wait: Ints, observed: Ints) -> "Course":
        """From days to the act and days observed, (..., commitments); what each lives through more than once is summed."""
        met, ended = np.zeros((2, wait.shape[-1], LONGEST + 1), np.float32)
        every = np.arange(wait.shape[-1])
        for waits, seen in zip(np.atleast_2d(wait), np.atleast_2d(observed), strict=True):
            kept = np.flatnonzero((waits <= seen) & (waits <= LONGEST))
            met[kept, waits[kept]] += 1
            ended[every, np.clip(np.minimum(waits, seen), 0, LONGEST)] += 1
        return cls(met, ended)

    def share(self, weight: NDArray[Any]) -> Floats:
        """Share met by each day, (..., LONGEST + 1); weight: (..., commitments), whole numbers."""
        whole = weight.astype(np.float32)
        met, ended = _summed(whole, self.met), _summed(whole, self.ended)
        risk = np.flip(np.flip(ended, -1).cumsum(-1), -1)
        met /= np.maximum(risk, 1)  # where nobody is at risk nobody is met
        np.subtract(1, met, out=met)
        np.cumprod(met, axis=-1, out=met)
        return np.subtract(1, met, out=met)


def _summed(weight: Singles, counts: Singles) -> Floats:
    """The product of both, by parts whose sums are exact."""
    parts = (slice(n, n + _EXACT) for n in range(0, len(counts), _EXACT))
    return np.asarray(sum((weight[..., some] @ counts[some]).astype(np.float64) for some in parts))


def follow_through(watched: Watched) -> tuple[dict[str, Share], tuple[Step, ...]]:
    """The share met inside each horizon beside its placebo, and the curve."""
    if not len(watched.day):
        nothing = dict.fromkeys((f for f in Share.__struct_fields__ if f != "at_risk"), None)
        return {str(h): Share(**nothing, at_risk=0) for h in HORIZONS}, ()
    wait, observed = watched.first(watched.day), watched.end - watched.day
    placebo, drawn = _placebo(watched), weights(watched.month)
    one = np.ones(len(watched.day))
    met = Course.of(wait, observed).share(one), _resampled(wait, observed, drawn)
    by_chance = placebo.share(one), placebo.share(drawn)
    past = watched.turned()
    wait_before, observed_before = past.first(past.day), past.end - past.day
    before = Course.of(wait_before, observed_before).share(one), _resampled(wait_before, observed_before, drawn)
    shares = {str(h): _share(h, (wait, observed), met, by_chance, before) for h in HORIZONS}
    return shares, tuple(_step(d, *met, by_chance[0]) for d in _CURVE)


def _placebo(watched: Watched) -> Course:
    """The courses that shuffles of the commitments' dates give."""
    rng = np.random.default_rng(_SEED)
    days = np.stack([rng.permutation(watched.day) for _ in range(SHUFFLES)])
    return Course.of(watched.first(days), watched.end - days)


def _resampled(wait: Ints, observed: Ints, drawn: NDArray[Any]) -> Floats:
    """The share met in each resample; commitments with the same course are counted first, since there are few courses."""
    within = np.stack([np.minimum(wait, LONGEST + 1), np.clip(observed, -1, LONGEST + 1) + 1])
    code, which = np.unique(within[0] * (LONGEST + 3) + within[1], return_inverse=True)
    order = np.argsort(which, kind="stable")
    of_kind = np.add.reduceat(drawn.T[order], np.searchsorted(which[order], np.arange(len(code))))
    return Course.of(code // (LONGEST + 3), code % (LONGEST + 3) - 1).share(of_kind.T)


Curve = tuple[Floats, Floats]
"""A curve and its resamples."""


def _share(h: int, days: tuple[Ints, Ints], met: Curve, by_chance: Curve, before: Curve) -> Share:
    """days: to the act and observed."""
    wait, observed = days
    (curve, drawn), (chance, drawn_chance) = met, by_chance
    at_risk = int((np.minimum(wait, observed) >= h).sum())
    decided = int(((wait <= observed) & (wait <= h)).sum()) + at_risk
    low, high = proportion(round(float(curve[h]) * decided), decided, drawn[:, h])
    placebo_low, placebo_high = interval(drawn_chance[:, h])
    excess_low, excess_high = interval(drawn[:, h] - drawn_chance[:, h])
    before_low, before_high = interval(before[1][:, h])
    return Share(
        share=_rounded(curve[h]),
        low=_rounded(low),
        high=_rounded(high),
        placebo=_rounded(chance[h]),
        placebo_low=_rounded(placebo_low),
        placebo_high=_rounded(placebo_high),
        excess=_rounded(curve[h] - chance[h]),
        excess_low=_rounded(excess_low),
        excess_high=_rounded(excess_high),
        before=_rounded(before[0][h]),
        before_low=_rounded(before_low),
        before_high=_rounded(before_high),
        at_risk=at_risk,
    )


def _step(day: int, curve: Floats, drawn: Floats, chance: Floats) -> Step:
    low, high = interval(drawn[:, day])
    return Step(
        days=day, share=round(float(curve[day]), 4), low=_rounded(low), high=_rounded(high), placebo=_rounded(chance[day])
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 4)
