"""`Both sides`, `the two governments`, `the two Koreas`: parties that are two, each on its own.

The codebook has each named party of an act; who counts by state would give such words to one of the two, or to nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import structs

from facta.events.ontology import TOGETHER
from facta.records import ARTICLE, Actor, Event, Party
from facta.resolve.facts import LEADING
from facta.resolve.hits import known
from facta.resolve.member import Member
from facta.resolve.members import Members
from facta.resolve.phrase import parse
from facta.resolve.rows import many, rows
from facta.resolve.spots import Spot, sentence_around
from facta.resolve.words import listed, split
from facta.values.spans import Range, overlap, range_of

_SPACE = 2
"""Characters from a sentence back into the one before: a mark and a blank."""
_OFTEN = 2
"""Namings of the second of two states that a page is about."""
_BACK = 3
"""Sentences back, with their own, in which the two are looked for."""
_COUPLE = 2
_NAMES = frozenset({"state", "demonym", "capital"})
"""What names a state in a line."""


def apart(event: Event, cast: Members, actors: dict[int, Actor]) -> Event:
    """The event with each party that means two as these two; actors: the records of the members, by `id`."""

    def each(side: Iterable[Party]) -> Iterator[Party]:
        for party in side:
            two = _twins(party, cast)
            if not two and means_two(party, cast, event.comment or ARTICLE):
                two = _two(party, event, cast)
            yield from (as_member(party, member, actors[id(member)], cast) for member in two) if two else (party,)

    event = _of_two(event, cast)
    return structs.replace(event, actors=tuple(each(event.actors)), recipients=tuple(each(event.recipients)))


def whole(event: Event, text: str) -> Event:
    """The event with `both Koreas` or `both presidents` as one party; a reader may have seen a part, or each word for itself."""
    return structs.replace(event, actors=_whole(event.actors, text), recipients=_whole(event.recipients, text))


def _whole(side: tuple[Party, ...], text: str) -> tuple[Party, ...]:
    counted = [m for p in side if (m := _counted().match(text, p.start)) and m.start("name") - 1 == p.end]
    kept = [p for p in side if all(p.end <= m.start() or p.start >= m.end() for m in counted)]
    parts = [Party(text=m.group(), start=m.start(), end=m.end()) for m in counted]
    return tuple(sorted((*kept, *parts), key=lambda p: p.start)) if parts else side


def meet(events: Iterable[Event], cast: Members) -> None:
    """Let the states into the cast that parties mean by the name of two (`the two Koreas`), or by other words for two.

    These mean the two that their line has named till then, and be it by a capital or a people (`French troops left Niamey; the
    two armies signed`): of 75 coded parties for two 4 become right so and none wrong.
    """
    for event in events:
        for party in (*event.actors, *event.recipients):
            if means_two(party, cast, event.comment or ARTICLE):
                _let_in(party, event.comment or ARTICLE, cast)
            for name in _names(party, cast):
                if _twin(name, cast) is None:
                    new = cast.new(person=False)
                    new.spots.append(Spot(event.comment or ARTICLE, range_of(party), party.text))
                    cast.know(new, cast.ask(name)[0])


def _let_in(party: Party, comment: str, cast: Members) -> None:
    """Let the only two states that a party's line names before it into the cast, where nobody of theirs is."""
    text = cast.texts[comment]
    start = text.rfind("\n", 0, party.start) + 1
    told = text[start : party.start]
    words = split(told)
    places: dict[str, Range] = {}
    for hit in known(told, cast.tables, cast.on):
        entry = hit.names[0] if hit.names and not hit.distant else None
        if entry and entry.country and entry.country in cast.tables.states and entry.kind in _NAMES:
            places[entry.country] = Range(start + words[hit.first].start, start + words[hit.last - 1].end)
    if len(places) != _COUPLE:
        return
    there = {_country(m) for m in cast.all}
    for country, at in places.items():
        if country not in there and cast.standing(comment, at) is None:
            new = cast.new(person=False)
            cast.put(Spot(comment, at, text[at.start : at.end]), new)
            cast.know(new, cast.ask(cast.tables.states[country].name)[0])


