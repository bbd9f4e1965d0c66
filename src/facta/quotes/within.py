"""Quotations within quotations that the reader of the language passed over: Ann told us that Bob had said that it was late.

PolNeAR's annotators mark few of them, so a reader that learned from them does too; here they are found by their form: within what
somebody is said to have told stands who said, told or warned, and `that`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from facta.language.quoted import inside as quoted_at
from facta.quotes.acts import speech, words
from facta.quotes.told import Told
from facta.records import Attribution, Token
from facta.values.near import Near
from facta.values.spans import Range, inside

SCORE = 0.3
"""Confidence of a quotation found by its form: seven of eight in PolNeAR's training articles are one, but none is marked."""
_REACH = 8
"""Most words between a verb and its `that`: to whom, where and when it was said."""
_BETWEEN = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP", "ADV"])
_LEAD = re.compile(r"\b(?:the|an?|his|her|its|their|our)\s+$", re.IGNORECASE)
"""What belongs to a phrase before its first word."""
_HELPING = frozenset(["AUX", "ADV"])
_PASSIVE = frozenset(["be", "been", "being", "is", "are", "was", "were", "am"])
_LEAST = 3
"""Fewer words than these are nothing that anybody says."""


def nested(t: Told, found: Sequence[Attribution]) -> list[Attribution]:
    """The quotations that stand in these ones' contents, where no cue or source of any is; in no order."""
    taken = Near((0, part) for a in found for part in (*a.cue, *a.source))
    return [
        inner
        for a in found
        if a.cue and a.source
        for part in a.content
        if not any(inside(c, part) for c in a.cue)
        for inner in _inner(t, part)
        if not any(taken.touching(c) for c in (*inner.cue, *inner.source))
    ]


def teller(t: Told, start: int, that: int) -> tuple[Range, Range] | None:
    """Who stands with a verb of speech before a `that`, and the verb: `Bob had told Ann` | `that it was late`.

    start: where their sentence, or what somebody is quoted with, begins.
    """
    before = t.tokens(Range(start, that))
    objects = list(takewhile(lambda k: k.tag in _BETWEEN and not _told(t, k), reversed(before[-_REACH - 1 :])))
    at = len(before) - len(objects) - 1
    if at < 1 or not _told(t, before[at]) or not _addressed(t, before[at], objects):
        return None
    helping = list(takewhile(lambda k: k.tag in _HELPING, reversed(before[:at])))
    if any(_word(t, k) in _PASSIVE for k in helping):
        return None
    who = _subject(t, start, before[: at - len(helping)])
    return (who, Range(before[at].start, before[at].end)) if who else None


def _inner(t: Told, part: Range) -> Iterator[Attribution]:
    """What is told in a content, by whom, outside of quotation marks."""
    for k in t.tokens(part):
        if _word(t, k) == "that" and k.tag == "SCONJ" and quoted_at(t.marks, k.start) < 0:
            by = teller(t, part.start, k.start)
            end = min((s.end for s in t.sentences(Range(k.start, k.end))), default=part.end)
            content = Range(k.start, min(end, part.end))
            if by and len(t.tokens(content)) > _LEAST:
                yield Attribution(content=(content,), cue=(by[1],), source=(by[0],), score=SCORE)


def _told(t: Told, k: Token) -> bool:
    word = t.text[k.start : k.end]
    return k.tag == "VERB" and (speech(word) or words("stances", [word]))


def _addressed(t: Told, verb: Token, objects: Sequence[Token]) -> bool:
    """Whether what stands between a verb and `that` is to whom, when or where it was told, not what: `denied a report` | `that`.

    objects: the words between, the last one first.
    """
    if not objects or words("addressing", [t.text[verb.start : verb.end]]):
        return True
    last = t.text[objects[0].start : objects[0].end]
    where = Range(objects[-1].start, objects[0].end)
    timed = any(m.kind == "time" and m.end == where.end for m in t.phrases(where))
    return timed or (objects[-1].tag == "ADP" and (last[0].isupper() or speech(last) or words("documents", [last])))


def _subject(t: Told, start: int, before: Sequence[Token]) -> Range | None:
    """The phrase that ends before a verb, an apposition in commas (`Bob, the mayor,`) counted in."""
    if not before:
        return None
    end = before[-1].end
    if _word(t, before[-1]) == ",":
        opening = t.text.rfind(",", start, before[-1].start)
        inner = Range(opening + 1, before[-1].start)
        if opening < 0 or any(k.tag in ("VERB", "AUX") for k in t.tokens(inner)):
            return None
        end = opening
    whole = next((m for m in reversed(t.phrases(Range(start, end))) if m.end == end and m.kind != "time"), None)
    if whole is None:
        return None
    lead = _LEAD.search(t.text, start, whole.start)
    return Range(lead.start() if lead else whole.start, before[-1].end)


def _word(t: Told, k: Token) -> str:
    return t.text[k.start : k.end].lower()
