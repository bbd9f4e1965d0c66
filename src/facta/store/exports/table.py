"""A table for the eye: columns as wide as they need, cut to the terminal; not meant to be read by programs."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from shutil import get_terminal_size
from typing import Any, BinaryIO

from rich.cells import cell_len, set_cell_size

from facta.store.exports import Written
from facta.store.rowset import Rows
from facta.store.shapes import Shape
from facta.values.words import harmless

SHAPE: Shape = "brief"
_SAMPLE = 500  # rows that decide on the columns; later ones are cut to fit
_NARROWEST = 4
_GAP = "  "


def write(rows: Rows, out: BinaryIO) -> Written:
    """A header and a line a row, without the columns that are empty in the first rows; nothing at all when there is no row."""
    cells = ([_shown(value) for value in row.values()] for row in rows)
    sample = list(islice(cells, _SAMPLE))
    used = [i for i in range(len(rows.columns)) if any(row[i] for row in sample)]
    header = [name.replace("_", " ") for name in rows.columns]
    widths = _fitted([max(cell_len(row[i]) for row in (header, *sample)) for i in used])
    lines = 0
    for row in chain([header] if sample else [], sample, cells):
        out.write(_line([row[i] for i in used], widths))
        lines += 1
    return Written(max(0, lines - 1))


def _shown(value: Any) -> str:
    """A value in one line that leaves the terminal alone."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    return harmless(str(value))


def _fitted(widths: Sequence[int]) -> list[int]:
    """Widths in terminal cells, the widest narrowed until all fit."""
    fitted, room = list(widths), get_terminal_size((120, 24)).columns - len(_GAP) * (len(widths) - 1)
    while sum(fitted) > room and max(fitted) > _NARROWEST:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _line(cells: Iterable[str], widths: Iterable[int]) -> bytes:
    cut = (
        cell if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…"
        for cell, width in zip(cells, widths, strict=True)
    )
    padded = (set_cell_size(cell, width) for cell, width in zip(cut, widths, strict=True))
    return (_GAP.join(padded).rstrip() + "\n").encode()
