"""Which years a chart shows: those that hold nearly all stories, so that one of long ago does not make it two centuries long."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from facta.relations.records import Relation

MANY = 60
"""Periods that a chart shows legibly."""
FEW = 0.05
"""A share of the stories that may stand apart; one of ten may too."""
NEAR = 0.1
"""Years that lie so near the others stay with them: as a share of the years shown."""
_A_YEAR = {"day": 365.25, "week": 52.2, "month": 12, "quarter": 4, "year": 1}


class Crowded(NamedTuple):
    """Where a chart begins."""

    first: int
    before: Mapping[int, int]
    """Stories of the years before that have any; empty where the chart shows all."""

    @property
    def apart(self) -> int:
        """How many stories these are."""
        return sum(self.before.values())


def crowded(by_year: Mapping[int, int], by: str = "year") -> Crowded:
    """The years from which on nearly all stories lie; all of them where their periods are few enough to be read.

    Only a few stories are left out, and only where that leaves half the time or less, so that no steady relation is cut.

    >>> crowded({1808: 1, 2018: 60, 2019: 40})
    Crowded(first=2018, before={1808: 1})
    >>> crowded({2018: 60, 2019: 40}), crowded({1808: 30, 2018: 60})
    (Crowded(first=2018, before={}), Crowded(first=1808, before={}))
    """
    told = {year: by_year[year] for year in sorted(by_year) if by_year[year]}
    if not told:
        return Crowded(0, {})
    years, last = list(told), max(told)
    whole = last - years[0] + 1
    at = _cut(years, told)
    if whole * _A_YEAR[by] <= MANY or 2 * (last - years[at] + 1) > whole:
        return Crowded(years[0], {})
    return Crowded(years[at], {year: told[year] for year in years[:at]})


def _cut(years: list[int], told: Mapping[int, int]) -> int:
    """The place of the first year that is shown: as late as few enough stories lie before, no later than the gap before it."""
    total, at, before = sum(told.values()), 0, 0
    while (before := before + told[years[at]]) <= max(FEW * total, total >= 10):
        at += 1
    while at and years[at] - years[at - 1] <= max(1, NEAR * (years[-1] - years[at] + 1)):
        at -= 1
    return at


def crowd_of(*found: Relation) -> Crowded:
    """Where the charts of relations over one time, by the same periods, begin."""
    counts = Counter[int]()
    for one in found:
        for period in one.periods:
            counts[period.start.year] += period.stories
    return crowded(counts, found[0].by)


def drawn_from(found: Relation, crowd: Crowded) -> Relation:
    """A relation with the periods that a chart draws; what is measured of the whole time stays."""
    if not crowd.before:
        return found
    return msgspec.structs.replace(found, periods=tuple(one for one in found.periods if one.start.year >= crowd.first))


def apart_sentence(crowd: Crowded) -> str:
    """Which stories a chart leaves out; empty where it shows all.

    >>> apart_sentence(Crowded(2010, {1808: 1, 1951: 2})), apart_sentence(Crowded(2010, {1808: 1}))
    ('3 stories of 1808 to 1951 are counted, not drawn', '1 story of 1808 is counted, not drawn')
    """
    if not crowd.before:
        return ""
    first, last = min(crowd.before), max(crowd.before)
    told = "1 story of" if crowd.apart == 1 else f"{crowd.apart:,} stories of"
    return f"{told} {first if first == last else f'{first} to {last}'} {'is' if crowd.apart == 1 else 'are'} counted, not drawn"