def _twins(party: Party, cast: Members) -> tuple[Member, ...]:
    """The two states of one name that a party means; empty for any other."""
    return tuple(m for name in _names(party, cast) if (m := _twin(name, cast)))


def _names(party: Party, cast: Members) -> list[str]:
    """Of the two states of one name that a party means."""
    last = party.text.split()[-1:]
    return [cast.tables.states[code].name for word in last for code in _codes().get(word, ())]


@cache
def _codes() -> dict[str, list[str]]:
    return {row["words"]: many(row["countries"]) for row in rows("twins")}


@cache
def _counted() -> re.Pattern[str]:
    heads = rf"(?:(?:foreign|defen[cs]e|prime)\s)?(?:{'|'.join(sorted(listed('of two')))})"
    return re.compile(
        rf"(?i:both|the\s+two|two)\s(?P<name>{'|'.join(_codes())}|(?:(?:foreign|defen[cs]e|prime)\s)?(?:{heads}))\b"
    )


def _twin(name: str, cast: Members) -> Member | None:
    return next((m for m in cast.filed.known(name) if not m.person), None)


_HEAD = r"(?P<two>(?:both|the two)(?: (?:foreign|defen[cs]e|prime))? (?P<head>[a-z]+))"
_SUBJECT = re.compile(rf"\b{_HEAD}(?: (?:have|had|would|will|also|then|later|last|first|since))*\s*\Z", re.IGNORECASE)
_OBJECT = re.compile(rf"\s(?:on |upon |to )?{_HEAD}\b(?! of\b)", re.IGNORECASE)


def _of_two(event: Event, cast: Members) -> Event:
    """The event with the two sides that stand right before its trigger as its actors, or right behind it as its recipients.

    A reader may have named one of them instead, or others: `Putin met Xi. The Kremlin said the two sides had agreed` is of Xi by
    name, in a sentence before. Whoever else was seen in the act's own sentence stays.
    """
    text, trigger = cast.texts[event.comment or ARTICLE], event.trigger
    start = sentence_around(text, trigger.start).start
    told = _SUBJECT.search(text, max(start, trigger.start - 2 * _REACH), trigger.start)
    if told and (two := _side(told, event.actors, start, event, cast)):
        return structs.replace(event, actors=(two,))
    aim = None if event.type in TOGETHER else _OBJECT.match(text, trigger.end)
    if aim and (two := _side(aim, event.recipients, start, event, cast)):
        return structs.replace(event, recipients=(two,))
    return event


def _side(told: re.Match[str], seen: Sequence[Party], start: int, event: Event, cast: Members) -> Party | None:
    """The words for two as a party, where they mean two and nobody else of the act's sentence, from its start on, was seen."""
    two = Party(text=told["two"], start=told.start("two"), end=told.end("two"))
    others = any(p.start >= start and not overlap(p, two) for p in seen)
    if others or told["head"].lower() not in listed("of two"):
        return None
    alone = tuple(p for p in (*event.actors, *event.recipients) if p not in seen)
    return two if _two(two, structs.replace(event, actors=alone, recipients=()), cast) else None


_TWO = re.compile(r"\b(?:both|the two)(?: of the)?(?: (?:foreign|defen[cs]e|prime))?(?: (?P<head>\w+))?\Z", re.IGNORECASE)
_REACH = 24
"""Characters before a party in which `both` or `the two` may stand, where the party is only what follows."""


def means_two(party: Party, cast: Members, comment: str) -> bool:
    """Whether words mean two who are known: `both`, `the two`, with no more than a word for parties behind."""
    told = _TWO.search(cast.texts[comment][max(0, party.start - _REACH) : party.end])
    if told is None or (told["head"] and told["head"].lower() not in listed("of two")):
        return False
    return not parse(party.text, cast.tables, cast.on).names


