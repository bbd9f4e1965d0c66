"""From likenesses of pairs to stories: which events are compared, which hang together, which of those are one act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.stories.acts import Acts, Spans
from facta.stories.likeness import NEAR, WINDOW, apart, likely

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

LEAST = 0.16
"""Probability from which two events count as one act; also the mean probability between any two parts of a story. F1 of pairs and
B-cubed F1, summed over the reports it was chosen on (`eval/likeness.py`), are best here among .1 to .2."""
APART = -1.0
"""What a pair of events that cannot be one act counts instead of a probability, as those of one page."""
_AT_ONCE = 1_000_000  # pairs
_FAR = 1 << 24  # more days than any two events are apart
_UNIT = 1 << 30  # probabilities are summed as whole numbers of this size, which is exact in any order


def stories(
    size: int,
    i: Ints,
    j: Ints,
    p: Floats,
    lots: Ints | None = None,
    *,
    ways: Sequence[Sequence[str]] = (),
    days: tuple[Ints, Ints] | None = None,
) -> Ints:
    """The story of each event, (size,), by the place of its first; events come in an order that depends on them alone.

    i, j, p: pairs with their probability, or `APART`, each once; those left out count as 0. Average linkage: the two parts with
    the greatest mean probability between their events are joined, while that is `LEAST` or more; so a chain of reports that
    slowly drifts does not become one story. Equals are drawn by the `lots` of their first events, (size, 2), which must depend
    on each event alone, the second column where the first are equal too; by their order, a thousand copies of one text would be
    joined one at a time. Parts that are each other's
    nearest are joined at once, which comes to the same (Murtagh 1983), and parts without anybody near are done.

    ways: of each event, who does something to whom in it (`acts.ways`); two parts of which one holds the other way of a way of
    the other are never joined, however alike they are. days: the first and the last day each event may have happened on; two
    parts are never joined either where that leaves two of their events more than `WINDOW` days apart, which a telling without a
    day of its own, like both, would bring together.
    """
    story, count, bars = np.arange(size), np.ones(size, np.int64), _Bars.of(size, ways, days)
    lots = np.arange(size)[:, None].repeat(2, axis=1) if lots is None else lots
    a, b, weight = np.minimum(i, j), np.maximum(i, j), np.rint(p * _UNIT).astype(np.int64)
    while True:
        mean = weight / (count[a] * count[b])
        near = np.zeros(size, bool)
        near[a[mean >= LEAST * _UNIT]] = near[b[mean >= LEAST * _UNIT]] = True
        live = near[a] & near[b]
        a, b, weight, mean = a[live], b[live], weight[live], mean[live]
        if not len(a):
            return story
        best, joined = _nearest(size, a, b, mean, _drawn(lots[a], lots[b]))
        against = np.zeros(len(a), bool)
        against[best] = bars.between(a[best], b[best])  # others are looked at when somebody is nearest by them
        joined &= (mean >= LEAST * _UNIT) & ~against
        into = np.arange(size)
        into[b[joined]] = a[joined]
        count[a[joined]] += count[b[joined]]
        story, bars = into[story], bars.gathered(into)
        a, b, weight = _summed(size, into[a[~against]], into[b[~against]], weight[~against])


@dataclass(frozen=True)
class _Bars:
    """What keeps parts from being joined, however alike they are."""

    sides: csr_array | None
    """The ways of each part (`_sides`)."""
    latest: Ints
    """Of each part the latest first day of an event."""
    earliest: Ints
    """And the earliest last day."""

    @classmethod
    def of(cls, size: int, ways: Sequence[Sequence[str]], days: tuple[Ints, Ints] | None) -> "_Bars":
        """Of single events."""
        latest, earliest = days or (np.zeros(size, np.int64), np.zeros(size, np.int64))
        return cls(_sides(ways), latest, earliest)

    def between(self, a: Ints, b: Ints) -> Mask:
        """Which of these pairs of parts have opposite ways, or events of far days."""
        far = np.maximum(self.latest[a], self.latest[b]) - np.minimum(self.earliest[a], self.earliest[b]) > WINDOW
        return np.asarray(_against(self.sides, a, b) | far)

    def gathered(self, into: Ints) -> "_Bars":
        """After parts were joined into others."""
        latest, earliest = self.latest.copy(), self.earliest.copy()
        np.maximum.at(latest, into, self.latest)
        np.minimum.at(earliest, into, self.earliest)
        return _Bars(_gathered(self.sides, into), latest, earliest)


def _drawn(one: Ints, other: Ints) -> Ints:
    """A number for each pair of lots, the same whichever comes first (the finalizer of SplitMix64, Steele et al. 2014).

    one, other: (pairs, 2); which of two numbers is the greater comes from the first column, where that is not the same.
    """
    z = (one ^ other).astype(np.uint64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        z = (z ^ (z >> np.uint64(shift))) * np.uint64(factor)
    return (z[:, 0] >> np.uint64(33) << np.uint64(32) | z[:, 1] >> np.uint64(32)).astype(np.int64)


def _sides(ways: Sequence[Sequence[str]]) -> csr_array | None:
    """(events, ways), the two ways of two states in neighbouring columns; nothing where no way has its other way."""
    pairs: dict[tuple[str, ...], int] = {}
    event, column = [], []
    for n, some in enumerate(ways):
        for states in map(str.split, some):
            both = tuple(sorted(states))
            event.append(n)
            column.append(2 * pairs.setdefault(both, len(pairs)) + (states[0] != both[0]))
    met = set(column)
    if not any(one ^ 1 in met for one in met):
        return None
    return csr_array((np.ones(len(event), np.float32), (event, column)), shape=(len(ways), 2 * len(pairs)))


def _against(sides: csr_array | None, a: Ints, b: Ints) -> Mask:
    """Of which pairs of parts one holds the other way of a way of the other."""
    if sides is None:
        return np.zeros(len(a), bool)
    turned = csr_array((sides.data, sides.indices ^ 1, sides.indptr), shape=sides.shape)
    return np.asarray(sides[a].multiply(turned[b]).sum(axis=1) > 0)


def _gathered(sides: csr_array | None, into: Ints) -> csr_array | None:
    """The ways of parts after some were joined into others."""
    if sides is None:
        return None
    size = len(into)
    out = csr_array((np.ones(size, np.float32), (into, np.arange(size))), shape=(size, size)) @ sides
    out.data[:] = 1
    return out


def _nearest(size: int, a: Ints, b: Ints, mean: Floats, lot: Ints) -> tuple[Ints, Mask]:
    """The pairs by which somebody has a nearest, and of which pairs each is the other's.

    Of equal ones the one with the lesser lot, of equal lots the earliest.
    """
    order = np.lexsort((b, a, lot, -mean))
    rank = np.empty(len(a), np.int64)
    rank[order] = np.arange(len(a))
    best = np.full(size, len(a))
    np.minimum.at(best, a, rank)
    np.minimum.at(best, b, rank)
    return np.unique(order[best[best < len(a)]]), np.asarray((best[a] == rank) & (best[b] == rank))


def _summed(size: int, a: Ints, b: Ints, weight: Ints) -> tuple[Ints, Ints, Ints]:
    """Each pair of different parts once, the smaller first, with the sum of its weights."""
    kept = a != b
    place = np.minimum(a, b)[kept] * size + np.maximum(a, b)[kept]
    order = np.argsort(place, kind="stable")
    place = place[order]
    starts = np.flatnonzero(np.diff(place, prepend=-1))
    sums = np.add.reduceat(weight[kept][order], starts) if len(starts) else weight[:0]
    return place[starts] // size, place[starts] % size, sums


def edges(acts: Acts, asked: Mask) -> tuple[Ints, Ints, Floats]:
    """Pairs of events that are like one act, i < j, one of them asked for, with their probability of at least `LEAST`.

    `APART` stands for it where they cannot be one all the same.
    """
    found = [likely(acts, i, j, LEAST) for i, j in candidates(acts, asked)]
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0)
    i, j, p = (np.concatenate(column) for column in zip(*found, strict=True))
    _, once = np.unique(i * len(acts) + j, return_index=True)  # a pair may share several keys
    i, j = i[once], j[once]
    return i, j, np.where(apart(acts, i, j), APART, p[once])


def candidates(acts: Spans, asked: Mask | None = None) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of events that may be one act, in blocks of some size: on different pages, of kinds of status that go together.

    Those with a pair of states in common whose dates are at most `WINDOW` days apart; and, where one names a single state, those
    that share it and are at most `NEAR` days apart. asked: pairs without any of these events are left out.
    """
    every = np.ones(len(acts), bool)
    yield from _sharing(acts, acts.keys, WINDOW, every, every if asked is None else asked)
    yield from _sharing(acts, acts.states, NEAR, acts.alone, every if asked is None else asked)


