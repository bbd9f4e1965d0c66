"""Whose a crowd is that names no state: that of those who were said to protest, or of the police who meet it.

Of the crowds of our coded training texts that suffer an act beside a protest, 99 of 101 are of the state of those who protest; of
those that police act on, 62 of 64 are of the police's.
"""

from collections.abc import Iterable

from facta.records import ARTICLE, Event, Party
from facta.resolve.members import Members
from facta.resolve.phrase import parse
from facta.resolve.words import listed
from facta.values.spans import Range


def state_of(event: Event, party: Party, events: Iterable[Event], cast: Members) -> str | None:
    """The state of a crowd that suffers an act, if one is known by the rest of the text; events: all of the page."""
    if party not in event.recipients:
        return None
    heads = _heads(party, cast)
    if not listed("crowds").isdisjoint(heads):
        shown = _states((e for e in events if e.comment == event.comment and e.type == "PROTEST"), cast)
        return _one(shown) or _of_police(event, cast)
    return None if listed("bystanders").isdisjoint(heads) else _of_police(event, cast)


def _heads(party: Party, cast: Members) -> frozenset[str]:
    """The words of a party that names nobody, less what stands behind its head."""
    phrase = parse(party.text, cast.tables, cast.on)
    named = phrase.names or phrase.given or phrase.people
    return frozenset() if named else frozenset(w.norm for w in phrase.words[: phrase.core])


def _of_police(event: Event, cast: Members) -> str | None:
    """The state of the police of whom alone an act is."""
    members = [cast.standing(event.comment or ARTICLE, Range(p.start, p.end)) for p in event.actors]
    police = all(m and m.found and m.found.sector == "COP" for m in members)
    return _one(_states([event], cast)) if police else None


def _states(events: Iterable[Event], cast: Members) -> set[str | None]:
    """The states of who acts, as far as they are known."""
    found = (cast.country(e.comment or ARTICLE, Range(p.start, p.end)) for e in events for p in e.actors)
    return {country for country in found if country in cast.tables.states}


def _one(states: set[str | None]) -> str | None:
    return states.pop() if len(states) == 1 else None
