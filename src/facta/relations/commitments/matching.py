"""Which acts may answer which commitments, whatever their dates: those that share a rare word or mean something like, and score
enough; after a truce any attack.

They are sought block by block, and where they are countless by words alone, since busy sides have many millions of pairs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facta.relations.commitments.answers import Answer
from facta.relations.commitments.compared import Compared
from facta.relations.commitments.scoring import LEAST, LIKE, may_score, scored, shared
from facta.relations.stories import Stories

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

COUNTLESS = 800_000_000
"""Commitments times acts beyond which, as in ledgers of large groups, only a rare word makes a candidate: to compare the meaning
of all with all would take seconds to minutes there."""
_CELLS = 4_000_000  # pairs looked at at once


@dataclass(frozen=True)
class Matches:
    """Pairs of a commitment and an act that may answer it, by commitment, whatever their dates."""

    commitment: Ints
    act: Ints
    score: Floats
    way: NDArray[np.int8]
    """`Answer` of each pair."""


def matches(commitments: Stories, acts: Stories, least: float = LEAST) -> Matches:
    """Every pair with a rare word in common, or of like meaning, and at least that score."""
    parts = [_NO_MATCHES]
    if len(commitments) and len(acts):
        both = Compared.of(commitments, acts)
        parts += [scored(both, *some, least) for some in _candidates(both, least)]
    found = [np.concatenate(column) for column in zip(*parts, strict=True)]
    order = np.lexsort((found[1], found[0]))
    return Matches(*(column[order] for column in found))


_NO_MATCHES = (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32), np.empty(0, np.int8))


def _candidates(both: Compared, least: float) -> Iterator[tuple[Ints, Ints, bool]]:
    """Pairs with a rare word in common or of like meaning that may score enough, and attacks after truces; and whether a rare
    word is shared."""
    by_meaning = both.number <= COUNTLESS
    for ours, theirs in _parted(both):
        for c, a in _pairs(both, ours, theirs):
            kept = (may_score(both, c, a, least) | both.off(c, a)) & ~both.fought(c, a)
            yield c[kept], a[kept], True
        for c, a in _like(both, ours, theirs) if by_meaning else ():
            kept = may_score(both, c, a, least) & ~both.fought(c, a)
            kept[kept] = shared(both.rarest, c[kept], a[kept]) == 0  # those with a rare word in common came before
            yield c[kept], a[kept], False
    fights = np.flatnonzero(both.fight)
    for truce in np.flatnonzero(both.truce):
        yield np.full(len(fights), truce), fights, False  # what they say is not looked at


def _parted(both: Compared) -> Iterator[tuple[Ints, Ints]]:
    """Commitments that the same kinds of acts can answer, with these acts; all with all where they are few."""
    can = np.ones((len(both.table), 1), bool) if both.few else both.table != Answer.NONE
    alike, which = np.unique(np.broadcast_to(can, both.table.shape), axis=0, return_inverse=True)
    of = which.reshape(-1)[both.kinds[0]]
    for n in range(len(alike)):
        yield np.flatnonzero(of == n), np.flatnonzero(alike[n][both.kinds[1]])


def _pairs(both: Compared, ours: Ints, theirs: Ints) -> Iterator[tuple[Ints, Ints]]:
    """The pairs of these with a rare word in common."""
    own, having = both.rarest[0][ours], both.rarest[1][theirs].T.tocsr()
    for start, stop in _blocks(np.asarray(own @ np.diff(having.indptr), np.int64)):
        found = (own[start:stop] @ having).tocoo()
        yield ours[found.row + start], theirs[found.col]


def _like(both: Compared, ours: Ints, theirs: Ints) -> Iterator[tuple[Ints, Ints]]:
    """The pairs of these of like meaning; where they are many only those in which a side acts that has to."""
    if both.few:
        yield from _near(both, ours, theirs)
        return
    joint, other = both.joint[0][ours], both.joint[1][theirs]
    for reverse in (False, True):
        mine = ours[~joint & (both.reverse[0][ours] == reverse)]
        yield from _near(both, mine, theirs[other | (both.reverse[1][theirs] == reverse)])
    yield from _near(both, ours[joint], theirs)


def _near(both: Compared, ours: Ints, theirs: Ints) -> Iterator[tuple[Ints, Ints]]:
    """The pairs of these of like meaning, whichever side acts."""
    if not len(theirs):
        return
    having, rows = both.subject[1][theirs].T, max(1, _CELLS // len(theirs))
    for start in range(0, len(ours), rows):
        like = both.subject[0][ours[start : start + rows]] @ having >= LIKE
        row, column = np.divmod(np.flatnonzero(like), len(theirs))  # of a table NumPy finds them in six times the time
        yield ours[row + start], theirs[column]


def _blocks(each: Ints) -> Iterator[tuple[int, int]]:
    """Runs of commitments that have `_CELLS` pairs together at most, or are one; each: how many pairs each has."""
    total, start = np.cumsum(each), 0
    while start < len(each):
        before = total[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(total, before + _CELLS, side="right")))
        yield start, stop
        start = stop
