"""What a sentence means, as a short vector: sentences of like meaning have like ones, in whatever words, and a promise one like
that of the deed which answers it.

A small encoder (`weights/meaning.onnx`, made by `training.meaning` and `training.answering`) reads each text alone, so what it
says of a text never depends on what else is read.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from facta.language.pieces import Pieces
from facta.language.session import session

Floats = NDArray[np.float32]
Model = Callable[[NDArray[np.int64]], tuple[Floats, Floats]]
"""From the numbers of a text's pieces, (1, T), to its vector, (1, WIDTH), and the log-odds that it tells of undoing, (1,)."""
WIDTH = 64
LONGEST = 64
"""Most word pieces that are read of a text."""
BEGIN, END = 101, 102
_WORDS = re.compile(r"\w+|[^\w\s]")


class Meant(NamedTuple):
    """What texts mean."""

    vectors: Floats
    """(texts, WIDTH), each of length one; zeros for a text without words."""
    undoing: NDArray[np.bool_]
    """(texts,): whether each tells that something is called off, halted, taken back or violated, rather than done."""


class Encoder:
    """Texts to what they mean."""

    def __init__(self, pieces: Pieces, model: Model) -> None:
        self.pieces, self._model = pieces, model

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of a text between the two marks."""
        found = [number for word in _WORDS.findall(text.lower()) for number in self.pieces(word)]
        return [BEGIN, *found[:LONGEST], END]

    def of(self, texts: Sequence[str]) -> Meant:
        """Of each text what it means."""
        out = Meant(np.zeros((len(texts), WIDTH), np.float32), np.zeros(len(texts), bool))
        for n, text in enumerate(texts):
            if text and not text.isspace():
                vector, odds = self._model(np.array([self.numbers(text)], np.int64))
                out.vectors[n], out.undoing[n] = vector[0], odds[0] > 0
        return out


@cache
def encoder() -> Encoder:
    """The shipped one, read from disk once a process."""
    folder = files("facta.language") / "weights"
    running = session(folder.joinpath("meaning.onnx").read_bytes())
    pieces = Pieces(folder.joinpath("vocabulary.txt").read_text("utf-8").split("\n"))
    return Encoder(pieces, lambda ids: tuple(running.run(["meaning", "undoing"], {"ids": ids})))
