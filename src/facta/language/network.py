"""The trained network behind the reader: what it was told to answer, and its answers for the words of one window.

Every word is encoded once. What a word is by itself (carries an act, opens an attribution, its tag) comes straight from its
state; what two words are to each other (trigger and party, cue and content) is a bilinear score of two views of their states
(a biaffine classifier, Dozat and Manning 2017), so a further trigger costs a product of small matrices and no new pass.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from facta.language.pieces import Pieces
from facta.language.session import session
from facta.language.windows import PIECES, Layout, Window, batch, windows

Floats = NDArray[np.float32]
Model = Callable[[Mapping[str, NDArray[np.int64]]], Sequence[Floats]]
"""From a batch (`windows.batch`) to single (B, W, S), asking and answering (B, W, C, D), lean (B, W, C)."""
INPUTS = ("ids", "features", "at")
OUTPUTS = ("single", "asking", "answering", "lean")


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers of a network mean, written beside its weights when it is exported."""

    version: str
    types: tuple[str, ...]
    statuses: tuple[str, ...]
    tags: tuple[str, ...]
    modes: tuple[str, ...]
    """`TYPE:mode`, with nothing behind the colon for none."""
    datings: tuple[str, ...]
    """How an act's date is known."""
    channels: tuple[str, ...]
    """What a second word may be to a first one."""
    alone: tuple[str, ...] = ()
    """`TYPE:mode` of acts that mostly have no recipient."""
    thresholds: dict[str, float]
    slopes: dict[str, tuple[float, float]]
    """Platt scaling of the scores of acts and attributions: slope and shift of their log-odds."""
    distance: tuple[tuple[float, ...], ...]
    """What the way from the first word to the second adds to each channel's score: (C, 2 REACH + 1)."""
    prior: tuple[float, ...] = ()
    """What each type between a given pair of parties has in advance, in the order of `training.answers.PLV`."""
    sha256: str
    """Of the weights."""

    def channel(self, *names: str) -> slice:
        """Where channels that stand side by side are."""
        first = self.channels.index(names[0])
        return slice(first, first + len(names))


@dataclass
class Answers:
    """What the network says of the words of one window; first axis: words (W)."""

    window: Window
    types: Floats
    """(W, 1 + types); the first is no act."""
    cue: Floats
    statuses: Floats
    tags: Floats
    modes: Floats
    datings: Floats
    asking: Floats
    """(W, C, D)"""
    answering: Floats
    lean: Floats
    """(W, C)"""

    @cached_property
    def chances(self) -> Floats:
        """The probabilities of `types`."""
        return softmax(self.types)

    @cached_property
    def answered(self) -> Floats:
        """What is answered, (C, W, D): laid out once for the products that every act and every cue of the window ask for."""
        return np.ascontiguousarray(self.answering.transpose(1, 0, 2))

    @cached_property
    def leaning(self) -> Floats:
        """What a word is likely to be to any other, (C, W): laid out like `answered`."""
        return np.ascontiguousarray(self.lean.T)

    def own(self) -> slice:
        """The words that the window answers for."""
        return slice(self.window.begin - self.window.first, self.window.end - self.window.first)


class Network:
    """A model with the vocabulary and the meaning of its answers."""

    def __init__(self, model: Model, pieces: Pieces, about: About) -> None:
        """Take over the parts."""
        self.model, self.pieces, self.about = model, pieces, about
        self.distance = np.array(about.distance, np.float32)
        self.reach = self.distance.shape[1] // 2
        away = np.clip(np.arange(-PIECES, PIECES + 1), -self.reach, self.reach) + self.reach
        self._ways = np.ascontiguousarray(self.distance[:, away])  # (C, 2 PIECES + 1), from one word to another in its window

    @cached_property
    def of_type(self) -> dict[str, list[int]]:
        """By type, the numbers of its modes."""
        names = [name.partition(":")[0] for name in self.about.modes]
        return {kind: [n for n, name in enumerate(names) if name == kind] for kind in self.about.types}

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """Where the kinds of answers of single words begin."""
        a = self.about
        return np.cumsum([len(a.types) + 1, 1, len(a.statuses), len(a.tags), len(a.modes)])

    def answers(self, at: Layout) -> Iterator[Answers]:
        """The answers for a text, window by window."""
        for w in windows(at, self.pieces):
            single, asking, answering, lean = (out[0] for out in self.model(batch([w])))
            types, cue, statuses, tags, modes, datings = np.split(single, self.sizes, axis=1)
            yield Answers(w, types, cue[:, 0], statuses, tags, modes, datings, asking, answering, lean)

    def pairs(self, a: Answers, words: Sequence[int], weights: Floats, channels: slice) -> Floats:
        """Scores (W, channels), log-odds, of every word of a window as seen from words that ask together, weighted."""
        asking = list(zip(words, weights, strict=True))
        asked = sum(weight * a.asking[word, channels] for word, weight in asking)[..., None]
        scores: Floats = (a.answered[channels] @ asked)[..., 0]  # half the time of an einsum
        scores += a.leaning[channels]
        for word, weight in asking:
            scores += weight * self._ways[channels, PIECES - word : PIECES - word + scores.shape[1]]
        return scores.T


def onnx(weights: bytes, threads: int = 1) -> Model:
    """The weights as a model on the processor."""
    running = session(weights, threads)
    return lambda x: running.run(list(OUTPUTS), {name: x[name] for name in INPUTS})


def stored(folder: Traversable) -> Network:
    """The network of a folder that `training.export` wrote: `reader.onnx`, `reader.json`, `vocabulary.txt`."""
    about = msgspec.json.decode(folder.joinpath("reader.json").read_bytes(), type=About)
    pieces = Pieces(folder.joinpath("vocabulary.txt").read_text("utf-8").split("\n"))
    return Network(onnx(folder.joinpath("reader.onnx").read_bytes()), pieces, about)


def sigmoid(x: Any) -> Any:
    """Probabilities of independent questions, from log-odds."""
    return 1 / (1 + np.exp(-x))


def softmax(x: Floats) -> Floats:
    """Probabilities along the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = (e / e.sum(-1, keepdims=True)).astype(np.float32)
    return out


def clipped(x: Floats, most: float) -> Floats:
    """Numbers no further from zero than `most`; `np.clip` takes three times as long on those of a window."""
    out: Floats = np.minimum(np.maximum(x, -most), most)
    return out


def log_softmax(x: Floats) -> Floats:
    """Logarithms of probabilities along the only axis."""
    e = x - x.max()
    return e - np.log(np.exp(e).sum())  # type: ignore[no-any-return]


def platt(chance: float, slope: tuple[float, float]) -> float:
    """A probability as held-out texts bear it out (Platt 1999)."""
    odds = math.log(max(chance, 1e-6) / max(1 - chance, 1e-6))
    return round(1 / (1 + math.exp(-(slope[0] * odds + slope[1]))), 4)
