"""Tables and pages as Markdown that is as readable in a terminal as on a web page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.figures import Score, Share


@dataclass(frozen=True)
class Table:
    """Rows of cells under a heading; the first column is text, the others are figures unless `words` says otherwise."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: bool = False
    """Whether all columns are text."""

    def markdown(self) -> str:
        """The table with its columns aligned."""
        grid = [[cell.replace("|", "\\|") for cell in row] for row in (self.head, *self.rows)]
        wide = [max(3, *(len(row[n]) for row in grid)) for n in range(len(self.head))]
        left = [self.words or n == 0 for n in range(len(wide))]
        lines = [_line(cell.ljust(w) if x else cell.rjust(w) for cell, w, x in zip(row, wide, left, strict=True)) for row in grid]
        rule = "|" + "|".join("-" * (w + 2) if x else "-" * (w + 1) + ":" for w, x in zip(wide, left, strict=True)) + "|"
        return "\n".join((lines[0], rule, *lines[1:]))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it."""

    title: str
    blocks: Sequence[Table | str]

    def markdown(self) -> str:
        """The section as text."""
        return "\n\n".join((f"## {self.title}", *(b if isinstance(b, str) else b.markdown() for b in self.blocks)))


def number(value: float) -> str:
    """A figure between 0 and 1 at the precision that samples of this size bear.

    >>> number(0.634), number(1.0), number(0.0)
    ('.63', '1.00', '.00')
    """
    return f"{value:.2f}".removeprefix("0")


def interval(of: Score | Share) -> str:
    """The 95% interval of a figure.

    >>> interval(Share(0.5, 0.412, 0.59, 10))
    '.41 to .59'
    """
    return f"{number(of.low)} to {number(of.high)}"


SCORE = ("P", "R", "F1", "95%")


def cells(of: Score) -> tuple[str, ...]:
    """Precision, recall, F1 and its interval, for columns `SCORE`."""
    return number(of.precision), number(of.recall), number(of.f1), interval(of)
