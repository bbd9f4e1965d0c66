"""A side that has some of a row has all of it: of `A, B, C and D signed` a reader may see two, and a long row loses both ends."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import structs

from facta.records import Event, Party
from facta.resolve.hits import Hit, known
from facta.resolve.spots import sentence_around
from facta.resolve.tables import Tables
from facta.resolve.words import AND, OF, split
from facta.values.spans import Range, overlap, range_of

SEEN = 2
"""Members of a row that must be on a side for the others to be put there."""
_BESIDE = re.compile(r",| (?:and|or) ")
_BEFORE = re.compile(r"(?:,|\band|\bor)(?: the)? $|(?<=the) $")
_LAST = re.compile(r",? (?:and|or) ")
_PLACES = frozenset({"state", "capital"})


class _Named(NamedTuple):
    """A member that a row may have: a state, a body, a known person with titles."""

    at: Range
    bare: str | None
    """The state or body of which it is no more than the name."""
    person: bool
    """Named; else it may be an office alone (`President of Peru`)."""


def filled(event: Event, text: str, tables: Tables, on: str | None) -> Event:
    """The event with the missing members of the rows that its sides have parts of; text: of the article or comment."""

    def side(mine: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
        rows = (row for row in _rows(mine, text, tables, on) if not any(_in_row(p, row) for p in other))
        return next((new for row in rows if (new := _with(mine, row, text)) != mine), mine)

    event = structs.replace(event, actors=side(event.actors, event.recipients), recipients=side(event.recipients, event.actors))
    return _subject(event, text, tables, on)


_TO_VERB = re.compile(r"\s+(?:(?:also|both|jointly|then|have|has|had|will|would)\s+)*")
_CLAUSE = re.compile(r"(?:^|[,:;“\"]\s|\bthat )(?:the )?\Z", re.IGNORECASE)


def _subject(event: Event, text: str, tables: Tables, on: str | None) -> Event:
    """The event with both of two states that open a clause right before its verb, where the latter alone is its actor."""
    if len(event.actors) != 1 or not _TO_VERB.fullmatch(text, event.actors[0].end, event.trigger.start):
        return event
    last = event.actors[0]
    sentence = sentence_around(text, last.start)
    named = [n for n in _named(sentence, text, tables, on) if n.bare is not None]
    at = next((n for n, one in enumerate(named) if n and one.at == range_of(last)), None)
    if at is None:
        return event
    first, second = named[at - 1 : at + 1]
    both = first.bare != second.bare and _LAST.fullmatch(text, first.at.end, second.at.start)
    if (
        not both
        or not _CLAUSE.search(text[sentence.start : first.at.start])
        or any(_in_row(p, [first.at]) for p in event.recipients)
    ):
        return event
    party = Party(text=text[first.at.start : first.at.end], start=first.at.start, end=first.at.end)
    return structs.replace(event, actors=(party, last))


def _with(mine: tuple[Party, ...], row: Sequence[Range], text: str) -> tuple[Party, ...]:
    """A side with all of a row of which it has enough, in the order of the text; a party that is several of it as so many.

    But the words of one party that hold all of a row are those of one (`leaders of France, Brazil and India`).
    """
    spans = [_in_row(p, row) for p in mine]
    seen = sum(map(len, spans))
    if seen < SEEN or any(len(at) == len(row) and at[0].start >= p.start for p, at in zip(mine, spans, strict=True)):
        return mine
    kept = [p for p, at in zip(mine, spans, strict=True) if len(at) < SEEN]
    begins = {at[0]: min(p.start, at[0].start) for p, at in zip(mine, spans, strict=True) if len(at) >= SEEN}
    more = [Range(begins.get(at, at.start), at.end) for at in row if not any(_in_row(p, [at]) for p in kept)]
    parts = [Party(text=text[at.start : at.end], start=at.start, end=at.end) for at in more]
    return tuple(sorted((*kept, *parts), key=range_of)) if parts else mine


def _in_row(party: Party, row: Sequence[Range]) -> list[Range]:
    """The members of a row that a party's words are of."""
    return [at for at in row if overlap(at, party)]


