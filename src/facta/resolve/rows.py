"""Read the knowledge files, which a person can read and mend.

Each file in `knowledge/` is tab-separated text: lines that begin with # are comments, the first other line names the columns,
several values in one cell are separated by "; ".
"""

from collections.abc import Iterator, Mapping
from operator import itemgetter
from pathlib import Path

from facta.errors import DataError
from facta.values.counts import counted

KNOWLEDGE = Path(__file__).parent / "knowledge"

Row = Mapping[str, str]


def rows(name: str) -> Iterator[Row]:
    """The rows of one knowledge file, as column -> cell; DataError names file and line of a row with a wrong number of cells."""
    header, *lines = _lines(name)
    return (dict(zip(header, cells, strict=True)) for cells in lines)


def picked(name: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """The cells of two or more columns, row by row: a fifth of the time of `rows`, for files of ten thousand; errors as there."""
    header, *lines = _lines(name)
    return map(itemgetter(*map(header.index, columns)), lines)


def _lines(name: str) -> list[list[str]]:
    """The cells of the header, then those of each row."""
    text = (KNOWLEDGE / f"{name}.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]
    width = len(lines[0])
    if {*map(len, lines)} != {width}:
        wrong = next(cells for cells in lines if len(cells) != width)
        number = text[: text.index("\t".join(wrong))].count("\n") + 1
        raise DataError(f"{name}.tsv, line {number}: {counted(len(wrong), 'cell')} where the header has {width}.")
    return lines


def many(cell: str) -> list[str]:
    """The values of one cell."""
    return [v for v in cell.split("; ") if v] if cell else []
