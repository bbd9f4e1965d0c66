"""Which pieces are one quotation: parts split by their cue, paragraphs that open with another mark, words told a second time.

Every function takes and returns attributions in the order of their contents.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from facta.language.quoted import inside as quoted_at
from facta.quotes.marks import WORD, kind
from facta.quotes.told import Told
from facta.records import Attribution
from facta.values.spans import Range, inside, merge

REPEATED = 6
"""So many words in a row are a repetition, not a coincidence."""
MOSTLY = 0.8
"""Share of a shorter content's words that another must have in a row."""
_BETWEEN = 3
"""Most characters (a space, a line break) between two paragraphs' quotation marks."""


def distinct(found: Sequence[Attribution]) -> list[Attribution]:
    """In order, each content once: the better scored attribution of it."""
    best: dict[tuple[Range, ...], Attribution] = {}
    for a in sorted(found, key=lambda a: (-a.score, a.content)):
        best.setdefault(a.content, a)
    return sorted(best.values(), key=lambda a: a.content)


def resumed(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """Quoted words without a source of their own become a further part of the quotation that they go on with.

    They do in the same paragraph when nobody else speaks between, and in the next one when the mark before was left open.
    """
    out: list[Attribution] = []
    for a in found:
        last = next((n for n in range(len(out) - 1, -1, -1) if not _within(a, out[n])), -1)
        if last >= 0 and not a.cue and not a.source and _goes_on(t, out[last], a):
            out[last] = msgspec.structs.replace(out[last], content=(*out[last].content, *a.content))
        else:
            out.append(a)
    return out


def _within(a: Attribution, b: Attribution) -> bool:
    """Whether `a` lies between the first and the last part of `b`, so that it cannot go on with it."""
    return any(inside(p, Range(b.content[0].start, b.content[-1].end)) for p in a.content)


def _goes_on(t: Told, last: Attribution, a: Attribution) -> bool:
    end, start = last.content[-1].end, a.content[0].start
    if kind(t.text, last.content, t.marks) == "indirect":
        return False
    if t.paragraph(end) == t.paragraph(start):
        return bool(last.cue) and "\n" not in t.text[end:start]
    mark = quoted_at(t.marks, max(end - 1, 0))
    return mark >= 0 and not t.marks[mark].closed and not t.text[end:start].strip()


def inherited(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """A paragraph that is nothing but quoted words takes the source of the quotation that closes the paragraph before it."""
    out = list(found)
    for n, (before, a) in enumerate(pairwise(found)):
        end, start = before.content[-1].end, a.content[0].start
        closing = t.paragraph(end)
        at_end = closing >= 0 and end >= t.paragraphs[closing].end - _BETWEEN
        if at_end and not a.source and not a.cue and _fills(t, a) and not t.text[end:start].strip():
            out[n + 1] = msgspec.structs.replace(a, source=out[n].source)
    return out


def _fills(t: Told, a: Attribution) -> bool:
    """Whether nothing stands in the paragraph of a content before or after it."""
    first, last = a.content[0], a.content[-1]
    at = t.paragraph(first.start)
    home = t.paragraphs[at]
    return (
        at >= 0
        and last.end <= home.end
        and not t.text[home.start : first.start].strip()
        and not t.text[last.end : home.end].strip()
    )


def repeated(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Words told a second time, as a headline does, take the source from where they are attributed.

    What stands before a mere colon may be a topic rather than a speaker, so it gives way to a source that a verb names.
    """
    words = [_words(text, a) for a in found]
    owners: dict[tuple[str, ...], list[int]] = {}
    for n, a in enumerate(found):
        if _sure(text, a):
            for run in _runs(words[n], REPEATED):
                owners.setdefault(run, []).append(n)
    out = []
    for n, a in enumerate(found):
        owner = None if _sure(text, a) else _owner(words, n, owners, found)
        out.append(msgspec.structs.replace(a, source=found[owner].source) if owner is not None else a)
    return out


def _sure(text: str, a: Attribution) -> bool:
    """Whether an attribution has a source and words that lead to it, not a colon."""
    led = any(WORD.search(text, c.start, c.end) and text[c.end - 1] != ":" for c in a.cue)
    return bool(a.source) and led


def _owner(
    words: Sequence[tuple[str, ...]], n: int, owners: dict[tuple[str, ...], list[int]], found: Sequence[Attribution]
) -> int | None:
    """The attribution with a source whose content has the words of the n-th, best scored first."""
    mine = words[n]
    if len(mine) >= REPEATED:
        many = [k for run in _runs(mine, REPEATED) for k in owners.get(run, ())]
    else:
        size = max(4, round(MOSTLY * len(mine)))
        many = [k for k, a in enumerate(found) if a.source and k != n and set(_runs(mine, size)) & set(_runs(words[k], size))]
    return max(many, key=lambda k: (found[k].score, -k), default=None)


def _words(text: str, a: Attribution) -> tuple[str, ...]:
    return tuple(m.group().lower().replace("’", "'") for part in a.content for m in WORD.finditer(text, part.start, part.end))


def _runs(words: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    return (words[i : i + size] for i in range(len(words) - size + 1))


def apart(a: Attribution) -> Attribution:
    """The attribution with overlapping and touching parts of its content joined."""
    return msgspec.structs.replace(a, content=tuple(merge(a.content)))
