"""What quotation marks say about a content: direct, indirect or mixed; and which quoted words no attribution covers."""

import re
from collections.abc import Sequence

from facta.language.quoted import Quoted, inside
from facta.records import Attribution, QuoteKind
from facta.values.spans import Range

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
UTTERANCE = 6
"""Quoted words that nobody is named for count as a quotation from this length on; shorter ones are names, titles, irony."""
_SINGLE = ("'", "‘")


def kind(text: str, content: Sequence[Range], quoted: Sequence[Quoted]) -> QuoteKind:
    """`direct` when nine tenths of a content's words stand in quotation marks, `indirect` when none does, else `mixed`."""
    marked = [inside(quoted, m.start()) >= 0 for part in content for m in WORD.finditer(text, part.start, part.end)]
    share = sum(marked) / len(marked) if marked else 0.0
    return "direct" if share >= 0.9 else "mixed" if share else "indirect"


def unclaimed(text: str, quoted: Sequence[Quoted], claimed: Sequence[Attribution]) -> list[Attribution]:
    """Quoted stretches long enough to be somebody's words that no content touches and no source or cue stands in."""
    taken = sorted(r for a in claimed for r in (*a.content, *a.cue, *a.source))
    out = []
    for q in quoted:
        if text[q.start] in _SINGLE or _touched(taken, q) or len(WORD.findall(text, q.start, q.end)) < UTTERANCE:
            continue
        out.append(Attribution(content=(Range(q.start, q.end),), score=0.5 if _sentence_like(text[q.start : q.end]) else 0.3))
    return out


def _touched(taken: Sequence[Range], q: Quoted) -> bool:
    return any(r.start < q.end and q.start < r.end for r in taken)


def _sentence_like(words: str) -> bool:
    """Whether quoted words begin and end as a sentence does."""
    bare = words.strip("\"“”„«»`' ")
    return bare[:1].isupper() and bare[-1:] in ".,!?…"
