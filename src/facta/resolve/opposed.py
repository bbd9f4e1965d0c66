"""Whose a party without a state is not: in `the ministry summoned the Chinese ambassador` it is not China's.

Whoever speaks to a state by its bare name, to its envoys or its firms, or meets them, is rarely of that state itself.
"""

from collections.abc import Iterator

from facta.records import ARTICLE, Event, Party
from facta.resolve.members import Members
from facta.resolve.phrase import Phrase, is_sent, known, parse
from facta.resolve.words import listed, split
from facta.values.spans import range_of

_ABROAD = frozenset({"ACCUSE", "AGREE", "AID", "CONSULT", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
"""Types of acts that are done to others by word or by money; force and arrests as often stay in a state."""


def opposed(event: Event, party: Party, cast: Members) -> frozenset[str]:
    """The states that the act's other side bears by name, if a party is one of those who act on them."""
    host = hosts(event, party, cast)
    if event.type not in _ABROAD:
        return host
    own = event.actors if party in event.actors else event.recipients
    others = [p for p in (*event.actors, *event.recipients) if p != party and (p not in own or event.type == "CONSULT")]
    named = {country for p in others if (country := _named(event.comment or ARTICLE, p, cast))}
    return host | named if event.type == "CONSULT" else host | named - {_of_person(event, p, cast) for p in own if p != party}


def hosts(event: Event, party: Party, cast: Members) -> frozenset[str]:
    """The states that a mission is in or was sent to, of which it is not (`the embassy in Cairo`).

    One that says no state is the one told of before in its paragraph (`named her ambassador to Mali; the ambassador`).
    """
    phrase = parse(party.text, cast.tables, cast.on)
    if listed("missions").isdisjoint(w.norm for w in phrase.words[: phrase.core]) or phrase.whose:
        return frozenset()
    text = cast.texts[event.comment or ARTICLE]
    told = party.text if phrase.names else text[text.rfind("\n", 0, party.start) + 1 : party.start]
    return frozenset(_sent_to(told, cast))


def _sent_to(text: str, cast: Members) -> Iterator[str]:
    """The states that stand behind a mission and a preposition in some words: `envoy to Syria`, `ambassador in Cairo`."""
    words = split(text)
    for hit in known(text, cast.tables, cast.on):
        entry = hit.names[0] if hit.names else None
        if entry is None or entry.country is None or entry.kind == "demonym":
            continue
        before = [w.norm for w in words[max(0, hit.first - 3) : hit.first] if w.norm != "the"][-2:]
        if len(before) == 2 and is_sent(*before):
            yield entry.country


def _named(comment: str, party: Party, cast: Members) -> str | None:
    """The state whose bare name a party is, or whose envoys or firms it names."""
    member = cast.standing(comment, range_of(party))
    found = member.found if member else None
    state = cast.tables.states.get((found and found.country) or "")
    if found is None or state is None:
        return None
    bare = found.name == state.name  # a palace speaks to its own opposition
    return state.iso3 if bare or _sent(parse(party.text, cast.tables, cast.on)) else None


def _of_person(event: Event, party: Party, cast: Members) -> str | None:
    """The state of a person whom a party is: `Presidents Biden and Ghani and the chairman` speak to Afghans as Afghans do."""
    member = cast.standing(event.comment or ARTICLE, range_of(party))
    return member.found.country if member and member.person and member.found else None


def _sent(phrase: Phrase) -> bool:
    """Whether a state's envoys are meant, or a firm of it."""
    state = any(e.kind in ("state", "demonym", "capital") for h in phrase.names for e in h.names)
    firm = phrase.title is not None and phrase.title.office is not None and phrase.title.office.sector == "BUS"
    return state and (firm or not listed("missions").isdisjoint(w.norm for w in phrase.words))
