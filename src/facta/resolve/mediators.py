"""Who stands between two sides: he is of neither, and both of them receive the act.

Of 193 acts of mediation in our coded training texts whose sides are known, 185 have no state on both; of 31 told with `between A
and B` both are recipients 30 times.
"""

import re
from itertools import pairwise

from msgspec import structs

from facta.records import ARTICLE, Event, Party
from facta.resolve.members import Members
from facta.resolve.phrase import known
from facta.resolve.row_filled import bare_names
from facta.resolve.spots import sentence_around
from facta.resolve.tables import Tables
from facta.resolve.words import split
from facta.values.spans import Range, overlap

_BETWEEN = re.compile(r"\bbetween (?:the )?\Z", re.IGNORECASE)
_AND = re.compile(r",? and (?:the )?")
_FOR = frozenset({"for", "from", "of"})


def mediates(event: Event) -> bool:
    """Whether an act brings others together."""
    return event.type == "CONSULT" and event.mode == "third-party"


def with_both(event: Event, text: str, tables: Tables, on: str | None) -> Event:
    """A mediation with both of `between A and B` where a reader saw one of them; text: of the article or comment."""
    if not mediates(event) or len(event.recipients) != 1:
        return event
    seen = Range(event.recipients[0].start, event.recipients[0].end)
    sentence = sentence_around(text, seen.start)
    named = bare_names(sentence, text, tables, on)
    for first, second in pairwise(named):
        led = _BETWEEN.search(text, sentence.start, first.start) and _AND.fullmatch(text, first.end, second.start)
        if led and (overlap(seen, first) or overlap(seen, second)):
            both = (Party(text=text[at.start : at.end], start=at.start, end=at.end) for at in (first, second))
            return structs.replace(event, recipients=tuple(both))
    return event


def of_neither(event: Event, party: Party, cast: Members) -> frozenset[str]:
    """The states between which a party mediates; empty where the sides are of one state, as bishops may be who mediate in it."""
    if not mediates(event) or party not in event.actors:
        return frozenset()
    comment = event.comment or ARTICLE
    sides = frozenset(c for p in event.recipients if (c := cast.country(comment, Range(p.start, p.end))))
    return sides if len(sides) > 1 else frozenset()


def body_of(event: Event, party: Party, cast: Members) -> str | None:
    """The only body of states for which a mediator is said to act, in the party's sentence (`who had mediated for the UN`)."""
    if not mediates(event) or party not in event.actors:
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
