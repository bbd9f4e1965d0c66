"""How surely an act answers a commitment: whether its type can, the same state does it, and both are about the same thing.

A score is a logistic regression over the likeness of what both mean (`stories.subject`), the words and contexts they share and
the kind of answer; it knows nothing of dates, so a commitment with another date (the placebo) meets the same acts. The weights
(`match.toml`) were fitted on two of the four parts of the demo corpus, on six sets of short reports and on answers that were
judged in a corpus of real ones (`eval.ledgers --fit`).
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.relations.commitments.answers import Answer
from facta.relations.commitments.compared import Compared
from facta.relations.stories import Stories
from facta.stories.regression import fitted

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
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
LIKE = 0.6
"""Cosine of what both mean from which an act may answer a commitment without a rare word in common, or though its type or the
side that does it says nothing: readers mistake both sooner than what a sentence is about."""
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
_AT_ONCE = 200_000  # pairs whose words are compared at once
_FEW = 8_000  # pairs whose vectors are compared at once: what stays in the processor's cache


@cache
def weights() -> tuple[Floats, float]:
    """The weight of each feature, and the constant."""
    weight, constant = fitted("facta.relations.commitments", "match.toml", FEATURES)
    return np.array(weight, np.float32), constant


def scored(both: Compared, c: Ints, a: Ints, named: bool, least: float) -> tuple[Ints, Ints, Floats, NDArray[np.int8]]:
    """The pairs that answer by at least that score: commitments, acts, scores and ways; named: whether they share a rare word."""
    x, way = _features(both, c, a, named)
    weight, constant = weights()
    score = 1 / (1 + np.exp(-((x * weight).sum(axis=1) + np.float32(constant))))  # row by row, so the same in any block
    score = np.where(both.fought(c, a), np.float32(FOUGHT), score)
    off = both.off(c, a) & (x[:, FEATURES.index("rarest")] > 0) & (way == Answer.BROKEN)
    score = np.where(off, np.maximum(score, np.float32(OFF)), score)
    kept = (score >= least) & (way != Answer.NONE)
    return c[kept], a[kept], score[kept], way[kept]


def may_score(both: Compared, c: Ints, a: Ints, least: float) -> Mask:
    """Whether a pair answers by its types and would score enough if all words were shared: known sooner than the words."""
    weight, constant = weights()
    by_name = dict(zip(FEATURES, weight.tolist(), strict=True))
    way, untyped, other = _way(both, c, a)
    kept = way != Answer.NONE
    c, a, way, untyped, other = c[kept], a[kept], way[kept], untyped[kept], other[kept]
    same, apart = _same(both, c, a)
    told = {"context": same, "other_context": apart, "kept_if": way == Answer.KEPT_IF, "broken": way == Answer.BROKEN}
    told |= {"aside": both.aside[a], "untyped": untyped, "other": other, "subject": _cosine(both.subject, c, a)}
    best = constant + sum(max(0.0, w) for name, w in by_name.items() if name not in told)
    kept[kept] = best + sum(by_name[name] * so for name, so in told.items()) >= _odds(least)
    return np.asarray(kept)


def features(commitments: Stories, acts: Stories) -> tuple[Floats, NDArray[np.int8]]:
    """(commitments, acts, FEATURES), and the way of each pair; pairs of the wrong direction have none."""
    shape = len(commitments), len(acts)
    c, a = (n.reshape(-1) for n in np.indices(shape))
    x, way = _features(Compared.of(commitments, acts), c, a)
    return x.reshape(*shape, len(FEATURES)), way.reshape(shape)


def _features(both: Compared, c: Ints, a: Ints, named: bool | None = None) -> tuple[Floats, NDArray[np.int8]]:
    """(pairs, FEATURES), and the way of each pair; named: whether they share a rare word, where that is known."""
    (way, untyped, other), (same, apart) = _way(both, c, a), _same(both, c, a)
    least = np.minimum(*(np.diff(sets.indptr)[n] for sets, n in zip(both.terms, (c, a), strict=True)))
    columns = (
        _cosine(both.subject, c, a),
        shared(both.terms, c, a) / np.maximum(least, 1),
        shared(both.rarest, c, a) > 0 if named is None else np.full(len(c), named),
        same,
        apart,
        way == Answer.KEPT_IF,
        way == Answer.BROKEN,
        both.aside[a],
        untyped,
        other,
    )
    x = np.stack([np.asarray(column, np.float32) for column in columns], axis=-1)
    needy = untyped | other | ((way == Answer.KEPT_IF) & ~same)  # answers only where it means something like
    return x, np.where(needy & (x[:, 0] < LIKE), np.int8(Answer.NONE), way)


def _way(both: Compared, c: Ints, a: Ints) -> tuple[NDArray[np.int8], Mask, Mask]:
    """By types, else, of a deed, by what its sentence says; none of what a charge alone tells. And of which the types say
    nothing, and which nobody does who committed itself (the same side, or a joint commitment or act).

    A promise to cooperate is broken by a deed that undoes and kept by any other, also by what the other side gives and no
    sentence undoes, as giver and receiver are often taken for each other. A threat is kept by a hostile deed of whoever made
    it alone: of the other answers to threats in busy pairs of a corpus hardly one was right.
    """
    way = both.table.ravel()[both.kinds[0][c] * both.table.shape[1] + both.kinds[1][a]]
    mine = (both.reverse[0][c] == both.reverse[1][a]) | both.joint[0][c] | both.joint[1][a]
    silent = way == Answer.NONE
    if both.few:
        undoes, given = both.undoes[a], both.given[a]
        kept = both.deed[a] & ~undoes & (both.friendly[c] | ~given)
        broken = both.deed[a] & undoes & both.friendly[c]
        told = np.select([kept, broken], [np.int8(Answer.KEPT), np.int8(Answer.BROKEN)], np.int8(Answer.NONE))
        theirs = np.where(given & ~undoes & both.friendly[c], np.int8(Answer.KEPT), np.int8(Answer.NONE))
        way = np.where(mine, np.where(silent, told, way), theirs)
    else:
        way = np.where(mine, way, np.int8(Answer.NONE))
    void = np.where(way == Answer.BROKEN, both.denied[a], both.alleged[a])
    return np.where(void, np.int8(Answer.NONE), way), silent & mine, ~mine


def _same(both: Compared, c: Ints, a: Ints) -> tuple[Mask, Mask]:
    """Whether some context is the same, and whether both name topics, but no context in common."""
    same = np.zeros(len(c), bool)
    for ours, theirs in zip(*both.contexts, strict=True):
        same |= (ours[c] & theirs[a]) != 0
    one, other = (np.bitwise_or.reduce(bits & both.topics, axis=0) != 0 for bits in both.contexts)
    return same, one[c] & other[a] & ~same


def _odds(score: float) -> float:
    """Log odds of a score, less what rounding may take."""
    return float(np.log(score / (1 - score))) - 1e-4


def _cosine(vectors: tuple[Floats, Floats], c: Ints, a: Ints) -> Floats:
    """How alike what both are about is."""
    at_once = (slice(n, n + _FEW) for n in range(0, len(c), _FEW))
    parts = [np.einsum("ij,ij->i", vectors[0][c[some]], vectors[1][a[some]]) for some in at_once]
    return np.concatenate([np.empty(0, np.float32), *parts])


def shared(sets: tuple[csr_array, csr_array], c: Ints, a: Ints) -> Floats:
    """How many words each pair has in common."""
    parts = [sets[0][c[n : n + _AT_ONCE]].multiply(sets[1][a[n : n + _AT_ONCE]]).sum(axis=1) for n in range(0, len(c), _AT_ONCE)]
    return np.concatenate([np.empty(0, np.float32), *(np.asarray(part, np.float32) for part in parts)])
