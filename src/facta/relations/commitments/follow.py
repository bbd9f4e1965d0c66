"""How far commitments were followed by acts that keep them: a Kaplan-Meier curve, its placebo, and the difference.

A commitment is at risk from its day until the deed that meets it, the end of the longest horizon, or the last day that reports
are of (Kaplan and Meier 1958). Where none is at risk any more and not all were met, the share is unknown. The placebo gives each
commitment the date of another of the pair, many times over: what a busy relation meets by chance. `scipy.stats.ecdf` has the same
estimate but no weights, which resampling needs; a test compares the two.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.relations.records import Share, Step, digits
from facta.relations.resample import difference, interval, one_sided, weights

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Counts: TypeAlias = Singles | csr_array
Bounded: TypeAlias = tuple[float | None, float | None, float | None]
"""A share with its interval."""

HORIZONS = (30, 90, 365)
LONGEST = max(HORIZONS)
SHUFFLES = 200
_SEED = 20180911
_CURVE = (0, 7, 14, 21, 30, 45, 60, 75, 90, 120, 150, 180, 210, 240, 270, 300, 330, 365)
_STEPS = 24  # up to so many a curve is drawn with each of its own; of more it is smooth enough between the days above
_EXACT = 40_000  # commitments whose weights and counts (SHUFFLES each at most) add up to a whole number that a single holds
_SPARSE = 0.05  # share of cells that are not zero
_LEAST = 1e-9  # a share that differs from nothing by rounding alone
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
    """How often commitments are met, and end, on each day after they were made; (LONGEST + 1, commitments).

    Whole numbers in single precision: their sums are exact up to 2**24, and products of such matrices take half the time.
    """

    met: Counts
    ended: Counts
    """By being met, or watched no longer."""

    @classmethod
    def of(cls, wait: Ints, observed: Ints) -> "Course":
        """From days to the act and days observed, (..., commitments); what each lives through more than once is summed."""
        which = np.broadcast_to(np.arange(wait.shape[-1]), wait.shape)
        kept = (wait <= observed) & (wait <= LONGEST)
        last = np.clip(np.minimum(wait, observed), 0, LONGEST)
        return cls(_counted(wait[kept], which[kept], wait.shape[-1]), _counted(last.ravel(), which.ravel(), wait.shape[-1]))

    def at_risk(self) -> NDArray[Any]:
        """How many are unanswered and watched on each day, (LONGEST + 1,)."""
        ended = np.asarray(self.ended.sum(axis=1)).ravel()
        return np.asarray(np.cumsum(ended[::-1])[::-1])

    def decided(self) -> NDArray[Any]:
        """Of how many it is known by each day whether they were met, (LONGEST + 1,): those met, and those watched so long."""
        met = np.asarray(self.met.sum(axis=1)).ravel()
        return np.asarray(np.cumsum(met) - met + self.at_risk())

    def share(self, weight: NDArray[Any]) -> Floats:
        """Share met by each day, (LONGEST + 1, ...); weight: (..., commitments), whole numbers."""
        whole = np.ascontiguousarray(weight.T, np.float32)
        met, risk = _summed(self.met, whole), _summed(self.ended, whole)
        for day in range(LONGEST, 0, -1):  # a day at a time is twice as fast as `cumsum` down the columns
            risk[day - 1] += risk[day]
        left: Floats = np.divide(met, np.maximum(risk, 1, out=risk), dtype=np.float64)  # where nobody is at risk nobody is met
        np.subtract(1, left, out=left)
        for day in range(1, LONGEST + 1):
            left[day] *= left[day - 1]
        return np.subtract(1, left, out=left)


def _counted(day: Ints, which: Ints, commitments: int) -> Counts:
    """How often each commitment has each day; sparse where that is the faster to multiply."""
    shape = (LONGEST + 1, commitments)
    if len(day) < _SPARSE * (LONGEST + 1) * commitments:
        return csr_array((np.ones(len(day), np.float32), (day, which)), shape=shape)
    return np.bincount(day * commitments + which, minlength=shape[0] * shape[1]).reshape(shape).astype(np.float32)


def _summed(counts: Counts, weight: Singles) -> NDArray[Any]:
    """The product of both, exact: in double precision where it takes several parts."""
    parts = [slice(n, n + _EXACT) for n in range(0, len(weight), _EXACT)]
    sums = [np.asarray(counts[:, some] @ weight[some]) for some in parts]
    return sums[0] if len(sums) == 1 else np.asarray(np.sum(sums, axis=0, dtype=np.float64))


def follow_through(watched: Watched) -> tuple[dict[str, Share], tuple[Step, ...]]:
    """The share met inside each horizon beside its placebo, and the curve."""
    if not len(watched.day):
        nothing = dict.fromkeys((f for f in Share.__struct_fields__ if f != "at_risk"), None)
        return {str(h): Share(**nothing, at_risk=0) for h in HORIZONS}, ()
    wait, observed = watched.first(watched.day), watched.end - watched.day
    placebo, drawn = _placebo(watched), weights(watched.month)
    one = np.ones(len(watched.day))
    past = watched.turned()
    met, before = (
        Curve.of(course, one, drawn)
        for course in (Course.of(wait, observed), Course.of(past.first(past.day), past.end - past.day))
    )
    by_chance = Curve.of(placebo, one, drawn, times=SHUFFLES)
    shares = {str(h): _share(h, int((np.minimum(wait, observed) >= h).sum()), met, by_chance, before) for h in HORIZONS}
    rises = (np.flatnonzero(np.diff(met.share) > _LEAST) + 1).tolist()
    days = [day for day in sorted({*_CURVE, *(rises if len(rises) <= _STEPS else ())}) if met.known[day]]
    curve = tuple(_step(day, met.bounds(day) if day else (0.0, 0.0), met.share, by_chance.at(day)) for day in days)
    return shares, curve if len(curve) > 1 else ()  # the day of the commitment alone is no curve


def _placebo(watched: Watched) -> Course:
    """The courses that shuffles of the commitments' dates give."""
    rng = np.random.default_rng(_SEED)
    days = np.stack([rng.permutation(watched.day) for _ in range(SHUFFLES)])
    return Course.of(watched.first(days), watched.end - days)


