"""Collect where a page names somebody: event parties, speakers, the reader's mentions, and known names the reader passed over."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from facta.language.sentences import sentences
from facta.records import ARTICLE, READ, Analysis, MentionKind, Reading
from facta.resolve.facts import TOP
from facta.resolve.hits import Hit, hits, known
from facta.resolve.phrase import parse
from facta.resolve.tables import Tables
from facta.resolve.who import name_match
from facta.resolve.words import Word, listed, split
from facta.values.spans import Range, inside, merge, overlap, range_of

_NAMING: frozenset[MentionKind] = frozenset({"person", "organisation", "state", "group", "role"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where somebody is named or pointed to."""

    comment: str
    """Id of the comment, ARTICLE for the article."""
    range: Range
    text: str
    kind: MentionKind | None = None
    """What the reader takes it for, if it says."""
    wanted: bool = False
    """A party or a speaker: it becomes an actor even when nothing is known of it."""
    speaker: bool = False
    definite: bool = False
    """`the` stands before it."""
    headline: bool = False
    """Stands in the headline, where capitals tell nothing."""


def collect(reading: Reading, tables: Tables) -> list[Spot]:
    """All spots of a page in reading order, the article's before the comments'.

    Parties and speakers all count; of the other spots only those that lie in no other.
    """
    texts = reading.texts()
    found: dict[tuple[str, Range], Spot] = {}
    for spot in [*_wanted(reading), *_mentions(reading, texts)]:
        where = (spot.comment, spot.range)
        found[where] = _both(found[where], spot) if where in found else spot
    by_text: dict[str, list[Range]] = {}
    for comment, where_range in found:
        by_text.setdefault(comment, []).append(where_range)
    held = {comment: _held(ranges) for comment, ranges in by_text.items()}
    kept = [s for s in found.values() if s.wanted or s.range not in held[s.comment]]
    owners = _owners([s for s in kept if s.wanted], tables, reading.page.published)
    kept += [s for s in owners if (s.comment, s.range) not in found]
    covers = {comment: merge(ranges) for comment, ranges in by_text.items()}
    kept += [s for s in _known(reading, texts, tables) if not _touches(covers.get(s.comment, []), s.range)]
    titles = _titles(reading)
    order = {name: i for i, name in enumerate(texts)}
    kept = [replace(s, headline=True) if s.comment == ARTICLE and _in(titles, s.range) else s for s in kept]
    kept = [replace(s, definite=_definite(s, texts[s.comment])) if s.wanted else s for s in kept]
    return sorted(kept, key=lambda s: (order[s.comment], s.range))


def _held(ranges: Iterable[Range]) -> set[Range]:
    """Those ranges that lie in another one."""
    out, furthest = set[Range](), -1
    for r in sorted(ranges, key=lambda r: (r.start, -r.end)):
        if r.end <= furthest:
            out.add(r)
        furthest = max(furthest, r.end)
    return out


def _touches(covered: Sequence[Range], r: Range) -> bool:
    """Whether a range overlaps any of these, which are in order and apart."""
    at = bisect_left(covered, r.start, key=lambda c: c.end)
    return any(overlap(c, r) for c in covered[at : at + 2])


def _definite(spot: Spot, text: str) -> bool:
    before = text[max(0, spot.range.start - 8) : spot.range.start].split()[-1:]
    return spot.text[:4].lower() == "the " or before in (["the"], ["The"])


def _both(one: Spot, other: Spot) -> Spot:
    """One spot that is all that two at the same place are."""
    return replace(one, kind=one.kind or other.kind, wanted=one.wanted or other.wanted, speaker=one.speaker or other.speaker)


_APPOSITION = re.compile(
    r",\s+(?:an?\s|the\s)?(?!(?:who|whom|whose|which|where|when)\b)"
    r"((?:[\w'’.-]+\s){0,9}?[\w'’-]+)(?=[,.;]|\s(?:who|was|were|is|has|had)\b)"
)
"""A phrase in commas behind a name; a clause there is of other things (`, who met Foreign Minister Kim,`)."""

_BEHIND = re.compile(r"\s(of|from)\s(?:the\s)?(?:[A-ZÀ-Þ][\w'’-]*(?:\sand|\sof(?:\sthe)?)?\s?)+(?<!of)(?<!the)(?<!and)(?<!\s)")
"""Whose somebody is, behind the name: `Koichi Ito | from the National Security Secretariat of Japan`."""

