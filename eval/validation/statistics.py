"""Rank correlations and areas under curves of pair-years; intervals resample pairs, since years of a pair are not independent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest, rankdata

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Measure = Callable[[Ints], float]
"""A number from the rows (pairs) given by number; a row may stand several times."""

DRAWS = 2000
_SEED = 20180911


@dataclass(frozen=True)
class Estimate:
    """A number with its 95% interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        """As printed.

        >>> str(Estimate(0.534, -0.1, 1.0))
        '.53 (-.10 to 1.00)'
        """
        return f"{short(self.value)} ({short(self.low)} to {short(self.high)})"


def short(value: float, digits: int = 2) -> str:
    """Without the nought before the point.

    >>> short(0.534), short(-0.06), short(1.0), short(-0.001), short(0.0312, 3)
    ('.53', '-.06', '1.00', '.00', '.031')
    """
    text = f"{value:.{digits}f}"
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") and float(text) else text.lstrip("-").removeprefix("0")


def spearman(x: Floats, y: Floats) -> float:
    """Spearman's rho over all cells of two arrays of one shape; ties have their mean rank; not a number for a constant."""
    a, b = (rankdata(v.ravel()) for v in (x, y))
    if np.ptp(a) == 0 or np.ptp(b) == 0:
        return float("nan")
    return float(np.corrcoef(a, b)[0, 1])


def auc(score: Floats, positive: NDArray[np.bool_]) -> float:
    """The chance that a positive case has the higher score of two, ties counting half (Hanley and McNeil 1982)."""
    n, m = int(positive.sum()), int((~positive).sum())
    ranks = rankdata(score)
    return float((ranks[positive].sum() - n * (n + 1) / 2) / (n * m)) if n and m else float("nan")


def over_pairs(measures: Sequence[Measure], pairs: int, draws: int = DRAWS) -> list[Estimate]:
    """Each measure, and behind them the first less each of the others, all from the same resamples of pairs."""
    rng = np.random.default_rng(_SEED)
    rows = [np.arange(pairs), *rng.integers(0, pairs, (draws, pairs))]
    found = np.array([[measure(some) for measure in measures] for some in rows])
    found = np.column_stack([found, found[:, :1] - found[:, 1:]])
    low, high = np.nanquantile(found[1:], [0.025, 0.975], axis=0)
    return [Estimate(float(v), float(a), float(b)) for v, a, b in zip(found[0], low, high, strict=True)]


def share(hits: int, of: int) -> Estimate:
    """A proportion with Wilson's interval."""
    found = binomtest(hits, of).proportion_ci(method="wilson")
    return Estimate(hits / of, float(found.low), float(found.high))
