"""Parties that name several states or persons in a row are several: `Israeli and Palestinian leaders`, `Moscow and Kyiv`.

A reader may mark such a row as one; whoever counts by state would lose all but the first.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import structs

from facta.events.ontology import TOGETHER
from facta.records import Event, Party
from facta.resolve import row_persons
from facta.resolve.hits import Hit, hits
from facta.resolve.tables import Tables
from facta.resolve.words import AND, listed, split
from facta.values.spans import Range

_DASH = re.compile(r" ?[-–—/] ?")
"""What stands between the two of `Russia-Turkey`."""
_KINDS = frozenset({"state", "demonym", "capital"})


def apart(event: Event, tables: Tables, on: str | None) -> Event:
    """The event with each party that is a row of states, or of persons with titles, as so many parties; on: ISO day of the page,
    None when unknown."""

    def each(side: Iterable[Party]) -> Iterator[Party]:
        for party in side:
            found = (
                members(party.text, tables, on)
                or _joined(party.text, event.type in TOGETHER, tables, on)
                or row_persons.members(party.text, tables, on)
            )
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
        begins = hit.first == first if not row else AND.fullmatch(text, words[row[-1].last - 1].end, words[hit.first].start)
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


def _joined(text: str, mutual: bool, tables: Tables, on: str | None) -> list[Range]:
    """Where the two states stand that are all of a phrase, joined by a dash or, as headlines do, by nothing (`INDIA PAKISTAN`).

    mutual: whether they act together, so that `Russian-Turkish` are two; a `Syrian-American` who is arrested is one.
    """
    words = split(text)
    row = hits(words, tables, on)
    if len(row) != 2 or not all(map(_is_state, row)) or row[0].names[0].country == row[1].names[0].country:
        return []
    one, other = row
    between = text[words[one.last - 1].end : words[other.first].start]
    states = all(h.names[0].kind == "state" for h in row)
    whole = (
        one.last == other.first and other.last == len(words) and all(w.norm in listed("determiners") for w in words[: one.first])
    )
    joined = (mutual or states) if _DASH.fullmatch(between) else mutual and states and between.isspace()
    return [Range(words[h.first].start, words[h.last - 1].end) for h in row] if joined and whole else []


def _is_state(hit: Hit) -> bool:
    return bool(hit.names) and hit.names[0].kind in _KINDS and not hit.distant


def _part(party: Party, at: Range) -> Party:
    return Party(text=party.text[at.start : at.end], start=party.start + at.start, end=party.start + at.end)
