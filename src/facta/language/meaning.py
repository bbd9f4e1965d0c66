"""What a sentence means, as a short vector: sentences of like meaning have like ones, in whatever words.

A small encoder (`weights/meaning.onnx`, made by `training.meaning`) reads each text alone, so a text's vector never depends on
what else is read.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from facta.language.pieces import Pieces
from facta.language.session import session

Floats = NDArray[np.float32]
WIDTH = 64
LONGEST = 64
"""Most word pieces that are read of a text."""
BEGIN, END = 101, 102
_WORDS = re.compile(r"\w+|[^\w\s]")


class Encoder:
    """Texts to vectors."""

    def __init__(self, pieces: Pieces, model: Callable[[NDArray[np.int64]], Floats]) -> None:
        """model: from the numbers of a text's pieces, (1, T), to its vector, (1, WIDTH)."""
        self.pieces, self._model = pieces, model

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of a text between the two marks."""
        found = [number for word in _WORDS.findall(text.lower()) for number in self.pieces(word)]
        return [BEGIN, *found[:LONGEST], END]

    def of(self, texts: Sequence[str]) -> Floats:
        """(texts, WIDTH), each of length one; zeros for one without words."""
        out = np.zeros((len(texts), WIDTH), np.float32)
        for n, text in enumerate(texts):
            if text and not text.isspace():
                out[n] = self._model(np.array([self.numbers(text)], np.int64))[0]
        return out


@cache
def encoder() -> Encoder:
    """The shipped one, read from disk once a process."""
    folder = files("facta.language") / "weights"
    running = session(folder.joinpath("meaning.onnx").read_bytes())
    pieces = Pieces(folder.joinpath("vocabulary.txt").read_text("utf-8").split("\n"))
    return Encoder(pieces, lambda ids: running.run(["meaning"], {"ids": ids})[0])
