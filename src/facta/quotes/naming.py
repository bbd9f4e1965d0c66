"""Which words of a source name it: `The army's spokesman, Ann Berg, a major,` is the army's spokesman, Ann Berg.

A link of a chain is told by its name, so appositions and clauses go; but the name behind an office, the rest of a body's title,
and those who speak together with the first belong to it.
"""

import re
from collections.abc import Iterator

from facta.quotes.told import Told
from facta.records import Mention, MentionKind
from facta.values.spans import Range

LEAD = 30
"""Most characters of articles and adjectives between a phrase and the name that it leads to."""
ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_WHEN = re.compile(
    r"(?i:(?:last|this|next|earlier this|later that)\s(?:week|month|year|day)|(?:\w+\s){1,2}(?:hour|day|week|month|year)s?\s"
    r"(?:earlier|later|ago|before)|yesterday|earlier|later|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s+"
    r"(?:the\s+)?(?=[A-Z])"
)
"""When it was said, where a reader took it for the beginning of the name (`Last week Chancellor Berg said`)."""
_TITLE = re.compile(r"\s(?:of|(for|to|against)|(on))\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:and|of|the|for)\s)*[A-Z][\w’'-]*)*")
"""How the title of a body goes on: `Committee` | `for Peace and Justice`."""
_NEXT = re.compile(r"(,?\s+and|,)\s+(?:(?:the|an?|his|her|its|their|some|other)\s+)?")
"""What stands between two who speak together."""
_COMMA = re.compile(r",\s+")
_CLAUSE = re.compile(r",\s+(?:who|whom|whose|which|where|when)\b")
_PLURAL = re.compile(r"[a-z]s\b(?!['’])(?=\s+(?:of|to|for)\b|$)")
"""Several hold the office (`the presidents of Peru`), so that names behind a comma go on with theirs."""
_PARTICLE = re.compile(
    r"(?:al|el|ad|as|ash|an|ar)-|(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|bin|ibn|bint|al|el|ul|y)$"
)
"""Words that a person's name has in small letters."""
_ALONE = re.compile(r"(?:the|an?)\s+$", re.IGNORECASE)
_BODIES = frozenset[MentionKind](["organisation", "state", "place", "other"])
_ON = frozenset(
    {"Committee", "Commission", "Council", "Conference", "Subcommittee", "Panel", "Forum", "Center", "Centre", "Institute"}
)
"""Bodies whose title may say on what they work."""


def core(t: Told, where: Range, *, speaking: bool) -> tuple[Range, MentionKind]:
    """The words that name a source, without its article, and what kind of mention they are.

    speaking: whether `where` is all that the reader found of a speaker; else it is only the mention, whose title may go on.
    """
    first = next((m for m in t.phrases(where) if m.kind != "pronoun"), None)
    if first is None or first.start > where.start + LEAD:
        return where, "pronoun"
    lead = ARTICLE.match(t.text, where.start, first.start)
    start = lead.end() if lead else where.start
    when = _WHEN.match(t.text, start, first.end)
    start = when.end() if when else start
    end, kind = _titled(t, first, where.end if speaking else len(t.text))
    if not speaking:
        return Range(start, end), kind
    name = _behind(t, first, Range(end, where.end))
    if name:
        end, kind = name.end, name.kind
    return Range(start, _together(t, Range(start, end), where.end)), kind


def _titled(t: Told, first: Mention, limit: int) -> tuple[int, MentionKind]:
    """Where the title of a body ends that is written in capitals to its end, and its kind."""
    last = _last(t, first)
    more = _TITLE.match(t.text, first.end, limit) if first.kind in _BODIES and _large(last) else None
    if more is None or (more[2] and last not in _ON):
        return first.end, first.kind
    return more.end(), "organisation" if more[1] or more[2] else first.kind


def _behind(t: Told, office: Mention, rest: Range) -> Mention | None:
    """The name of a person behind an office and a comma, whatever else of the office stands between."""
    last = _last(t, office)
    if office.kind == "person" or (office.kind != "role" and _large(last)) or _PLURAL.search(t.text[office.start : office.end]):
        return None
    clause = _CLAUSE.search(t.text, rest.start, rest.end)
    found = (_at(t, gap.end(), rest.end) for gap in _COMMA.finditer(t.text, rest.start, clause.start() if clause else rest.end))
    return next((m for m in found if m and _personal(t, m) and t.text[m.end : rest.end].lstrip()[:1] in ("", ",", "(")), None)


def _personal(t: Told, mention: Mention) -> bool:
    """Whether a phrase is a person's name, to the reader or by its capitals: `Ann`, `Adel al-Jubeir`."""
    words = t.text[mention.start : mention.end].split()
    written = mention.kind == "other" and len(words) > 1 and all(_large(w) or _PARTICLE.match(w) for w in words)
    return _large(words[0]) and (mention.kind == "person" or written)


def _together(t: Told, first: Range, limit: int) -> int:
    """The end of all who speak: `Ann`, `Ann, Bob and the army`; an apposition (`Ann, a major and doctor`) is nobody else."""
    last = first.end
    for joint, end in _others(t, first, limit):
        if "and" in joint:
            last = end
    return last


def _others(t: Told, first: Range, limit: int) -> Iterator[tuple[str, int]]:
    """What joins each further one to those before, and where it ends."""
    at, name = first.end, _large(t.text[first.start : first.end].split()[-1])
    while gap := _NEXT.match(t.text, at, limit):
        other = _at(t, gap.end(), limit)
        if other is None or other.kind in ("pronoun", "time") or (gap[1] == "," and name and not _named(t, gap, other)):
            return
        at = _titled(t, other, limit)[0]
        yield gap[1], at


def _named(t: Told, gap: re.Match[str], other: Mention) -> bool:
    """Whether a comma before a phrase is that of a list of names, not of an apposition: `Britain, the United States`."""
    article = _ALONE.search(gap[0])
    land = article is None or (article[0].lower().startswith("the") and other.kind != "person")
    return land and _large(t.text[other.start]) and _large(_last(t, other))


def _at(t: Told, start: int, limit: int) -> Mention | None:
    """The whole noun phrase that begins at a place."""
    return next((m for m in t.phrases(Range(start, limit)) if m.start == start), None)


def _last(t: Told, mention: Mention) -> str:
    return t.text[mention.start : mention.end].split()[-1]


def _large(words: str) -> bool:
    return words[:1].isupper()
