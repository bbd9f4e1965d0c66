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
_LEAST = {"id": 9, "page": 17, "comment": 16, "date": 10, "published": 10}
"""Columns that are of no use when cut shorter: a day, a page's key, a comment in its page; of another id so much is enough for
`facta explain`."""
_WORDS = ("evidence", "text", "title")
"""Columns of what is told, which is why people look: where not all fit, they keep twice what others keep."""
_GAP = "  "


def write(rows: Rows, out: BinaryIO) -> Written:
    """A header and a line a row, without the columns that are empty in the first rows; nothing at all when there is no row."""
    cells = ([_shown(value) for value in row.values()] for row in rows)
    sample = list(islice(cells, _SAMPLE))
    used = [i for i in range(len(rows.columns)) if any(row[i] for row in sample)]
    header = [name.replace("_", " ") for name in rows.columns]
    wide = [max(cell_len(row[i]) for row in (header, *sample)) for i in used]
    widths = _fitted(wide, [rows.columns[i] for i in used])
    marks = ["" if rows.columns[i] == "id" else "…" for i in used]  # so that what is shown of an id can be copied
    lines = 0
    for row in chain([header] if sample else [], sample, cells):
        out.write(_line([row[i] for i in used], widths, marks))
        lines += 1
    return Written(max(0, lines - 1))


def _shown(value: Any) -> str:
    """A value in one line that leaves the terminal alone."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    return harmless(str(value))


def _fitted(widths: Sequence[int], names: Sequence[str]) -> list[int]:
    """Widths in terminal cells: ids first give up what nobody needs, then the widest columns are narrowed until all fit."""
    fitted, room = list(widths), get_terminal_size((120, 24)).columns - len(_GAP) * (len(widths) - 1)
    least = [_LEAST.get(name, _NARROWEST) for name in names]
    while sum(fitted) > room and (free := [n for n, width in enumerate(fitted) if width > least[n]]):
        fitted[max(free, key=lambda n: (names[n] == "id", fitted[n] / (2 if names[n] in _WORDS else 1)))] -= 1
    return fitted


def _line(cells: Iterable[str], widths: Sequence[int], marks: Iterable[str]) -> bytes:
    """Cells as wide as their columns; a mark says that one is cut."""
    cut = (
        cell if cell_len(cell) <= width else set_cell_size(cell, width - len(mark)) + mark
        for cell, width, mark in zip(cells, widths, marks, strict=True)
    )
    padded = (set_cell_size(cell, width) for cell, width in zip(cut, widths, strict=True))
    return (_GAP.join(padded).rstrip() + "\n").encode()
