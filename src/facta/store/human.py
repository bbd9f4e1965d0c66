"""What a person made of a page outlives a new coding of it, as long as its words are still in the page's text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from facta.records import ARTICLE, Event, Party, Quote, Reading, Span

Claim = Quote | Event
C = TypeVar("C", bound=Claim)


@dataclass(frozen=True)
class Kept:
    """A page's new Reading with a person's claims put back, and those that no longer fit."""

    reading: Reading
    aside: tuple[Claim, ...]


def keep(reading: Reading, claims: Sequence[Claim]) -> Kept:
    """Put a person's earlier claims back into a new Reading of their page.

    A claim replaces the machine's of the same id; one that the Reading brings from a person itself is the later one and stays.
    """
    if not claims:
        return Kept(reading, ())
    texts = reading.texts()
    fitting = [claim for claim in claims if _fits(claim, texts)]
    aside = tuple(claim for claim in claims if claim not in fitting)
    kept = msgspec.structs.replace(
        reading,
        quotes=_merged(reading.quotes, [c for c in fitting if isinstance(c, Quote)]),
        events=_merged(reading.events, [c for c in fitting if isinstance(c, Event)]),
    )
    if aside:
        kept = kept.with_problem("store", f"{len(aside)} made by a person no longer fit the page's text and are set aside")
    return Kept(kept, aside)


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
