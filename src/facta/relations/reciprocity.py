"""Whether each side answers the other in kind: rank correlation of what they do to each other, at several lags."""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata, spearmanr

from facta.relations.periods import By, Periods, too_coarse
from facta.relations.records import Reciprocity
from facta.relations.resample import interval
from facta.relations.stories import Stories

Floats = NDArray[np.float64]
LAGS = (-3, -2, -1, 0, 1, 2, 3)
LEAST = 8
"""Periods in which both sides act, below which nothing is said."""
BLOCK = 4
"""Periods that are resampled together, since neighbouring ones resemble each other."""
_DRAWS = 400
_SEED = 20180911


def reciprocity(there: Stories, back: Stories, by: By, cut: Periods) -> tuple[Reciprocity, ...]:
    """Correlations at each lag of what each side does to the other; meetings and deals, which both do at once, are left out."""
    one, other = (_net(found, by, cut) for found in (there, back))
    return tuple(_at(lag, one, other) for lag in LAGS)


def _net(found: Stories, by: By, cut: Periods) -> Floats:
    """Summed intensity of what one side does to the other in each period; not a number where it does nothing."""
    out = np.full(len(cut), np.nan)
    if not len(found):
        return out
    coarse = found.holds("date_precision", lambda precision: too_coarse(by, precision))
    lone = ~np.asarray(found.table.column("symmetric"), bool) & ~coarse
    at = np.where(lone, cut.of(found.day), -1)
    sums = np.bincount(at[at >= 0], found.numbers("intensity")[at >= 0], minlength=len(cut))
    acted = np.bincount(at[at >= 0], minlength=len(cut)) > 0
    out[acted] = sums[acted]
    return out


def _at(lag: int, one: Floats, other: Floats) -> Reciprocity:
    x, y = (one[: len(one) - lag], other[lag:]) if lag >= 0 else (one[-lag:], other[:lag])
    both = np.isfinite(x) & np.isfinite(y)
    x, y = x[both], y[both]
    if len(x) < LEAST or len(set(x)) < 2 or len(set(y)) < 2:
        return Reciprocity(lag=lag, periods=len(x))
    value = float(spearmanr(x, y).statistic)
    low, high = interval(_resampled(x, y))
    return Reciprocity(lag=lag, value=round(value, 4), low=_rounded(low), high=_rounded(high), periods=len(x))


def _resampled(x: Floats, y: Floats) -> Floats:
    """The correlation in resamples of overlapping blocks of periods (Künsch 1989)."""
    rng = np.random.default_rng(_SEED)
    blocks = -(-len(x) // BLOCK)
    starts = rng.integers(0, max(1, len(x) - BLOCK + 1), (_DRAWS, blocks))
    index = np.minimum((starts[:, :, None] + np.arange(BLOCK)).reshape(_DRAWS, -1)[:, : len(x)], len(x) - 1)
    ranks = [rankdata(v[index], axis=1) for v in (x, y)]  # a resample repeats itself, so ties share their rank
    a, b = (r - r.mean(1, keepdims=True) for r in ranks)
    with np.errstate(invalid="ignore", divide="ignore"):
        out: Floats = (a * b).sum(1) / np.sqrt((a**2).sum(1) * (b**2).sum(1))
    return out


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
