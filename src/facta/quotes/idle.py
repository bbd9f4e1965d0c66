"""Which attributions say nothing: nobody's words are in `asked` | `not to be named`, `expelled` | `two diplomats` or
`extended` | `the freeze`, nor in the title of a show.

A reader of the language finds a cue and what depends on it; the one may be an act that is no speech, the other only whom or
what it struck.
"""

import re

from facta.quotes.acts import telling, words
from facta.quotes.chain import unnamed
from facta.quotes.marks import WORD, kind
from facta.quotes.naming import ARTICLE
from facta.quotes.told import Told
from facta.records import Attribution, MentionKind
from facta.values.casing import WRITTEN_SMALL
from facta.values.spans import Range, inside

SURE = 0.5
"""Confidence from which words count as told though their cue names no act of telling: of those below, three in ten are
right in PolNeAR's training articles."""
_PARTIES = frozenset[MentionKind](["person", "role", "group", "state"])
_HELPING = re.compile(r"has|have|had|was|were|has been|have been|had been", re.IGNORECASE)
_DEED = re.compile(r"([^\W\d_]+)(?:\s(?:by|to|in))?\s*$")
"""The last word of a cue, but for a small one behind it."""
_NAMING = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|been|being|also|better|best|widely|commonly)\s)*(?:known|named|nicknamed)(?:\sas)?",
    re.IGNORECASE,
)
"""What gives somebody a name rather than tells of anything: `known as`, `have been named`."""
_CLAUSE = re.compile(r"(?:not\s)?(?:that|whether|if|how|why|what|who|whom|when|where|to)\b", re.IGNORECASE)
"""How a content begins that is a clause."""


def idle(t: Told, a: Attribution) -> bool:
    """Whether an attribution is no quotation: it only withholds or gives a name, tells what was done to a party or a thing."""
    return unnamed(t, a) or _helping(t, a) or _naming(t, a) or _struck(t, a) or _done(t, a)


_LONGEST_TITLE = 8
"""Words from which on what is written large is taken for a headline or a slogan, which may be told."""


def titled(t: Told, a: Attribution) -> bool:
    """Whether an attribution is only the title of a show, a film or a book in quotation marks: `on “Fox and Friends”`.

    It is known when contents have their whole stretches. Of 20 such that a reader took for words in 150 of PolNeAR's training
    articles, 3 are, slogans among them.
    """
    if len(a.content) != 1 or kind(t.text, a.content, t.marks) != "direct":
        return False
    found = WORD.findall(t.text, a.content[0].start, a.content[0].end)
    large = [word for word in found if word.lower() not in WRITTEN_SMALL]
    titles = all(word[0].isupper() or word[0].isdigit() for word in large)
    return titles and len(large) > 1 and len(found) <= _LONGEST_TITLE and not all(map(str.isupper, found))


def _cue(t: Told, a: Attribution) -> str:
    return " ".join(t.text[c.start : c.end] for c in a.cue)


def _helping(t: Told, a: Attribution) -> bool:
    """Whether the cue is a helping verb whose own verb stands outside of the content: `has` [recalled] | `its ambassador`."""
    if _HELPING.fullmatch(_cue(t, a)) is None:
        return False
    behind = t.tokens(Range(a.cue[-1].end, len(t.text)))[:1]
    return any(k.tag == "VERB" and not any(inside(Range(k.start, k.end), part) for part in a.content) for k in behind)


def _naming(t: Told, a: Attribution) -> bool:
    """Whether a cue gives a name and nobody is said to have given it: `Ann Berg, known as` | `the Pilot`."""
    spoken = any(c.isalpha() for s in a.source for c in t.text[s.start : s.end])
    return not spoken and _NAMING.fullmatch(_cue(t, a)) is not None


def _struck(t: Told, a: Attribution) -> bool:
    """Whether the cue is a deed and every part of the content no more than a party."""
    last = _DEED.search(t.text, a.cue[-1].start, a.cue[-1].end) if a.cue else None
    return last is not None and words("deeds", [last[1]]) and all(_party(t, part) for part in a.content)


_HIM = frozenset({"him", "her", "them", "us", "me"})
"""Pronouns of whoever something is done to."""


def _party(t: Told, part: Range) -> bool:
    if t.text[part.start : part.end].lower() in _HIM:
        return True
    lead = ARTICLE.match(t.text, part.start, part.end)
    start = lead.end() if lead else part.start
    whole = next((m for m in t.phrases(part) if m.start <= start and m.end == part.end), None)
    return whole is not None and (whole.kind in _PARTIES or t.text[start : part.end].split()[-1][:1].isupper())


def _done(t: Told, a: Attribution) -> bool:
    """Whether the cue names no telling, and the content is neither a clause nor quoted: a thing that somebody did something to.

    Where the reader is sure it may be a stance (`backs` | `tougher rules`), but never with a measure (`has banned`).
    """
    cue = _cue(t, a)
    if not any(c.isalpha() for c in cue) or telling(cue) or _clause(t, a) or kind(t.text, a.content, t.marks) != "indirect":
        return False
    return a.score < SURE or words("measures", [cue])


def _clause(t: Told, a: Attribution) -> bool:
    """Whether a content begins as a clause does, or has a helping verb."""
    return bool(_CLAUSE.match(t.text, a.content[0].start)) or any(k.tag == "AUX" for part in a.content for k in t.tokens(part))
