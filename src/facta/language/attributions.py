"""Who is said to have said, written, thought or asked what: attributions in PolNeAR's sense, found by small linear models.

A token that may carry a cue is a question; pointers then choose where cue, source and content begin and end, one after the
other, and a last model weighs the whole. Weights: `python -m training.attributions`.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from importlib.resources import files
from typing import NamedTuple
from zlib import crc32

import numpy as np

from facta.language import attribution_features as look
from facta.language.attribution_features import NONE, Frame, View
from facta.language.linear import Linear, from_arrays
from facta.records import Attribution, Mention, Token
from facta.values.spans import Range

MODELS = (
    "cue",
    "cue_start",
    "cue_end",
    "source_start",
    "source_end",
    "content_start",
    "content_end",
    "gap_start",
    "gap_end",
    "trust",
)
LIKELY_CUE = 0.14
"""Tokens below this probability are no cues; lower finds hardly more and costs time."""
CUES = 24
"""Most cues of one sentence: more than any sentence of news has, so that text without full stops is read as quickly."""
WIDTH = 3
"""Most places looked at for each edge of a content."""
UNLIKELY = 3.0
"""A place whose probability is below a twentieth (this, as a logarithm) of the likeliest one's is not looked at."""
TRUST = 0.30
"""Attributions below this score are left out; the value with the best F1 on held-out training articles."""
HOPELESS = 5.5
"""A boundary whose own neighbours speak that much less for it than for the best one is not looked at for the cue in question."""
REMEMBERED = 150_000
"""Feature names that a model remembers before it starts anew: some 20 MB."""
CELL = 64
"""Tokens of a stretch in which attributions are compared with each other."""
_PASSING = frozenset(["according", "citing", "quoting"])
_TRIM = frozenset([",", ".", ";", ":", "--", "—", "–", "-"])

Chosen = tuple[int, float]
"""A boundary and the logarithm of its probability."""
Asked = Callable[[int], list[str]]


class Candidate(NamedTuple):
    """One way to read an attribution, with the logarithms of the probabilities of its decisions."""

    frame: Frame
    gap: tuple[int, int] | None
    """The stretch between the two parts of a split content."""
    logs: tuple[float, float, float, float]
    """Of the cue, of the source, of the content's begin and of its end."""


class Scorer:
    """A Linear of one label that remembers the weight of each feature name: hashing a name costs more than all the rest."""

    def __init__(self, model: Linear) -> None:
        """Spread the weights."""
        self.weights: dict[int, float] = dict(zip(model.keys.tolist(), model.table[:, 0].tolist(), strict=True))
        self.bias = float(model.bias[0])
        self.names: dict[str, float] = {}

    def __call__(self, features: Sequence[str]) -> float:
        """The logit of one example."""
        names = self.names
        try:
            return self.bias + sum([names[f] for f in features])
        except KeyError:
            self._learn(features)
            return self.bias + sum([self.names[f] for f in features])

    def _learn(self, features: Sequence[str]) -> None:
        if len(self.names) > REMEMBERED:
            self.names = {}
        for f in features:
            if f not in self.names:
                self.names[f] = self.weights.get(crc32(f.encode("utf-8", "surrogatepass")), 0.0)


class Models:
    """All models of this module; build once, use for any text."""

    def __init__(self, models: dict[str, Linear], asked: frozenset[str]) -> None:
        """models: a Linear of one label for each name in MODELS. asked: words and marks, beside verbs, that may carry a cue."""
        self.score = {name: Scorer(model) for name, model in models.items()}
        self.asked = asked


@cache
def load() -> Models:
    """The shipped models."""
    weights = files("facta.language").joinpath("weights")
    asked = frozenset(weights.joinpath("attributions_cues.txt").read_text("utf-8").split())
    with weights.joinpath("attributions.npz").open("rb") as file, np.load(file) as arrays:
        return Models({name: from_arrays(arrays, name) for name in MODELS}, asked)


def find(
    text: str, sentences: Sequence[Range], tokens: Sequence[Token], mentions: Sequence[Mention], regions: Sequence[Range]
) -> tuple[Attribution, ...]:
    """The attributions of a text in the order of their contents, no content twice.

    sentences, tokens, mentions: in order, with offsets into `text`. regions: its paragraphs.
    """
    return attributions(View(text, sentences, tokens, mentions, regions), load())


def attributions(view: View, models: "Models") -> tuple[Attribution, ...]:
    """The attributions of a text that is already laid out for the models."""
    reader = Finder(view, models)
    scored = [reader.best(i, logit) for i, logit in reader.cues()]
    kept = unrivalled(view, [(c, s) for c, s in scored if s >= TRUST])
    return tuple(attribution(view, c, s) for c, s in sorted(kept, key=lambda pair: (pair[0].frame.content, pair[0].frame.cue)))


