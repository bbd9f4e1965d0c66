"""Which quoted words go on with a quotation: behind “he said.”, at the paragraph's end, in the next paragraph.

Every function takes and returns attributions in the order of their contents.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from facta.language.quoted import Quoted
from facta.language.quoted import inside as quoted_at
from facta.quotes.acts import speech
from facta.quotes.fitted import utterances
from facta.quotes.join import apart
from facta.quotes.marks import kind
from facta.quotes.passed import NAMED
from facta.quotes.told import Told
from facta.records import Attribution
from facta.values.near import Near
from facta.values.spans import Range, inside, overlap, trim

_BETWEEN = 3
"""Most characters (a space, a line break) between two paragraphs' quotation marks."""
_APART = 200
"""Most characters between two quoted stretches of one quotation; those are nearly all who spoke, and where."""
_LINE = 100
"""Most characters of a line that only says whose words stand above it."""
_DASH = re.compile(r"\s*[—–-]+\s*")
_SENTENCE_END = re.compile(r"[.!?]\s*$")
_ENDINGS = tuple(".!?…")


def bridged(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """The stretch before “he said.” and the one behind it are one quotation, where the reader took only one of them for it.

    So have it 1,097 of 1,159 such pairs in PolNeAR's training articles; with anything but a full stop before the second
    stretch (`he said, adding that it was “...”`) most are two.
    """
    out = sorted(found, key=lambda a: a.cue[:1])
    near = Near((n, part) for n, a in enumerate(out) for part in a.content)
    cues = [a.cue[0].start if a.cue else -1 for a in out]
    for before, behind in utterances(t):
        if behind.start - before.end > _APART or not _SENTENCE_END.search(t.text, before.end, behind.start):
            continue
        for n in range(bisect_left(cues, before.end), bisect_left(cues, behind.start)):
            lacking = _lacking(t, out[n], before, behind)
            if lacking is None:
                continue
            others = [out[k] for k in near.touching(Range(lacking.start, lacking.end)) if k != n]
            if not _rivals(others, lacking.start if lacking is behind else None):
                _join(out, n, Range(lacking.start, lacking.end), near)
                break
    return sorted((a for a in out if a.content), key=lambda a: a.content)


def _join(found: list[Attribution], n: int, more: Range, near: Near) -> None:
    """Add words to one content; those of which they were the whole are left without any, and keep their places."""
    around = Range(more.start - 1, more.end + 1)
    own = apart(msgspec.structs.replace(found[n], content=(*found[n].content, more)))
    for k in near.touching(around):
        if _all_in(found[k], around):
            _put(found, k, msgspec.structs.replace(found[k], content=()), near)
    _put(found, n, own, near)


def _put(found: list[Attribution], n: int, new: Attribution, near: Near) -> None:
    """Set another attribution in the place of one."""
    for part in found[n].content:
        near.drop(n, part)
    for part in new.content:
        near.add(n, part)
    found[n] = new


def _lacking(t: Told, a: Attribution, before: Quoted, behind: Quoted) -> Quoted | None:
    """Which of two stretches around a cue of speech its content does not touch, if it is one of them."""
    if a.cue[-1].end > behind.start or not speech(t.text[a.cue[0].start : a.cue[0].end]):
        return None
    has = [any(overlap(part, Range(q.start, q.end)) for part in a.content) for q in (before, behind)]
    return None if has[0] == has[1] else behind if has[0] else before


def _rivals(others: Sequence[Attribution], start: int | None) -> bool:
    """Whether one of those with words of a stretch has a cue; behind the cue, where the stretch has a start, a later one."""
    return any(a.cue and (start is None or a.cue[-1].end > start) for a in others)


def _all_in(a: Attribution, where: Range) -> bool:
    return all(inside(part, where) for part in a.content)


def begun(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """Paragraphs whose opening mark is left open, with nobody named, belong to the quotation that the next one opens with: the
    speaker of several paragraphs is often named behind the last."""
    out: list[Attribution] = []
    for a in reversed(found):
        after = out[-1] if out else None
        if after and not a.cue and not a.source and after.cue and _opens(t, a, after):
            out[-1] = msgspec.structs.replace(after, content=(*a.content, *after.content))
        else:
            out.append(a)
    return out[::-1]


def _opens(t: Told, a: Attribution, after: Attribution) -> bool:
    """Whether a content ends in an open quoted stretch, and the other begins with the next paragraph's."""
    end, start = a.content[-1].end, after.content[0].start
    mark, other = quoted_at(t.marks, max(end - 1, 0)), quoted_at(t.marks, start)
    return mark >= 0 and other == mark + 1 and not t.marks[mark].closed and not t.text[end:start].strip()


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


def signed(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """A paragraph of quoted words that nobody is named for is whose name the next paragraph is, with only what he is behind
    it: a quotation set apart on the page, and signed."""
    return [
        msgspec.structs.replace(a, source=(name,), score=NAMED)
        if not a.cue and not a.source and (name := _signature(t, a))
        else a
        for a in found
    ]


def _signature(t: Told, a: Attribution) -> Range | None:
    """The name with what stands behind it in commas that is the whole paragraph behind a content's own."""
    at = t.paragraph(a.content[-1].end - 1) + 1
    if not 0 < at < len(t.paragraphs) or not _fills(t, a):
        return None
    dash = _DASH.match(t.text, t.paragraphs[at].start, t.paragraphs[at].end)
    line = trim(t.text, dash.end() if dash else t.paragraphs[at].start, t.paragraphs[at].end)
    first = next(iter(t.phrases(line)), None)
    name = (
        first is not None
        and first.kind == "person"
        and first.start == line.start
        and t.text[first.end : line.end][:1] in ("", ",")
    )
    bare = line.end - line.start <= _LINE and t.text[line.end - 1] not in _ENDINGS
    return line if name and bare else None


def concluded(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """A quoted sentence that nobody is named for belongs to the last quotation told before it, in its own paragraph or, where it
    fills one, in the paragraph before: She fears that they will leave. “We cannot hold them.”

    So have it some 17 of 21 that are quotations at all in PolNeAR's training articles.
    """
    spoken = sorted((n for n, a in enumerate(found) if a.cue and a.source), key=lambda n: _end(found[n]))
    ends = [_end(found[n]) for n in spoken]
    further: dict[int, list[Range]] = {}
    for n, a in enumerate(found):
        at = bisect_right(ends, a.content[0].start) - 1
        if at >= 0 and not a.cue and not a.source and _concludes(t, ends[at], a):
            further.setdefault(spoken[at], []).extend(a.content)
            further[n] = []
    return [
        msgspec.structs.replace(a, content=(*a.content, *further.get(n, ())))
        for n, a in enumerate(found)
        if n not in further or further[n]
    ]


def _end(a: Attribution) -> int:
    return max(part.end for part in (*a.content, *a.cue, *a.source))


def _concludes(t: Told, end: int, a: Attribution) -> bool:
    """Whether a content is a sentence, and stands where it can conclude what ended at an offset."""
    words = t.text[a.content[0].start : a.content[-1].end]
    if len(a.content) > 1 or not words.rstrip("\"”»'’ ").endswith(_ENDINGS):
        return False
    own, other = t.paragraph(a.content[0].start), t.paragraph(end - 1)
    return own >= 0 and (other == own or (other == own - 1 and _fills(t, a)))


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
