"""From likenesses of pairs to stories: which events are compared, which hang together, which of those are one act."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from facta.stories.acts import Acts
from facta.stories.likeness import NEAR, WINDOW, probability

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LEAST = 0.3
"""Probability from which two events count as one act; also the mean probability between any two parts of a story."""
_LARGEST = 4000  # events whose every pair is compared at once: 64 MB
_AT_ONCE = 1_000_000  # pairs
_FAR = 1 << 24  # more days than any two events are apart


def stories(acts: Acts) -> tuple[Ints, Ints]:
    """The number of each event's family and of its story, (events,); events come in an order that depends on them alone.

    A family are events connected by pairs of likeness `LEAST` or more; within it stories are formed by average linkage, so that a
    chain of reports that slowly drifts does not become one story.
    """
    i, j, p = edges(acts)
    family = _components(len(acts), i, j)
    story = np.full(len(acts), -1, np.int64)
    for members, where in _families(family, i):
        story[members] = _split(members, i[where], j[where], p[where]) + story.max() + 1
    return family, story


def edges(acts: Acts) -> tuple[Ints, Ints, Floats]:
    """Pairs of events that may be one act, i < j, with their probability of at least `LEAST`."""
    found = [(i, j, p) for i, j in candidates(acts) for p in (probability(acts, i, j),)]
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0)
    i, j, p = (np.concatenate(column) for column in zip(*found, strict=True))
    kept = p >= LEAST
    _, once = np.unique(i[kept] * len(acts) + j[kept], return_index=True)  # a pair may share several keys
    return i[kept][once], j[kept][once], p[kept][once]


def candidates(acts: Acts) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of events that may be one act, in blocks of some size: on different pages, of kinds of status that go together.

    Those with a pair of states in common whose dates are at most `WINDOW` days apart; and, where one names a single state, those
    that share it and are at most `NEAR` days apart.
    """
    yield from _sharing(acts, acts.keys, WINDOW, np.ones(len(acts), bool))
    yield from _sharing(acts, acts.states, NEAR, acts.alone)


def _sharing(acts: Acts, keys: Sequence[Sequence[str]], window: int, either: NDArray[np.bool_]) -> Iterator[tuple[Ints, Ints]]:
    """Pairs with a key in common, `either` of which holds, so many days apart at most."""
    number: dict[str, int] = {}
    named = [number.setdefault(key, len(number)) for some in keys for key in some]
    event = np.repeat(np.arange(len(acts)), [len(some) for some in keys])
    place = np.array(named, np.int64) * _FAR
    dated = acts.first[event] <= acts.last[event]
    event, place = event[dated], place[dated]
    order = np.lexsort((event, place + acts.first[event]))
    event, place = event[order], place[order]
    until = np.searchsorted(place + acts.first[event], place + acts.last[event] + window, side="right")
    for low, high in _blocks(until - np.arange(len(event)) - 1):
        one, other = _expanded(event, until, low, high)
        kept = (acts.page[one] != acts.page[other]) & (either[one] | either[other])  # what one page tells as two acts are two
        yield one[kept], other[kept]


def _blocks(counts: Ints) -> Iterator[tuple[int, int]]:
    """Runs of rows that have about `_AT_ONCE` pairs together."""
    total = np.cumsum(counts)
    low = 0
    while low < len(counts):
        before = total[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(total, before + _AT_ONCE, side="right")))
        yield low, high
        low = high


def _expanded(event: Ints, until: Ints, low: int, high: int) -> tuple[Ints, Ints]:
    rows = np.arange(low, high)
    counts = until[low:high] - rows - 1
    first = np.repeat(rows, counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    one, other = event[first], event[second]
    return np.minimum(one, other), np.maximum(one, other)


def _components(size: int, i: Ints, j: Ints) -> Ints:
    graph = csr_array((np.ones(len(i), np.int8), (i, j)), shape=(size, size))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def _families(family: Ints, i: Ints) -> Iterator[tuple[Ints, Ints]]:
    """The events of each family, and the numbers of its edges."""
    order, of_edges = np.argsort(family, kind="stable"), np.argsort(family[i], kind="stable")
    ends = np.searchsorted(family[order], np.arange(family.max() + 2)) if len(family) else np.zeros(1, np.int64)
    edge_ends = np.searchsorted(family[i][of_edges], np.arange(len(ends)))
    for n in range(len(ends) - 1):
        yield order[ends[n] : ends[n + 1]], of_edges[edge_ends[n] : edge_ends[n + 1]]


def _split(members: Ints, i: Ints, j: Ints, p: Floats) -> Ints:
    """The number of each member's story, from 0; members ascend."""
    size = len(members)
    if size == 1:
        return np.zeros(1, np.int64)
    a, b = np.searchsorted(members, i), np.searchsorted(members, j)
    if size > _LARGEST:
        return _of_large(size, a, b, p)
    distance = np.ones(size * (size - 1) // 2)
    distance[a * size - a * (a + 1) // 2 + b - a - 1] = 1 - p
    return np.asarray(fcluster(linkage(distance, "average"), 1 - LEAST, "distance"), np.int64) - 1


def _of_large(size: int, a: Ints, b: Ints, p: Floats) -> Ints:
    """Too many to compare every pair: the parts that hang together more closely, each by itself."""
    least = float(np.median(p)) + 1e-9
    near = p >= least
    if not near.any() or near.all():
        return _components(size, a, b)
    part = _components(size, a[near], b[near])
    out = np.full(size, -1, np.int64)
    for members in _grouped(part):
        inside = near & np.isin(a, members) & np.isin(b, members)
        out[members] = _split(members, a[inside], b[inside], p[inside]) + out.max() + 1
    return out


def _grouped(part: Ints) -> Sequence[Ints]:
    order = np.argsort(part, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(part[order])) + 1)