@dataclass(frozen=True)
class Curve:
    """Shares met by each day."""

    share: Floats
    """(LONGEST + 1,)"""
    drawn: Floats
    """Its resamples, (LONGEST + 1, size)."""
    known: NDArray[np.bool_]
    """On which days there is a share: while somebody is at risk, and for good where it came to all; (LONGEST + 1,)."""

    decided: Floats
    """Of how many commitments it is known by each day whether they were met, (LONGEST + 1,)."""

    @classmethod
    def of(cls, course: Course, one: Floats, drawn: NDArray[Any], *, times: int = 1) -> "Curve":
        """one, drawn: weights of the commitments, and those of resamples; times: how often the course counts each."""
        share = course.share(one)
        known = (course.at_risk() > 0) | (share >= 1)
        return cls(share, course.share(drawn), known, course.decided() / times)

    def at(self, day: int) -> float | None:
        """The share by a day; None where nothing was watched so long."""
        return float(self.share[day]) if self.known[day] else None

    def bounds(self, day: int) -> tuple[float, float] | tuple[None, None]:
        """Its interval; by formula where all or none were met: resamples do not vary there, and would claim to be certain."""
        if not self.known[day]:
            return None, None
        decided = round(float(self.decided[day]))
        return one_sided(round(self.share[day]) * decided, decided) if self._flat(day) else interval(self.drawn[day])

    def less(self, other: "Curve", day: int) -> Bounded:
        """What its share by a day is above that of another, whose resamples are of the same commitments."""
        one, two = self.at(day), other.at(day)
        if one is None or two is None:
            return None, None, None
        if self._flat(day) or other._flat(day):
            return one - two, *_difference((one, *self.bounds(day)), (two, *other.bounds(day)))
        return one - two, *interval(self.drawn[day] - other.drawn[day])

    def _flat(self, day: int) -> bool:
        """Whether all or none were met."""
        return not _LEAST < self.share[day] < 1 - _LEAST


def _share(h: int, at_risk: int, met: Curve, by_chance: Curve, before: Curve) -> Share:
    known = met.at(h) is not None  # chance alone says nothing
    told = {
        "share": (met.at(h), *met.bounds(h)),
        "placebo": (by_chance.at(h), *by_chance.bounds(h)) if known else _NOTHING,
        "excess": met.less(by_chance, h),
        "before": (before.at(h), *before.bounds(h)),
        "over_before": met.less(before, h),
    }
    names = {"share": ("share", "low", "high")}
    fields = {
        field: digits(value)
        for name, some in told.items()
        for field, value in zip(names.get(name, (name, f"{name}_low", f"{name}_high")), some, strict=True)
    }
    return Share(**fields, at_risk=at_risk)


_NOTHING: Bounded = (None, None, None)


def _difference(one: Bounded, other: Bounded) -> tuple[float, float] | tuple[None, None]:
    known = [value for value in (*one, *other) if value is not None]
    return difference((known[0], known[1], known[2]), (known[3], known[4], known[5])) if len(known) == 6 else (None, None)


def _step(day: int, bounds: tuple[float | None, float | None], curve: Floats, chance: float | None) -> Step:
    low, high = (digits(bound) for bound in bounds)
    return Step(days=day, share=digits(float(curve[day])), low=low, high=high, placebo=digits(chance))
