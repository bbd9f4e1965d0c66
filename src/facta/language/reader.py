"""The shipped reader of English: linear models behind the seam that a better reader will fill (`Reader`, see `analyse`)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from io import BytesIO
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from facta.language import roles, triggers
from facta.language.chunks import Chunk, mention
from facta.language.linear import Linear, from_arrays, softmax
from facta.language.parse import Parser
from facta.language.triggers import NONE, View
from facta.records import Analysis, Attribution, Mention, Role, RoleName, Status, Token, Trigger
from facta.values.spans import Range

NAME = "linear"
_STATUSES: tuple[Status, ...] = get_args(Status)
_ROLES: tuple[RoleName, ...] = get_args(RoleName)
MODELS = ("tag", "trigger", "status", "mode", "party", "setting")

Part = tuple[RoleName, int, Chunk, float]
"""A phrase in a role: which role, the number of the phrase's sentence, the phrase, its probability."""


class LinearReader:
    """Reads one text: sentences, tagged words, phrases, acts with their parties, attributions.

    Scores are the models' probabilities; how far they can be trusted stands in `weights/MODEL.md`.
    """

    def __init__(self, models: Mapping[str, Linear], thresholds: Mapping[str, float], version: str) -> None:
        """Take over models by name, the least probability of each decision, and a version."""
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
            attributions=_attributions(text, sentences, tokens, mentions, regions),
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
            if row.max() >= self.thresholds["trigger"]:
                found.append((i, model.labels[int(row.argmax())], round(float(row.max()), 4)))
        return sorted(_apart(v, found))

    def status(self, v: View, at: int, kind: str) -> Status:
        """Whether an act happened, is planned, possible, denied or long past."""
        model = self.models["status"]
        best = model.labels[int(model.scores(triggers.status_features(v, at, kind)).argmax())]
        return _STATUSES[_STATUSES.index(best)]

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
        found = [part for name in ("party", "setting") for part in self._chosen(self.models[name], options, seen)]
        return sorted(found, key=lambda x: (_ROLES.index(x[0]), x[1], x[2].first))

    def _chosen(self, model: Linear, options: Sequence[tuple[int, Chunk]], seen: Sequence[Sequence[str]]) -> list[Part]:
        """The most probable phrases above the thresholds that do not overlap."""
        scored = [
            (float(row[n]), role, home, c)
            for (home, c), row in zip(options, softmax(model.score_all(seen)), strict=True)
            for n, role in enumerate(model.labels)
            if role != NONE and row[n] >= self.thresholds[role]
        ]
        chosen: list[Part] = []
        for score, role, home, c in sorted(scored, key=lambda x: -x[0]):
            if all(home != h or c.last < o.first or o.last < c.first for _, h, o, _ in chosen):
                chosen.append((_ROLES[_ROLES.index(role)], home, c, round(score, 4)))
        return chosen


def _apart(v: View, found: list[tuple[int, str, float]]) -> Iterator[tuple[int, str, float]]:
    """The most probable of acts whose words overlap."""
    taken: set[int] = set()
    for act in sorted(found, key=lambda a: -a[2]):
        first, last = triggers.extent(v.s, act[0])
        if taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            yield act


def _attributions(
    text: str, sentences: Sequence[Range], tokens: Sequence[Token], mentions: Sequence[Mention], regions: Sequence[Range]
) -> tuple[Attribution, ...]:
    try:
        from facta.language import attributions

        return attributions.find(text, sentences, tokens, mentions, regions)
    except (ImportError, FileNotFoundError):
        return ()


@cache
def load() -> LinearReader:
    """The shipped reader; read from disk once a process. Its version names the hash of the weights."""
    folder = files("facta.language").joinpath("weights")
    raw = {name: folder.joinpath(f"{name}.npz").read_bytes() for name in ("tagger", "events")}
    digest = blake2b(b"".join(raw.values()), digest_size=4).hexdigest()
    arrays: dict[str, NDArray[Any]] = {}
    for content in raw.values():
        with np.load(BytesIO(content)) as stored:
            arrays.update(stored)
    models = {name: from_arrays(arrays, name) for name in MODELS}
    names, values = arrays["thresholds.labels"].tolist(), arrays["thresholds.values"].tolist()
    return LinearReader(models, dict(zip(names, values, strict=True)), f"{NAME}-{digest}")
