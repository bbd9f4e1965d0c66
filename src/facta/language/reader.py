"""The shipped reader of English: linear models behind the seam that a better reader will fill (`Reader`, see `analyse`)."""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from io import BytesIO
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from facta.language import attributions, roles, triggers
from facta.language.chunks import Chunk, mention
from facta.language.linear import Linear, from_arrays, softmax
from facta.language.parse import Parser
from facta.language.triggers import NONE, View
from facta.records import Analysis, Role, RoleName, Status, Token, Trigger
from facta.values.spans import Range

NAME = "linear"
NEAR = 3
"""Two words of one type this close tell one act: worth .012 of type F1 over 0 in cross-validation, 2 to 12 do alike."""
_STATUSES: tuple[Status, ...] = get_args(Status)
_ROLES: tuple[RoleName, ...] = get_args(RoleName)
WEIGHTS = ("tagger", "events", "attributions")
MODELS = ("tag", "trigger", "status", "mode", "party", "setting")

Part = tuple[RoleName, int, Chunk, float]
"""A phrase in a role: which role, the number of the phrase's sentence, the phrase, its probability."""


class LinearReader:
    """Reads one text: sentences, tagged words, phrases, acts with their parties, attributions.

    Scores are the models' probabilities; how far they can be trusted stands in `weights/MODEL.md`.
    """

    def __init__(self, models: Mapping[str, Linear], thresholds: Mapping[str, float], version: str) -> None:
        """Take over models by name, the least probability of each decision with the trigger's `slope` and `shift`, a version."""
        self.version = version
        self.parser = Parser(models["tag"])
        self.models = models
        self.thresholds = thresholds

    def read(self, text: str, regions: Sequence[Range], title: str | None = None) -> Analysis:
        """What stands in the regions (paragraphs) of a text; all offsets are into `text`. The title is not used yet."""
        views = self.parser.views(text, regions)
        sentences = tuple(v.s.range for v in views)
        tokens = tuple(Token(start=r.start, end=r.end, tag=t) for v in views for r, t in zip(v.s.ranges, v.s.tags, strict=True))
        mentions = tuple(mention(v.s, c) for v in views for c in v.chunks)
        return Analysis(
            version=self.version,
            sentences=sentences,
            tokens=tokens,
            mentions=mentions,
            triggers=tuple(self._triggers(views)),
            attributions=attributions.find(text, sentences, tokens, mentions, regions),
        )

    def _triggers(self, views: Sequence[View]) -> Iterator[Trigger]:
        for where, v in enumerate(views):
            for at, kind, score in self.acts(v):
                first, last = triggers.extent(v.s, at)
                yield Trigger(
                    start=v.s.ranges[first].start,
                    end=v.s.ranges[last].end,
                    type=kind,
                    mode=self.mode(v, at, kind),
                    status=self.status(v, at, kind),
                    score=score,
                    roles=tuple(self._roles(views, where, roles.Anchor(at, kind))),
                )

    def acts(self, v: View) -> list[tuple[int, str, float]]:
        """Main words of the acts of a sentence with type and probability, in order; of overlapping ones the most probable."""
        model = self.models["trigger"]
        places = list(triggers.candidates(v.s))
        chances = softmax(model.score_all([triggers.features(v, i) for i in places]))
        none = model.labels.index(NONE)
        found = []
        for i, row in zip(places, chances, strict=True):
            row[none] = 0
            score = self._calibrated(float(row.max()))
            if score >= self.thresholds["trigger"]:
                found.append((i, model.labels[int(row.argmax())], round(score, 4)))
        return sorted(_apart(v, found))

    def _calibrated(self, chance: float) -> float:
        """A trigger's probability as held-out texts bear it out (Platt scaling)."""
        odds = math.log(max(chance, 1e-6) / max(1 - chance, 1e-6))
        return 1 / (1 + math.exp(-self.thresholds["slope"] * odds - self.thresholds["shift"]))

    def status(self, v: View, at: int, kind: str) -> Status:
        """Whether an act happened (unless that is less likely than not), is planned, possible, denied or long past."""
        model = self.models["status"]
        chances = softmax(model.scores(triggers.status_features(v, at, kind)))
        actual = model.labels.index("actual")
        if chances[actual] < 0.5:
            chances[actual] = 0
        return _STATUSES[_STATUSES.index(model.labels[int(chances.argmax())])]

    def mode(self, v: View, at: int, kind: str) -> str | None:
        """The mode of an act among those of its type; null where none fits."""
        model = self.models["mode"]
        allowed = [n for n, label in enumerate(model.labels) if label.startswith(f"{kind}:")]
        if not allowed:
            return None
        scores = model.scores(triggers.mode_features(v, at, kind))
        best = max(allowed, key=lambda n: float(scores[n]))
        return model.labels[best].partition(":")[2] or None

    def _roles(self, views: Sequence[View], where: int, anchor: roles.Anchor) -> Iterator[Role]:
        for role, home, c, score in self.parties(views, where, anchor):
            m = mention(views[home].s, c)
            yield Role(role=role, start=m.start, end=m.end, score=score)

    def parties(self, views: Sequence[View], where: int, anchor: roles.Anchor) -> list[Part]:
        """Phrases that fill a role of an act, in the order of roles and text.

        Overlapping phrases never fill two roles of parties, nor two of time and place; a host may also be the place.
        """
        options = list(roles.pairs(views, where))
        seen = [roles.features(views, where, anchor, home, c) for home, c in options]
        found = [part for name in ("party", "setting") for part in self._chosen(self.models[name], views, options, seen)]
        return sorted(found, key=lambda x: (_ROLES.index(x[0]), x[1], x[2].first))

    def _chosen(
        self, model: Linear, views: Sequence[View], options: Sequence[tuple[int, Chunk]], seen: Sequence[Sequence[str]]
    ) -> list[Part]:
        """The most probable phrases above the thresholds, no two of which overlap or say the same in two sentences."""
        scored = [
            (float(row[n]), role, home, c)
            for (home, c), row in zip(options, softmax(model.score_all(seen)), strict=True)
            for n, role in enumerate(model.labels)
            if role != NONE and row[n] >= self.thresholds[role]
        ]
        chosen: list[Part] = []
        for score, role, home, c in sorted(scored, key=lambda x: -x[0]):
            if not any(_same(views, home, c, h, o) for _, h, o, _ in chosen):
                chosen.append((_ROLES[_ROLES.index(role)], home, c, round(score, 4)))
        return chosen


