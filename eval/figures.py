"""Scores with their uncertainty: precision, recall, F1 and shares, each with a bootstrap interval over items.

Items (reports, articles) are drawn anew with replacement, since events of one text stand or fall together. Reference: Efron and
Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13 (percentile intervals).
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

DRAWS = 1000
Floats: TypeAlias = NDArray[np.float64]


class Score(NamedTuple):
    """How well one kind of thing is found."""

    precision: float
    recall: float
    f1: float
    low: float
    """The 95% interval of F1."""
    high: float
    found: int
    asked: int
    """How many the gold has."""


class Share(NamedTuple):
    """How often something is right."""

    value: float
    low: float
    """The 95% interval."""
    high: float
    of: int
    """Of how many."""


class Tally(NamedTuple):
    """Counts of one item; a right one counts once on either side, which differ where the two sides sort it differently."""

    right_found: float = 0
    found: float = 0
    right_asked: float = 0
    asked: float = 0


def score(tallies: Sequence[Tally]) -> Score:
    """Micro precision, recall and F1 over all items; a score without anything to divide by is 0."""
    rows = _rows(tallies, 4)
    precision, recall, f1 = (float(x[0]) for x in _prf(rows.sum(0, keepdims=True)))
    low, high = _interval(_prf(_draws(len(rows)) @ rows)[2])
    return Score(precision, recall, f1, low, high, int(rows[:, 1].sum()), int(rows[:, 3].sum()))


def share(tallies: Iterable[tuple[float, float]]) -> Share:
    """The share of right ones from (right, all) of each item; 0 of none."""
    rows = _rows(list(tallies), 2)
    right, of = rows.sum(0)
    drawn = _draws(len(rows)) @ rows
    low, high = _interval(_over(drawn[:, 0], drawn[:, 1]))
    return Share(float(right / of) if of else 0.0, low, high, int(of))


def _rows(tallies: Sequence[tuple[float, ...]], width: int) -> Floats:
    return np.array(tallies, np.float64).reshape(-1, width)


def _prf(totals: Floats) -> tuple[Floats, Floats, Floats]:
    precision, recall = _over(totals[:, 0], totals[:, 1]), _over(totals[:, 2], totals[:, 3])
    return precision, recall, _over(2 * precision * recall, precision + recall)


def _over(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _interval(values: Floats) -> tuple[float, float]:
    low, high = np.quantile(values, (0.025, 0.975)) if len(values) else (0.0, 0.0)
    return float(low), float(high)


@cache
def _draws(items: int) -> Floats:
    """How often each item is drawn, one row a draw."""
    if not items:
        return np.zeros((0, 0))
    rng = np.random.default_rng(0)  # a report made again from the same records is the same
    return rng.multinomial(items, np.full(items, 1 / items), size=DRAWS).astype(np.float64)
