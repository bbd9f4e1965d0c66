"""How far commitments were followed by deeds: a Kaplan-Meier curve, its placebo, and the difference.

A commitment is at risk from its day until the deed that meets it, the end of the longest horizon, or the last day that reports
are of (Kaplan and Meier 1958). The placebo gives each commitment the date of another of the pair, many times over: what a busy
relation meets by chance. `scipy.stats.ecdf` has the same estimate but no weights, which resampling needs; a test compares the
two.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.relations.records import Share, Step
from facta.relations.resample import interval, proportion, weights

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

HORIZONS = (30, 90, 365)
LONGEST = max(HORIZONS)
SHUFFLES = 200
_SEED = 20180911
_CURVE = (0, 7, 14, 21, 30, 45, 60, 75, 90, 120, 150, 180, 210, 240, 270, 300, 330, 365)
_FAR = 1 << 20  # more days than any two acts are apart


@dataclass(frozen=True)
class Watched:
    """Commitments and the acts that would meet them."""

    day: Ints
    """Of each commitment, since 1970."""
    month: Ints
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

    @cached_property
    def _places(self) -> Ints:
        """Commitment and day of each act as one number, ascending, and an end: sorted once for all shuffles."""
        return np.append(np.sort(self.commitment * _FAR + self.act_day), np.iinfo(np.int64).max)


@dataclass(frozen=True)
class Course:
    """What happens to commitments on each day after they were made; (commitments, LONGEST + 1)."""

    met: Floats
    at_risk: Floats

    @classmethod
    def of(cls, wait: Ints, observed: Ints) -> "Course":
        """From days to the act and days observed."""
        grid = np.arange(LONGEST + 1)
        last = np.clip(np.minimum(wait, observed), 0, LONGEST)
        met = (wait[..., None] == grid) & (wait <= observed)[..., None]
        return cls(met.astype(np.float64), (last[..., None] >= grid).astype(np.float64))

    def share(self, weight: Floats | Ints) -> Floats:
        """Share met by each day, (..., LONGEST + 1); weight (..., commitments)."""
        met, risk = weight @ self.met, weight @ self.at_risk
        hazard = np.where(risk > 0, met / np.where(risk > 0, risk, 1), 0.0)
        out: Floats = 1 - np.cumprod(1 - hazard, axis=-1)
        return out


def follow_through(watched: Watched) -> tuple[dict[str, Share], tuple[Step, ...]]:
    """The share met inside each horizon beside its placebo, and the curve."""
    if not len(watched.day):
        nothing = dict.fromkeys((f for f in Share.__struct_fields__ if f != "at_risk"), None)
        return {str(h): Share(**nothing, at_risk=0) for h in HORIZONS}, ()
    wait, observed = watched.first(watched.day), watched.end - watched.day
    real = Course.of(wait, observed)
    placebo = _placebo(watched)
    drawn = weights(watched.month)
    one = np.ones(len(watched.day))
    curve, chance = real.share(one), placebo.share(one)
    drawn_curve, drawn_chance = _resampled(wait, observed, drawn), placebo.share(drawn)
    shares = {str(h): _share(h, real, (curve, drawn_curve), (chance, drawn_chance)) for h in HORIZONS}
    return shares, tuple(_step(d, curve, drawn_curve, chance) for d in _CURVE)


def _placebo(watched: Watched) -> Course:
    """The mean course over shuffles of the commitments' dates."""
    rng = np.random.default_rng(_SEED)
    met, ended = np.zeros((2, len(watched.day), LONGEST + 1))
    every = np.arange(len(watched.day))
    for _ in range(SHUFFLES):
        day = rng.permutation(watched.day)
        wait, observed = watched.first(day), watched.end - day
        seen = np.flatnonzero((wait <= observed) & (wait <= LONGEST))
        met[seen, wait[seen]] += 1
        ended[every, np.clip(np.minimum(wait, observed), 0, LONGEST)] += 1
    return Course(met / SHUFFLES, ended[:, ::-1].cumsum(axis=1)[:, ::-1] / SHUFFLES)


def _resampled(wait: Ints, observed: Ints, drawn: Ints) -> Floats:
    """The share met in each resample; commitments with the same course are counted first, since there are few courses."""
    kinds, which = np.unique(
        np.stack([np.minimum(wait, LONGEST + 1), np.clip(observed, -1, LONGEST + 1)]), axis=1, return_inverse=True
    )
    of_kind = csr_array((np.ones(len(wait)), which.reshape(-1), np.arange(len(wait) + 1)), shape=(len(wait), kinds.shape[1]))
    return Course.of(kinds[0], kinds[1]).share(drawn @ of_kind)


def _share(h: int, real: Course, met: tuple[Floats, Floats], by_chance: tuple[Floats, Floats]) -> Share:
    """met, by_chance: the curve and its resamples."""
    (curve, drawn), (chance, drawn_chance) = met, by_chance
    at_risk = int(real.at_risk[:, h].sum())
    decided = int((real.met[:, : h + 1].sum(1) > 0).sum()) + at_risk
    low, high = proportion(round(float(curve[h]) * decided), decided, drawn[:, h])
    placebo_low, placebo_high = interval(drawn_chance[:, h])
    excess_low, excess_high = interval(drawn[:, h] - drawn_chance[:, h])
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
        at_risk=at_risk,
    )


def _step(day: int, curve: Floats, drawn: Floats, chance: Floats) -> Step:
    low, high = interval(drawn[:, day])
    return Step(
        days=day, share=round(float(curve[day]), 4), low=_rounded(low), high=_rounded(high), placebo=_rounded(chance[day])
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 4)
