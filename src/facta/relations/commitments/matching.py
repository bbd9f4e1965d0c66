"""Whether an act answers a commitment: its type can, the same state does it, and both are about the same thing.

A score is a logistic regression over the likeness of what both mean (`stories.subject`), the words and contexts they share and
the kind of answer; it knows nothing of dates, so a commitment with another date (the placebo) meets the same acts. The weights
(`match.toml`) were fitted on two of the four parts of the demo corpus, on six sets of short reports and on answers that were
judged in a corpus of real ones (`eval.ledgers --fit`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.events.ontology import ontology
from facta.relations.commitments.answers import Answer, answer, told_by
from facta.relations.stories import Stories
from facta.stories.regression import fitted
from facta.stories.standing import ALLEGED, DENIAL, HOSTED, INVITED, TRUCE
from facta.stories.subject import MEETING, stem

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Bits = NDArray[np.uint64]
Mask = NDArray[np.bool_]

FEATURES = (
    "subject",  # cosine of what both are about
    "terms",  # rare words shared, as a share of the shorter list
    "rarest",  # one of the four rarest words of each is the same
    "context",  # both are about some same context
    "other_context",  # both name contexts that are topics, none in common
    "kept_if",  # the type of act keeps it only in the same context, or where both mean something like
    "broken",  # it would break it
    "aside",  # the other state is only named
    "untyped",  # its type says nothing, but it means something like
    "other",  # the other side does it
)
FORMS = frozenset({"meeting", "treaty"})
"""Contexts that say how two deal with each other, and not about what."""
RAREST = 4
MANY = 1_000
"""A word of more acts of a pair than these is not rare there, as `Ukraine` between Russia and the United States."""
LIKE = 0.6
"""Cosine of what both mean from which an act may answer a commitment without a rare word in common, or though its type or the
side that does it says nothing: readers mistake both sooner than what a sentence is about."""
COUNTLESS = 800_000_000
"""Commitments times acts beyond which, as in ledgers of large groups, only a rare word makes a candidate: to compare the meaning
of all with all would take seconds to minutes there."""
FEW = 50_000_000
"""Commitments times acts up to which all are compared with all, so that an act may answer too whose type or side says nothing; of
more only those of kinds and sides that can answer."""
LEAST = 0.3
"""Score from which an act is taken as the answer, where nobody asks for another."""
LOWEST, HIGHEST = 0.1, 0.95
"""Between which one may be asked for."""
FOUGHT = 0.5
"""Score of an attack after a truce of the two: what they agreed on is the fighting itself, whatever words tell it. Set, not
fitted: the corpus that weights are fitted on has no truce."""
OFF = 0.5
"""Least score of a meeting called off after one of the two was announced for a day, where a rare word is the same, first of all
of who meets: whoever cancels a trip names it in few other words. Set, not fitted: there are too few to fit."""
FIGHT, POPULAR = "ASSAULT", "PROTEST"
"""The type of attacks, and that of what a people does and not its state."""
_CELLS = 4_000_000  # pairs looked at at once
_AT_ONCE = 200_000  # pairs whose words are compared at once
_FEW = 8_000  # pairs whose vectors are compared at once: what stays in the processor's cache


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
    weight, constant = fitted("facta.relations.commitments", "match.toml", FEATURES)
    return np.array(weight, np.float32), constant


def matches(commitments: Stories, acts: Stories, least: float = LEAST) -> Matches:
    """Every pair with a rare word in common, or of like meaning, and at least that score."""
    parts = [_NO_MATCHES]
    if len(commitments) and len(acts):
        both = Compared.of(commitments, acts)
        parts += [_scored(both, *some, least) for some in both.candidates(least)]
    found = [np.concatenate(column) for column in zip(*parts, strict=True)]
    order = np.lexsort((found[1], found[0]))
    return Matches(*(column[order] for column in found))


_NO_MATCHES = (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32), np.empty(0, np.int8))


def _scored(both: "Compared", c: Ints, a: Ints, named: bool, least: float) -> tuple[Ints, Ints, Floats, NDArray[np.int8]]:
    x, way = both.features(c, a, named)
    weight, constant = weights()
    score = 1 / (1 + np.exp(-((x * weight).sum(axis=1) + np.float32(constant))))  # row by row, so the same in any block
    score = np.where(both.fought(c, a), np.float32(FOUGHT), score)
    off = both.off(c, a) & (x[:, FEATURES.index("rarest")] > 0) & (way == Answer.BROKEN)
    score = np.where(off, np.maximum(score, np.float32(OFF)), score)
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
    """Whether the second side is the one that has to act, as its guest has after an invitation, and that acts."""
    joint: tuple[NDArray[np.bool_], NDArray[np.bool_]]
    """Whether both sides act; of a visit guest and host do, whichever is told to."""
    denied: NDArray[np.bool_]
    """Of each act, whether it only answers a charge, so that it breaks nothing."""
    alleged: NDArray[np.bool_]
    """Of each act, whether it is only alleged, so that it keeps nothing."""
    truce: NDArray[np.bool_]
    """Of each commitment, whether arms are to rest."""
    fight: NDArray[np.bool_]
    """Of each act, whether it is an attack."""
    ahead: NDArray[np.bool_]
    """Of each commitment, whether it is a meeting announced for a day."""
    cancels: NDArray[np.bool_]
    """Of each act, whether it calls a meeting off."""
    aside: NDArray[np.bool_]
    """Of each act, whether the other state is only named."""
    deed: NDArray[np.bool_]
    """Of each act, whether it is a deed, which may answer whatever its type where it means something like."""
    given: NDArray[np.bool_]
    """Of each act, whether it is a deed of cooperation, which is often told of who receives it."""
    undoes: NDArray[np.bool_]
    """Of each act, whether its sentence tells of undoing."""
    friendly: NDArray[np.bool_]
    """Of each commitment, whether it is to cooperate."""
    subject: tuple[Floats, Floats]
    contexts: tuple[Bits, Bits]
    """(words, stories): a bit for each context."""
    topics: Bits
    """(words, 1): those of contexts that are no mere form of dealing with each other."""
    terms: tuple[csr_array, csr_array]
    rarest: tuple[csr_array, csr_array]

    @classmethod
    def of(cls, commitments: Stories, acts: Stories) -> "Compared":
        """Whatever their number."""
        table, *kinds = _ways(commitments, acts)
        reverse, joint = (
            tuple(np.asarray(found.column(name), bool) for found in (commitments, acts)) for name in ("reverse", "joint")
        )
        invited = commitments.holds("standing", lambda told: told == INVITED)
        hosted = tuple(found.holds("standing", lambda told: told == HOSTED) for found in (commitments, acts))
        contexts = _flags(commitments, acts, "contexts")
        topical = [[context not in FORMS for context in _named(commitments, acts, "contexts")[2]] or [False]]
        return cls(
            table=table,
            kinds=(kinds[0], kinds[1]),
            reverse=(reverse[0] ^ invited, reverse[1]),
            joint=(joint[0] | hosted[0], joint[1] | hosted[1]),
            denied=acts.holds("standing", lambda told: told == DENIAL),
            alleged=acts.holds("standing", lambda told: told == ALLEGED),
            truce=commitments.holds("standing", lambda told: told == TRUCE),
            fight=acts.holds("type", lambda kind: kind == FIGHT),
            ahead=commitments.holds("status", lambda status: status == "planned")
            & commitments.holds("type", lambda kind: kind == MEETING)
            & commitments.holds("date_precision", lambda precision: precision == "day"),
            cancels=acts.holds("type", lambda kind: kind == "REJECT") & acts.holds("mode", lambda mode: mode == "meet"),
            aside=np.asarray(acts.column("aside"), bool),
            deed=acts.holds("rung", lambda rung: rung == "deed") & ~acts.holds("type", lambda kind: kind == POPULAR),
            given=acts.holds("rung", lambda rung: rung == "deed") & acts.holds("type", friendly),
            undoes=np.asarray(acts.column("undoes"), bool),
            friendly=commitments.holds("type", friendly),
            subject=(vectors(commitments), vectors(acts)),
            contexts=(_bits(contexts[0]), _bits(contexts[1])),
            topics=_bits(csr_array(np.array(topical))),
            terms=_flags(commitments, acts, "terms"),
            rarest=_telling(*_flags(commitments, acts, "terms", RAREST)),
        )

    def candidates(self, least: float) -> Iterator[tuple[Ints, Ints, bool]]:
        """Pairs with a rare word in common or of like meaning that may score enough, and attacks after truces; and whether a rare
        word is shared."""
        few = self.number <= COUNTLESS
        for ours, theirs in self._parted():
            for c, a in self._pairs(ours, theirs):
                kept = (self._may_score(c, a, least) | self.off(c, a)) & ~self.fought(c, a)
                yield c[kept], a[kept], True
            for c, a in self._like(ours, theirs) if few else ():
                kept = self._may_score(c, a, least) & ~self.fought(c, a)
                kept[kept] = _shared(self.rarest, c[kept], a[kept]) == 0  # those with a rare word in common came before
                yield c[kept], a[kept], False
        fights = np.flatnonzero(self.fight)
        for truce in np.flatnonzero(self.truce):
            yield np.full(len(fights), truce), fights, False  # what they say is not looked at

    def fought(self, c: Ints, a: Ints) -> Mask:
        """Whether an act is an attack and the commitment a truce."""
        return np.asarray(self.truce[c] & self.fight[a])

    def off(self, c: Ints, a: Ints) -> Mask:
        """Whether an act calls a meeting off and the commitment is one announced for a day."""
        return np.asarray(self.ahead[c] & self.cancels[a])

    @property
    def number(self) -> int:
        """Commitments times acts."""
        return len(self.kinds[0]) * len(self.kinds[1])

    def _parted(self) -> Iterator[tuple[Ints, Ints]]:
        """Commitments that the same kinds of acts can answer, with these acts; all with all where they are few."""
        can = np.ones((len(self.table), 1), bool) if self.number <= FEW else self.table != Answer.NONE
        alike, which = np.unique(np.broadcast_to(can, self.table.shape), axis=0, return_inverse=True)
        of = which.reshape(-1)[self.kinds[0]]
        for n in range(len(alike)):
            yield np.flatnonzero(of == n), np.flatnonzero(alike[n][self.kinds[1]])

    def _pairs(self, ours: Ints, theirs: Ints) -> Iterator[tuple[Ints, Ints]]:
        """The pairs of these with a rare word in common."""
        own, having = self.rarest[0][ours], self.rarest[1][theirs].T.tocsr()
        for start, stop in _blocks(np.asarray(own @ np.diff(having.indptr), np.int64)):
            found = (own[start:stop] @ having).tocoo()
            yield ours[found.row + start], theirs[found.col]

    def _like(self, ours: Ints, theirs: Ints) -> Iterator[tuple[Ints, Ints]]:
        """The pairs of these of like meaning; where they are many only those in which a side acts that has to."""
        if self.number <= FEW:
            yield from self._near(ours, theirs)
            return
        joint, other = self.joint[0][ours], self.joint[1][theirs]
        for reverse in (False, True):
            mine = ours[~joint & (self.reverse[0][ours] == reverse)]
            yield from self._near(mine, theirs[other | (self.reverse[1][theirs] == reverse)])
        yield from self._near(ours[joint], theirs)

    def _near(self, ours: Ints, theirs: Ints) -> Iterator[tuple[Ints, Ints]]:
        if not len(theirs):
            return
        having, rows = self.subject[1][theirs].T, max(1, _CELLS // len(theirs))
        for start in range(0, len(ours), rows):
            like = self.subject[0][ours[start : start + rows]] @ having >= LIKE
            row, column = np.divmod(np.flatnonzero(like), len(theirs))  # of a table NumPy finds them in six times the time
            yield ours[row + start], theirs[column]

    def _way(self, c: Ints, a: Ints) -> tuple[NDArray[np.int8], Mask, Mask]:
        """By types, else, of a deed, by what its sentence says; none of what a charge alone tells. And of which the types say
        nothing, and which nobody does who committed itself (the same side, or a joint commitment or act).

        A promise to cooperate is broken by a deed that undoes and kept by any other, also by what the other side gives and no
        sentence undoes, as giver and receiver are often taken for each other. A threat is kept by a hostile deed of whoever made
        it alone: of the other answers to threats in busy pairs of a corpus hardly one was right.
        """
        way = self.table.ravel()[self.kinds[0][c] * self.table.shape[1] + self.kinds[1][a]]
        mine = (self.reverse[0][c] == self.reverse[1][a]) | self.joint[0][c] | self.joint[1][a]
        silent = way == Answer.NONE
        if self.number <= FEW:
            undoes, given = self.undoes[a], self.given[a]
            kept = self.deed[a] & ~undoes & (self.friendly[c] | ~given)
            broken = self.deed[a] & undoes & self.friendly[c]
            told = np.select([kept, broken], [np.int8(Answer.KEPT), np.int8(Answer.BROKEN)], np.int8(Answer.NONE))
            theirs = np.where(given & ~undoes & self.friendly[c], np.int8(Answer.KEPT), np.int8(Answer.NONE))
            way = np.where(mine, np.where(silent, told, way), theirs)
        else:
            way = np.where(mine, way, np.int8(Answer.NONE))
        void = np.where(way == Answer.BROKEN, self.denied[a], self.alleged[a])
        return np.where(void, np.int8(Answer.NONE), way), silent & mine, ~mine

    def _same(self, c: Ints, a: Ints) -> tuple[Mask, Mask]:
        """Whether some context is the same, and whether both name topics, but no context in common."""
        same = np.zeros(len(c), bool)
        for ours, theirs in zip(*self.contexts, strict=True):
            same |= (ours[c] & theirs[a]) != 0
        one, other = (np.bitwise_or.reduce(bits & self.topics, axis=0) != 0 for bits in self.contexts)
        return same, one[c] & other[a] & ~same

    def _may_score(self, c: Ints, a: Ints, least: float) -> Mask:
        """Whether a pair answers by its types and would score enough if all words were shared: known sooner than the words."""
        weight, constant = weights()
        by_name = dict(zip(FEATURES, weight.tolist(), strict=True))
        way, untyped, other = self._way(c, a)
        kept = way != Answer.NONE
        c, a, way, untyped, other = c[kept], a[kept], way[kept], untyped[kept], other[kept]
        same, apart = self._same(c, a)
        told = {"context": same, "other_context": apart, "kept_if": way == Answer.KEPT_IF, "broken": way == Answer.BROKEN}
        told |= {"aside": self.aside[a], "untyped": untyped, "other": other, "subject": _cosine(self.subject, c, a)}
        best = constant + sum(max(0.0, w) for name, w in by_name.items() if name not in told)
        kept[kept] = best + sum(by_name[name] * so for name, so in told.items()) >= _odds(least)
        return np.asarray(kept)

    def features(self, c: Ints, a: Ints, named: bool | None = None) -> tuple[Floats, NDArray[np.int8]]:
        """(pairs, FEATURES), and the way of each pair; named: whether they share a rare word, where that is known."""
        (way, untyped, other), (same, apart) = self._way(c, a), self._same(c, a)
        least = np.minimum(*(np.diff(sets.indptr)[n] for sets, n in zip(self.terms, (c, a), strict=True)))
        columns = (
            _cosine(self.subject, c, a),
            _shared(self.terms, c, a) / np.maximum(least, 1),
            _shared(self.rarest, c, a) > 0 if named is None else np.full(len(c), named),
            same,
            apart,
            way == Answer.KEPT_IF,
            way == Answer.BROKEN,
            self.aside[a],
            untyped,
            other,
        )
        x = np.stack([np.asarray(column, np.float32) for column in columns], axis=-1)
        needy = untyped | other | ((way == Answer.KEPT_IF) & ~same)  # answers only where it means something like
        return x, np.where(needy & (x[:, 0] < LIKE), np.int8(Answer.NONE), way)


def friendly(kind: object) -> bool:
    """Whether a type is one of cooperation."""
    return ontology().quad(str(kind)) <= 2


def _odds(score: float) -> float:
    """Log odds of a score, less what rounding may take."""
    return float(np.log(score / (1 - score))) - 1e-4


def vectors(found: Stories) -> Floats:
    """(stories, width): what each is about, of length one or zero."""
    flat = found.table.column("subject").combine_chunks().flatten().to_numpy()
    rows = flat.reshape(len(found), -1).astype(np.float32) if len(found) else np.zeros((0, 1), np.float32)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Floats = (rows / np.where(length > 0, length, 1)).astype(np.float32)
    return unit


def _ways(commitments: Stories, acts: Stories) -> tuple[NDArray[np.int8], Ints, Ints]:
    """By types alone: a table by kinds of commitment and of act, and the kind of each commitment and act."""
    made, ours = commitments.kinds("status", "type", "mode", "standing")
    rows = [(status, kind, told_by(mode, standing)) for status, kind, mode, standing in made]
    columns, theirs = acts.kinds("type", "mode", "standing")
    done = [(kind, told_by(mode, standing)) for kind, mode, standing in columns]
    table = np.array([[answer(*row, *act) for act in done] for row in rows], np.int8).reshape(len(rows), len(columns))
    return table, ours, theirs


def _bits(flags: csr_array) -> Bits:
    """Flags as bits, (words, stories), since few contexts are asked of many pairs."""
    stories, width = flags.shape
    padded = np.zeros((stories, -(-width // 64) * 64), bool)
    padded[:, :width] = flags.toarray() > 0
    return np.ascontiguousarray(np.packbits(padded, axis=1).view(np.uint64).T)


def _blocks(each: Ints) -> Iterator[tuple[int, int]]:
    """Runs of commitments that have `_CELLS` pairs together at most, or are one; each: how many pairs each has."""
    total, start = np.cumsum(each), 0
    while start < len(each):
        before = total[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(total, before + _CELLS, side="right")))
        yield start, stop
        start = stop


def _cosine(vectors: tuple[Floats, Floats], c: Ints, a: Ints) -> Floats:
    """How alike what both are about is."""
    at_once = (slice(n, n + _FEW) for n in range(0, len(c), _FEW))
    parts = [np.einsum("ij,ij->i", vectors[0][c[some]], vectors[1][a[some]]) for some in at_once]
    return np.concatenate([np.empty(0, np.float32), *parts])


def _shared(sets: tuple[csr_array, csr_array], c: Ints, a: Ints) -> Floats:
    """How many words each pair has in common."""
    parts = [sets[0][c[n : n + _AT_ONCE]].multiply(sets[1][a[n : n + _AT_ONCE]]).sum(axis=1) for n in range(0, len(c), _AT_ONCE)]
    return np.concatenate([np.empty(0, np.float32), *(np.asarray(part, np.float32) for part in parts)])


def _telling(ours: csr_array, theirs: csr_array) -> tuple[csr_array, csr_array]:
    """Without words of so many acts that they tell none from another."""
    kept = np.flatnonzero(np.bincount(theirs.indices, minlength=theirs.shape[1]) <= MANY)
    return (ours, theirs) if len(kept) == theirs.shape[1] else (ours[:, kept], theirs[:, kept])


def _flags(commitments: Stories, acts: Stories, name: str, first: int | None = None) -> tuple[csr_array, csr_array]:
    """(stories, words) of the lists of a column, or of the first few of each."""
    lists, code, words = _named(commitments, acts, name)
    width = max(1, len(words))
    out, start = [], 0
    for some in lists:
        length = np.asarray(pc.list_value_length(some), np.int64)
        place = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
        own = code[start : start + len(place)][place < (first or len(place) + 1)]
        start += len(place)
        ends = np.concatenate([[0], np.cumsum(np.minimum(length, first) if first else length)])
        out.append(csr_array((np.ones(len(own), np.float32), own, ends), shape=(len(length), width)))
    return out[0], out[1]


def _named(commitments: Stories, acts: Stories, name: str) -> tuple[list[pa.ListArray], Ints, list[str]]:
    """The lists of a column of both, the number of each of their words, and the words by number; of terms the stems."""
    lists = [found.table.column(name).combine_chunks() for found in (commitments, acts)]
    coded = pa.concat_arrays([some.flatten() for some in lists]).dictionary_encode()
    words: list[str] = coded.dictionary.to_pylist()
    alike = [stem(word) for word in words] if name == "terms" else words
    known = {word: n for n, word in enumerate(dict.fromkeys(alike))}
    return lists, np.array([known[word] for word in alike], np.int64)[coded.indices.to_numpy()], list(known)