def _two(party: Party, event: Event, cast: Members) -> tuple[Member, ...]:
    """The two that a page is about, else the last two of different states named before a party; empty where there are not two.

    The act's other parties are none of them. Of 34 such words in coded texts that are about two states these are meant 26 times,
    the last two 22 times.
    """
    comment = event.comment or ARTICLE
    spot = Spot(comment=comment, range=range_of(party), text=party.text)
    others = (cast.standing(comment, range_of(p)) for p in (*event.actors, *event.recipients) if p != party)
    elsewhere = {_country(member) for member in others if member} | {None}
    before = [s for s in cast.before(spot) if _country(cast.at[s]) not in elsewhere]
    states = [s for s in before if _country(cast.at[s]) in cast.tables.states]  # of 9 bodies of states so taken none was meant
    two = _prevailing(states, party, cast) or _last(states, party.start, cast) or _last(before, party.start, cast)
    return tuple(_whose_place(member, cast) for member in two)


def _whose_place(member: Member, cast: Members) -> Member:
    """Of a place that stands for its state (`Sabina Shoal`) the state, where the page names that; anybody else as he is."""
    found = member.found
    state = cast.tables.states.get(found.country or "") if found and found.kind == "state" else None
    named = _twin(state.name, cast) if state and found and found.name != state.name else None
    return named or member


def _prevailing(before: Sequence[Spot], party: Party, cast: Members) -> tuple[Member, ...]:
    """The two states, named before, that a page names at least twice as often as any third; who leads them, if such are meant."""
    title = parse(party.text, cast.tables, cast.on).title
    lead = title is not None and title.office is not None and title.office.portfolio in LEADING
    counts = Counter({c: n for c, n in cast.filed.namings.items() if c in cast.tables.states})
    ranked = [*counts.most_common(3), ("", 0), ("", 0), ("", 0)]
    (first, _), (second, twice), (_, thrice) = ranked[:3]
    last = {_country(cast.at[s]): s for s in sorted(before, key=lambda s: _fits(cast.at[s], lead=lead))}
    told = twice >= _OFTEN and twice >= 2 * thrice and first in last and second in last
    return tuple(cast.at[s] for s in sorted((last[first], last[second]), key=lambda s: s.range)) if told else ()


def _last(before: Sequence[Spot], at: int, cast: Members) -> tuple[Member, ...]:
    """The last two of different states that are named before a place."""
    comment = before[0].comment if before else ARTICLE
    for _ in range(_BACK):
        start = sentence_around(cast.texts[comment], at).start
        row = sorted((s for s in before if s.range.start >= start), key=lambda s: s.range)
        for some in ([s for s in row if s.wanted], row):
            states = {_country(cast.at[s]): cast.at[s] for s in reversed(some)}
            if len(states) == 2:
                return tuple(reversed(states.values()))
        if start < _SPACE or len({_country(cast.at[s]) for s in row}) > 2:
            return ()
        at = start - _SPACE
    return ()


def _fits(member: Member, *, lead: bool) -> int:
    """How well somebody stands for his state: as who leads it, where such are meant; as the state itself; as one who governs."""
    found = member.found
    if found is None:
        return 0
    if lead and member.person and found.portfolio in LEADING:
        return 3
    return 2 if found.kind == "state" else int(found.sector == "GOV" and not member.person)


def _country(member: Member) -> str | None:
    return member.found.country if member.found and member.found.country not in (None, "INT") else None


def as_member(party: Party, member: Member, known: Actor, cast: Members) -> Party:
    """The party as one of the two: a side of a state is its government, armies are its military.

    Where only a body of a state was named (police, a consulate) it is the state, who is then nobody of the page's cast.
    """
    title = parse(party.text, cast.tables, cast.on).title
    office = title.office if title and title.office and title.office.role != "states" else None
    state = cast.tables.states.get(known.country or "")
    if state is not None and known.kind != "state" and not member.person:
        return structs.replace(party, name=state.name, country=state.iso3, sector=office.sector if office else "GOV")
    sector = office.sector if office else known.sector
    return structs.replace(
        party, name=known.name, country=known.country, sector=sector, role=known.role if member.person else None, actor=known.id
    )
