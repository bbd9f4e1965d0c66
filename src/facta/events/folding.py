"""Make one event of an act that a page tells twice, so that a story told at length counts no more than one told in a line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

import msgspec

from facta.events.ontology import ontology
from facta.events.same import Match, party, same_act, shares_word
from facta.records import Actor, Event, Party, Reading, Span, Status, When


def fold(reading: Reading) -> Reading:
    """The reading with each act once: the best telling, with what the others add, their evidence in `also`.

    Runs after `resolve`, whose actors, countries and dates it compares. Events keep their order and ids; an article's and a
    comment's are never folded into one. Folding twice changes nothing.
    """
    actors = {actor.id: actor for actor in reading.actors}
    acts: dict[tuple[str, str | None, Status], list[Event]] = defaultdict(list)
    for event in reading.events:
        alike = acts[event.type, event.comment, event.status]  # no others tell the same act, and comparing all is slow
        _add(alike, msgspec.structs.replace(event, actors=_once(event.actors), recipients=_once(event.recipients)), actors)
    place = {event.id: n for n, event in enumerate(reading.events)}
    return msgspec.structs.replace(reading, events=tuple(sorted(chain.from_iterable(acts.values()), key=lambda e: place[e.id])))


def _add(acts: list[Event], event: Event, actors: Mapping[str, Actor]) -> None:
    """Join an event with every act that it tells; what it learns by that may show that it tells another one too."""
    while found := next((act for act in acts if same_act(act, event, actors)), None):
        acts.remove(found)
        event = _join(found, event, actors)
    acts.append(event)


def _once(side: Iterable[Party]) -> tuple[Party, ...]:
    """The parties of a side, each actor once."""
    kept: list[Party] = []
    for who in side:
        if who.actor is None or all(who.actor != other.actor for other in kept):
            kept.append(who)
    return tuple(kept)


def _rank(event: Event) -> tuple[int, float, int]:
    """How good a telling is: who is named on both sides, how sure it is, how early it stands."""
    named = bool(event.recipients or len(event.actors) > 1) + bool(event.actors)
    return named, event.confidence, -event.trigger.start


def _join(one: Event, other: Event, actors: Mapping[str, Actor]) -> Event:
    """The better telling, completed by the other one."""
    best, rest = sorted((one, other), key=_rank, reverse=True)
    mode = best.mode or rest.mode
    close = shares_word(best.trigger.text, rest.trigger.text) or not (best.recipients or rest.recipients)
    return msgspec.structs.replace(
        best,
        mode=mode,
        rung=ontology().rung(best.type, mode, best.status, best.trigger.text),
        actors=_parties(best.actors, rest.actors, actors, close=close),
        recipients=_parties(best.recipients, _others(rest.recipients, best.actors, actors), actors, close=close),
        also=_tellings(best, rest),
        date=max(best.date, rest.date, key=_precision),
        place=best.place or rest.place,
        assertion=min(best.assertion, rest.assertion, key=len),
        confidence=max(best.confidence, rest.confidence),
    )


def _parties(best: tuple[Party, ...], rest: tuple[Party, ...], actors: Mapping[str, Actor], *, close: bool) -> tuple[Party, ...]:
    """The best telling's parties; and those that only the other names, when it tells the act in a like word, or a meeting."""
    if best and not close:
        return best
    return (*best, *(q for q in rest if all(party(p, q, actors) is Match.DIFFERENT for p in best)))


def _others(parties: tuple[Party, ...], taken: tuple[Party, ...], actors: Mapping[str, Actor]) -> tuple[Party, ...]:
    """The parties that do not stand on the act's other side already: one telling may have mistaken a guest for the host."""
    return tuple(p for p in parties if all(party(p, q, actors) is not Match.SAME for q in taken))


def _tellings(best: Event, rest: Event) -> tuple[Span, ...]:
    """The evidence of the other tellings, in the order of the text, without what the best one's holds anyway."""
    spans = {*best.also, *rest.also, *([rest.evidence] if rest.evidence else [])}
    shown = best.evidence
    further = (s for s in spans if not (shown and shown.start <= s.start and s.end <= shown.end))
    return tuple(sorted(further, key=lambda s: (s.start, s.end)))


def _precision(date: When | None) -> int:
    """Rank of a date: told by the text before the report's own, a day before a month before a year."""
    order = (None, "reported", "decade", "year", "month", "day")
    return order.index(date.precision if date else None)
