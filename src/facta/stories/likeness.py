"""How likely two events tell the same act: a logistic regression over what two tellings of one act share.

The weights (`likeness.toml`) were fitted on the half of `eval/stories.jsonl` that is for it (`eval.stories --fit`); what each
feature is stands at its line in `FEATURES`.
"""

import tomllib
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.stories.acts import Acts

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FEATURES = (
    "other_type",  # the types differ, the quad class does not
    "other_quad",  # the quad classes differ
    "same_mode",  # both have a mode, the same
    "other_mode",  # both have a mode, not the same
    "one_day",  # between their dates, which do not touch
    "days",  # between them
    "other_day",  # both texts give the day, and the days differ
    "coarse",  # one is dated by month or year only
    "retold",  # one is background of its report (`historical`)
    "alone",  # one names no pair of states
    "actors",  # share of the actors' countries that both have, -1 where one names none
    "recipients",
    "turned",  # one's actors are the other's recipients
    "names",  # share of the words of the parties' names that the shorter list has in common
    "same_place",
    "other_place",
    "rare",  # share of the rarest words around that both have
    "words",  # the same of all words, each by how much it says
    "evidence",  # cosine of the evidence
    "around",  # cosine of the words around
    "copies",  # the pages tell the same text
)
WINDOW = 14
"""Most days between the dates of two tellings of one act."""
NEAR = 2
"""The same where one of them names no pair of states."""
_AT_ONCE = 200_000


@cache
def weights() -> tuple[Floats, float]:
    """The weight of each feature, and the constant."""
    raw = tomllib.loads((files("facta.stories") / "likeness.toml").read_text("utf-8"))
    return np.array([raw["weights"][name] for name in FEATURES]), float(raw["constant"])


def probability(acts: Acts, i: Ints, j: Ints) -> Floats:
    """That events i[k] and j[k] tell one act, between 0 and 1."""
    weight, constant = weights()
    parts = [features(acts, i[n : n + _AT_ONCE], j[n : n + _AT_ONCE]) @ weight for n in range(0, len(i), _AT_ONCE)]
    return 1 / (1 + np.exp(-(np.concatenate(parts) if parts else np.empty(0)) - constant))


def features(acts: Acts, i: Ints, j: Ints) -> Floats:
    """(pairs, FEATURES)"""
    same_kind, same_quad = acts.kind[i] == acts.kind[j], acts.quad[i] == acts.quad[j]
    moded = same_kind & (acts.mode[i] >= 0) & (acts.mode[j] >= 0)
    placed = (acts.place[i] >= 0) & (acts.place[j] >= 0)
    gap = np.maximum(acts.first[i], acts.first[j]) - np.minimum(acts.last[i], acts.last[j])
    crossed = _shared(acts.actors, acts.recipients, i, j) + _shared(acts.recipients, acts.actors, i, j)
    columns = (
        ~same_kind & same_quad,
        ~same_quad,
        moded & (acts.mode[i] == acts.mode[j]),
        moded & (acts.mode[i] != acts.mode[j]),
        gap == 1,
        np.log1p(np.clip(gap, 0, WINDOW)),
        acts.told[i] & acts.told[j] & (gap > 0),
        acts.last[i] - acts.first[i] + acts.last[j] - acts.first[j] > 0,
        acts.retold[i] | acts.retold[j],
        acts.alone[i] | acts.alone[j],
        _alike(acts.actors, i, j),
        _alike(acts.recipients, i, j),
        crossed > 0,
        np.maximum(_contained(acts.names, i, j), 0),
        placed & (acts.place[i] == acts.place[j]),
        placed & (acts.place[i] != acts.place[j]),
        np.maximum(_contained(acts.terms, i, j), 0),
        _overlap(acts.words, i, j),
        np.einsum("ij,ij->i", acts.own[i], acts.own[j]),
        np.einsum("ij,ij->i", acts.wide[i], acts.wide[j]),
        acts.copy[i] == acts.copy[j],
    )
    return np.stack([np.asarray(c, np.float64) for c in columns], axis=1)


def _shared(one: csr_array, other: csr_array, i: Ints, j: Ints) -> Floats:
    """Sum of the products of two rows; of sets with the same columns, how many members they share."""
    width = max(one.shape[1], other.shape[1])
    a, b = one[i], other[j]
    a.resize((len(i), width))
    b.resize((len(j), width))
    return np.asarray(a.multiply(b).sum(axis=1), np.float64)


def _sizes(sets: csr_array) -> Floats:
    return np.asarray(sets.sum(axis=1), np.float64)


def _alike(sets: csr_array, i: Ints, j: Ints) -> Floats:
    """Members shared of all members; -1 where a set is empty."""
    shared, sizes = _shared(sets, sets, i, j), _sizes(sets)
    union = sizes[i] + sizes[j] - shared
    return np.where((sizes[i] > 0) & (sizes[j] > 0), shared / np.maximum(union, 1), -1.0)


def _contained(sets: csr_array, i: Ints, j: Ints) -> Floats:
    """Members shared of the smaller set's; -1 where that is empty."""
    sizes = _sizes(sets)
    least = np.minimum(sizes[i], sizes[j])
    return np.where(least > 0, _shared(sets, sets, i, j) / np.maximum(least, 1), -1.0)


def _overlap(words: csr_array, i: Ints, j: Ints) -> Floats:
    """Weight of the words shared, as a share of the lighter text's."""
    weight = _sizes(words)
    a, b = words[i], words[j]
    shared = np.asarray(a.minimum(b).sum(axis=1), np.float64)
    return shared / np.maximum(np.minimum(weight[i], weight[j]), 1e-9)
