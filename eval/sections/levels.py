"""How many of the acts are found: level by level, by type, by quad class and by rung."""

from collections.abc import Callable
from typing import Any

from eval.matching import Act, Acts, Pair, scored
from eval.sections import SIDES, Sets
from eval.tables import SCORE, Section, Table, cells, number
from facta.events.ontology import QUADS, ontology
from facta.records import RUNGS

LEVELS = {"trigger": "act found", "quad": "quad class too", "type": "type too", "dyad": "both sides too", "full": "status too"}
ON_RUNGS: dict[str | None, str] = {**{rung: rung for rung in RUNGS}, None: "no rung (possible, negated)"}


def at(level: str) -> Callable[[Pair], bool]:
    """Whether a pair agrees up to a level of the scorer."""
    return lambda pair: pair.right[level]


def has(field: str, value: Any) -> Callable[[Act], bool]:
    """Whether an event has a value."""
    return lambda act: bool(act[field] == value)


def levels(sets: Sets) -> Section:
    """Detection up to full agreement, for each set of texts."""
    rows = []
    for name, acts in sets.items():
        for level, words in LEVELS.items():
            found = scored(acts, right=at(level))
            rows.append((f"{name}: {words}", str(found.asked), str(found.found), *cells(found)))
    about = (
        "Each level asks for what those above it ask, and more. Both sides are right when their sets of countries are the gold's."
    )
    return Section("Events, level by level", (about, Table(("level", "gold", "coded", *SCORE), rows)))


def types(acts: Acts) -> Section:
    """Every type, with and without the sides."""
    rows = []
    for name in ontology().types:
        found, sides = (scored(acts, has("type", name), at(level)) for level in ("type", "dyad"))
        rows.append((name, str(found.asked), str(found.found), *cells(found), *cells(sides)[:3]))
    head = ("type", "gold", "coded", *SCORE, *(f"{column}, sides too" for column in SCORE[:3]))
    return Section("By type", (Table(head, rows),))


def kinds(acts: Acts) -> Section:
    """Every quad class and rung."""
    kinds = [(words, has("quad", quad)) for quad, words in QUADS.items()]
    kinds += [(words, has("rung", rung)) for rung, words in ON_RUNGS.items()]
    rows = []
    for name, kind in kinds:
        found, sides = scored(acts, kind), scored(acts, kind, _same_sides)
        rows.append((name, str(found.asked), str(found.found), *cells(found), number(sides.f1)))
    about = "Whatever the type, and whatever type it was coded as. The gold's rung follows from its type, mode, status and words."
    return Section("By quad class and by rung", (about, Table(("kind", "gold", "coded", *SCORE, "F1, sides too"), rows)))


def _same_sides(pair: Pair) -> bool:
    return pair.both is not None and all(pair.both[0][side] == pair.both[1][side] for side in SIDES)
