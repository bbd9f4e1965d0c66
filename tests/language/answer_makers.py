"""Answers of a network made by hand, so that what is read from them is tested without weights."""

from collections.abc import Mapping, Sequence

import numpy as np

from facta.language.network import About, Answers, Network
from facta.language.pieces import Pieces
from facta.language.windows import Layout, layout, windows
from facta.values.spans import Range

TYPES = ("CONSULT", "SANCTION")
CHANNELS = ("actor", "recipient", "place", "time", "source", "content", "first", "last", "opens", "closes", "home")
ABOUT = About(
    version="by hand",
    types=TYPES,
    statuses=("actual", "planned", "possible", "negated", "historical"),
    tags=("NOUN",),
    modes=("CONSULT:", "CONSULT:visit", "SANCTION:", "SANCTION:expel"),
    datings=("reported", "told", "undated", "month", "year"),
    channels=CHANNELS,
    thresholds=dict.fromkeys(("trigger", "actual", "undated", "cue", "source", "actor", "recipient", "place", "time"), 0.5)
    | {"attribution": 0.1},
    slopes={"trigger": (1.0, 0.0), "attribution": (1.0, 0.0)},
    distance=tuple((0.0, 0.0, 0.0) for _ in CHANNELS),
    sha256="",
)
SURE = 6.0
"""Log-odds of what is told; the opposite of what is not."""


def network() -> Network:
    return Network(lambda _: [], Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"]), ABOUT)


def laid(text: str) -> Layout:
    return layout(text, [Range(0, len(text))], network().pieces)


class Told:
    """Answers for a text's only window: nothing at first, then what is told of its words by their numbers."""

    def __init__(self, text: str) -> None:
        self.at = laid(text)
        self.words = [text[r.start : r.end] for r in self.at.words]
        size, (window,) = len(self.words), windows(self.at, network().pieces)
        zeros = lambda n: np.zeros((size, n), np.float32)  # noqa: E731
        types = zeros(1 + len(TYPES))
        types[:, 0] = SURE
        # Each asking word is itself in a space with one axis a word, so that any pair can be told apart.
        asking = np.repeat(np.eye(size, dtype=np.float32)[:, None], len(CHANNELS), 1)
        answering = np.full((size, len(CHANNELS), size), -SURE, np.float32)
        cue = np.full(size, -SURE, np.float32)
        lean = zeros(len(CHANNELS))
        self.answers = Answers(window, types, cue, zeros(5), zeros(1), zeros(4), zeros(5), asking, answering, lean)
        self.answers.statuses[:, 0] = SURE

    def act(self, word: str, kind: str, **others: str) -> "Told":
        """A word carries an act; others: `status`, `mode`, `dating` by name."""
        k = self.words.index(word)
        self.answers.types[k] = 0
        self.answers.types[k, 1 + TYPES.index(kind)] = SURE
        names = {"status": ABOUT.statuses, "mode": ABOUT.modes, "dating": ABOUT.datings}
        arrays = {"status": self.answers.statuses, "mode": self.answers.modes, "dating": self.answers.datings}
        for name, value in others.items():
            arrays[name][k] = 0
            arrays[name][k, names[name].index(value)] = SURE
        return self

    def cue(self, *words: str) -> "Told":
        self.answers.cue[[self.words.index(w) for w in words]] = SURE
        return self

    def pair(self, word: str, channel: str, *answers: str) -> "Told":
        """What a word asks for by a channel, and the words that answer."""
        for answer in answers:
            self.answers.answering[self.words.index(answer), CHANNELS.index(channel), self.words.index(word)] = SURE
        return self


def spots(words: Sequence[str], phrases: Sequence[Sequence[str]]) -> np.ndarray:
    """First and last word of each phrase."""
    return np.array([(words.index(p[0]), words.index(p[-1])) for p in phrases], np.int64).reshape(-1, 2)


def texts(at: Layout, ranges: Mapping[str, Range]) -> dict[str, str]:
    return {name: at.text[r.start : r.end] for name, r in ranges.items()}
