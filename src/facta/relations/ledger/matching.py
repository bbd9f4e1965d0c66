"""Whether an act answers a commitment: its type can, the same state does it, and both are about the same thing.

A score is a logistic regression over the likeness of what both are about (`stories.subject`), the contexts they share and the
kind of answer; it knows nothing of dates, so a commitment with another date (the placebo) meets the same acts. The weights
(`match.toml`) were fitted on two of the four parts of the demo corpus (`eval.ledger --fit`).
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.relations.ledger.answers import Answer, answer
from facta.relations.stories import Stories

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

FEATURES = (
    "subject",  # cosine of what both are about
    "terms",  # rare words shared, as a share of the shorter list
    "rarest",  # one of the four rarest words of each is the same
    "context",  # both are about some same context
    "other_context",  # both name contexts, none in common
    "kept_if",  # the type of act keeps it only in the same context
    "broken",  # it would break it
)
RAREST = 4
LEAST = 0.3
"""Score from which an act is taken as the answer."""
_CELLS = 4_000_000  # pairs looked at at once
_AT_ONCE = 200_000  # pairs whose words are compared at once


@dataclass(frozen=True)
class Matches:
    """Pairs of a commitment and an act that may answer it, by commitment, whatever their dates."""

    commitment: Ints
    act: Ints
    score: Floats
    way: NDArray[np.int8]
    """`Answer` of each pair."""


@cache
def weights() -> tuple[Floats, float]:
    """The weight of each feature, and the constant."""
    raw = tomllib.loads((files("facta.relations.ledger") / "match.toml").read_text("utf-8"))
    return np.array([raw["weights"][name] for name in FEATURES], np.float32), float(raw["constant"])


def matches(commitments: Stories, acts: Stories, least: float = LEAST) -> Matches:
    """Every pair of at least that score."""
    parts = [_NO_MATCHES]
    if len(commitments) and len(acts):
        both = Compared.of(commitments, acts)
        parts += [_scored(both, c, a, least) for c, a in both.candidates(least)]
    return Matches(*(np.concatenate(column) for column in zip(*parts, strict=True)))


_NO_MATCHES = (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32), np.empty(0, np.int8))


def _scored(both: "Compared", c: Ints, a: Ints, least: float) -> tuple[Ints, Ints, Floats, NDArray[np.int8]]:
    x, way = both.features(c, a)
    weight, constant = weights()
    score = 1 / (1 + np.exp(-((x * weight).sum(axis=1) + np.float32(constant))))  # row by row, so the same in any block
    kept = (score >= least) & (way != Answer.NONE)
    return c[kept], a[kept], score[kept], way[kept]


def features(commitments: Stories, acts: Stories) -> tuple[Floats, NDArray[np.int8]]:
    """(commitments, acts, FEATURES), and the way of each pair; pairs of the wrong direction have none."""
    shape = len(commitments), len(acts)
    c, a = (n.reshape(-1) for n in np.indices(shape))
    x, way = Compared.of(commitments, acts).features(c, a)
    return x.reshape(*shape, len(FEATURES)), way.reshape(shape)


@dataclass(frozen=True)
class Compared:
    """What is compared of commitments and acts; each pair of fields has a row a commitment and a row an act."""

    table: NDArray[np.int8]
    """`Answer` by kinds of both."""
    kinds: tuple[Ints, Ints]
    reverse: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    joint: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    subject: tuple[Floats, Floats]
    contexts: tuple[csr_array, csr_array]
    terms: tuple[csr_array, csr_array]
    rarest: tuple[csr_array, csr_array]

    @classmethod
    def of(cls, commitments: Stories, acts: Stories) -> "Compared":
        """Whatever their number."""
        table, *kinds = _ways(commitments, acts)
        reverse, joint = (
            tuple(np.asarray(found.column(name), bool) for found in (commitments, acts)) for name in ("reverse", "symmetric")
        )
        return cls(
            table=table,
            kinds=(kinds[0], kinds[1]),
            reverse=reverse,  # type: ignore[arg-type]
            joint=joint,  # type: ignore[arg-type]
            subject=(vectors(commitments), vectors(acts)),
            contexts=_flags(commitments, acts, "contexts"),
            terms=_flags(commitments, acts, "terms"),
            rarest=_flags(commitments, acts, "terms", RAREST),
        )

    def candidates(self, least: float) -> Iterator[tuple[Ints, Ints]]:
        """Pairs whose types and direction allow an answer; only those with a rare word in common where no other can suffice.

        Then words find the pairs, since comparing each commitment with each act grows with the square of a relation's length.
        """
        weight, constant = weights()
        most = {name: max(0.0, float(w)) for name, w in zip(FEATURES, weight, strict=True)}
        needed = constant + sum(most.values()) - most["rarest"] < np.log(least / (1 - least)) - 1e-4
        having = self.rarest[1].T.tocsr()
        each = self.rarest[0] @ np.diff(having.indptr) if needed else np.full(len(self.kinds[0]), len(self.kinds[1]))
        for start, stop in _blocks(np.asarray(each, np.int64)):
            if needed:
                c, a = (self.rarest[0][start:stop] @ having).nonzero()
            else:
                c, a = (n.reshape(-1) for n in np.indices((stop - start, len(self.kinds[1]))))
            c = c.astype(np.int64) + start
            kept = self._way(c, a) != Answer.NONE
            order = np.lexsort((a[kept], c[kept]))
            yield c[kept][order], a[kept][order].astype(np.int64)

    def _way(self, c: Ints, a: Ints) -> NDArray[np.int8]:
        """By types, none where nobody who committed itself acts: the same side, or a joint commitment, or a joint act."""
        way = self.table[self.kinds[0][c], self.kinds[1][a]]
        mine = (self.reverse[0][c] == self.reverse[1][a]) | self.joint[0][c] | self.joint[1][a]
        return np.where(mine, way, np.int8(Answer.NONE))

    def features(self, c: Ints, a: Ints) -> tuple[Floats, NDArray[np.int8]]:
        """(pairs, FEATURES), and the way of each pair."""
        way = self._way(c, a)
        same = _shared(self.contexts, c, a) > 0
        one, other = (np.diff(sets.indptr) > 0 for sets in self.contexts)
        least = np.minimum(*(np.diff(sets.indptr)[n] for sets, n in zip(self.terms, (c, a), strict=True)))
        columns = (
            np.einsum("ij,ij->i", self.subject[0][c], self.subject[1][a]),
            _shared(self.terms, c, a) / np.maximum(least, 1),
            _shared(self.rarest, c, a) > 0,
            same,
            one[c] & other[a] & ~same,
            way == Answer.KEPT_IF,
            way == Answer.BROKEN,
        )
        x = np.stack([np.asarray(column, np.float32) for column in columns], axis=-1)
        return x, np.where((way == Answer.KEPT_IF) & ~same, np.int8(Answer.NONE), way)


def vectors(found: Stories) -> Floats:
    """(stories, width): what each is about, of length one or zero."""
    flat = found.table.column("subject").combine_chunks().flatten().to_numpy()
    rows = flat.reshape(len(found), -1).astype(np.float32) if len(found) else np.zeros((0, 1), np.float32)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Floats = (rows / np.where(length > 0, length, 1)).astype(np.float32)
    return unit


def _ways(commitments: Stories, acts: Stories) -> tuple[NDArray[np.int8], Ints, Ints]:
    """By types alone: a table by kinds of commitment and of act, and the kind of each commitment and act."""
    ours = list(zip(*(commitments.column(name) for name in ("status", "type", "mode")), strict=True))
    theirs = list(zip(*(acts.column(name) for name in ("type", "mode")), strict=True))
    rows, columns = sorted(set(ours), key=str), sorted(set(theirs), key=str)
    table = np.array([[answer(*row, *column) for column in columns] for row in rows], np.int8).reshape(len(rows), len(columns))
    where = {row: n for n, row in enumerate(rows)}, {column: n for n, column in enumerate(columns)}
    i, j = ([index[key] for key in keys] for index, keys in zip(where, (ours, theirs), strict=True))
    return table, np.array(i, np.int64), np.array(j, np.int64)


def _blocks(each: Ints) -> Iterator[tuple[int, int]]:
    """Runs of commitments that have `_CELLS` pairs together at most, or are one; each: how many pairs each has."""
    total, start = np.cumsum(each), 0
    while start < len(each):
        before = total[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(total, before + _CELLS, side="right")))
        yield start, stop
        start = stop


def _shared(sets: tuple[csr_array, csr_array], c: Ints, a: Ints) -> Floats:
    """How many words each pair has in common."""
    parts = [sets[0][c[n : n + _AT_ONCE]].multiply(sets[1][a[n : n + _AT_ONCE]]).sum(axis=1) for n in range(0, len(c), _AT_ONCE)]
    return np.concatenate([np.empty(0, np.float32), *(np.asarray(part, np.float32) for part in parts)])


def _flags(commitments: Stories, acts: Stories, name: str, first: int | None = None) -> tuple[csr_array, csr_array]:
    """(stories, words) of the lists of a column, or of the first few of each."""
    lists = [found.table.column(name).combine_chunks() for found in (commitments, acts)]
    coded = pa.concat_arrays([some.flatten() for some in lists]).dictionary_encode()
    code, width = coded.indices.to_numpy(), max(1, len(coded.dictionary))
    out, start = [], 0
    for some in lists:
        length = np.asarray(pc.list_value_length(some), np.int64)
        place = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
        own = code[start : start + len(place)][place < (first or len(place) + 1)]
        start += len(place)
        ends = np.concatenate([[0], np.cumsum(np.minimum(length, first) if first else length)])
        out.append(csr_array((np.ones(len(own), np.float32), own, ends), shape=(len(length), width)))
    return out[0], out[1]
