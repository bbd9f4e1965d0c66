"""Whose crowds and police are that name no state: those of a protest are of who protests, and police meet their own people.

Of the crowds of our coded training texts that suffer an act beside a protest, 99 of 101 are of the state of those who protest, so
are police who use force there 115 times in 120; of crowds and bystanders on whom police act, 62 of 64 are of the police's state.
"""

from collections.abc import Iterable

from facta.records import ARTICLE, Event, Party
from facta.resolve.members import Members
from facta.resolve.phrase import parse
from facta.resolve.sufferers import FORCE
from facta.resolve.words import listed, split
from facta.values.spans import range_of

_PARAGRAPHS = 2
"""Paragraphs, with its own, in which the protest stands that a crowd is of."""


def state_of(event: Event, party: Party, sector: str | None, events: Iterable[Event], cast: Members) -> str | None:
    """The state of a crowd that suffers an act, or of the police who use force on somebody, if the text around tells it.

    events: all of the page, those before with their parties known. Police who say whose they are tell it better than a protest.
    """
    protests = (e for e in events if e.type == "PROTEST" and _is_near(e, event, cast))
    if party in event.actors:
        return _one(_states(protests, cast)) if event.type in FORCE and _are_police(event, party, sector, cast) else None
    heads = _heads(party, cast)
    if not listed("crowds").isdisjoint(heads):
        return _of_police(event, cast, named=True) or _one(_states(protests, cast)) or _of_police(event, cast)
    return None if listed("bystanders").isdisjoint(heads) else _of_police(event, cast)


def _are_police(event: Event, party: Party, sector: str | None, cast: Members) -> bool:
    """Whether a party is police who are nobody's (`its police`) and no sheriffs or coastguards."""
    before = cast.texts[event.comment or ARTICLE][: party.start].rsplit(maxsplit=1)[-1:]
    owned = listed("own") & {w.norm for w in split(" ".join([*before, party.text]))}
    return sector == "COP" and not owned and "police" in party.text.lower()


def _is_near(one: Event, other: Event, cast: Members) -> bool:
    """Whether an act stands in the paragraph of another, or in the one before."""
    if one.comment != other.comment or one.trigger.start > other.trigger.start:
        return False
    between = cast.texts[one.comment or ARTICLE][one.trigger.start : other.trigger.start]
    return len([line for line in between.split("\n") if line.strip()]) <= _PARAGRAPHS


def _heads(party: Party, cast: Members) -> frozenset[str]:
    """The words of a party that names nobody, less what stands behind its head."""
    phrase = parse(party.text, cast.tables, cast.on)
    named = phrase.names or phrase.given or phrase.people
    return frozenset() if named else frozenset(w.norm for w in phrase.words[: phrase.core])


def _of_police(event: Event, cast: Members, *, named: bool = False) -> str | None:
    """The state of the police of whom alone an act is; named: only if they say it."""
    if named and not all(parse(p.text, cast.tables, cast.on).names for p in event.actors):
        return None
    members = [cast.standing(event.comment or ARTICLE, range_of(p)) for p in event.actors]
    police = all(m and m.found and m.found.sector == "COP" for m in members)
    return _one(_states([event], cast)) if police else None


def _states(events: Iterable[Event], cast: Members) -> set[str | None]:
    """The states of who acts, as far as they are known."""
    found = (cast.country(e.comment or ARTICLE, range_of(p)) for e in events for p in e.actors)
    return {country for country in found if country in cast.tables.states}


def _one(states: set[str | None]) -> str | None:
    return states.pop() if len(states) == 1 else None
