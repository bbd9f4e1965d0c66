"""Clauses that tell of the paper in which something was said are none of it.

Nobody says `that gave no names` in `six men died, the army said in a statement that gave no names`: of 35 contents of PolNeAR's
training articles that begin with `that` behind such a paper none goes on with a verb.
"""

import re

import msgspec

from facta.quotes.acts import speech, words
from facta.quotes.marks import WORD, kind
from facta.quotes.told import Told
from facta.records import Attribution
from facta.values.spans import Range, trim

_PAPER = re.compile(
    r",?\s(?:in|on|at|during|through|by|via)\s(?:an?|the|his|her|its|their|another)\s(?:[\w’'-]+\s){0,3}?(?P<paper>[\w-]+)(?=,?\s(?P<that>that|which)\s)"
)
"""Where something was said, of which a clause tells more."""
_REACH = 70
"""Characters from a cue on in which such a paper is named."""
_RELATIVE = frozenset({"that", "which"})
"""The words that begin a clause about what stands before them."""
_BREAK = re.compile(r"[.;:\n“\"]")
_DASH = re.compile(r"[\s–—:-]+")
_HELPING = frozenset({"ADV", "PART"})
_VERBAL = frozenset({"VERB", "AUX"})
_LEAST = 3
"""Fewer words than these before a comma are nothing that anybody says."""


def without_clauses(t: Told, a: Attribution) -> Attribution:
    """The attribution with what was said alone; with no content where it only has such a clause."""
    if _withheld(t, a):
        return msgspec.structs.replace(a, content=())
    return _off_paper(t, _before_paper(t, a))


_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b")


def _withheld(t: Told, a: Attribution) -> bool:
    """Whether all that is told is what somebody's paper does not say: `an email that` | `did not mention` | `wages`."""
    last = t.text[a.source[-1].start : a.source[-1].end].lower().split()[-1:] if a.source else []
    return not _RELATIVE.isdisjoint(last) and any(_NOT.search(t.text, c.start, c.end) for c in a.cue)


def _off_paper(t: Told, a: Attribution) -> Attribution:
    """Without what a clause tells of the paper behind the cue; then what stands before the speaker was said."""
    clause = _clause(t, a)
    if clause is None or kind(t.text, a.content, t.marks) != "indirect":
        return a
    kept = tuple(part for part in a.content if not _leads_to(t, clause, part.start))
    if len(kept) == len(a.content):
        return a
    led = _led(t, a) if not kept else None
    return msgspec.structs.replace(a, content=(led,) if led else kept)


def _clause(t: Told, a: Attribution) -> int | None:
    """Where a clause begins that tells of the paper behind the cue or in it."""
    if not a.cue or not any(speech(t.text[c.start : c.end]) for c in a.cue):
        return None
    paper = _PAPER.search(t.text, a.cue[0].start, a.cue[-1].end + _REACH)
    if paper is None or _BREAK.search(t.text, a.cue[0].start, paper.start()):
        return None
    return paper.start("that") if _is_relative(t, paper.start("that")) else None


def _is_relative(t: Told, that: int) -> bool:
    """Whether a verb stands behind a `that`, so that it has no other subject."""
    behind = t.tokens(Range(that, that + _REACH))[1:]
    first = next((k for k in behind if k.tag not in _HELPING), None)
    return first is not None and first.tag in _VERBAL


def _leads_to(t: Told, clause: int, at: int) -> bool:
    """Whether a clause begins at a place, or leads there by no more than its verb."""
    return at >= clause and all(k.tag in _VERBAL | _HELPING for k in t.tokens(Range(clause, at))[1:])


def _led(t: Told, a: Attribution) -> Range | None:
    """What stands before a comma and then the speaker with the cue: `six men died, | the army said`; without a dateline."""
    start = min(part.start for part in (*a.source, *a.cue))
    sentence = next((s for s in t.sentences(Range(start, start + 1))), None)
    if sentence is None or t.text[start - 2 : start] != ", ":
        return None
    sent = t.reading.page.dateline if t.comment is None else None
    begins = sent.end if sent and sentence.start <= sent.start < start else sentence.start
    dash = _DASH.match(t.text, begins)
    before = trim(t.text, dash.end() if dash else begins, start - 2)
    return before if len(WORD.findall(t.text, *before)) >= _LEAST else None


def _before_paper(t: Told, a: Attribution) -> Attribution:
    """With contents that are a thing ended before the paper it stood in: `announced` | `the arrests` in a note that was short."""
    return msgspec.structs.replace(a, content=tuple(_thing(t, part) for part in a.content)) if a.cue else a


def _thing(t: Told, part: Range) -> Range:
    paper = _PAPER.search(t.text, part.start, part.end)
    if paper is None or not words("papers", [paper["paper"]]) or not _is_relative(t, paper.start("that")):
        return part
    thing = Range(part.start, paper.start())
    return part if any(k.tag in _VERBAL for k in t.tokens(thing)) or thing.end <= thing.start else thing
