"""Parties that name several states in a row are several parties: `Israeli and Palestinian leaders`, `Moscow and Kyiv`.

A reader may mark such a row as one; whoever counts by state would lose all but the first.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import structs

from facta.records import Event, Party
from facta.resolve.phrase import Hit, hits, known
from facta.resolve.spots import sentence_around
from facta.resolve.tables import Tables
from facta.resolve.words import listed, split
from facta.values.spans import Range

_AND = re.compile(r"(?:,|,? and|,? or)(?: the)? ")
_KINDS = frozenset({"state", "demonym", "capital"})


def apart(event: Event, tables: Tables, on: str | None) -> Event:
    """The event with each party that is a row of states as so many parties; on: ISO day of the page, None when unknown."""

    def each(side: Iterable[Party]) -> Iterator[Party]:
        for party in side:
            found = members(party.text, tables, on)
            yield from (_part(party, at) for at in found) if found else (party,)

    return structs.replace(event, actors=tuple(each(event.actors)), recipients=tuple(each(event.recipients)))


def members(text: str, tables: Tables, on: str | None) -> list[Range]:
    """Where the members of a row of states stand in a phrase, the last with the head that all share; empty for any other phrase.

    >>> from facta.resolve.tables import load_tables
    >>> members("British and Irish governments", load_tables(), None)
    [Range(start=0, end=7), Range(start=12, end=29)]
    """
    if " and " not in text and ", " not in text:
        return []
    words = split(text)
    found = hits(words, tables, on)
    first = next((n for n, w in enumerate(words) if w.norm not in listed("determiners")), 0)
    row: list[Hit] = []
    for hit in found:
        begins = hit.first == first if not row else _AND.fullmatch(text, words[row[-1].last - 1].end, words[hit.first].start)
        if not begins or not _is_state(hit) or words[hit.last - 1].possessive:
            break
        row.append(hit)
    if len({h.names[0].country for h in row}) < 2 or len(row) < 2:
        return []
    head = words[row[-1].last :]
    named = any(h.names or h.people for h in found[len(row) :])
    if named or any(w.norm in listed("breaks") or w.cap for w in head) or "," in text[words[row[-1].last - 1].end :]:
        return []
    starts = [words[first].start, *(words[h.first].start for h in row[1:])]
    return [Range(at, words[h.last - 1].end) for at, h in zip(starts[:-1], row[:-1], strict=True)] + [
        Range(starts[-1], len(text))
    ]


SEEN = 2
"""States of a row that must be on a side for the others to be put there."""
_JOINED = re.compile(r"(?:,|\band|\bor)(?: the)? $|(?<=the) $")
_JOINS = re.compile(r",| (?:and|or) ")
_LAST = re.compile(r",? (?:and|or) ")
_OF = re.compile(r" of (?:the )?")
_NAMING = _KINDS - {"demonym"} | {"organisation"}


def filled(event: Event, text: str, tables: Tables, on: str | None) -> Event:
    """The event with all of a row of states of which a reader saw some: of `A, B, C and D signed` it may see two.

    text: of the article or comment.
    """
    sides = {"actors": _filled(event.actors, event.recipients, text, tables, on)}
    sides["recipients"] = _filled(event.recipients, event.actors, text, tables, on)
    return structs.replace(event, **{name: side for name, side in sides.items() if side})


def _filled(side: tuple[Party, ...], other: tuple[Party, ...], text: str, tables: Tables, on: str | None) -> tuple[Party, ...]:
    """A side with the missing members of its rows, in the order of the text; empty where none is missing."""
    for party in side:
        if not (_JOINS.match(text, party.end) or _JOINED.search(text, max(0, party.start - 8), party.start)):
            continue
        row = _row_at(party, text, tables, on)
        more = [at for at in row if not any(_overlaps(at, p) for p in side)]
        if more and len(row) - len(more) >= SEEN and not any(_overlaps(at, p) for at in row for p in other):
            parts = (Party(text=text[at.start : at.end], start=at.start, end=at.end) for at in more)
            return tuple(sorted((*side, *parts), key=lambda p: p.start))
    return ()


def _row_at(party: Party, text: str, tables: Tables, on: str | None) -> list[Range]:
    """Where the names of a row of states stand that a party is one of; the first has the head that all share before it."""
    begin, end = sentence_around(text, party.start)
    words, found = split(text[begin:end]), known(text[begin:end], tables, on)
    row: list[Hit] = []
    head, before = 0, None
    for hit in found:
        gap = text[begin + words[before.last - 1].end : begin + words[hit.first].start] if before else ""
        if not _named(hit) or words[hit.last - 1].possessive:
            row = []
        elif row and _AND.fullmatch(gap) and _state(hit) not in map(_state, row):
            row.append(hit)
        else:
            row, head = [hit], before.first if before and before.office and _OF.fullmatch(gap) else hit.first
        before = hit
        if len(row) > SEEN and _LAST.match(gap):
            first = (head, *(h.first for h in row[1:]))
            stands = [Range(begin + words[n].start, begin + words[h.last - 1].end) for n, h in zip(first, row, strict=True)]
            if any(_overlaps(at, party) for at in stands):
                return stands
    return []


def _named(hit: Hit) -> bool:
    return bool(hit.names) and hit.names[0].kind in _NAMING and not hit.distant


def _state(hit: Hit) -> str | None:
    return hit.names[0].country


def _overlaps(at: Range, party: Party) -> bool:
    return at.start < party.end and party.start < at.end


def _is_state(hit: Hit) -> bool:
    return bool(hit.names) and hit.names[0].kind in _KINDS and not hit.distant


def _part(party: Party, at: Range) -> Party:
    return Party(text=party.text[at.start : at.end], start=party.start + at.start, end=party.start + at.end)
