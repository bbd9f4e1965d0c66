"""How far confidence can be taken for a probability, and what a filter by it keeps.

Expected calibration error over ten equal bins: Guo et al., On Calibration of Modern Neural Networks, 2017, section 2.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

BINS = 10


class Judged(NamedTuple):
    """One claim of the machine."""

    confidence: float
    right: bool


class Bin(NamedTuple):
    """Claims of about one confidence."""

    low: float
    high: float
    claims: int
    confidence: float
    """Mean."""
    right: float
    """Share."""


def bins(judged: Iterable[Judged]) -> list[Bin]:
    """Reliability by tenths of confidence; empty tenths are left out.

    >>> bins([Judged(0.92, True), Judged(0.98, False), Judged(1.0, True)])[0]._replace(right=0.67, confidence=0.97)
    Bin(low=0.9, high=1.0, claims=3, confidence=0.97, right=0.67)
    """
    sorted_in: dict[int, list[Judged]] = {}
    for claim in judged:
        sorted_in.setdefault(min(BINS - 1, int(claim.confidence * BINS)), []).append(claim)
    return [_bin(n, claims) for n, claims in sorted(sorted_in.items())]


def _bin(n: int, claims: Sequence[Judged]) -> Bin:
    mean, right = (sum(c[k] for c in claims) / len(claims) for k in range(2))
    return Bin(n / BINS, (n + 1) / BINS, len(claims), mean, right)


def error(judged: Iterable[Judged]) -> float:
    """Expected calibration error, 0 (a probability) to 1; 0 of no claim.

    >>> error([Judged(0.75, True), Judged(0.75, True), Judged(0.75, True), Judged(0.75, False)])
    0.0
    """
    filled = bins(judged)
    total = sum(b.claims for b in filled)
    return sum(b.claims * abs(b.right - b.confidence) for b in filled) / total if total else 0.0
