"""One quoted stretch has one speaker, unless one speaker quotes the other.

“Ours is here,” the elder said. The younger laughed: “Yours is far.” A reader of the language may give the second stretch to both.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from facta.language.quoted import Quoted
from facta.quotes.marks import WORD
from facta.quotes.told import Told
from facta.records import Attribution
from facta.values.near import Near
from facta.values.spans import Range, inside, overlap, trim

_SENTENCE_END = re.compile(r"[.!?][\"”»'’)]*\s")


def shared_out(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, in their order, without the quoted words that are somebody else's; those left with none are gone.

    A stretch belongs to whose words lead into it within its sentence, else to whose cue stands nearest.
    """
    out = list(found)
    near = _Near.of(found)
    for mark, claims in _claims(t, found).items():
        stretch = t.marks[mark]
        kin = {n: near.kin(found[n]) & {*claims} for n in claims} if len(claims) > 1 else {}
        rivals = [n for n in kin if not any(_quotes(found[k], found[n]) or _quotes(found[n], found[k]) for k in kin[n])]
        if len(rivals) > 1:
            owner = min(rivals, key=lambda n: _remote(t, found[n], stretch))
            for n in rivals:
                if n != owner and _same(found[n], found[owner], stretch):
                    out[n] = _without(t, out[n], stretch)
    return [a for a in out if a.content]


class _Near(NamedTuple):
    """Attributions by place: a mark that is never closed has all that follows it in one stretch."""

    contents: Near
    parts: Near
    """Their cues and sources."""

    @classmethod
    def of(cls, found: Sequence[Attribution]) -> "_Near":
        """By number."""
        parts = ((n, part) for n, a in enumerate(found) for part in (*a.cue, *a.source))
        return cls(Near((n, part) for n, a in enumerate(found) for part in a.content), Near(parts))

    def kin(self, a: Attribution) -> set[int]:
        """Those that may quote one, or that it may quote."""
        outer = (n for part in (*a.cue, *a.source) for n in self.contents.touching(part))
        return {*outer, *(n for part in a.content for n in self.parts.touching(part))}


def _claims(t: Told, found: Sequence[Attribution]) -> dict[int, list[int]]:
    """By the number of a stretch, the attributions with words of it."""
    out: dict[int, list[int]] = defaultdict(list)
    for n, a in enumerate(found):
        for mark in sorted({mark for part in a.content for mark in _touched(t, part)}):
            out[mark].append(n)
    return out


def _touched(t: Told, part: Range) -> Iterator[int]:
    """The stretches of which a part has words."""
    at = bisect_right(t.marks, part.start, key=lambda q: q.end)
    while at < len(t.marks) and t.marks[at].start < part.end:
        if WORD.search(t.text, max(part.start, t.marks[at].start), min(part.end, t.marks[at].end)):
            yield at
        at += 1


def _quotes(a: Attribution, b: Attribution) -> bool:
    """Whether one's content has the other's cue or source."""
    return a is not b and any(inside(part, content) for content in a.content for part in (*b.cue, *b.source))


def _same(a: Attribution, b: Attribution, stretch: Quoted) -> bool:
    """Whether most of what one has of a stretch is the other's as well."""
    own = [
        Range(max(p.start, stretch.start), min(p.end, stretch.end))
        for p in a.content
        if overlap(p, Range(stretch.start, stretch.end))
    ]
    return 2 * sum(overlap(p, q) for p in own for q in b.content) > sum(p.end - p.start for p in own)


def _remote(t: Told, a: Attribution, stretch: Quoted) -> tuple[int, int, float]:
    """How far a stretch is from being an attribution's own: runs over into it from another sentence, or begins with it, or leads
    into it; then how far the cue stands."""
    part = next(p for p in a.content if overlap(p, Range(stretch.start, stretch.end)))
    led = bool(WORD.search(t.text, part.start, max(part.start, stretch.start)))
    over = led and bool(_SENTENCE_END.search(t.text, part.start, stretch.start))
    gap = min((max(stretch.start - c.end, c.start - stretch.end) for c in a.cue), default=len(t.text))
    return (2 if over else 0 if led else 1), gap, -a.score


def _without(t: Told, a: Attribution, stretch: Quoted) -> Attribution:
    """The attribution without a stretch and what follows it to the next one; of a part that has no word left nothing stays."""
    kept = [piece for part in a.content for piece in _around(t, part, stretch)]
    return msgspec.structs.replace(a, content=tuple(p for p in kept if p.start < p.end and WORD.search(t.text, p.start, p.end)))


def _around(t: Told, part: Range, stretch: Quoted) -> tuple[Range, ...]:
    if not overlap(part, Range(stretch.start, stretch.end)):
        return (part,)
    behind = bisect_right(t.marks, stretch.start, key=lambda q: q.start)
    more = t.marks[behind].start if behind < len(t.marks) else part.end
    return trim(t.text, part.start, max(part.start, stretch.start)), Range(min(more, part.end), part.end)
