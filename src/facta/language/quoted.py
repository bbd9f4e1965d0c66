"""Where a text stands in quotation marks, in the styles that news mixes: straight, curly, low-high, guillemets, doubled singles.

Regions are found paragraph by paragraph, as printers set them: a quotation that runs on opens again in the next paragraph
and its unclosed opener runs to the end of its own (Chicago Manual of Style, 13.32).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from facta.values.spans import Placed, Range

_MARK = re.compile(r"[\"“”„‟«»]|``|''|(?<![\w’'])[‘'](?=[^\W\d_])|(?<=[\w.,!?…)—-])[’'](?!\w)")
_OPENERS = frozenset(["“", "„", "‟", "«", "``", "‘"])
_CLOSERS = {
    "“": ("”",),
    "„": ("“", "”"),
    "‟": ("”",),
    "«": ("»",),
    "``": ("''", "”", '"'),
    '"': ('"', "”"),
    "''": ("''",),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = frozenset(["‘", "'"])
_EITHER = frozenset(['"', "''"])


class Quoted(NamedTuple):
    """`text[start:end]` stands in quotation marks, which are inside the range."""

    start: int
    end: int
    closed: bool
    """False when the paragraph ends before the closing mark."""


def quoted(text: str, regions: Iterable[Range]) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of `text` within each region, in order; nested marks belong to the stretch around them.

    >>> [text[q.start:q.end] for text in ['He said: "We will," then left.'] for q in quoted(text, [Range(0, len(text))])]
    ['"We will,"']
    """
    out: list[Quoted] = []
    for region in regions:
        begin = region.start
        for line in text[region.start : region.end].split("\n"):
            out += _line(text, begin, begin + len(line))
            begin += len(line) + 1
    return tuple(out)


def _line(text: str, begin: int, end: int) -> list[Quoted]:
    """The quoted stretches of one paragraph."""
    marks = list(_MARK.finditer(text, begin, end))
    last = {m.group(): m.start() for m in marks}
    out: list[Quoted] = []
    opener, since = "", -1
    for mark in marks:
        if since < 0:
            if _opens(text, mark, end, last):
                opener, since = mark.group(), mark.start()
        elif mark.group() in _CLOSERS[opener] and _closes(text, opener, mark, end):
            out.append(Quoted(since, mark.end(), True))
            since = -1
    if since >= 0 and opener not in _SINGLE:
        out.append(Quoted(since, end, False))
    return out


def _opens(text: str, mark: re.Match[str], end: int, last: dict[str, int]) -> bool:
    """Whether a mark outside any quotation begins one; a stray closing mark or an inch sign does not."""
    sign, start, stop = mark.group(), mark.start(), mark.end()
    if sign in _SINGLE:  # an apostrophe unless something closes it later
        return last.get(_CLOSERS[sign][0], -1) > stop
    if sign not in _EITHER:
        return sign in _OPENERS
    glued_left = start > 0 and not text[start - 1].isspace() and text[start - 1] not in "([{—–-/:;,‘'"
    free_right = stop >= end or text[stop].isspace() or text[stop] in ".,;:!?)"
    return not (glued_left and free_right)


def _closes(text: str, opener: str, mark: re.Match[str], end: int) -> bool:
    """Whether a closing mark is one; after a plural's s a single mark is an apostrophe unless punctuation follows."""
    if opener not in _SINGLE or mark.end() >= end:
        return True
    return text[mark.start() - 1] != "s" or text[mark.end()] in ".,;:!?)"


def touching(regions: Sequence[Quoted], where: Placed) -> Sequence[Quoted]:
    """The quoted stretches that share a character with a range; mostly none, and then no word of it need be asked about.

    regions: in order, as `quoted` gives them.
    """
    first, end = bisect_right(regions, where.start, key=lambda q: q.end), bisect_left(regions, where.end, key=lambda q: q.start)
    return regions[first:end]


def inside(regions: Sequence[Quoted], offset: int) -> int:
    """Index of the quoted stretch that holds the character at `offset`, or -1.

    regions: in order, as `quoted` gives them.
    """
    at = bisect_right(regions, (offset, float("inf"))) - 1
    return at if at >= 0 and offset < regions[at].end else -1
