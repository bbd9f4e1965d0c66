"""What a person made of a page outlives a new coding of it, as long as its words are still in the page's text."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import msgspec

from facta.records import ARTICLE, Event, Party, Quote, Reading, Span
from facta.values.spans import Range, overlap

Claim = Quote | Event
C = TypeVar("C", bound=Claim)
Verdict = Literal["kept", "corrected", "rejected"]


@dataclass(frozen=True)
class Judged:
    """An event of the machine's that a person has judged."""

    event: str
    """Its id when it was judged; the person's own event has the same."""
    verdict: Verdict
    machine: Event
    """As the machine coded it last."""


@dataclass(frozen=True)
class Kept:
    """A page's new Reading with a person's claims put back, and those that no longer fit."""

    reading: Reading
    aside: tuple[Claim, ...]
    judged: tuple[Judged, ...] = ()
    """What the machine now codes in place of events that a person has judged."""


def keep(reading: Reading, claims: Sequence[Claim], judged: Sequence[Judged] = ()) -> Kept:
    """Put a person's earlier claims back into a new Reading of their page, and leave out what that person has rejected.

    A claim replaces the machine's of the same id; one that the Reading brings from a person itself is the later one and stays.
    An event is one that was judged when it has its id, or its words and its type: a newer machine may bound or name it anew.
    """
    if not claims and not judged:
        return Kept(reading, ())
    texts = reading.texts()
    fitting = [claim for claim in claims if _fits(claim, texts)]
    aside = tuple(claim for claim in claims if claim not in fitting)
    own = {claim.id: claim for claim in fitting if isinstance(claim, Event)}
    events, found = _unjudged(reading.events, own, [one for one in judged if _stands(one, texts)])
    kept = msgspec.structs.replace(
        reading,
        quotes=_merged(reading.quotes, [c for c in fitting if isinstance(c, Quote)]),
        events=_merged(events, list(own.values())),
    )
    if aside:
        kept = kept.with_problem("store", f"{len(aside)} made by a person no longer fit the page's text and are set aside")
    return Kept(kept, aside, found)


def _unjudged(
    events: Sequence[Event], own: Mapping[str, Event], judged: Sequence[Judged]
) -> tuple[list[Event], tuple[Judged, ...]]:
    """Events in their order, those judged replaced by the person's or left out, and what the machine says in their place."""
    theirs = {**own, **{event.id: event for event in events if event.made_by.kind == "human"}}
    instead: dict[str, Judged] = {}
    for one in judged:
        types = {one.machine.type, theirs[one.event].type if one.event in theirs else one.machine.type}
        again = _again(one, types, [event for event in events if event.made_by.kind != "human" and event.id not in instead])
        if again:
            instead[again.id] = Judged(one.event, one.verdict, again)
    return [left for event in events if (left := _left(event, instead, own))], tuple(instead.values())


def _again(one: Judged, types: Collection[str], events: Sequence[Event]) -> Event | None:
    """The event that is the judged one in a new coding: of its id, else of its words and type."""
    near = [e for e in events if e.comment == one.machine.comment and overlap(_at(e), _at(one.machine))]
    same = [e for e in near if e.id in (one.event, one.machine.id)]
    return next(iter(same or [e for e in near if e.type in types]), None)


def _left(event: Event, instead: Mapping[str, Judged], own: Mapping[str, Event]) -> Event | None:
    """What stands in an event's place: itself, the person's own, nothing where it was rejected."""
    one = instead.get(event.id)
    if one is None:
        return event
    # where the person's own no longer fits the text it is set aside, and the machine's stands until it fits again
    return None if one.verdict == "rejected" else own.get(one.event, event)


def _at(event: Event) -> Range:
    return Range(event.trigger.start, event.trigger.end)


def _stands(one: Judged, texts: Mapping[str, str]) -> bool:
    """Whether the words that were judged are still where they were."""
    words, text = one.machine.trigger, texts.get(ARTICLE if one.machine.comment is None else one.machine.comment)
    return text is not None and text[words.start : words.end] == words.text


def _merged(new: Sequence[C], earlier: Sequence[C]) -> tuple[C, ...]:
    by_id = {claim.id: claim for claim in earlier}
    merged = [claim if claim.made_by.kind == "human" else by_id.pop(claim.id, claim) for claim in new]
    later = {claim.id for claim in new}
    return (*merged, *(claim for claim in by_id.values() if claim.id not in later))


def _fits(claim: Claim, texts: dict[str, str]) -> bool:
    text = texts.get(ARTICLE if claim.comment is None else claim.comment)
    return text is not None and all(text[s.start : s.end] == s.text for s in _spans(claim))


def _spans(claim: Claim) -> list[Span | Party]:
    if isinstance(claim, Quote):
        return [*claim.content, *claim.cue, *claim.speaker]
    evidence = [claim.evidence] if claim.evidence else []
    return [claim.trigger, *evidence, *claim.also, *claim.actors, *claim.recipients]
