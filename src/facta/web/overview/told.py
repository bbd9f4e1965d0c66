"""What the drawings of the overview show, in a sentence each, for whoever hears the page instead of seeing it."""

from collections import Counter
from collections.abc import Mapping

from facta.records import Rung
from facta.relations.overview import World
from facta.relations.wording import around, signed, the
from facta.values.counts import counted
from facta.web.overview.scatter import Scatter

_KINDS = (
    ("kinder-words", "more kindly than it acts"),
    ("kinder-deeds", "less kindly than it acts"),
    ("unclear", "with no clear difference"),
    ("few", "with fewer than 10 deeds to compare"),
)


def pictures(found: World, names: Mapping[str, str], scatter: Scatter, rung: Rung | None) -> dict[str, str]:
    """The sentence of the map, the matrix and the scatter; `names` by code, `rung` what the matrix counts."""
    return {"map": _map(found, names), "matrix": _matrix(found, names, rung), "scatter": _scatter(scatter)}


def _map(found: World, names: Mapping[str, str]) -> str:
    if found.state:
        most = [
            f"{the(names.get(c.to, c.to))} ({c.all.stories:,}, balance {signed(c.all.balance)}{around(c.all)})"
            for c in found.does[:3]
        ]
        who = the(names.get(found.state, found.state))
        return f"{who[:1].upper()}{who[1:]} acts most upon {_listed(most)}." if most else "It acts upon nobody."
    most = [f"{the(state.name)} ({state.stories:,})" for state in found.states[:3]]
    return f"Most stories are of {_listed(most)}." if most else "There is no story."


def _matrix(found: World, names: Mapping[str, str], rung: Rung | None) -> str:
    cells = [(cell, cell.on(rung)) for cell in found.cells]
    most = sorted((one for one in cells if one[1].stories), key=lambda one: -one[1].stories)[:3]
    told = [
        f"{the(names.get(cell.by, cell.by))} to {the(names.get(cell.to, cell.to))} "
        f"({counted(counts.stories, 'story', 'stories')}, balance {signed(counts.balance)}{around(counts)})"
        for cell, counts in most
    ]
    return f"Most is told of {_listed(told)}." if told else "There is no story."


def _scatter(drawn: Scatter) -> str:
    counts = Counter(dot.kind for dot in drawn.dots)
    told = _listed([f"in {counts[kind]} {words}" for kind, words in _KINDS if counts[kind]])
    return f"Of {counted(len(drawn.dots), 'pair')} one talks to the other {told}." if told else "There is no pair to compare."


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
