"""Cuts a text where marks begin and end, so that nested and overlapping ones become pieces that stand beside each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

Role = Literal["act", "from", "to", "proof", "source", "words", "cue", "speaker", "name"]
"""What marked words are: an event's trigger, actors, recipients, evidence, sources; a quotation's content, cue, speaker; a
name."""


class Mark(NamedTuple):
    """Marked words: `text[start:end]`, in Unicode code points."""

    start: int
    end: int
    role: Role
    of: str
    """Whom they belong to, in a word without blanks: `e3`."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same marks all through."""

    text: str
    roles: tuple[Role, ...] = ()
    of: tuple[str, ...] = ()
    """`e3:act` for each mark."""
    begins: tuple[str, ...] = ()
    """Whose act or words begin here."""
    ends: tuple[str, ...] = ()
    """Whose act ends here."""


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The pieces of `text[start:end]`, which together are that text; what a mark has outside of it is cut off.

    >>> [(p.text, p.of) for p in pieces("Wei met Shoigu", 0, 14, [Mark(0, 3, "from", "e1"), Mark(0, 14, "proof", "e1")])]
    [('Wei', ('e1:from', 'e1:proof')), (' met Shoigu', ('e1:proof',))]
    """
    near = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(max(m.start, start) for m in near), *(min(m.end, end) for m in near)})
    coming = sorted(near, key=lambda m: m.start)
    open_: Counter[Mark] = Counter()
    at = 0
    for left, right in pairwise(cuts):
        while at < len(coming) and coming[at].start <= left:
            open_[coming[at]] += 1
            at += 1
        open_ = Counter({mark: n for mark, n in open_.items() if mark.end > left})
        yield _piece(text[left:right], left, right, sorted(open_))


def _piece(text: str, left: int, right: int, marks: Sequence[Mark]) -> Piece:
    return Piece(
        text=text,
        roles=tuple(dict.fromkeys(m.role for m in marks)),
        of=tuple(dict.fromkeys(f"{m.of}:{m.role}" for m in marks)),
        begins=tuple(dict.fromkeys(m.of for m in marks if m.role in ("act", "words") and m.start == left)),
        ends=tuple(dict.fromkeys(m.of for m in marks if m.role == "act" and m.end == right)),
    )
