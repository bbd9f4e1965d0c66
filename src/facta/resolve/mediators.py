"""Who stands between two sides is of neither: of 193 acts of mediation in our coded training texts 185 have no state on both."""

from facta.records import ARTICLE, Event, Party
from facta.resolve.hits import known
from facta.resolve.members import Members
from facta.resolve.spots import sentence_around
from facta.resolve.words import split
from facta.values.spans import range_of

_FOR = frozenset({"for", "from", "of"})


def _mediates(event: Event) -> bool:
    """Whether an act brings others together."""
    return event.type == "CONSULT" and event.mode == "third-party"


def of_neither(event: Event, party: Party, cast: Members) -> frozenset[str]:
    """The states between which a party mediates; empty where the sides are of one state, as bishops may be who mediate in it."""
    if not _mediates(event) or party not in event.actors:
        return frozenset()
    comment = event.comment or ARTICLE
    sides = frozenset(c for p in event.recipients if (c := cast.country(comment, range_of(p))))
    return sides if len(sides) > 1 else frozenset()


def body_of(event: Event, party: Party, cast: Members) -> str | None:
    """The only body of states for which a mediator is said to act, in the party's sentence (`who had mediated for the UN`)."""
    if not _mediates(event) or party not in event.actors:
        return None
    text = cast.texts[event.comment or ARTICLE]
    sentence = sentence_around(text, party.start)
    said = text[sentence.start : sentence.end]
    words = split(said)
    bodies = {
        hit.names[0].country
        for hit in known(said, cast.tables, cast.on)
        if hit.names and hit.names[0].kind == "organisation" and hit.names[0].sector == "IGO" and not hit.distant
        if _FOR & {w.norm for w in words[max(0, hit.first - 2) : hit.first]} - {"the"}
    }
    return bodies.pop() if len(bodies) == 1 else None
