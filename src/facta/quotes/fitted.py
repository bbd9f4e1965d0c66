"""Contents fitted to the printed marks: what the reader began or ended inside a quoted stretch, or carried on outside one.

On PolNeAR's training articles these rules change some sixty contents of 4,000 direct ones, mostly for the better; a reader
that is less sure of a text needs them more.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from facta.language.quoted import Quoted, inside
from facta.quotes.acts import speech
from facta.quotes.marks import WORD, kind
from facta.quotes.told import Told
from facta.records import Attribution
from facta.values.near import Near
from facta.values.spans import Range, merge, overlap, trim

_SLACK = 1
"""Characters (the mark itself) that a content may lack at an edge of its quoted stretch."""


_OPENING = re.compile(r",\s+|(?i:from|by)\s+(?=\w)")
"""What stands before a source and is none of it. Of PolNeAR's 18,402 in training 16 begin with these prepositions."""
_TIMED = re.compile(
    r"((?:[Tt]he\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*?)(?:,?\s(?:late|early|last|this|on))*"
    r"(?<!Super)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?<=last\s)(?:week|month|year)|(?<=this\s)(?:week|month|year))"
)


def fitted(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, in the same order, with contents that begin and end where their marks do, if the rest is free."""
    heads = [p.end for p in t.reading.page.paragraphs if p.kind == "headline"] if t.comment is None else []
    bare = [_parted(t, _bare(t, _of_paragraph(t, _of_headline(_edged(t, a), heads)))) for a in found]
    near = Near((n, part) for n, a in enumerate(bare) for part in a.content)
    return [
        msgspec.structs.replace(a, content=tuple(_widened(t, part, (n, a), near) for part in a.content))
        for n, a in enumerate(bare)
    ]


def _edged(t: Told, a: Attribution) -> Attribution:
    """Without a comma or preposition before a source, and without a time behind a name that is all of a source or of a content;
    nobody's are a bare mark and a name of another paragraph."""
    source = tuple(_untimed(t, _opened(t, s)) for s in a.source if WORD.search(t.text, s.start, s.end) and _near(t, s, a))
    return msgspec.structs.replace(a, content=tuple(_untimed(t, c) for c in a.content), source=source)


def _near(t: Told, source: Range, a: Attribution) -> bool:
    """Whether a source stands in a paragraph with a part of its cue or content."""
    home = t.paragraph(source.start)
    return any(t.paragraph(part.start) == home for part in (*a.cue, *a.content))


def _parted(t: Told, a: Attribution) -> Attribution:
    """With no word both in the content and in the source.

    Behind a content that has only the source's beginning the rest speaks (`Bergen, a port,` | `its mayor, Ann,`); where
    it has the very beginning a name does (`a charge` | `Oslo`). Of whom it `is expected`, or who `seems` to do something, nobody
    is said to say so: `who` belongs to the content. Beside quoted words the speaker stands, however far they were taken to run.
    """
    shared = next(((part, s) for s in a.source for part in a.content if overlap(part, s)), None)
    if shared is None:
        return a
    part, source = shared
    names = t.text[part.end : source.end].lstrip()[:1].isupper()
    led = part.start < source.start or (part.start == source.start and names)
    if led and source.start < part.end < source.end:
        rest = _opened(t, trim(t.text, part.end, source.end))
        return msgspec.structs.replace(a, source=(rest,) if WORD.search(t.text, rest.start, rest.end) else ())
    if kind(t.text, a.content, t.marks) == "indirect" or not any(speech(t.text[c.start : c.end]) for c in a.cue):
        return _beside(t, a) or msgspec.structs.replace(a, content=tuple(merge([*a.content, source])), source=())
    pieces = [piece for part in a.content for piece in _apart(t, part, source)]
    return msgspec.structs.replace(a, content=tuple(pieces)) if pieces else a


def _beside(t: Told, a: Attribution) -> Attribution | None:
    """With the same word right before the cue, where a reader took one of the content for it: `the men she met, she said`."""
    source = t.text[a.source[0].start : a.source[0].end]
    start = a.cue[0].start - 1 - len(source) if a.cue else -1
    if start < 0 or t.text[start : a.cue[0].start].rstrip() != source:
        return None
    who = Range(start, start + len(source))
    return None if any(overlap(who, part) for part in a.content) else msgspec.structs.replace(a, source=(who,))


def _apart(t: Told, part: Range, source: Range) -> list[Range]:
    """What of a part stands before and behind a source, if there are words."""
    if not overlap(part, source):
        return [part]
    pieces = (trim(t.text, part.start, max(part.start, source.start)), trim(t.text, min(part.end, source.end), part.end))
    return [p for p in pieces if WORD.search(t.text, p.start, p.end)]


def _opened(t: Told, source: Range) -> Range:
    lead = _OPENING.match(t.text, source.start, source.end)
    return Range(lead.end(), source.end) if lead else source


def _untimed(t: Told, part: Range) -> Range:
    """The part without when it was said, where that is all but a name: `Harbourland` | `last Tuesday`."""
    name = _TIMED.fullmatch(t.text, part.start, part.end)
    return Range(*name.span(1)) if name else part


def _of_headline(a: Attribution, ends: Sequence[int]) -> Attribution:
    """A headline's content without what it has of the paragraph below, such as its dateline; ends: where headlines do."""
    told = next((end for end in ends if any(c.start < end for c in a.cue) and a.content[0].start < end < a.content[-1].end), None)
    if told is None:
        return a
    return msgspec.structs.replace(a, content=tuple(Range(p.start, min(p.end, told)) for p in a.content if p.start < told))


def _of_paragraph(t: Told, a: Attribution) -> Attribution:
    """Without what words that nobody quotes have of the paragraphs before and behind their cue's.

    Of 14,950 such contents in PolNeAR's training articles one runs from paragraph to paragraph.
    """
    number = t.paragraph(a.cue[0].start) if a.cue else -1
    if number < 0 or kind(t.text, a.content, t.marks) != "indirect":
        return a
    home = t.paragraphs[number]
    parts = (trim(t.text, max(p.start, home.start), min(p.end, home.end)) if overlap(p, home) else p for p in a.content)
    return msgspec.structs.replace(a, content=tuple(parts))


def _bare(t: Told, a: Attribution) -> Attribution:
    """Without unquoted words behind the cue when all before it is quoted: “We knew,” she said of the list, “but not why.”"""
    first, *others = a.content
    if not others or not _within(t, first):
        return a
    kept = [part for other in others for part in [_quoted_part(t, other)] if part]
    return msgspec.structs.replace(a, content=(first, *kept))


def _within(t: Told, part: Range) -> bool:
    mark = inside(t.marks, part.start)
    return mark >= 0 and t.marks[mark].end + _SLACK >= part.end


def _quoted_part(t: Told, part: Range) -> Range | None:
    """The part from its first quotation mark on; None when it has none."""
    if inside(t.marks, part.start) >= 0:
        return part
    at = bisect_right(t.marks, part.start, key=lambda q: q.start)
    return Range(t.marks[at].start, part.end) if at < len(t.marks) and t.marks[at].start < part.end else None


def _widened(t: Told, part: Range, own: tuple[int, Attribution], near: Near) -> Range:
    """A part that fills one end of a quoted stretch gets the rest of it; own: its attribution by number; near: all contents."""
    mark = inside(t.marks, part.start)
    if mark < 0:
        return part
    stretch = t.marks[mark]
    if part.end <= stretch.end + _SLACK and _free(t, Range(stretch.start, part.start), own, near):
        part = Range(stretch.start, part.end)
    if part.start <= stretch.start + _SLACK and _free(t, Range(part.end, stretch.end), own, near):
        part = Range(part.start, stretch.end)
    return part


def _free(t: Told, rest: Range, own: tuple[int, Attribution], near: Near) -> bool:
    """Whether there are words in the rest of a quoted stretch, none of them another content or a cue or source of this one."""
    if rest.start >= rest.end or not WORD.search(t.text, rest.start, rest.end):
        return False
    number, a = own
    taken = any(overlap(part, rest) for part in (*a.cue, *a.source))
    return not taken and not any(n != number for n in near.touching(rest))


def utterances(t: Told) -> list[tuple[Quoted, Quoted]]:
    """Each two neighbouring quoted stretches of one paragraph, the first of them ended by a comma or as a sentence."""
    return [(q, r) for q, r in zip(t.marks, t.marks[1:], strict=False) if _ended(t, q) and "\n" not in t.text[q.end : r.start]]


def _ended(t: Told, q: Quoted) -> bool:
    """Whether a stretch is closed, by more than a single mark, behind a comma or a sentence's end."""
    single = t.text[q.start] in "'‘" and t.text[q.start : q.start + 2] != "''"
    return q.closed and not single and t.text[q.start : q.end].rstrip("\"”»'’ ")[-1:] in (",", ".", "!", "?")
