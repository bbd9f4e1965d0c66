"""Whose words they are when somebody else passed them on: “...,” the minister said, according to the agency.

A reader of the language may take the agency for the speaker. Whoever stands right behind the closing mark, or behind the last
comma, or before `that`, with a verb of speech spoke, and so did whom somebody quotes as saying it; who passed the words on stays
in the chain.
"""

import re
from bisect import bisect_left, bisect_right

import msgspec

from facta.quotes.acts import speech
from facta.quotes.chain import is_media
from facta.quotes.told import Told
from facta.quotes.within import teller
from facta.records import Attribution
from facta.values.spans import Range, overlap, trim

_AS_SAYING = re.compile(
    r"\s+((?:has\s|had\s)?(?:quoted|quotes|cited|cites))\s([^,.;]+?)\s(as\s(?:saying|telling\s[^,.;:]+?))(?=\s*(?:[,.;:\"“]|that\b|on\b|in\b|$))"
)
"""Who is quoted, behind the name of who quotes."""
_BETWEEN = re.compile(r"[,\s]*(?:the |a |an )?", re.IGNORECASE)
_NEAR = 20
"""Words after a name among which its verb stands."""
_REACH = 160
"""Characters behind a closing mark within which who spoke and the verb must stand."""
_ADDRESSED = 10
"""So many words behind a verb of speech are more than to whom, where and when something was said."""
_RELATIVE = frozenset({"which", "who", "that"})
NAMED = 0.6
"""Confidence of quoted words with who spoke beside them: six in ten such are right in PolNeAR's training articles."""
_LEAST = 12
"""Characters of quoted words before a closing mark that can be somebody's utterance."""


def passed_on(t: Told, a: Attribution) -> Attribution:
    """The attribution with who spoke, where its cue only tells who passed the words on; else as it was."""
    quoted = _quoted(t, a)
    if quoted is not a or not a.cue or a.cue[0].start < a.content[0].end:
        return quoted
    words = a.content[0]
    for end in _closed(t, Range(words.start + _LEAST, min(words.end + 1, a.cue[0].start))):
        spoke = speaker(t, end, a.cue[0].start)
        if spoke and any(overlap(spoke[0], s) for s in a.source):
            return a
        if spoke:
            return msgspec.structs.replace(
                a, content=(Range(words.start, end), *a.content[1:]), source=(spoke[0],), cue=(spoke[1],)
            )
    return _led(t, a) or _reported(t, a)


def _closed(t: Told, where: Range) -> list[int]:
    """Where quoted stretches are closed within a range, in order."""
    first = bisect_left(t.marks, where.start, key=lambda q: q.end)
    last = bisect_right(t.marks, where.end, key=lambda q: q.end)
    return [q.end for q in t.marks[first:last] if q.closed]


def _quoted(t: Told, a: Attribution) -> Attribution:
    """With whom somebody quotes as the speaker: `The bridge is closed, the agency quoted the police as saying.`"""
    said = _AS_SAYING.match(t.text, a.source[0].end) if a.source and a.cue else None
    if said is None or not said.start(1) <= a.cue[0].start < said.end():
        return a
    content = _told_around(t, a, Range(*said.span()))
    cue = (Range(*said.span(1)), Range(*said.span(3)))
    return msgspec.structs.replace(a, content=content, source=(Range(*said.span(2)),), cue=cue) if content else a


def _told_around(t: Told, a: Attribution, said: Range) -> tuple[Range, ...]:
    """The content behind or before who is quoted: as the reader has it, if that leaves out the name; nothing if there is none."""
    if not any(overlap(part, said) for part in a.content):
        return a.content
    behind = trim(t.text, said.end, max(said.end, a.content[-1].end))
    if behind.end - behind.start >= _LEAST:
        return (behind,)
    start = next((s.start for s in t.sentences(a.source[0])), a.source[0].start)
    end = t.text.rfind(",", start, a.source[0].start)
    return (Range(start, end),) if end >= start + _LEAST else ()


