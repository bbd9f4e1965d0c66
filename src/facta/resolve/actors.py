"""Fill a Reading's actors, and tell parties and speakers which of them they are."""

from collections.abc import Callable
from functools import partial

from msgspec import structs

from facta.records import ARTICLE, Actor, ActorKind, Event, Party, Quote, Reading, Source, SourceKind
from facta.resolve import (
    addressed,
    at_home,
    both,
    by_pronoun,
    chains,
    other_side,
    own_state,
    parley,
    row_filled,
    row_members,
    sufferers,
    told_of,
    whose_step,
)
from facta.resolve.acting import acting
from facta.resolve.candidate import Candidate, for_act
from facta.resolve.cast import gather, join
from facta.resolve.member import Member
from facta.resolve.members import Members, actor
from facta.resolve.seat import seat_of
from facta.resolve.spots import Spot, collect
from facta.resolve.surroundings import Surroundings
from facta.resolve.tables import Tables
from facta.resolve.things import is_thing
from facta.resolve.who import candidates
from facta.resolve.words import listed, split
from facta.values.spans import Range, range_of

Actors = dict[tuple[str, Range], Actor]
"""Who each mention is, by the text that it stands in and its place there."""


def resolve(reading: Reading, tables: Tables) -> Reading:
    """A copy whose actors are known, with country, sector, name, role and actor id on each party, and speakers linked."""
    on, texts = reading.page.published, reading.texts()
    events = tuple(both.whole(e, texts[e.comment or ARTICLE]) for e in reading.events)
    events = tuple(row_members.apart(e, tables, on) for e in events)
    events = tuple(row_filled.filled(e, texts[e.comment or ARTICLE], tables, on) for e in events)
    reading = structs.replace(reading, events=events)
    spots = collect(reading, tables)
    site = chains.publisher(reading.page.site, reading.page.url, tables)
    home = at_home.state_of(site, tables)
    seat = seat_of(site, reading)
    cast = gather(spots, reading.texts(), tables, on, dict(acting(reading)), home=home, seat=seat)
    both.meet(events, cast)
    where = Surroundings(reading, tables, cast)
    meant = (addressed.recipient(by_pronoun.subject(told_of.subject(e, cast), cast), cast) for e in reading.events)
    events = whose_step.aimed([_event(e, cast, where) for e in meant], reading.texts())
    events = tuple(own_state.others(e, tables, on) for e in events)
    events = tuple(_event(o, cast, where) if (o := other_side.told(e, cast)) is not e else e for e in events)
    records = {id(m): actor(m, reading.page.key) for m in cast.all if m.spots}
    linked = {(s.comment, s.range): records[id(m)] for s, m in cast.at.items()}
    pointing = partial(_named, actors=linked, tables=tables)
    events = tuple(_linked(e, linked, pointing) for e in events)
    held = parley.meetings(events, cast)
    events = tuple(both.apart(parley.together(e, held, cast, records), cast, records) for e in events)
    return structs.replace(
        reading,
        events=events,
        passing=_passing(reading, cast, where),  # last, as nobody is known by whom they name
        quotes=tuple(_spoken(q, linked, pointing) for q in reading.quotes),
        actors=tuple(_merged(list(records.values()))),
    )


def _passing(reading: Reading, cast: Members, where: Surroundings) -> tuple[Event, ...]:
    """What is mentioned in passing, with its parties by who they are among the page's cast; they are no actors of it."""
    sides = {(p.start, p.end): p for e in reading.passing for p in (*e.actors, *e.recipients)}
    new = (p for at, p in sides.items() if cast.standing(ARTICLE, Range(*at)) is None)
    join(cast, [Spot(ARTICLE, range_of(p), p.text, wanted=True) for p in new])
    return tuple(_event(e, cast, where) for e in reading.passing)


def _merged(records: list[Actor]) -> list[Actor]:
    """One record an id: members that ended up as the same actor share their mentions."""
    by_id: dict[str, Actor] = {}
    for record in records:
        old = by_id.get(record.id)
        by_id[record.id] = structs.replace(old, mentions=(*old.mentions, *record.mentions)) if old else record
    return list(by_id.values())


def _event(event: Event, cast: Members, where: Surroundings) -> Event:
    def fill(party: Party) -> Party:
        member = cast.standing(event.comment or ARTICLE, range_of(party))
        return _party(party, member, event, cast, where) if member else party

    event = _placed(event, cast)
    event = structs.replace(event, actors=tuple(map(fill, event.actors)), recipients=tuple(map(fill, event.recipients)))
    return structs.replace(event, mode="multilateral") if _of_many(event) else event


