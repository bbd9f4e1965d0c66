"""Whether an act answers a commitment: its type can, the same state does it, and both are about the same thing.

A score is a logistic regression over the likeness of what both are about (`stories.subject`), the contexts they share and the
kind of answer; it knows nothing of dates, so a commitment with another date (the placebo) meets the same acts. The weights
(`match.toml`) were fitted on two of the four parts of the demo corpus (`eval.ledger --fit`).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
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
_CELLS = 4_000_000  # pairs scored at once


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
    parts = []
    step = max(1, _CELLS // max(1, len(acts)))
    for start in range(0, len(commitments) if len(acts) else 0, step):
        some = commitments.chosen(_run(len(commitments), start, start + step))
        x, way = features(some, acts)
        weight, constant = weights()
        score = 1 / (1 + np.exp(-(x @ weight + constant)))
        c, a = np.nonzero((score >= least) & (way != Answer.NONE))
        parts.append((c + start, a, score[c, a], way[c, a]))
    if not parts:
        return Matches(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32), np.empty(0, np.int8))
    c, a, score, way = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Matches(c, a, score, way)


def features(commitments: Stories, acts: Stories) -> tuple[Floats, NDArray[np.int8]]:
    """(commitments, acts, FEATURES), and the way of each pair; pairs of the wrong direction have none."""
    way = _ways(commitments, acts)
    way[~_directed(commitments, acts)] = Answer.NONE
    shared, one, other = _shared(commitments, acts, "contexts")
    same = shared > 0
    words, ours, theirs = _shared(commitments, acts, "terms")
    columns = (
        vectors(commitments) @ vectors(acts).T,
        words / np.maximum(np.minimum(ours, theirs), 1),
        _shared(commitments, acts, "terms", RAREST)[0] > 0,
        same,
        (one > 0) & (other > 0) & ~same,
        way == Answer.KEPT_IF,
        way == Answer.BROKEN,
    )
    x = np.stack([np.asarray(c, np.float32) for c in columns], axis=-1)
    way[(way == Answer.KEPT_IF) & ~same] = Answer.NONE
    return x, way


def vectors(found: Stories) -> Floats:
    """(stories, width): what each is about, of length one or zero."""
    flat = found.table.column("subject").combine_chunks().flatten().to_numpy()
    rows = flat.reshape(len(found), -1).astype(np.float32) if len(found) else np.zeros((0, 1), np.float32)
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Floats = (rows / np.where(length > 0, length, 1)).astype(np.float32)
    return unit


def _run(size: int, start: int, stop: int) -> NDArray[np.bool_]:
    out = np.zeros(size, bool)
    out[start:stop] = True
    return out


def _ways(commitments: Stories, acts: Stories) -> NDArray[np.int8]:
    """(commitments, acts) by types alone."""
    ours = list(zip(*(commitments.column(name) for name in ("status", "type", "mode")), strict=True))
    theirs = list(zip(*(acts.column(name) for name in ("type", "mode")), strict=True))
    rows, columns = sorted(set(ours), key=str), sorted(set(theirs), key=str)
    table = np.array([[answer(*row, *column) for column in columns] for row in rows], np.int8).reshape(len(rows), len(columns))
    where = {row: n for n, row in enumerate(rows)}, {column: n for n, column in enumerate(columns)}
    i, j = ([index[key] for key in keys] for index, keys in zip(where, (ours, theirs), strict=True))
    return table[np.ix_(np.array(i, np.int64), np.array(j, np.int64))]


def _directed(commitments: Stories, acts: Stories) -> NDArray[np.bool_]:
    """Whether one who committed itself acts: the same direction, or a joint commitment, or a joint act."""
    (mine, both), (theirs, joint) = (
        (np.asarray(found.column("reverse"), bool), np.asarray(found.column("symmetric"), bool)) for found in (commitments, acts)
    )
    either: NDArray[np.bool_] = (mine[:, None] == theirs[None, :]) | both[:, None] | joint[None, :]
    return either


def _shared(commitments: Stories, acts: Stories, name: str, first: int | None = None) -> tuple[Floats, Floats, Floats]:
    """How many of the words of a column each pair shares, of the first few; how many each has, as a column and as a row."""
    known: dict[str, int] = {}
    ours, theirs = ([list(some)[:first] for some in found.column(name)] for found in (commitments, acts))  # type: ignore[call-overload]
    for word in (word for some in (*ours, *theirs) for word in some):
        known.setdefault(word, len(known))
    a, b = (_flags(some, known) for some in (ours, theirs))
    return (a @ b.T).toarray(), np.asarray(a.sum(1), np.float32)[:, None], np.asarray(b.sum(1), np.float32)[None, :]


def _flags(rows: list[list[str]], known: dict[str, int]) -> csr_array:
    columns = [known[name] for names in rows for name in names]
    ends = np.concatenate([[0], np.cumsum([len(names) for names in rows])])
    return csr_array(
        (np.ones(len(columns), np.float32), np.array(columns, np.int64), ends), shape=(len(rows), max(1, len(known)))
    )