def _led(t: Told, a: Attribution) -> Attribution | None:
    """With who stands before the `that` of what somebody else reported: `Ann told Bob that it was late, the agency reported.`"""
    words = a.content[0]
    if not _links(t, a) or not t.text.startswith("that ", words.start):
        return None
    start = next((s.start for s in t.sentences(words)), words.start)
    spoke = teller(t, start, words.start)
    return msgspec.structs.replace(a, source=(spoke[0],), cue=(spoke[1],)) if spoke else None


def _reported(t: Told, a: Attribution) -> Attribution:
    """The same without marks: `The bridge is closed, the police said, according to the agency.`

    Only where the one who passed it on stays a link: according to somebody, or a medium. Behind the verb there may be to whom
    it was said, but no clause.
    """
    words = a.content[-1]
    comma = t.text.rfind(",", words.start + _LEAST, words.end)
    if comma < 0 or not _links(t, a):
        return a
    spoke = speaker(t, comma + 1, words.end)
    if (
        spoke is None
        or t.text[spoke[0].start : spoke[0].end] in _RELATIVE
        or not speech(t.text[spoke[1].start : spoke[1].end])
        or _clause(t, spoke[1].end, words.end)
    ):
        return a
    return msgspec.structs.replace(a, content=(*a.content[:-1], Range(words.start, comma)), source=(spoke[0],), cue=(spoke[1],))


def _links(t: Told, a: Attribution) -> bool:
    """Whether who passed words on is a link of their chain when somebody else is their speaker."""
    cue = t.text[a.cue[0].start : a.cue[-1].end].lower()
    return cue == "according to" or any(is_media(t.text[s.start : s.end]) for s in a.source)


def _clause(t: Told, start: int, end: int) -> bool:
    """Whether a stretch is too long to tell only to whom something was said, or has a verb."""
    rest = t.tokens(Range(start, end))[:_NEAR]
    return len(rest) >= _ADDRESSED or any(k.tag in ("VERB", "AUX", "SCONJ") for k in rest)


def spoken(t: Told, a: Attribution) -> Attribution:
    """Quoted words that the reader found nobody for, with who stands behind the closing mark beside a verb of speech."""
    end = a.content[-1].end
    at = t.paragraph(end)
    found = speaker(t, end, min(t.paragraphs[at].end, end + _REACH)) if at >= 0 else None
    if found is None or not speech(t.text[found[1].start : found[1].end]):
        return a
    return msgspec.structs.replace(a, source=(found[0],), cue=(found[1],), score=NAMED)


def speaker(t: Told, start: int, end: int) -> tuple[Range, Range] | None:
    """Who stands at a place and the verb right behind, or before them ("said Wang Yi"), ahead of `end`."""
    tokens = t.analysis.tokens
    at = _after(t, start)
    n = bisect_left(tokens, at, key=lambda k: k.start)
    verb = Range(tokens[n].start, tokens[n].end) if n < len(tokens) and tokens[n].tag == "VERB" else None
    place = _after(t, verb.end) if verb else at
    who = next((m for m in t.phrases(Range(place, end)) if m.start == place and m.kind != "time"), None)
    verb = verb or (_verb(t, who.end, end) if who else None)
    return (Range(who.start, who.end), verb) if who and verb and verb.end <= end else None


def _after(t: Told, start: int) -> int:
    """Where the next word begins, commas and articles left out."""
    gap = _BETWEEN.match(t.text, start)
    return gap.end() if gap else start


def _verb(t: Told, start: int, end: int) -> Range | None:
    """The verb right behind a name, or behind an apposition to it ("Wang Yi, the diplomat, said")."""
    tokens = t.analysis.tokens
    first = bisect_left(tokens, start, key=lambda k: k.start)
    rest = [k for k in tokens[first : first + _NEAR] if k.end <= end]
    if rest and t.text[rest[0].start : rest[0].end] == ",":
        close = next((n for n, k in enumerate(rest) if n and t.text[k.start : k.end] == ","), 0)
        rest = rest[close + 1 :]
    verb = next((k for k in rest if k.tag not in ("AUX", "ADV")), None)
    return Range(verb.start, verb.end) if verb and verb.tag == "VERB" else None
