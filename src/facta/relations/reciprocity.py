"""Whether each side answers the other in kind: rank correlation of what they do to each other, at several lags."""

import numpy as np
from numpy.typing import NDArray

from facta.relations.periods import By, Periods, too_coarse
from facta.relations.records import Reciprocity, digits
from facta.relations.resample import interval
from facta.relations.stories import Stories

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
LAGS = (-3, -2, -1, 0, 1, 2, 3)
LEAST = 8
"""Periods in which both sides act, below which nothing is said."""
BLOCK = 4
"""Periods that are resampled together, since neighbouring ones resemble each other."""
DRAWS = 400
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
    every = np.arange(len(x))[None]
    value = float(_correlation(x, y, every)[0])
    low, high = interval(_correlation(x, y, _resampled(len(x))))
    return Reciprocity(lag=lag, value=digits(value), low=digits(low), high=digits(high), periods=len(x))


def _resampled(periods: int) -> Ints:
    """(draws, periods): resamples of overlapping blocks of periods (Künsch 1989)."""
    rng = np.random.default_rng(_SEED)
    blocks = -(-periods // BLOCK)
    starts = rng.integers(0, max(1, periods - BLOCK + 1), (DRAWS, blocks))
    places = (starts[:, :, None] + np.arange(BLOCK)).reshape(DRAWS, -1)[:, :periods]
    return np.asarray(np.minimum(places, periods - 1), np.int64)


def _correlation(x: Floats, y: Floats, index: Ints) -> Floats:
    """Spearman's rho in each resample; index: (draws, periods)."""
    a, b = (r - r.mean(1, keepdims=True) for r in (_ranks(v, index) for v in (x, y)))
    with np.errstate(invalid="ignore", divide="ignore"):
        out: Floats = (a * b).sum(1) / np.sqrt((a**2).sum(1) * (b**2).sum(1))
    return out


def _ranks(values: Floats, index: Ints) -> Floats:
    """Ranks within each resample, ties sharing theirs, as `scipy.stats.rankdata`; counted, since sorting each takes longer."""
    known, code = np.unique(values, return_inverse=True)
    drawn = code[index] + len(known) * np.arange(len(index))[:, None]
    count = np.bincount(drawn.ravel(), minlength=len(index) * len(known)).reshape(len(index), -1)
    middle: Floats = np.cumsum(count, axis=1) - (count - 1) / 2
    return np.asarray(middle.ravel()[drawn])