_OPENING = 5
"""Words within which an apposition says what somebody is (`a senior member of the Popular Front`)."""

_AFFILIATION = re.compile(r"\s\([RDI][-–‑](?:[A-Z][a-z]+\.?|[A-Z]{2})(?:\s[A-Z][a-z]+\.?)?\)")
"""A member of the Congress of the United States, by party and state: `(R-Okla.)`."""


def around(spot: Spot, text: str, tables: Tables, on: str | None) -> str:
    """A name with the title before it, the apposition after it or whose it is said to be, if its sentence has one (`pastor`
    Andrew Brunson), or nothing.

    text: the article or the comment that the spot stands in.
    """
    if not spot.wanted or not spot.text[:1].isupper():
        return ""
    if _AFFILIATION.match(text, spot.range.end):
        return f"American lawmaker {spot.text}"
    before = text[max(0, spot.range.start - 80) : spot.range.start]
    words = split(before)
    if words and not before[words[-1].end :].strip():
        by_last = {h.last: h for h in hits(words, tables, on) if h.office or (h.names[:1] and h.names[0].kind == "demonym")}
        first = len(words)
        while first in by_last and before[words[first - 1].end : words[first].start if first < len(words) else None].isspace():
            first = by_last[first].first
        if first < len(words):
            return f"{before[words[first].start :]}{spot.text}{_behind(spot, text, tables, on)}"
    told = _APPOSITION.match(text, spot.range.end)
    if told and any((h.office or h.names) and h.first < _OPENING for h in hits(split(told[1]), tables, on)):
        return f"{told[1]} {spot.text}"
    behind = _behind(spot, text, tables, on)
    return f"{spot.text}{behind}" if behind else ""


def _behind(spot: Spot, text: str, tables: Tables, on: str | None) -> str:
    """The words behind a name that tell whose somebody is, or nothing; only an office holder at home is `from` somewhere."""
    found = _BEHIND.match(text, spot.range.end)
    if found is None or not any(h.names for h in hits(split(found[0]), tables, on)):
        return ""
    title = parse(spot.text, tables, on).title
    office = title.office if title else None
    at_home = office is not None and bool(office.portfolio or office.sector in ("GOV", "LEG")) and office.portfolio != "diplomacy"
    return found[0] if found[1] == "of" or at_home else ""


def sentence_around(text: str, at: int) -> Range:
    """The sentence that holds a place of a text, within its line."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = end if end >= 0 else len(text)
    found = _sentences(text, begin, end)
    place = bisect_right(found, at, key=lambda r: r.end)
    return found[place] if place < len(found) else Range(begin, end)


@lru_cache(maxsize=1024)
def _sentences(text: str, begin: int, end: int) -> tuple[Range, ...]:
    """The sentences of a line of a text; remembered by the text and not by the line, which would be cut out for each question."""
    return tuple(Range(begin + s.start, begin + s.end) for s in sentences(text[begin:end]))


def _titles(reading: Reading) -> list[Range]:
    return [range_of(p) for p in reading.page.paragraphs if p.kind == "headline"]


def _in(ranges: list[Range], spot: Range) -> bool:
    return any(inside(spot, r) for r in ranges)


def _wanted(reading: Reading) -> Iterator[Spot]:
    for quote in reading.quotes:
        for part in quote.speaker[:1]:
            yield Spot(quote.comment or ARTICLE, range_of(part), part.text, wanted=True, speaker=True)
    for event in reading.events:
        for party in (*event.actors, *event.recipients):
            yield Spot(event.comment or ARTICLE, range_of(party), party.text, wanted=True)


def _owners(wanted: Iterable[Spot], tables: Tables, on: str | None) -> Iterator[Spot]:
    """The persons whose a party or speaker is said to be: `President Hadi` of `troops loyal to President Hadi`."""
    for spot in wanted:
        phrase = parse(spot.text, tables, on)
        behind = [w for w in phrase.words[phrase.core + 1 :] if phrase.owner]
        if tuple(w.norm for w in behind[: len(phrase.owner)]) == phrase.owner and behind:
            where = Range(spot.range.start + behind[0].start, spot.range.start + behind[len(phrase.owner) - 1].end)
            yield Spot(spot.comment, where, spot.text[behind[0].start : behind[len(phrase.owner) - 1].end], "person")


def _mentions(reading: Reading, texts: dict[str, str]) -> Iterator[Spot]:
    analyses: dict[str, Analysis] = reading.analyses if isinstance(reading.analyses, dict) else {}
    for comment, analysis in analyses.items():
        for m in analysis.mentions:
            if m.kind in _NAMING and comment in texts:
                yield Spot(comment, range_of(m), texts[comment][m.start : m.end], m.kind)


def regions(reading: Reading) -> Iterator[tuple[str, Range]]:
    """The stretches of text that are read: the article's paragraphs of the kinds that tell its story, and whole comments."""
    for p in reading.page.paragraphs:
        if p.kind in READ:
            yield ARTICLE, range_of(p)
    for c in reading.thread:
        yield c.id, Range(0, len(c.text))


