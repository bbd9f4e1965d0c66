"""Which years hold nearly all stories, so that one report of long ago does not make a strip of two centuries."""

from collections.abc import Mapping
from typing import NamedTuple

MANY = 60
"""Years that a strip shows legibly."""
FEW = 0.05
"""A share of the stories that may stand apart; one of ten may too."""


class Crowded(NamedTuple):
    """Where a strip begins."""

    first: int
    before: Mapping[int, int]
    """Stories of the years before that have any; empty where the strip shows all."""


def crowded(by_year: Mapping[int, int]) -> Crowded:
    """The years from which on nearly all stories lie; all of them where they are few enough to be read.

    >>> crowded({1808: 1, 2018: 60, 2019: 40})
    Crowded(first=2018, before={1808: 1})
    >>> crowded({2018: 60, 2019: 40}), crowded({1808: 30, 2018: 60})
    (Crowded(first=2018, before={}), Crowded(first=1808, before={}))
    """
    told = {year: by_year[year] for year in sorted(by_year) if by_year[year]}
    first, last = min(told, default=0), max(told, default=0)
    before = {year: stories for year, stories in told.items() if year <= last - MANY}
    total = sum(told.values())
    if sum(before.values()) > max(FEW * total, total >= 10):
        return Crowded(first, {})
    return Crowded(min(told.keys() - before.keys(), default=first), before)
