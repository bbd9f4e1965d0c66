"""Resample stories in blocks, for every interval of this room: calendar months first, then stories within each month drawn.

A two-stage block bootstrap (Davison and Hinkley 1997, ch. 3.8): news comes in waves, so stories of one month are not
independent of each other. Stories are alike to a measure when they fall into the same category (rung, direction, intensity),
so counts of categories are drawn rather than stories, and an answer costs the same however many stories there are.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

DRAWS = 1000
LEVEL = 0.95
_Z = float(norm.ppf((1 + LEVEL) / 2))
_SEED = 20180911
_CELLS = 4_000_000  # numbers drawn at once


@dataclass(frozen=True)
class Sample:
    """Stories as counts of categories by month."""

    counts: Ints
    """(months, categories)"""

    @classmethod
    def of(cls, month: Ints, category: Ints, categories: int) -> "Sample":
        """From the month and the category of each story."""
        _, block = np.unique(month, return_inverse=True)
        counts = np.zeros((block.max() + 1 if len(block) else 0, categories), np.int64)
        np.add.at(counts, (block, category), 1)
        return cls(counts)

    def draws(self, size: int = DRAWS) -> Ints:
        """(size, categories): counts of so many resamples; always the same for the same stories."""
        blocks, categories = self.counts.shape
        if not blocks:
            return np.zeros((size, categories), np.int64)
        rng = np.random.default_rng(_SEED)
        totals = self.counts.sum(1)
        shares = self.counts / totals[:, None]
        step = max(1, _CELLS // (blocks * categories))
        parts = []
        for start in range(0, size, step):
            times = rng.multinomial(blocks, np.full(blocks, 1 / blocks), min(step, size - start))
            parts.append(rng.multinomial(times * totals, shares[None]).sum(1))
        return np.concatenate(parts)


def interval(draws: Floats) -> tuple[float, float] | tuple[None, None]:
    """The middle 95% of what resamples give; none when fewer than half give anything."""
    known = draws[np.isfinite(draws)]
    if len(known) * 2 < len(draws):
        return None, None
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def proportion(hits: int, of: int, draws: Floats) -> tuple[float, float] | tuple[None, None]:
    """The interval of a proportion from its resamples; by Wilson's formula where all are on one side, since resampling knows no
    other then and would claim to be certain."""
    if not of:
        return None, None
    if 0 < hits < of:
        return interval(draws)
    least = of / (
        of + _Z**2
    )  # Wilson's formula for a share of one; scipy.stats.binomtest has it for any, in a hundred times the time
    return (least, 1.0) if hits else (0.0, 1 - least)


def ratio(numerator: ArrayLike, denominator: ArrayLike) -> Floats:
    """One by the other, not a number where there is nothing to divide by."""
    above, below = np.asarray(numerator, np.float64), np.asarray(denominator, np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(below > 0, above / below, np.nan)


def weights(month: Ints, size: int = DRAWS) -> Ints:
    """(size, stories): how often each story is in each resample, where stories must be told apart."""
    out = np.zeros((size, len(month)), np.int64)
    if not len(month):
        return out
    rng = np.random.default_rng(_SEED)
    _, block = np.unique(month, return_inverse=True)
    blocks = int(block.max()) + 1
    times = rng.multinomial(blocks, np.full(blocks, 1 / blocks), size)
    for n in range(blocks):
        members = np.flatnonzero(block == n)
        out[:, members] = rng.multinomial(times[:, n] * len(members), np.full(len(members), 1 / len(members)))
    return out
