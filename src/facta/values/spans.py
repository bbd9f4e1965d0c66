"""Half-open stretches of text, counted in Unicode code points: the arithmetic every room does on offsets."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Range(NamedTuple):
    """`text[start:end]`; offsets in Unicode code points."""

    start: int
    end: int


class Placed(Protocol):
    """Whatever stands somewhere in a text: a span, a party, a role, a mention, a paragraph."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last."""


def range_of(one: Placed) -> Range:
    """Where something stands."""
    return Range(one.start, one.end)


def overlap(a: Placed, b: Placed) -> int:
    """How many characters two that stand in one text share.

    >>> overlap(Range(0, 5), Range(3, 9))
    2
    """
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def inside(inner: Placed, outer: Placed) -> bool:
    """Whether all of `inner` lies in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def trim(text: str, start: int, end: int) -> Range:
    """The range without white space at its edges; empty (start == end) when nothing else is in it.

    >>> trim("  a b ", 0, 6)
    Range(start=2, end=5)
    """
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Range(start + left, max(start + left, start + len(piece.rstrip())))


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Sorted, with overlapping and touching ranges joined."""
    out: list[Range] = []
    for r in sorted(ranges):
        if out and r.start <= out[-1].end:
            out[-1] = Range(out[-1].start, max(out[-1].end, r.end))
        else:
            out.append(Range(*r))
    return out