class Finder:
    """Reads one text; remembers what each model thinks of each boundary, which many cues ask for."""

    def __init__(self, view: View, models: Models) -> None:
        """view: the text. models: trained on views made the same way."""
        self.view = view
        self.score, self.asked = models.score, models.asked
        self.edges: dict[str, dict[int, float]] = {name: {} for name in MODELS}

    def cues(self) -> Iterator[tuple[int, float]]:
        """Tokens that may carry a cue, each with the logarithm of its probability; of one sentence only the likeliest `CUES`."""
        for sentence in self.view.bounds:
            likeliest = sorted(self._cues(range(*sentence)), key=lambda pair: -pair[1])[:CUES]
            yield from sorted(likeliest)

    def _cues(self, tokens: range) -> Iterator[tuple[int, float]]:
        score, least = self.score["cue"], math.log(LIKELY_CUE / (1 - LIKELY_CUE))
        for i in tokens:
            if may_carry(self.view, i, self.asked):
                logit = score(look.cue_features(self.view, i))
                if logit > least:
                    yield i, -math.log1p(math.exp(-logit))

    def best(self, i: int, log: float) -> tuple[Candidate, float]:
        """The best reading of the attribution whose cue token `i` carries, and its probability."""
        trust = self.score["trust"]
        weighed = [(c, 1 / (1 + math.exp(-trust(weigh(self.view, c))))) for c in self.readings(i, log)]
        return max(weighed, key=lambda pair: pair[1])

    def readings(self, i: int, log: float) -> list[Candidate]:
        """The likeliest readings of one cue, at least one."""
        v = self.view
        begins, ends = look.cue_edges(v, i)
        cue = (
            self.choose("cue_start", begins, lambda p: look.cue_edge(v, i, p))[0][0],
            self.choose("cue_end", ends, lambda p: look.cue_edge(v, i, p))[0][0],
        )
        frame, source_log = self.sourced(Frame(cue))
        out = []
        starts = look.content_starts(v, frame)
        for begin, first in likely(self.choose("content_start", starts, lambda p: look.content_start(v, frame, p))):
            half = frame._replace(content=(begin, begin))
            ends = look.content_ends(v, half)
            asked = partial(look.content_end, v, half)
            for end, last in likely(self.choose("content_end", ends, asked)):
                whole = frame._replace(content=(begin, end))
                out.append(Candidate(whole, self.gap(whole), (log, source_log, first, last)))
        return out or [Candidate(frame._replace(content=cue), None, (log, source_log, -9.0, -9.0))]

    def sourced(self, frame: Frame) -> tuple[Frame, float]:
        """The frame with its likeliest source."""
        v = self.view
        begin, log = self.choose("source_start", look.source_starts(v, frame), lambda p: look.source_start(v, frame, p))[0]
        if begin == NONE:
            return frame, log
        half = frame._replace(source=(begin, begin))
        end, more = self.choose("source_end", look.source_ends(v, half), lambda p: look.source_end(v, half, p))[0]
        return frame._replace(source=(begin, end)), log + more

    def gap(self, frame: Frame) -> tuple[int, int] | None:
        """What lies between the two parts of a content around its cue; None when the content is in one piece."""
        if not frame.content[0] < frame.cue[0] < frame.content[1]:
            return None
        v = self.view
        begins, ends = look.gaps(v, frame)
        return (
            self.choose("gap_start", begins, lambda p: look.gap_start(v, frame, p))[0][0],
            self.choose("gap_end", ends, lambda p: look.gap_end(v, frame, p))[0][0],
        )

    def choose(self, name: str, places: Sequence[int], asked: Asked) -> list[Chosen]:
        """Boundaries with the logarithms of their probabilities, likeliest first; ties go to the earlier one."""
        score, known = self.score[name], self.edges[name]
        for p in places:
            if p not in known:
                known[p] = score(look.edge(self.view, p)) if p != NONE else score.bias
        least = max((known[p] for p in places), default=0.0) - HOPELESS
        places = [p for p in places if known[p] > least or p == NONE]
        logits = [known[p] + score(asked(p)) for p in places]
        if not logits:
            return []
        top = max(logits)
        total = top + math.log(sum(math.exp(x - top) for x in logits))
        return sorted(((p, x - total) for p, x in zip(places, logits, strict=True)), key=lambda pair: (-pair[1], pair[0]))


def likely(chosen: Sequence[Chosen]) -> list[Chosen]:
    """The places worth looking at, of those sorted by their probability."""
    return [c for c in chosen[:WIDTH] if c[1] > chosen[0][1] - UNLIKELY]