def _placed(event: Event, cast: Members) -> Event:
    """The event without a place that is only the name of a person who takes part (`the detention of Meng Wanzhou`)."""
    if event.place is None:
        return event
    there = (p for p in (*event.actors, *event.recipients) if p.text == event.place.text)
    members = (cast.standing(event.comment or ARTICLE, range_of(p)) for p in there)
    return structs.replace(event, place=None) if any(m and m.person for m in members) else event


_BODIES = frozenset({"EUU", "IGO", "NAT", "UNO"})
"""Codes of bodies of states."""
_MANY = _BODIES | {"INT"}
"""Codes of several states, who meet among themselves."""


def _of_many(event: Event) -> bool:
    """Whether the only party of a meeting are many states (`NATO foreign ministers discuss the war`): 38 of 39 coded so."""
    parties = (*event.actors, *event.recipients)
    return event.type == "CONSULT" and event.mode is None and len(parties) == 1 and parties[0].country in _MANY


def _party(party: Party, member: Member, event: Event, cast: Members, where: Surroundings) -> Party:
    found = member.found or where.half(event, party) or _stranger(member, event, party)
    if found.country is None and not is_thing(cast.texts[event.comment or ARTICLE], range_of(party), cast.tables):
        # An unknown name that is no person's may be anything: only what is certain tells its state.
        nameless = member.person or member.found is not None or not party.text[:1].isupper()
        country = where.country(event, party, found.sector, guess=nameless)
        found = structs.replace(found, country=country, sector="IGO" if country in _BODIES else found.sector)
        if not both.means_two(party, cast, event.comment or ARTICLE):  # a guess for two is of no use to others
            cast.know(member, found)
    found = for_act(_then(found, event, cast), event.type, event.mode, vessel=party in event.actors and _is_vessel(party))
    sector = sufferers.sector_of(event, party, found, cast)
    return structs.replace(party, name=found.name, country=found.country, sector=sector, role=found.role)


_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID"})


def _is_vessel(party: Party) -> bool:
    return not listed("vessels").isdisjoint(w.norm for w in split(party.text))


def _stranger(member: Member, event: Event, party: Party) -> Candidate:
    """Somebody the tables do not know, by the part played: who suffers force is a civilian, who speaks or deals an official.

    Right for three in four of the persons of our coded reports whom nothing else tells; other unknown words stay without sector.
    """
    suffers = event.type in _SUFFERED and party in event.recipients
    sector = ("CVL" if suffers or event.type in ("PROTEST", "ASSAULT") else "GOV") if member.person else None
    kind: ActorKind = "person" if member.person else "organisation"
    return Candidate(name=None, country=None, sector=sector, role=None, score=0.1, reason="part in the event", kind=kind)


def _then(found: Candidate, event: Event, cast: Members) -> Candidate:
    """A known person as of the event's own date where it differs from the page's; for an undated earlier act, of no date."""
    if found.kind != "person" or not found.name:
        return found
    iso = event.date.iso if event.date and event.date.precision != "reported" else None
    undated = event.date is None and event.status == "historical"
    if not undated and (iso is None or (cast.on or "").startswith(iso[:7])):
        return found
    dated = [c for c in candidates(found.name, iso, tables=cast.tables) if c.name == found.name]
    return dated[0] if dated else found


def _linked(event: Event, actors: Actors, named: Callable[[Source, str], Source]) -> Event:
    def link(party: Party) -> Party:
        known = actors.get((event.comment or ARTICLE, range_of(party)))
        return structs.replace(party, actor=known.id) if known else party

    chain = tuple(named(s, event.comment or ARTICLE) for s in event.assertion)
    sides = {"actors": tuple(map(link, event.actors)), "recipients": tuple(map(link, event.recipients))}
    return structs.replace(event, assertion=chain, **sides)


def _spoken(quote: Quote, actors: Actors, named: Callable[[Source, str], Source]) -> Quote:
    quote = structs.replace(quote, chain=tuple(named(s, quote.comment or ARTICLE) for s in quote.chain))
    for part in quote.speaker[:1]:
        known = actors.get((quote.comment or ARTICLE, range_of(part)))
        if known:
            return structs.replace(quote, speaker_actor=known.id)
    return quote


def _named(link: Source, comment: str, *, actors: Actors, tables: Tables) -> Source:
    """The link by name and kind of whom its words only point to ("he", "his counterpart"); a name stays as written."""
    if link.start is None or link.end is None or not link.name:
        return link
    known = actors.get((comment, Range(link.start, link.end)))
    points = {w.norm for w in split(link.name)} & (listed("pronouns") | listed("counterparts"))
    if known is None or not points:
        return link
    kind: SourceKind = "person" if known.kind == "person" else "institution"
    return chains.describe(structs.replace(link, name=known.name, kind=kind), "", tables)
