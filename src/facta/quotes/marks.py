"""What quotation marks say about a content: direct, indirect or mixed; and which quoted words no attribution covers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from facta.language.quoted import Quoted, inside, touching
from facta.records import Attribution, QuoteKind
from facta.values.spans import Range, merge

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
UTTERANCE = 6
"""Quoted words that nobody is named for count as a quotation from this length on; shorter ones are names, titles, irony."""
ALONE = 0.15
"""Confidence of quoted words that nothing near them claims: one in seven is a quotation of its own by PolNeAR's annotators."""
_SINGLE = ("'", "‘")


def kind(text: str, content: Sequence[Range], quoted: Sequence[Quoted]) -> QuoteKind:
    """`direct` when nine tenths of a content's words stand in quotation marks, `indirect` when none does, else `mixed`."""
    near = [touching(quoted, part) for part in content]
    if not any(near):
        return "indirect"
    words = [[m.start() for m in WORD.finditer(text, part.start, part.end)] for part in content]
    marked = [inside(some, at) >= 0 for some, starts in zip(near, words, strict=True) for at in starts]
    share = sum(marked) / len(marked) if marked else 0.0
    return "direct" if share >= 0.9 else "mixed" if share else "indirect"


def unclaimed(text: str, quoted: Sequence[Quoted], claimed: Sequence[Attribution]) -> list[Attribution]:
    """Quoted stretches that read like a sentence or end one, that no content touches and that no source or cue stands in."""
    taken = merge(r for a in claimed for r in (*a.content, *a.cue, *a.source))
    claimed = sorted((a for a in claimed if a.cue), key=lambda a: a.cue[-1].end)
    whole = [q for q in quoted if not _single(text, q) and (_sentence_like(text, q) or _ends_one(text, q, claimed))]
    free = [q for q in whole if not _touched(taken, q)]
    return [Attribution(content=(Range(q.start, q.end),), score=ALONE) for q in free]


def _single(text: str, q: Quoted) -> bool:
    """Whether one single mark opens the words; two of them are the double mark of some presses."""
    return text[q.start] in _SINGLE and text[q.start : q.start + 2] != "''"


def substantial(text: str, a: Attribution) -> bool:
    """Whether an attribution says who or how, or is long enough to be somebody's words even though it doesn't."""
    return bool(a.cue or a.source) or sum(len(WORD.findall(text, p.start, p.end)) for p in a.content) >= UTTERANCE


def _touched(taken: Sequence[Range], q: Quoted) -> bool:
    at = bisect_left(taken, q.start, key=lambda r: r.end)
    while at < len(taken) and taken[at].start < q.end:
        if taken[at].end > q.start:
            return True
        at += 1
    return False


def _ends_one(text: str, q: Quoted, claimed: Sequence[Attribution]) -> bool:
    """Whether quoted words after a comma finish the sentence that a quotation began: “We knew,” he told us, “but only that.”

    claimed: in the order in which their cues end.
    """
    if text[q.start - 2 : q.start] != ", " or text[q.start : q.end].strip("\"”»'’ ")[-1:] not in tuple(".!?"):
        return False
    before = bisect_right(claimed, q.start, key=lambda a: a.cue[-1].end)
    if not before:
        return False
    end = claimed[before - 1].cue[-1].end
    last = claimed[bisect_left(claimed, end, key=lambda a: a.cue[-1].end)]  # of several that end there the first
    return last.content[-1].end <= last.cue[0].start and text[last.content[-1].end - 2 : last.content[-1].end - 1] == ","


def _sentence_like(text: str, q: Quoted) -> bool:
    """Whether quoted words begin and end as a sentence does; in a headline the end of the line is the end."""
    bare = text[q.start : q.end].strip("\"“”„«»`' ")
    ended = bare[-1:] in ".,!?…" or text[q.end : q.end + 1] in ("", "\n", ".")
    return bare[:1].isupper() and ended
