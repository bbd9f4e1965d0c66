"""Whether three relations fit together: friends of friends are friends (Heider 1946; Cartwright and Harary 1956)."""

from collections.abc import Iterable
from itertools import combinations
from math import prod

import numpy as np
from numpy.typing import NDArray

from facta.errors import UsageError
from facta.relations.measure import LEAST_DEEDS, Coded, of_mean, rounded
from facta.relations.periods import within
from facta.relations.records import Interval, Triad, digits
from facta.relations.relate import pair
from facta.relations.resample import interval, ratio
from facta.relations.stories import stories
from facta.store import Store
from facta.store.days import bounds

Floats = NDArray[np.float64]


def triad(store: Store, a: str, b: str, c: str, *, since: str | None = None, until: str | None = None) -> Triad:
    """The signs of the three relations between three sides, and how surely their product is positive.

    The sign of a relation is that of its mean intensity over everything either side did to the other. UsageError when two sides
    overlap or one does not exist.
    """
    asked = (a, b, c)
    if len(set(asked)) < 3:
        raise UsageError(f"A triad is of three different sides, but {', '.join(asked)} are asked for.")
    first, last = bounds(since, until)
    names: dict[str, str] = {}
    net: dict[str, Interval] = {}
    counts: dict[str, int] = {}
    draws: list[Floats] = []
    for x, y in combinations(asked, 2):
        one, other = pair(x, y)
        names |= {x: one.code, y: other.code}
        found = stories(store, one, other, directed=False)
        found = found.chosen(within(found.day, first, last))
        coded = Coded.of(found)
        key = f"{one.code}-{other.code}"
        counts[key] = len(found)
        if len(found):
            drawn, sums = coded.draws(np.ones(len(found), bool))
            means = ratio(sums, drawn.sum(-1))[:, 0]
            net[key] = rounded(float(found.numbers("intensity").mean()), of_mean(interval(means)))
            draws.append(means)
    whole = len(draws) == 3
    sure = whole and all(varies(one, counts[key]) for key, one in net.items())
    product = np.prod([np.sign(one.value) for one in net.values()])
    return Triad(
        sides=(names[a], names[b], names[c]),
        net=net,
        stories=counts,
        balanced=bool(product > 0) if whole and product else None,
        probability=digits(likely(draws)) if sure else None,
    )


def varies(net: Interval, stories: int) -> bool:
    """Whether resamples can say how sure a relation's sign is: a few stories all alike never change it, which is no certainty."""
    return net.low is not None or stories >= LEAST_DEEDS


def likely(draws: Iterable[Floats]) -> float:
    """How likely the product of the signs of several means is positive: in what share of all combinations of a resample of each.

    Not of the n-th resample of each: those of pairs with as many months are drawn by the same random numbers, rise and fall
    together, and would make two relations that are each uncertain look like a certain balance.

    >>> likely([np.array([1.0, -1.0]), np.array([2.0, -2.0]), np.array([3.0, 3.0])])
    0.5
    """
    shares = [(float((one > 0).mean()), float((one < 0).mean())) for one in draws]
    return (prod(up + down for up, down in shares) + prod(up - down for up, down in shares)) / 2
