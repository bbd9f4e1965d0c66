"""What a person made of a page outlives a new coding of it, as long as its words are still in the page's text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

import msgspec

from facta.records import ARTICLE, Event, Party, Quote, Reading, Span
from facta.values.spans import Range, overlap, range_of

Claim = Quote | Event
C = TypeVar("C", Quote, Event)
Verdict = Literal["kept", "corrected", "rejected", "added"]


@dataclass(frozen=True)
class Judged:
    """A quotation or an event of the machine's that a person has judged, or one of that person's own."""

    id: str
    """The machine's record's when it was judged; the person's own has the same."""
    verdict: Verdict
    machine: Claim | None
    """As the machine coded it last; None where it never did."""


@dataclass(frozen=True)
class Kept:
    """A page's new Reading with a person's claims put back, and those that no longer fit."""

    reading: Reading
    aside: tuple[Claim, ...]
    judged: tuple[Judged, ...] = ()
    """What the machine now codes in place of what a person has judged or added."""


def keep(reading: Reading, claims: Sequence[Claim], judged: Sequence[Judged] = ()) -> Kept:
    """Put a person's earlier claims back into a new Reading of their page, and leave out what that person has rejected.

    A claim replaces the machine's of the same id; one that the Reading brings from a person itself is the later one and stays.
    An event is one that was judged when it has its id, or its words and its type: a newer machine may bound or name it anew. A
    quotation is one when it has its id or its cue.
    """
    if not claims and not judged:
        return Kept(reading, ())
    texts = reading.texts()
    fitting = [claim for claim in claims if next(misplaced(claim, texts), None) is None]
    aside = tuple(claim for claim in claims if claim not in fitting)
    quotes, said = _kept(reading.quotes, [c for c in fitting if isinstance(c, Quote)], _of(Quote, judged, fitting, texts))
    events, done = _kept(reading.events, [c for c in fitting if isinstance(c, Event)], _of(Event, judged, fitting, texts))
    kept = msgspec.structs.replace(reading, quotes=quotes, events=events)
    if aside:
        kept = kept.with_problem("store", f"{len(aside)} made by a person no longer fit the page's text and are set aside")
    return Kept(kept, aside, (*said, *done))


@dataclass(frozen=True)
class _Place(Generic[C]):
    """Where to look for what a person has judged in a new coding, and by what it is known again."""

    judged: Judged
    like: C
    """As the machine coded it last, or where it never did the person's own."""


def _of(kind: type[C], judged: Sequence[Judged], fitting: Sequence[Claim], texts: Mapping[str, str]) -> list[_Place[C]]:
    """Those judged that are of a kind and whose words are still where they were."""
    own = {claim.id: claim for claim in fitting}
    found = [(one, one.machine or own.get(one.id)) for one in judged]
    return [_Place(one, like) for one, like in found if isinstance(like, kind) and _stands(like, texts)]


def _kept(new: Sequence[C], earlier: Sequence[C], judged: Sequence[_Place[C]]) -> tuple[tuple[C, ...], tuple[Judged, ...]]:
    """Records in their order, those judged replaced by the person's or left out, and what the machine says in their place."""
    own = {claim.id: claim for claim in earlier}
    theirs = {**own, **{one.id: one for one in new if one.made_by.kind == "human"}}
    instead: dict[str, Judged] = {}
    for place in judged:
        one = place.judged
        free = [claim for claim in new if claim.made_by.kind != "human" and claim.id not in instead]
        again = _again(place, theirs.get(one.id), free)
        if again:
            instead[again.id] = Judged(one.id, one.verdict, again)
    left = [stays for claim in new if (stays := _left(claim, instead, own))]
    return _merged(left, earlier), tuple(instead.values())


def _again(place: _Place[C], mine: C | None, free: Sequence[C]) -> C | None:
    """The record that is the judged one in a new coding: of its id, else of its words and, of an event, its type."""
    like = place.like
    near = [one for one in free if one.comment == like.comment and overlap(_at(one), _at(like))]
    same = [one for one in near if one.id in (place.judged.id, like.id)]
    types = {_type(like), _type(mine or like)}
    return next(iter(same or [one for one in near if _type(one) in types]), None)


def _left(claim: C, instead: Mapping[str, Judged], own: Mapping[str, C]) -> C | None:
    """What stands in a record's place: itself, the person's own, nothing where it was rejected."""
    one = instead.get(claim.id)
    if one is None:
        return claim
    # where the person's own no longer fits the text it is set aside, and the machine's stands until it fits again
    return None if one.verdict == "rejected" else own.get(one.id, claim)


def _at(claim: Claim) -> Range:
    """The words by which a record is known: an event's act, a quotation's cue, or its beginning where it has none."""
    words = claim.trigger if isinstance(claim, Event) else claim.cue[0] if claim.cue else claim.content[0]
    return range_of(words)


def _type(claim: Claim) -> str | None:
    return claim.type if isinstance(claim, Event) else None


def _stands(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Whether the words by which it is known are still where they were."""
    words = claim.trigger if isinstance(claim, Event) else claim.content[0]
    text = texts.get(ARTICLE if claim.comment is None else claim.comment)
    return text is not None and text[words.start : words.end] == words.text


def _merged(new: Sequence[C], earlier: Sequence[C]) -> tuple[C, ...]:
    by_id = {claim.id: claim for claim in earlier}
    merged = tuple(claim if claim.made_by.kind == "human" else by_id.pop(claim.id, claim) for claim in new)
    later = {claim.id for claim in new}
    for claim in by_id.values():
        if claim.id not in later:
            merged = placed(merged, claim)
    return merged


def placed(claims: Sequence[C], one: C) -> tuple[C, ...]:
    """The records with one more, where it stands in its text: the article's first, then those of each comment."""
    here = [n for n, claim in enumerate(claims) if claim.comment == one.comment]
    last = here[-1] + 1 if here else len(claims) if one.comment else 0
    before: int = next((n for n in here if _at(claims[n]).start > _at(one).start), last)
    made = list(claims)
    made.insert(before, one)
    return tuple(made)


def misplaced(claim: Claim, texts: Mapping[str, str]) -> Iterator[Span | Party]:
    """The words of a claim that do not stand in the texts of its page where it says; none of a claim that fits."""
    text = texts.get(ARTICLE if claim.comment is None else claim.comment, "")
    return (span for span in _spans(claim) if text[span.start : span.end] != span.text)


def _spans(claim: Claim) -> list[Span | Party]:
    if isinstance(claim, Quote):
        return [*claim.content, *claim.cue, *claim.speaker]
    evidence = [claim.evidence] if claim.evidence else []
    return [claim.trigger, *evidence, *claim.also, *claim.actors, *claim.recipients]
