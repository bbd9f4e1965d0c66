"""Transcripts: a paragraph that opens with a speaker's name and a colon is what that speaker said.

`TAPPER: And obviously ...` is no sentence of the language, so a reader of it may take several turns for one quotation. A text
counts as a transcript from `TURNS` such paragraphs of two speakers on, one of whom speaks again; a label in small letters must
come back, since `Analysis:` opens paragraphs too.
"""

import re
from collections import Counter

from facta.quotes.told import Told
from facta.records import Attribution
from facta.values.spans import Range, inside, overlap

TURNS = 3
SCORE = 0.9
"""Confidence of a turn: in two of the three transcripts among PolNeAR's training articles every turn is a quotation."""
_SELF = frozenset({"i", "we", "me", "us"})
"""Who speaks of himself within his turn: what he has said before is part of what he says now."""
_LABEL = re.compile(r"[\"“”'‘\s]*((?:[A-Z][\w.'’-]*[ \u00a0]?){1,5})(?:\([^()\n]{1,40}\) ?)?(:)[\s\u00a0]+(?=\S)")


def turns(t: Told) -> list[Attribution]:
    """The turns of a transcript, in order; none for other texts."""
    found = [(m, p) for p in t.paragraphs for m in (_LABEL.match(t.text, p.start, p.end),) if m]
    times = Counter(m[1].strip() for m, _ in found)
    kept = [(m, p) for m, p in found if m[1].strip().isupper() or times[m[1].strip()] > 1]
    spoken = {m[1].strip() for m, _ in kept}
    if len(kept) < TURNS or len(spoken) < 2 or max(times[name] for name in spoken) < 2:
        return []
    return [_turn(t, m, p) for m, p in kept]


def _turn(t: Told, label: re.Match[str], paragraph: Range) -> Attribution:
    """The rest of the paragraph, by whom its label names."""
    end = paragraph.start + len(t.text[paragraph.start : paragraph.end].rstrip())
    name = Range(label.start(1), label.start(1) + len(label[1].strip()))
    return Attribution(content=(Range(label.end(), end),), cue=(Range(*label.span(2)),), source=(name,), score=SCORE)


def around(turn: list[Attribution], found: list[Attribution], text: str) -> list[Attribution]:
    """The turns, and of the other attributions those that lie inside one turn with a source of their own, or touch none."""
    where = [Range(a.source[0].start, a.content[0].end) for a in turn]
    kept = [a for a in found if _nested(a, turn, text) or not any(overlap(part, w) for part in a.content for w in where)]
    return sorted([*turn, *kept], key=lambda a: a.content)


def _nested(a: Attribution, turn: list[Attribution], text: str) -> bool:
    parts = [*a.content, *a.cue, *a.source]
    other = bool(a.source) and text[a.source[0].start : a.source[-1].end].lower() not in _SELF
    return other and any(all(inside(part, t.content[0]) for part in parts) for t in turn)