def _sharing(acts: Spans, keys: Sequence[Sequence[str]], window: int, either: Mask, asked: Mask) -> Iterator[tuple[Ints, Ints]]:
    """Pairs with a key in common, so many days apart at most, for one of which `either` holds, and `asked` for one."""
    number: dict[str, int] = {}
    named = [number.setdefault(key, len(number)) for some in keys for key in some]
    event = np.repeat(np.arange(len(acts)), [len(some) for some in keys])
    place = np.array(named, np.int64) * _FAR
    dated = acts.first[event] <= acts.last[event]
    event, place = event[dated], place[dated]
    order = np.lexsort((event, place + acts.first[event]))
    event, place = event[order], place[order]
    begins, until = place + acts.first[event], place + acts.last[event] + window
    open_, wanted = either[event], asked[event]
    for is_open in (True, False):
        for is_wanted in (True, False):
            rows = np.flatnonzero((open_ == is_open) & (wanted == is_wanted))
            others = np.flatnonzero((open_ | is_open) & (wanted | is_wanted))
            low = np.searchsorted(others, rows, side="right")
            high = np.maximum(low, np.searchsorted(begins[others], until[rows], side="right"))
            for start, stop in _blocks(high - low):
                one, other = _expanded(event[rows[start:stop]], event[others], low[start:stop], high[start:stop])
                kept = acts.page[one] != acts.page[other]  # what one page tells as two acts are two
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


def _expanded(event: Ints, others: Ints, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Each event with the others from `low` until `high`."""
    counts = high - low
    first = np.repeat(event, counts)
    at = np.repeat(low - np.cumsum(counts) + counts, counts) + np.arange(len(first))
    second = others[at]
    return np.minimum(first, second), np.maximum(first, second)