def _known(reading: Reading, texts: dict[str, str], tables: Tables) -> Iterator[Spot]:
    """Names in the text that the tables know: persons, states, organisations and groups."""
    on = reading.page.published
    for comment, region in regions(reading):
        text = texts[comment]
        read = text[region.start : region.end]
        words, found = split(read), known(read, tables, on)
        for first, last in [*_bodies(found), *_persons(words, found, tables, on)]:
            where = Range(region.start + words[first].start, region.start + words[last - 1].end)
            yield Spot(comment, where, text[where.start : where.end])


def _bodies(found: list[Hit]) -> Iterator[tuple[int, int]]:
    for hit in found:
        if any(e.kind in ("state", "organisation", "group") for e in hit.names):
            yield hit.first, hit.last


def _persons(words: Sequence[Word], found: list[Hit], tables: Tables, on: str | None) -> Iterator[tuple[int, int]]:
    """Known persons by full name, by title and name, or by a surname that only one office holder bears."""
    by_last = {h.last: h for h in found}
    taken = {i for h in found for i in range(h.first, h.last)}
    for hit in found:
        if hit.people:
            yield _with_titles(hit.first, by_last), hit.last
    for i, word in enumerate(words):
        if i in taken or not word.cap or word.upper or word.norm not in tables.surnames:
            continue
        longest = max(name.count(" ") + 1 for person in tables.surnames[word.norm] for name in person.names)
        first, last = _name_around(words, i, taken, longest)
        given = [w.norm for w in words[first:last]]
        if not any(name_match(given, p) for p in tables.surnames[word.norm]):
            continue
        titled = _with_titles(first, by_last)
        if titled < first or last - first > 1 or _only_holder(word, tables, on):
            yield titled, last


def _name_around(words: Sequence[Word], at: int, taken: set[int], longest: int) -> tuple[int, int]:
    """The run of capitalised words, unknown to the tables, that a surname stands in; words that open a sentence left out.

    One of more words than the longest name that it may be is not followed further: it is a row of names.
    """

    def belongs(i: int) -> bool:
        return 0 <= i < len(words) and i not in taken and words[i].cap and words[i].norm not in listed("openers")

    first, last = at, at + 1

    def goes_on(i: int, gap: int) -> bool:
        return last - first <= longest and words[i].start - words[i - 1].end <= gap and not words[i - 1].possessive

    while belongs(first - 1) and goes_on(first, 2):
        first -= 1
    while belongs(last) and goes_on(last, 1):
        last += 1
    return first, last


def _with_titles(first: int, by_last: dict[int, Hit]) -> int:
    """Where a name begins when the offices and adjectives right before it are counted in."""
    while first in by_last and (by_last[first].office or any(e.kind == "demonym" for e in by_last[first].names)):
        first = by_last[first].first
    return first


def _only_holder(word: Word, tables: Tables, on: str | None) -> bool:
    # Surnames that are also words, months or borne by many mean nobody in particular when they stand alone.
    if word.norm in listed("also words") or len(word.norm) < 2:
        return False
    known = [
        p for p in tables.surnames[word.norm] if any(t.office.portfolio in TOP and (on is None or t.covers(on)) for t in p.terms)
    ]
    return len(known) == 1
