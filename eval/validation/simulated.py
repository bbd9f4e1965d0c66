"""Many histories of a known world, what estimators make of them, and how often their intervals hold the truth."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.validation.statistics import short

Floats = NDArray[np.float64]
Ask = Callable[[np.random.Generator], tuple[Floats, Floats]]
"""Draws a history: what is true in the long run, as this history shows it, (estimates,); value, low and high, (estimates, 3)."""

PROMISED = (0.90, 0.98)
"""Coverage that passes, of an interval that promises .95."""


@dataclass(frozen=True)
class Cell:
    """One estimate in one world."""

    truth: float
    bias: float
    bias_error: float
    """Standard error of the bias, from the number of histories."""
    coverage: float
    coverage_error: float
    width: float
    """Mean width of the interval."""
    known: int
    """Histories in which there was an interval at all."""

    @property
    def passes(self) -> bool:
        """Whether the coverage is as wanted."""
        return PROMISED[0] <= self.coverage <= PROMISED[1]


def simulate(ask: Ask, repeats: int, seed: int) -> list[Cell]:
    """One cell for each estimate, over so many histories."""
    found = [ask(np.random.default_rng([seed, n])) for n in range(repeats)]
    truths, estimates = np.array([t for t, _ in found]), np.array([e for _, e in found])
    return [_cell(truths[:, n], estimates[:, n]) for n in range(truths.shape[1])]


def _cell(truths: Floats, estimates: Floats) -> Cell:
    """truths: (histories,), whose mean is the truth; estimates: (histories, 3), not a number where there is none."""
    truth = float(np.mean(truths))
    value, low, high = estimates.T
    known = np.isfinite(low) & np.isfinite(value)
    value, low, high = value[known], low[known], high[known]
    n = max(1, len(value))
    covered = float(np.mean((low <= truth) & (truth <= high))) if len(value) else float("nan")
    # the truth is the mean over the same histories, so the bias is that of paired differences
    apart = value - truths[known]
    return Cell(
        truth=truth,
        bias=float(np.mean(apart)) if len(value) else float("nan"),
        bias_error=float(np.std(apart) / np.sqrt(n)),
        coverage=covered,
        coverage_error=float(np.sqrt(covered * (1 - covered) / n)),
        width=float(np.mean(high - low)) if len(value) else float("nan"),
        known=len(value),
    )


def spread(asks: Sequence[Ask], repeats: Sequence[int], workers: int) -> list[list[Cell]]:
    """The cells of several worlds, each with so many histories and a seed of its own."""
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(simulate, asks, repeats, range(len(asks))))


def bias(cell: Cell) -> str:
    """With its Monte-Carlo standard error."""
    return f"{short(cell.bias, 3)} ± {short(cell.bias_error, 3)}"


def coverage(cell: Cell) -> str:
    """With its Monte-Carlo standard error; marked when it does not pass."""
    mark = "" if cell.passes else (" low" if cell.coverage < PROMISED[0] else " high")
    return f"{short(cell.coverage, 3)} ± {short(cell.coverage_error, 3)}{mark}"


def judged(cell: Cell) -> tuple[str, str, str, str]:
    """Truth, bias, coverage, mean width."""
    return short(cell.truth), bias(cell), coverage(cell), short(cell.width)
