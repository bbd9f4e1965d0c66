"""Noun phrases that may name somebody, some time or some place, found in the tags of a sentence.

The full phrase comes first (score 1): titles included, article left out, coordination split into its members. Phrases inside it
(a possessor, a nationality, the bare name behind a title) follow with score 0.5: which of them takes part in an act is for the
network to say (`acts.roles`).
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from facta.language.lexicon import words
from facta.language.sentence import Sentence
from facta.records import Mention, MentionKind

NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "SYM"))
INNER = 0.5
_LISTED: tuple[MentionKind, ...] = ("group", "role", "organisation", "place")
_LINKS = frozenset(("in", "to", "from", "for", "at"))


class Chunk(NamedTuple):
    """A phrase by the numbers of its tokens: `first` to `last` inclusive, `head` its main word."""

    first: int
    last: int
    head: int
    kind: MentionKind
    full: bool
    """Whether it is no part of a longer phrase."""


def chunks(s: Sentence) -> list[Chunk]:
    """All candidate phrases of a tagged sentence in order of their start, longer before shorter, none twice."""
    bases = list(_bases(s))
    found: dict[tuple[int, int], Chunk] = {}
    for first, last in _joined(s, bases):
        _add(found, s, *_timed(s, first, last), True)
    dates = [c for c in found.values() if c.kind == "time"]
    for first, last in bases:
        if any(d.first <= first and last <= d.last for d in dates):
            continue  # part of a date is another date
        for part in ((first, last), *_parts(s, first, last)):
            _add(found, s, *part, False)
    pronouns = _pronouns()
    for i, low in enumerate(s.lows):
        if low in pronouns:
            found.setdefault((i, i), Chunk(i, i, i, "pronoun", True))
    return sorted(found.values(), key=lambda c: (c.first, -c.last))


@cache
def _pronouns() -> frozenset[str]:
    return words("pronouns", "person") | words("pronouns", "other") | words("pronouns", "possessive")


def _timed(s: Sentence, first: int, last: int) -> tuple[int, int]:
    """A run with the words around it that make a unit of time tell one: `this` year, two days `ago`."""
    unit = s.lows[last] in words("time", "units")
    if unit and first > 0 and s.lows[first - 1] in words("time", "before"):
        first -= 1
    if unit and last + 1 < len(s) and s.lows[last + 1] in words("time", "after"):
        last += 1
    return first, last


def mention(s: Sentence, c: Chunk) -> Mention:
    """The record of a phrase."""
    return Mention(start=s.ranges[c.first].start, end=s.ranges[c.last].end, kind=c.kind, score=1.0 if c.full else INNER)


def _add(found: dict[tuple[int, int], Chunk], s: Sentence, first: int, last: int, full: bool) -> None:
    if (first, last) not in found:
        head = head_of(s, first, last)
        found[first, last] = Chunk(first, last, head, _kind(s, first, last, head), full)


def _bases(s: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of nominal words that hold a noun, a name or a nationality."""
    i, n = 0, len(s)
    while i < n:
        first = i
        while i < n and _nominal(s, i, i > first):
            i += 1
        if i > first and any(s.tags[k] in ("NOUN", "PROPN") or _capital(s, k) or s.tags[k] == "NUM" for k in range(first, i)):
            yield first, i - 1
        i = max(i, first + 1)


def _nominal(s: Sentence, i: int, going: bool) -> bool:
    """Whether word i goes into a run; participles do when a nominal follows, verbs written large as names do."""
    tag = s.tags[i]
    if tag in NOMINAL:
        return not (going and _breaks(s, i))
    low = s.lows[i]
    if tag == "VERB" and i + 1 < len(s) and s.tags[i + 1] in NOMINAL:
        return "-" in low or (_capital(s, i) and i > 0) or (going and low.endswith(("ed", "ing")) and s.tags[i - 1] == "ADJ")
    return (tag in ("VERB", "X", "INTJ") and _capital(s, i) and i > 0) or (low == "&" and going)


def _breaks(s: Sentence, i: int) -> bool:
    """Whether a new phrase starts at nominal word i: a name after a day (`Monday Russian`), a number after a name."""
    last = s.lows[i - 1]
    if _year(last) and i > 1 and s.lows[i - 2] in words("time", "prepositions"):
        return True  # "in 2014 Russian troops"
    if last in words("time", "names") and last not in words("time", "doubtful"):
        return _capital(s, i) and s.lows[i] not in words("time", "names")
    return s.tags[i] == "NUM" and s.tags[i - 1] == "PROPN" and s.lows[i].isdigit() and last not in words("time", "names")


