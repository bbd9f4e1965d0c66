"""Which pairs of states an event counts for: the unit of every measure of relations, defined once."""

from typing import NamedTuple

from facta.records import Event


class Dyad(NamedTuple):
    """A directed pair of country codes that an event counts for, once."""

    actor: str
    recipient: str
    symmetric: bool
    """True when the event names no recipient and counts for every ordered pair of its actors."""


def dyads(event: Event) -> list[Dyad]:
    """The pairs of an event, sorted: actor countries x recipient countries, same-country pairs left out.

    An event with no recipient and two or more actor countries (a meeting, a deal, a joint exercise) counts for every ordered pair
    of them.
    """
    actors = {p.country for p in event.actors if p.country}
    recipients = {p.country for p in event.recipients if p.country}
    symmetric = not event.recipients
    pairs = {(a, b) for a in actors for b in (actors if symmetric else recipients) if a != b}
    return [Dyad(a, b, symmetric) for a, b in sorted(pairs)]
