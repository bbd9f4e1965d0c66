"""Which attributions say nothing: nobody's words are in `asked` | `not to be named` or in `expelled` | `two diplomats`.

A reader of the language finds a cue and what depends on it; the one may be an act that is no speech, the other only whom it
struck.
"""

import re
from bisect import bisect_left

from facta.quotes.acts import words
from facta.quotes.chain import unnamed
from facta.quotes.naming import ARTICLE
from facta.quotes.told import Told
from facta.records import Attribution, MentionKind
from facta.values.spans import Range, inside

_PARTIES = frozenset[MentionKind](["person", "role", "group", "state"])
_HELPING = re.compile(r"has|have|had|was|were|has been|have been|had been", re.IGNORECASE)
_DEED = re.compile(r"([^\W\d_]+)(?:\s(?:by|to|in))?\s*$")
"""The last word of a cue, but for a small one behind it."""


def idle(t: Told, a: Attribution) -> bool:
    """Whether an attribution is no quotation: it only withholds a name, or tells what was done to a party."""
    return unnamed(t, a) or _helping(t, a) or _struck(t, a)


def _helping(t: Told, a: Attribution) -> bool:
    """Whether the cue is a helping verb whose own verb stands outside of the content: `has` [recalled] | `its ambassador`."""
    cue = " ".join(t.text[c.start : c.end] for c in a.cue)
    if _HELPING.fullmatch(cue) is None:
        return False
    tokens = t.analysis.tokens
    at = bisect_left(tokens, a.cue[-1].end, key=lambda k: k.start)
    behind = tokens[at : at + 1]
    return any(k.tag == "VERB" and not any(inside(Range(k.start, k.end), part) for part in a.content) for k in behind)


def _struck(t: Told, a: Attribution) -> bool:
    """Whether the cue is a deed and every part of the content no more than a party."""
    last = _DEED.search(t.text, a.cue[-1].start, a.cue[-1].end) if a.cue else None
    return last is not None and words("deeds", [last[1]]) and all(_party(t, part) for part in a.content)


def _party(t: Told, part: Range) -> bool:
    lead = ARTICLE.match(t.text, part.start, part.end)
    start = lead.end() if lead else part.start
    whole = next((m for m in t.phrases(part) if m.start <= start and m.end == part.end), None)
    return whole is not None and (whole.kind in _PARTIES or t.text[start : part.end].split()[-1][:1].isupper())
