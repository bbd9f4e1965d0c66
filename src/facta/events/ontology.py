"""Load the event types from their data files, so that what an event is stands in one place and no code repeats it.

`types/` holds one TOML file per PLOVER type: quad class, rung, intensity, modes, CAMEO roots, the rulings that concern it. What
each key means is said at the field of `EventType` or `Mode` that it fills.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Literal

import msgspec

from facta.errors import DataError, UsageError, unknown
from facta.records import Rung, Status
from facta.values.datafile import Form, convert, parse

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
"""PLOVER's names of its quad classes."""
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of acts that several do with each other, told from either side: who phones is phoned, who sells is bought from."""

Intensity = Annotated[float, msgspec.Meta(ge=-10, le=10)]
Score = Annotated[float, msgspec.Meta(ge=0, le=1)]
Sentence = Annotated[str, msgspec.Meta(min_length=1)]


class WordRule(Form, frozen=True):
    """Another rung for an act told in certain words (an apology is a concession that binds nobody)."""

    rung: Rung
    stems: tuple[Sentence, ...]
    """Beginnings of words, in lower case, one of which the trigger must hold."""
    unless: tuple[Sentence, ...] = ()
    """Beginnings of words that keep the type's own rung."""

    def holds(self, text: str) -> bool:
        """Whether the words of a trigger fall under this rule."""
        words = re.findall(r"\w+", text.lower())
        return any(w.startswith(self.stems) for w in words) and not any(w.startswith(self.unless) for w in words)


class Mode(Form, frozen=True):
    """A finer kind of a type's act."""

    definition: Sentence
    intensity: Intensity
    """Score between -10 (conflict) and 10 (cooperation)."""
    intensity_source: str | None = None
    """Where the score is from; null for the type's own source."""
    rung: Rung | None = None
    """Null for the type's own."""
    symmetric: bool | None = None
    """Null for the type's own."""


class EventType(Form, frozen=True):
    """One PLOVER event type."""

    name: str
    noun: Annotated[str, msgspec.Meta(pattern="^[a-z]")]
    """What the act is called on a page, in lower case: `talks`."""
    quad: Literal[1, 2, 3, 4]
    rung: Rung
    """What an actual event of this type is: talk, a commitment, a deed."""
    definition: Sentence
    intensity: Intensity
    """Score of an event without a mode, between -10 (conflict) and 10 (cooperation)."""
    intensity_source: Sentence
    cameo: tuple[Annotated[str, msgspec.Meta(pattern=r"^\d{2,3}$")], ...]
    """CAMEO codes that map to this type with all below them."""
    symmetric: bool = False
    """Whether everybody who takes part is an actor, so that there is no recipient."""
    open_mode: bool = True
    """Whether a telling without a mode may be the same act as one with a mode."""
    planned_as: str | None = None
    """The type of a promise or an announcement of this act."""
    min_score: Score = 0.0
    """Least score of a trigger that becomes an event."""
    min_score_bare: Score = 0.0
    """Least score of a trigger with neither actor nor recipient."""
    rung_by_words: tuple[WordRule, ...] = ()
    notes: tuple[Sentence, ...] = ()
    """The codebook's rulings that concern this type."""
    modes: Mapping[str, Mode] = {}

    def mode(self, name: str | None) -> Mode | None:
        """The mode of this name; None for no name or one that this type does not have."""
        return self.modes.get(name) if name else None

    def is_symmetric(self, mode: str | None) -> bool:
        """Whether the act in this mode has only actors."""
        own = self.mode(mode)
        return self.symmetric if own is None or own.symmetric is None else own.symmetric


class Ontology(msgspec.Struct, frozen=True):
    """All event types."""

    types: Mapping[str, EventType]
    """By name, in the order of quad class and name."""

    def type(self, name: str) -> EventType:
        """The type of this name (UsageError names those that exist)."""
        if name not in self.types:
            raise UsageError(unknown("event type", name, self.types))
        return self.types[name]

    def quad(self, type: str) -> int:
        """Quad class of a type: 1 verbal or 2 material cooperation, 3 verbal or 4 material conflict."""
        return self.type(type).quad

    def intensity(self, type: str, mode: str | None = None) -> float:
        """Score of an act between -10 and 10: its mode's, else its type's."""
        kind = self.type(type)
        return (kind.mode(mode) or kind).intensity

    def rung(self, type: str, mode: str | None, status: Status, text: str) -> Rung | None:
        """Talk, commitment or deed (codebook, "Types"); None for what is only possible or said not to have happened.

        `text` holds the words of the trigger. Whatever is planned is a commitment.
        """
        kind = self.type(type)
        if status in ("possible", "negated"):
            return None
        if status == "planned":
            return "commitment"
        own = kind.mode(mode)
        if own and own.rung:
            return own.rung
        return next((rule.rung for rule in kind.rung_by_words if rule.holds(text)), kind.rung)


@cache
def ontology() -> Ontology:
    """The ontology that facta ships, read once."""
    return load(files("facta.events") / "types")


def load(folder: Traversable) -> Ontology:
    """The ontology of a folder with one TOML file per type; DataError names the file and key that breaks the rules."""
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
    if not paths:
        raise DataError(f"No event types in {folder}: expected one TOML file per type.")
    found = {path.name: _read(path) for path in paths}
    names = {kind.name for kind in found.values()}
    for file, kind in found.items():
        if file != f"{kind.name.lower()}.toml":
            raise DataError(f"{file}: key 'name' is {kind.name!r}, but a file is called as its type.")
        if kind.planned_as and kind.planned_as not in names:
            raise DataError(f"{file}: key 'planned_as': {unknown('event type', kind.planned_as, names)}")
    return Ontology({k.name: k for k in sorted(found.values(), key=lambda k: (k.quad, k.name))})


def _read(path: Traversable) -> EventType:
    raw = parse(path)
    modes = raw.pop("modes", {})
    if not isinstance(modes, dict):
        raise DataError(f"{path.name}: key 'modes': expected a table for each mode.")
    kind = convert(raw, EventType, path.name)
    told = {name: convert(mode, Mode, f"{path.name}, modes.{name}") for name, mode in modes.items()}
    return msgspec.structs.replace(kind, modes=told)
