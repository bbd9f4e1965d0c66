"""Make one event of an act that a page tells twice, so that a story told at length counts no more than one told in a line."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from facta.events.alike import Acts
from facta.events.headline import FrontPage, corrected, front, retold
from facta.events.ontology import ontology
from facta.events.same import Match, party, same_act, shares_word
from facta.records import Actor, Event, Party, Reading, Span, Status, When


def fold(reading: Reading) -> Reading:
    """The reading with each act once: the best telling, with what the others add, their evidence in `also`.

    Runs after `resolve`, whose actors, countries and dates it compares. Events keep their order and ids; an article's and a
    comment's are never folded into one. Folding twice changes nothing.
    """
    known = _Known({actor.id: actor for actor in reading.actors}, front(reading.page))
    starts = [p.start for p in reading.page.paragraphs]
    acts: dict[tuple[str, str | None, Status], Acts] = defaultdict(lambda: Acts(known.front, known.actors))
    for event in reading.events:
        alike = acts[event.type, event.comment, event.status]  # no others tell the same act, and comparing all is slow
        _add(alike, _once(event, () if event.comment else starts), known)
    place = {event.id: n for n, event in enumerate(reading.events)}
    folded = sorted((act for some in acts.values() for _, act in some.all()), key=lambda e: place[e.id])
    return msgspec.structs.replace(reading, events=corrected(folded, known.front))


@dataclass(frozen=True)
class _Known:
    """What is known of a page whose acts are compared."""

    actors: Mapping[str, Actor]
    """By id."""
    front: FrontPage | None
    """Where its headline and its first paragraphs stand."""


def _add(acts: Acts, event: Event, known: _Known) -> None:
    """Join an event with every act that it tells; what it learns by that may show that it tells another one too."""
    while found := next((one for one in acts.near(event) if _is_one(one[1], event, known)), None):
        number, act = found
        acts.drop(number)
        event = _join(act, event, known)
    acts.add(event)


def _is_one(one: Event, other: Event, known: _Known) -> bool:
    return same_act(one, other, known.actors) or retold(one, other, known.front)


def _once(event: Event, starts: Sequence[int]) -> Event:
    """The event with each party once on its side.

    In another paragraph than the act a party of a state that has one beside the act is that one, by a longer name.
    starts: of the text's paragraphs; none where they are not told apart.
    """

    def kept(side: tuple[Party, ...]) -> tuple[Party, ...]:
        beside = {p.country for p in side if p.country and _beside(p, event.trigger, starts)}
        near = [p for p in side if p.country not in beside or _beside(p, event.trigger, starts)]
        return tuple(p for n, p in enumerate(near) if p.actor is None or all(p.actor != q.actor for q in near[:n]))

    return msgspec.structs.replace(event, actors=kept(event.actors), recipients=kept(event.recipients))


def _beside(who: Party, trigger: Span, starts: Sequence[int]) -> bool:
    """Whether a party stands in the paragraph of a trigger."""
    return bisect_right(starts, who.start) == bisect_right(starts, trigger.start)


def _rank(event: Event) -> tuple[int, float, int]:
    """How good a telling is: who is named on both sides, how sure it is, how early it stands."""
    named = bool(event.recipients or len(event.actors) > 1) + bool(event.actors)
    return named, event.confidence, -event.trigger.start


def _join(one: Event, other: Event, known: _Known) -> Event:
    """The better telling, completed by the other one."""
    actors = known.actors
    best, rest = sorted((one, other), key=_rank, reverse=True)
    mode = best.mode or rest.mode
    close = shares_word(best.trigger.text, rest.trigger.text) or not (best.recipients or rest.recipients)
    close = close and not retold(best, rest, known.front)  # whose parties are the same, by other names
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