def _same(views: Sequence[View], home: int, c: Chunk, other: int, o: Chunk) -> bool:
    """Whether two phrases overlap, or stand in two sentences with the same words."""
    if home == other:
        return c.first <= o.last and o.first <= c.last
    return views[home].s.lows[c.first : c.last + 1] == views[other].s.lows[o.first : o.last + 1]


def _apart(v: View, found: list[tuple[int, str, float]]) -> Iterator[tuple[int, str, float]]:
    """The most probable of acts that share words, or that are of one type and hardly apart ("launches airstrikes")."""
    taken: set[int] = set()
    near: dict[str, list[int]] = {}
    for act in sorted(found, key=lambda a: -a[2]):
        first, last = triggers.extent(v.s, act[0])
        alone = all(abs(act[0] - at) > NEAR for at in near.get(act[1], []))
        if alone and taken.isdisjoint(range(first, last + 1)):
            near.setdefault(act[1], []).append(act[0])
            taken.update(range(first, last + 1))
            yield act


@cache
def load() -> LinearReader:
    """The shipped reader; read from disk once a process. Its version names the hash of the weights."""
    folder = files("facta.language").joinpath("weights")
    raw = {name: folder.joinpath(f"{name}.npz").read_bytes() for name in WEIGHTS}
    digest = blake2b(b"".join(raw.values()), digest_size=4).hexdigest()
    arrays: dict[str, NDArray[Any]] = {}
    for name in ("tagger", "events"):
        with np.load(BytesIO(raw[name])) as stored:
            arrays.update(stored)
    models = {name: from_arrays(arrays, name) for name in MODELS}
    names, values = arrays["thresholds.labels"].tolist(), arrays["thresholds.values"].tolist()
    return LinearReader(models, dict(zip(names, values, strict=True)), f"{NAME}-{digest}")