def _joined(s: Sentence, bases: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs put together over possessives, `of`, and the prepositions that follow a title or a body."""
    i = 0
    while i < len(bases):
        first, last = bases[i]
        while i + 1 < len(bases) and _linked(s, last, bases[i + 1][0]):
            i += 1
            last = bases[i][1]
        yield first, last
        i += 1


def _linked(s: Sentence, last: int, following: int) -> bool:
    """Whether the run that ends at `last` and the one that starts at `following` are one phrase."""
    between = s.lows[last + 1 : following]
    if between in (["'s"], ["’s"], ["'"], ["’"]):
        return s.tags[last + 1] == "PART" or between[0] in ("'s", "’s")
    if between == [","]:
        return _day_before_year(s, last, following)
    if (
        not between
        or between[-1] not in ("of", "the", *_LINKS)
        or len(between) > 2
        or (len(between) == 2 and between[1] != "the")
    ):
        return False
    low = s.lows[last]
    if between[0] == "of":
        return _capital(s, last) or low in words("heads", "amount") or low in words("heads", "group")
    titled = low in words("heads", "role") or (low in words("heads", "group") and between[0] in ("from", "in"))
    return between[0] in _LINKS and titled and _capital(s, following) and low not in words("time", "names")


def _day_before_year(s: Sentence, last: int, following: int) -> bool:
    """Whether a comma stands between a day and its year, as in `April 3, 2018`."""
    month = last > 0 and s.lows[last - 1] in words("time", "names")
    return month and s.lows[last].isdigit() and _year(s.lows[following])


def _year(low: str) -> bool:
    return low.isdigit() and len(low) == 4 and low[:2] in ("18", "19", "20")


def _parts(s: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Phrases inside a run: its opening name or nationality, and the name behind a title."""
    opening = first
    while opening <= last and _capital(s, opening):
        opening += 1
    for stop in {opening - 1, first, first + 1}:
        if first <= stop < last and _capital(s, first) and (stop == first or _capital(s, stop)):
            yield first, stop
    for i in range(first, last):
        if s.lows[i] in words("heads", "role") and s.tags[i + 1] == "PROPN" and s.lows[i + 1] not in words("heads", "role"):
            yield i + 1, last
            yield first, i
    if first < last and s.tags[first] in ("NUM", "ADJ") and not _capital(s, first):
        yield first + 1, last
        for i in range(first + 1, last):
            if _capital(s, i):
                yield i, i


def head_of(s: Sentence, first: int, last: int) -> int:
    """Number of the main word: the last noun or name before any `of`, `in` or the like."""
    stop = next((i for i in range(first + 1, last) if s.tags[i] == "ADP"), last + 1)
    return next((i for i in range(stop - 1, first - 1, -1) if s.tags[i] in ("NOUN", "PROPN")), stop - 1)


def _capital(s: Sentence, i: int) -> bool:
    return s.words[i][:1].isupper()


def _kind(s: Sentence, first: int, last: int, head: int) -> MentionKind:
    """What a phrase may name, by its words alone; which state or person it is, `resolve` knows."""
    lows = s.lows[first : last + 1]
    if _is_time(s, lows, first):
        return "time"
    listed = next((kind for kind in _LISTED if s.lows[head] in words("heads", kind)), None)
    if listed:
        return listed
    if _capital(s, head) and not words("heads", "role").isdisjoint(lows):
        return "person"
    if s.words[head].isupper() and s.words[head].isalpha() and last == head and len(s.words[head]) > 1:
        return "organisation"
    return "person" if last - first in (1, 2) and all(_name(s, i) for i in range(first, last + 1)) else "other"


def _name(s: Sentence, i: int) -> bool:
    return s.tags[i] == "PROPN" and _capital(s, i) and not s.words[i].isupper()


def _is_time(s: Sentence, lows: list[str], first: int) -> bool:
    if len(lows) > 1 and lows[-1] in words("time", "after"):
        lows = lows[:-1]
    doubtful = words("time", "doubtful")
    certain = not _certain().isdisjoint(lows)
    if certain or (len(lows) > 1 and lows[-1] in words("time", "units") and lows[0] not in doubtful):
        return True
    if len(lows) == 1 and _year(lows[0]):
        return True
    dated = not doubtful.isdisjoint(lows) and any(low[:1].isdigit() for low in lows)
    return dated or (
        len(lows) == 1
        and (
            lows[0] in ("april", "june")
            or (lows[0] in words("time", "names") and first > 0 and s.lows[first - 1] in ("in", "since", "until"))
        )
    )


@cache
def _certain() -> frozenset[str]:
    """Words that always tell a time."""
    return words("time", "names") - words("time", "doubtful")
