"""The matrix of the busiest states: rows act on columns, a square's size is how much, its colour how."""

from dataclasses import dataclass

from facta.records import Rung
from facta.relations.overview import Acts, Counts, World
from facta.relations.sides import names
from facta.relations.wording import around, signed
from facta.values.counts import counted
from facta.web.overview.shades import hatched, shade

CELL = 46
LABEL, HEAD = 150, 34
LONGEST = 19
"""Letters of a name that the margin has room for."""


@dataclass(frozen=True)
class Square:
    """What one state does to another."""

    by: str
    to: str
    x: float
    y: float
    size: float
    kind: str
    hatched: bool
    told: str


@dataclass(frozen=True)
class Matrix:
    """Squares with the names beside them."""

    squares: tuple[Square, ...]
    rows: tuple[tuple[str, str, float], ...]
    """Code, name and middle of each row."""
    columns: tuple[tuple[str, str, float], ...]
    """Code, name and middle of each column."""
    width: float
    height: float
    cell: int = CELL
    label: int = LABEL
    head: int = HEAD


def drawn(found: World, rung: Rung | None = None) -> Matrix:
    """The matrix of an overview, of one rung or of all."""
    named = names()
    at = {code: n for n, code in enumerate(found.sides)}
    most = max((cell.on(rung).stories for cell in found.cells), default=0) or 1
    squares = tuple(_square(cell, cell.on(rung), at, most) for cell in found.cells if cell.on(rung).stories)
    full = [named.get(code, code) for code in found.sides]
    return Matrix(
        squares=squares,
        rows=tuple(
            (code, name if len(name) <= LONGEST else code, HEAD + (n + 0.5) * CELL)
            for n, (code, name) in enumerate(zip(found.sides, full, strict=True))
        ),
        columns=tuple(
            (code, name, LABEL + (n + 0.5) * CELL) for n, (code, name) in enumerate(zip(found.sides, full, strict=True))
        ),
        width=LABEL + CELL * len(at),
        height=HEAD + CELL * len(at),
    )


def _square(cell: Acts, counts: Counts, at: dict[str, int], most: int) -> Square:
    size = max(5.0, (CELL - 4) * (counts.stories / most) ** 0.5)
    kind, named = shade(counts.balance), names()
    return Square(
        by=cell.by,
        to=cell.to,
        x=round(LABEL + at[cell.to] * CELL + (CELL - size) / 2, 1),
        y=round(HEAD + at[cell.by] * CELL + (CELL - size) / 2, 1),
        size=round(size, 1),
        kind=kind,
        hatched=hatched(kind),
        told=f"{named.get(cell.by, cell.by)} → {named.get(cell.to, cell.to)}\n{counted(counts.stories, 'story', 'stories')}: "
        f"{counts.coop:,} cooperation, {counts.conf:,} conflict\nbalance {signed(counts.balance)}{around(counts)}",
    )
