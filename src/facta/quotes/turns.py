"""Transcripts: a paragraph that opens with a speaker's name and a colon is what that speaker said.

`TAPPER: And obviously ...` is no sentence of the language, so a reader of it may take several turns for one quotation. A text
counts as a transcript from `TURNS` such paragraphs of two speakers on, one of whom speaks again; a label in small letters must
come back, since `Analysis:` opens paragraphs too. `Q:` and `A:` are nobody's names: who answers is whom the words before them
speak of.
"""

import re
from collections import Counter
from collections.abc import Sequence

from facta.quotes.told import Told
from facta.records import Attribution
from facta.values.near import Near
from facta.values.spans import Range, inside

TURNS = 3
SCORE = 0.9
"""Confidence of a turn: in two of the three transcripts among PolNeAR's training articles every turn is a quotation."""
_QUESTION, _ANSWER = "Q", "A"
_SELF = frozenset({"i", "we", "me", "us"})
"""Who speaks of himself within his turn: what he has said before is part of what he says now."""
_WORD = r"[A-Z][\w.'’-]{0,39}"
_LABEL = re.compile(rf"[\"“”'‘\s]*((?:{_WORD}[ \u00a0]){{0,4}}{_WORD}[ \u00a0]?)(?:\([^()\n]{{1,40}}\) ?)?(:)[\s\u00a0]+(?=\S)")


def turns(t: Told) -> list[Attribution]:
    """The turns of a transcript, in order; none for other texts."""
    found = [(m, p) for p in t.paragraphs for m in (_LABEL.match(t.text, p.start, p.end),) if m]
    times = Counter(_words(m) for m, _ in found)
    kept = [(m, p) for m, p in found if _words(m).isupper() or times[_words(m)] > 1]
    spoken = {_words(m) for m, _ in kept}
    if len(kept) < TURNS or len(spoken) < 2 or max(times[name] for name in spoken) < 2:
        return []
    answering = _answering(t, kept) if _ANSWER in spoken else ()
    return [_turn(t, m, p, answering) for m, p in kept]


def _turn(t: Told, label: re.Match[str], paragraph: Range, answering: tuple[Range, ...]) -> Attribution:
    """The rest of the paragraph, by whom its label names; a question's by nobody, an answer's by `answering`."""
    end = paragraph.start + len(t.text[paragraph.start : paragraph.end].rstrip())
    answer, question = _words(label) == _ANSWER, _words(label) == _QUESTION
    own = _own(t, label, paragraph) if answer or question else None
    label = own or label
    source = (_name(label),) if own or not (answer or question) else answering if answer else ()
    return Attribution(content=(Range(label.end(), end),), cue=(Range(*label.span(2)),), source=source, score=SCORE)


def _words(label: re.Match[str]) -> str:
    return label[1].strip()


def _name(label: re.Match[str]) -> Range:
    return Range(label.start(1), label.start(1) + len(_words(label)))


def _own(t: Told, label: re.Match[str], paragraph: Range) -> re.Match[str] | None:
    """The name of two words or more that stands behind a label: `A: Ann Berg: Yes.`"""
    found = _LABEL.match(t.text, label.end(), paragraph.end)
    return found if found and " " in _words(found) else None


def _answering(t: Told, kept: Sequence[tuple[re.Match[str], Range]]) -> tuple[Range, ...]:
    """Who answers: whom the first answer names, else the person whom the words before the first turn name most often.

    By the fullest name there; nobody where two are named as often.
    """
    named = (_own(t, m, p) for m, p in kept if _words(m) == _ANSWER)
    own = next((m for m in named if m), None)
    if own:
        return (_name(own),)
    before = Range(0, kept[0][1].start)
    people = [Range(m.start, m.end) for m in t.phrases(before) if m.kind == "person"]
    names = [t.text[p.start : p.end].split()[-1].removesuffix("'s").removesuffix("’s") for p in people]
    ranked = Counter(names).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ()
    called = [p for p, name in zip(people, names, strict=True) if name == ranked[0][0]]
    return (max(called, key=lambda p: p.end - p.start),)


def around(turn: list[Attribution], found: list[Attribution], text: str) -> list[Attribution]:
    """The turns, and of the other attributions those that lie inside one turn with a source of their own, or touch none."""
    near = Near((n, Range(a.cue[0].start, a.content[0].end)) for n, a in enumerate(turn))
    kept = [a for a, of in ((a, _touched(near, a)) for a in found) if not of or _nested(a, [turn[n] for n in of], text)]
    return sorted([*turn, *kept], key=lambda a: a.content)


def _touched(near: Near, a: Attribution) -> set[int]:
    """The turns of which a content has words, by number."""
    return {n for part in a.content for n in near.touching(part)}


def _nested(a: Attribution, turn: list[Attribution], text: str) -> bool:
    parts = [*a.content, *a.cue, *a.source]
    other = bool(a.source) and text[a.source[0].start : a.source[-1].end].lower() not in _SELF
    return other and any(all(inside(part, t.content[0]) for part in parts) for t in turn)
