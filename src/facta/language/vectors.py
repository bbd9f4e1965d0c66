"""Compare what texts are about: one short vector a text, from a table of word vectors, without a pass through the network.

The table (`weights/vectors.npy`, made by `training.vectors`) holds a row of 64 whole numbers for each word piece; frequent
pieces have short rows. A text's vector is the sum of its pieces' rows, brought to length one, so the product of two vectors is
their cosine.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from facta.language.pieces import Pieces

Floats = NDArray[np.float32]
_WORDS = re.compile(r"\w+")


class _Known(dict[str, tuple[int, ...]]):
    """The numbers of the pieces of words, found once: a text's words are looked up without a step of Python each."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self.pieces = pieces

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > 200_000:
            self.clear()
        found = self[word] = self.pieces(word)
        return found


class Vectors:
    """Word pieces and their vectors."""

    def __init__(self, pieces: Pieces, table: NDArray[np.int8]) -> None:
        """table: (pieces, width)."""
        self.pieces = pieces
        self._known = _Known(pieces)
        self.table = table.astype(np.float32)

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self.table.shape[1])

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, in order."""
        return list(chain.from_iterable(map(self._known.__getitem__, _WORDS.findall(text.lower()))))

    def of(self, numbers: Sequence[Sequence[int]]) -> Floats:
        """A unit vector for each list of pieces, (lists, width); zeros for one whose pieces say nothing."""
        ends = np.cumsum([0, *map(len, numbers)])
        flat = np.concatenate([np.empty(0, np.int32), *(np.asarray(some, np.int32) for some in numbers)])
        counts = csr_array((np.ones(len(flat), np.float32), flat, ends), shape=(len(numbers), len(self.table)))
        sums = counts @ self.table
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        unit: Floats = sums / np.where(length > 0, length, 1)
        return unit

    def weights(self) -> Floats:
        """How much each piece says, (pieces,): the length of its row, 1 for the longest."""
        length: Floats = np.linalg.norm(self.table, axis=1)
        share: Floats = length / length.max()
        return share


@cache
def vectors() -> Vectors:
    """The shipped table, read from disk once a process."""
    folder = files("facta.language") / "weights"
    with (folder / "vectors.npy").open("rb") as file:
        table = np.load(file, allow_pickle=False)
    return Vectors(Pieces((folder / "vocabulary.txt").read_text("utf-8").splitlines()), table)
