"""Whose a party without a state is not: in `the ministry summoned the Chinese ambassador` it is not China's.

Whoever speaks to a state by its bare name, to its envoys or its firms, or meets them, is rarely of that state itself.
"""

import re
from collections.abc import Iterator, Sequence

from facta.records import ARTICLE, Event, Party
from facta.resolve.hits import known
from facta.resolve.mediators import of_neither
from facta.resolve.members import Members
from facta.resolve.phrase import Phrase, is_sent, parse
from facta.resolve.words import Word, listed, split
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


def foreign(event: Event, party: Party, cast: Members) -> frozenset[str]:
    """The states of which a party is surely not: where a mission is, between which one mediates."""
    return hosts(event, party, cast) | of_neither(event, party, cast)


def hosts(event: Event, party: Party, cast: Members) -> frozenset[str]:
    """The states that a mission is in or was sent to, of which it is not (`the embassy in Cairo`).

    One that says no state, nor has one behind it, is the one told of before in its paragraph (`named her ambassador to Mali; the
    ambassador`).
    """
    phrase = parse(party.text, cast.tables, cast.on)
    if not _is_mission(phrase) or phrase.whose:
        return frozenset()
    text = cast.texts[event.comment or ARTICLE]
    place = _PLACE.match(text, party.end)
    if place and not phrase.names and (there := frozenset(_sent_to(text[party.start : place.end()], cast))):
        return there
    told = party.text if phrase.names else text[text.rfind("\n", 0, party.start) + 1 : party.start]
    return frozenset(_sent_to(told, cast))


_PLACE = re.compile(r"\s(?:to|in|at|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*")
"""What stands behind a mission that is somewhere."""
_BARE = re.compile(r"(?:^|[\s“\"])the\s\Z", re.IGNORECASE)
_BEFORE = 400
"""Characters before `the embassy` in which it is said whose."""


def sender(event: Event, party: Party, cast: Members) -> str | None:
    """The state of a mission that says none, which is that of the last one named before with its own: `the American ambassador
    .. the embassy`."""
    phrase = parse(party.text, cast.tables, cast.on)
    text = cast.texts[event.comment or ARTICLE]
    if not _is_mission(phrase) or phrase.names or phrase.given or not _BARE.search(text, max(0, party.start - 6), party.start):
        return None
    told = text[max(0, party.start - _BEFORE) : party.start]
    words = split(told)
    own = [
        hit.names[0].country
        for hit in known(told, cast.tables, cast.on)
        if hit.names and hit.names[0].kind in ("state", "demonym") and any(_sends(words, hit.last, n) for n in (0, 1))
    ]
    return own[-1] if own else None


def _sends(words: Sequence[Word], at: int, between: int) -> bool:
    """Whether a mission stands behind the name of its state, which ends at a word; what lies between is a word written small."""
    here = words[at : at + between + 1]
    return len(here) > between and here[-1].norm in listed("missions") and all(w.norm in _SMALL for w in here[:-1])


_SMALL = frozenset({"deputy", "military", "special", "new"})


def _is_mission(phrase: Phrase) -> bool:
    return not listed("missions").isdisjoint(w.norm for w in phrase.words[: phrase.core])


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
