"""What is compared of commitments and acts: columns with a row a story, made once before any pair is looked at."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.events.ontology import ontology
from facta.relations.commitments.answers import answer, told_by
from facta.relations.stories import Stories
from facta.stories.standing import ALLEGED, DENIAL, HOSTED, INVITED, TRUCE
from facta.stories.subject import MEETING, stem

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Bits = NDArray[np.uint64]
Mask = NDArray[np.bool_]

FORMS = frozenset({"meeting", "treaty"})
"""Contexts that say how two deal with each other, and not about what."""
RAREST = 4
"""The first so many words of a story are taken for its rarest."""
MANY = 1_000
"""A word of more acts of a pair than these is not rare there, as `Ukraine` between Russia and the United States."""
FEW = 50_000_000
"""Commitments times acts up to which all are compared with all, so that an act may answer too whose type or side says nothing; of
more only those of kinds and sides that can answer."""
FIGHT, POPULAR = "ASSAULT", "PROTEST"
"""The type of attacks, and that of what a people does and not its state."""


@dataclass(frozen=True)
class Compared:
    """What is compared of commitments and acts; each pair of fields has a row a commitment and a row an act."""

    table: NDArray[np.int8]
    """`Answer` by kinds of both."""
    kinds: tuple[Ints, Ints]
    reverse: tuple[Mask, Mask]
    """Whether the second side is the one that has to act, as its guest has after an invitation, and that acts."""
    joint: tuple[Mask, Mask]
    """Whether both sides act; of a visit guest and host do, whichever is told to."""
    denied: Mask
    """Of each act, whether it only answers a charge, so that it breaks nothing."""
    alleged: Mask
    """Of each act, whether it is only alleged, so that it keeps nothing."""
    truce: Mask
    """Of each commitment, whether arms are to rest."""
    fight: Mask
    """Of each act, whether it is an attack."""
    ahead: Mask
    """Of each commitment, whether it is a meeting announced for a day."""
    cancels: Mask
    """Of each act, whether it calls a meeting off."""
    aside: Mask
    """Of each act, whether the other state is only named."""
    deed: Mask
    """Of each act, whether it is a deed, which may answer whatever its type where it means something like."""
    given: Mask
    """Of each act, whether it is a deed of cooperation, which is often told of who receives it."""
    undoes: Mask
    """Of each act, whether its sentence tells of undoing."""
    friendly: Mask
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
            subject=(_vectors(commitments), _vectors(acts)),
            contexts=(_bits(contexts[0]), _bits(contexts[1])),
            topics=_bits(csr_array(np.array(topical))),
            terms=_flags(commitments, acts, "terms"),
            rarest=_telling(*_flags(commitments, acts, "terms", RAREST)),
        )

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

    @property
    def few(self) -> bool:
        """Whether they are few enough that all are compared with all."""
        return self.number <= FEW


def friendly(kind: object) -> bool:
    """Whether a type is one of cooperation."""
    return ontology().quad(str(kind)) <= 2


def _vectors(found: Stories) -> Floats:
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