def may_carry(v: View, i: int, asked: frozenset[str]) -> bool:
    """Whether a token is worth asking: verbs, and any word or mark that training saw as a cue often enough."""
    return v.tags[i] == "VERB" or v.lows[i] in asked


def weigh(v: View, c: Candidate) -> list[str]:
    """What the last model looks at: how sure each decision was, and the attribution as a whole."""
    (c0, c1), (s0, _), (a, b) = c.frame
    cue, source, first, last = (look.bucket(round(-2 * x)) for x in c.logs)
    side = "h" if c.gap else "b" if b <= c0 else "a"
    marks = v.quote[a:b]
    quoted = sum(q >= 0 for q in marks) / max(1, b - a)
    kind = "D" if quoted > 0.9 else "M" if quoted else "I"
    whole = f"{a == 0 or v.quote[a] != v.quote[a - 1] or v.quote[a] < 0}{v.quote[b - 1] != v.quote[b] or v.quote[b - 1] < 0}"
    s, size = v.stems[c1 - 1], look.bucket(b - a)
    verbs = min(v.verbs[b] - v.verbs[a], 2)
    inner = "s" if a <= s0 < b and not c.gap else ""
    return [
        "c" + cue, "u" + source, "f" + first, "l" + last, f"fl{first},{last}", f"cf{cue},{first}", f"cl{cue},{last}",
        "k" + kind + side, f"k{kind}{side}{whole}", f"k{kind}{cue}", f"z{size}{side}", f"v{verbs}{side}{kind}", "s" + s,
        f"s{s}{side}", f"n{s0 == NONE}{side}", f"n{s0 == NONE}{cue}", f"i{inner}", f"t{v.tags[c1 - 1]}{side}",
        f"q{v.quote[c0] >= 0}{kind}", f"z{size}{cue}", f"z{size}{kind}", f"w{v.lows[a]}", f"e{v.lows[b]}",
        f"E{v.lows[b]}{side}{verbs}", f"sz{s}{size}", f"sum{look.bucket(round(-2 * (c.logs[2] + c.logs[3])))}",
        f"all{look.bucket(round(-2 * (c.logs[0] + c.logs[2] + c.logs[3])))}{kind}",
    ]  # fmt: skip


def unrivalled(v: View, scored: Sequence[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Without those whose content, or whose cue, mostly belongs to a better one.

    "X said, according to Y": both cues claim the content, and X is its speaker, Y who passed it on; so such cues give way.
    """
    kept: list[tuple[Candidate, float]] = []
    near: dict[int, list[Frame]] = defaultdict(list)
    for candidate, score in sorted(scored, key=lambda pair: (v.lows[pair[0].frame.cue[0]] in _PASSING, -pair[1], pair[0].frame)):
        cells = _cells(candidate.frame)
        if not any(_rivals(candidate.frame, other) for cell in cells for other in near[cell]):
            kept.append((candidate, score))
            for cell in cells:
                near[cell].append(candidate.frame)
    return kept


def _cells(f: Frame) -> range:
    """Stretches of the text that a frame lies in, so that it is compared with its neighbours only."""
    return range(min(f.cue[0], f.content[0]) // CELL, max(f.cue[1], f.content[1]) // CELL + 1)


def _rivals(a: Frame, b: Frame) -> bool:
    shared = min(a.content[1], b.content[1]) - max(a.content[0], b.content[0])
    longest = max(a.content[1] - a.content[0], b.content[1] - b.content[0])
    return 2 * shared > longest or (min(a.cue[1], b.cue[1]) > max(a.cue[0], b.cue[0]))


def attribution(v: View, c: Candidate, score: float) -> Attribution:
    """The record of a reading, its ranges in characters."""
    a, b = c.frame.content
    parts = [(a, c.gap[0]), (c.gap[1], b)] if c.gap else [(a, b)]
    source = () if c.frame.source[0] == NONE else (_range(v, *c.frame.source),)
    return Attribution(
        content=tuple(_range(v, *trimmed(v, *part)) for part in parts),
        cue=(_range(v, *c.frame.cue),),
        source=source,
        score=round(score, 4),
    )


def trimmed(v: View, a: int, b: int) -> tuple[int, int]:
    """Tokens without the unquoted punctuation at their edges; at least one token."""
    while b - a > 1 and v.words[b - 1] in _TRIM and v.quote[b - 1] < 0:
        b -= 1
    while b - a > 1 and v.words[a] in _TRIM and v.quote[a] < 0:
        a += 1
    return a, b


def _range(v: View, a: int, b: int) -> Range:
    return Range(v.tokens[a].start, v.tokens[b - 1].end)