def _rows(side: tuple[Party, ...], text: str, tables: Tables, on: str | None) -> Iterator[tuple[Range, ...]]:
    """The rows in whose sentences parties stand beside a comma or an `and`."""
    done: set[Range] = set()
    for party in side:
        if len(side) < SEEN and " and " not in party.text:
            continue
        if _BESIDE.match(text, party.end) or _BEFORE.search(text, max(0, party.start - 8), party.start):
            sentence = sentence_around(text, party.start)
            if sentence not in done:
                done.add(sentence)
                yield from _in(sentence, text, tables, on)


@lru_cache(maxsize=256)
def _in(sentence: Range, text: str, tables: Tables, on: str | None) -> tuple[tuple[Range, ...], ...]:
    """Where the members of the rows of a sentence stand, each of three or more with an `and` before the last.

    Remembered, as `_named` is, since each act of a sentence asks for them.
    """
    return tuple(_rows_of(_named(sentence, text, tables, on), text))


def _rows_of(found: Iterable[_Named], text: str) -> Iterator[tuple[Range, ...]]:
    """Rows of some possible members."""
    row: list[_Named] = []
    closed = False
    for named in found:
        gap = text[row[-1].at.end : named.at.start] if row else ""
        last = _LAST.match(gap) is not None
        goes_on = AND.fullmatch(gap) is not None and (last or not closed) and _goes_with(named, row)
        row, closed = [*row, named] if goes_on else [named], goes_on and last
        if len(row) > SEEN and closed:
            yield tuple(member.at for member in row)


def _goes_with(named: _Named, row: list[_Named]) -> bool:
    """Whether a member is no state that the row has (`Lima, Peru`), no person behind one place (`in Rome, Angela Merkel`).

    Nor an office beside a person, who may hold it (`Angela Merkel, Chancellor of Germany`).
    """
    before = row[-1]
    if named.bare is None and before.bare is None and named.person != before.person:
        return False
    if named.bare is None:
        return len(row) > 1 or row[0].bare is None
    return all(named.bare != other.bare for other in row)


@lru_cache(maxsize=256)
def _named(sentence: Range, text: str, tables: Tables, on: str | None) -> tuple[_Named, ...]:
    """The possible members of rows of a sentence; the first of several states has the head before it that all share."""
    return tuple(_members(sentence, text, tables, on))


def _members(sentence: Range, text: str, tables: Tables, on: str | None) -> Iterator[_Named]:
    words = split(text[sentence.start : sentence.end])
    found = known(text[sentence.start : sentence.end], tables, on)
    groups: list[list[Hit]] = []
    for before, hit in zip([None, *found], found, strict=False):
        gap = text[sentence.start + words[before.last - 1].end : sentence.start + words[hit.first].start] if before else ""
        led = before is not None and before.office is not None and OF.fullmatch(gap) is not None
        if gap == " " or (led and _is_place(hit)):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    for group in groups:
        at = Range(sentence.start + words[group[0].first].start, sentence.start + words[group[-1].last - 1].end)
        if not words[group[-1].last - 1].possessive and (group[-1].people or _is_body(group[-1])):
            yield _Named(at, _bare(group[0]) if len(group) == 1 else None, bool(group[-1].people))


def _bare(hit: Hit) -> str | None:
    """The state, or a body's name, that is all that a name tells; None for a person."""
    entry = hit.names[0] if hit.names else None
    return (entry.country if entry.kind in _PLACES else entry.name) if entry else None


def _is_place(hit: Hit) -> bool:
    return bool(hit.names) and hit.names[0].kind in _PLACES and not hit.distant


def _is_body(hit: Hit) -> bool:
    return _is_place(hit) or (bool(hit.names) and hit.names[0].kind == "organisation" and not hit.distant)
