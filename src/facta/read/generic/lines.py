"""The lines of an element that breaks, rules and blocks part, each with its place; several of them cut out as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from facta.read import markup
from facta.read.threads import Element

MAX_TOKENS = 5_000
"""Pieces of text of an element that are read."""


@dataclass(frozen=True)
class Line:
    """A line, and where it begins."""

    text: str
    place: int
    """The child of the element in which it begins, -1 for none."""
    inside: bool
    """Whether it begins in that child and not behind it."""
    gap: str
    """What parts it from the line before: a line break, or two."""
    ruled: bool
    """Whether a rule or a block parts it from the line before."""


def of(parent: Element) -> Iterator[Line]:
    """The lines of an element in reading order; empty ones left out."""
    pieces: list[str] = []
    place, inside, gap, ruled = -1, False, 0, False
    for text, at, within, weight in islice(_tokens(parent), MAX_TOKENS):
        if weight and (line := " ".join("".join(pieces).split())):
            yield Line(line, place, inside, "\n\n" if gap > 1 else "\n", ruled)
            pieces, gap, ruled = [], 0, False
        gap, ruled = gap + weight, ruled or weight > 1
        if text.strip() and not pieces:
            place, inside = at, within
        if text.strip() or pieces:
            pieces.append(text)


def _tokens(parent: Element) -> Iterator[tuple[str, int, bool, int]]:
    """The pieces of text with their places, and between them how many breaks; a rule or a block counts as two."""
    yield parent.text or "", -1, False, 0
    for place, child in enumerate(parent):
        if child.tag in ("br", "hr"):
            yield "", place, False, 1 + (child.tag == "hr")
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            apart = 2 if child.tag in markup.BLOCKS else int(child.find(".//br") is not None)
            yield "", place, True, apart
            for n, line in enumerate(line for piece in markup.text_pieces(child) for line in piece.split("\n")):
                yield "", place, True, int(n > 0)
                yield line, place, True, 0
            yield "", place, True, apart
        yield child.tail or "", place, False, 0
    yield "", len(parent), False, 1


_SILENT = frozenset("script style form select textarea button".split())  # noqa: SIM905


def is_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before does not begin in the same child of the element, which can but be cut out whole."""
    return not 0 < at < len(lines) or not lines[at].inside or lines[at].place != lines[at - 1].place


def wrapped(parent: Element, lines: Sequence[Line], start: int, end: int) -> Element:
    """The lines `[start, end)` of an element in one of their own, made for them in its place."""
    box = parent.makeelement("div")
    line = lines[start]
    begin = line.place
    last = lines[end].place if end < len(lines) else len(parent)
    children = list(parent)
    before = children[begin] if begin >= 0 else None
    if not line.inside:
        if before is None:
            box.text, parent.text = parent.text, None
        else:
            box.text, before.tail = before.tail, None
    first = begin if line.inside else begin + 1
    stays = end < len(lines) and not lines[end].inside
    moved = children[first : last + 1] if stays else children[first:last]
    parent.insert(first, box)
    for child in moved:
        box.append(child)
    if stays and moved:  # what stands behind the last of them is no part of the thread
        box.tail, moved[-1].tail = moved[-1].tail, None
    return box
