"""Three relations as a signed triangle: friend of a friend, or enemy of a friend."""

from dataclasses import dataclass
from itertools import combinations

from facta.relations.records import Triad
from facta.relations.sides import names
from facta.relations.wording import around, signed
from facta.values.counts import counted

CORNERS = ((100.0, 26.0), (28.0, 144.0), (172.0, 144.0))
"""Of a drawing of 200 by 170."""


@dataclass(frozen=True)
class Edge:
    """One of the three relations."""

    a: str
    b: str
    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float
    """Where its sign stands."""
    sign: str
    kind: str
    told: str


@dataclass(frozen=True)
class Triangle:
    """A triad as it is drawn."""

    triad: Triad
    names: tuple[str, str, str]
    corners: tuple[tuple[str, float, float], ...]
    edges: tuple[Edge, ...]
    meaning: str


def drawn(triads: tuple[Triad, ...]) -> tuple[Triangle, ...]:
    """The triangles of triads whose three relations all have stories."""
    return tuple(_triangle(triad) for triad in triads)


def _triangle(triad: Triad) -> Triangle:
    full = names()
    place = dict(zip(triad.sides, CORNERS, strict=True))
    edges = tuple(_edge(a, b, triad, place) for a, b in combinations(triad.sides, 2))
    a, b, c = (full.get(code, code) for code in triad.sides)
    return Triangle(
        triad=triad,
        names=(a, b, c),
        corners=tuple((code, *place[code]) for code in triad.sides),
        edges=edges,
        meaning=_meaning([edge.kind for edge in edges]),
    )


def _edge(a: str, b: str, triad: Triad, place: dict[str, tuple[float, float]]) -> Edge:
    net, full = triad.net[f"{a}-{b}"], names()
    (x1, y1), (x2, y2) = place[a], place[b]
    kind = "coop" if net.value > 0 else "conf" if net.value < 0 else "even"
    sign = {"coop": "+", "conf": "−", "even": "0"}[kind]
    told = f"{full.get(a, a)} ↔ {full.get(b, b)}\n{counted(triad.stories[f'{a}-{b}'], 'story', 'stories')}"
    told += f"\nmean intensity {signed(net.value, 1)}{around(net, 1)}"
    return Edge(a, b, x1, y1, x2, y2, (x1 + x2) / 2, (y1 + y2) / 2, sign, kind, told)


def _meaning(kinds: list[str]) -> str:
    """What the three signs say together.

    >>> _meaning(["coop", "conf", "conf"]), _meaning(["coop", "coop", "conf"])
    ('two against one', 'friends of one, enemies of each other')
    """
    if "even" in kinds:
        return "one relation leans to neither side"
    enemies = kinds.count("conf")
    return ("three friends", "friends of one, enemies of each other", "two against one", "three enemies")[enemies]
