"""From any id back to the words: the record, the sentences that prove it, the page, the chain of sources and the step."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Literal, TypeVar

from facta.records import ARTICLE, Actor, ActorMention, Comment, Event, Made, Page, Party, Quote, Reading, Source, Span
from facta.resolve import Candidate, candidates

Kind = Literal["event", "quote", "actor", "comment", "page"]
Explained = Event | Quote | Actor | Comment | Page
_KINDS: dict[type[Explained], Kind] = {Event: "event", Quote: "quote", Actor: "actor", Comment: "comment", Page: "page"}
R = TypeVar("R", Event, Quote, Actor, Comment)

CANDIDATES = 5
"""So many candidates are told."""
_AROUND = 240  # characters shown on each side of the words, about two sentences


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Words of a record in their surroundings: `context[start:end]` are the words."""

    context: str
    """From the same paragraph or comment, cut between words at some 240 characters on each side."""
    start: int
    end: int
    what: str
    """What the words are: `evidence`, `also`, `content`, `mention`, `comment`."""
    comment: str | None
    """Id of the reader comment they stand in; None for the article."""


@dataclass(frozen=True, kw_only=True)
class Related:
    """Another record of the page that has to do with this one."""

    kind: Kind
    id: str
    line: str
    """The other record in a line."""


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """Everything that stands behind one record."""

    kind: Kind
    id: str
    record: Explained
    page: Page
    comment: Comment | None
    """The reader comment that makes the claim; None for the article's own."""
    tellings: tuple[Telling, ...]
    chain: tuple[Source, ...]
    """Who vouches for it, from the outlet inward."""
    made_by: Made | None
    related: tuple[Related, ...]
    candidates: tuple[Candidate, ...] = ()
    """Who an actor's fullest naming may mean on the page's date, best first, and why; empty for other records."""


def explain(reading: Reading, kind: Kind, id_: str) -> Explanation:
    """What stands behind one record of a Reading; `id_` is the record's whole id (anything for the page itself)."""
    match kind:
        case "event":
            return _of_event(reading, _by_id(reading.events, id_))
        case "quote":
            return _of_quote(reading, _by_id(reading.quotes, id_))
        case "actor":
            return _of_actor(reading, _by_id(reading.actors, id_))
        case "comment":
            return _of_comment(reading, _by_id(reading.thread, id_))
        case "page":
            return _explanation(reading, reading.page, related=_claims(reading, lambda claim: True))


def _of_event(reading: Reading, event: Event) -> Explanation:
    tellings = [_telling(reading, event.evidence or event.trigger, "evidence", event.comment)]
    tellings += [_telling(reading, span, "also", event.comment) for span in event.also]
    parties = {party.actor for party in (*event.actors, *event.recipients)}
    quotes = [quote for quote in reading.quotes if quote.comment == event.comment and _holds(quote, event.trigger)]
    related = [*map(_quote_line, quotes), *(_actor_line(actor) for actor in reading.actors if actor.id in parties)]
    return _explanation(reading, event, tellings=tellings, chain=event.assertion, made_by=event.made_by, related=related)


def _of_quote(reading: Reading, quote: Quote) -> Explanation:
    tellings = [_telling(reading, span, "content", quote.comment) for span in quote.content]
    events = [event for event in reading.events if event.comment == quote.comment and _holds(quote, event.trigger)]
    related = [*map(_event_line, events), *(_actor_line(actor) for actor in reading.actors if actor.id == quote.speaker_actor)]
    return _explanation(reading, quote, tellings=tellings, chain=quote.chain, made_by=quote.made_by, related=related)


def _of_actor(reading: Reading, actor: Actor) -> Explanation:
    tellings = [_telling(reading, mention, "mention", mention.comment) for mention in actor.mentions]
    found = _explanation(reading, actor, tellings=tellings, related=_claims(reading, lambda claim: actor.id in _actors_of(claim)))
    fullest = max((mention.text for mention in actor.mentions), key=len, default=actor.name)
    return replace(found, candidates=tuple(candidates(fullest, reading.page.published)[:CANDIDATES]))


def _of_comment(reading: Reading, comment: Comment) -> Explanation:
    whole = Span(start=0, end=len(comment.text), text=comment.text)
    around = [_comment_line(other) for other in reading.thread if other.id == comment.parent or other.parent == comment.id]
    related = [*around, *_claims(reading, lambda claim: claim.comment == comment.id)]
    return _explanation(reading, comment, tellings=[_telling(reading, whole, "comment", comment.id)], related=related)


def _explanation(
    reading: Reading,
    record: Explained,
    *,
    tellings: Sequence[Telling] = (),
    chain: Sequence[Source] = (),
    made_by: Made | None = None,
    related: Sequence[Related] = (),
) -> Explanation:
    comment = record.id if isinstance(record, Comment) else getattr(record, "comment", None)
    return Explanation(
        kind=_KINDS[type(record)],
        id=record.key if isinstance(record, Page) else record.id,
        record=record,
        page=reading.page,
        comment=next((c for c in reading.thread if c.id == comment), None),
        tellings=tuple(tellings),
        chain=tuple(chain),
        made_by=made_by,
        related=tuple(related),
    )


def _by_id(records: Iterable[R], id_: str) -> R:
    return next(record for record in records if record.id == id_)


def _telling(reading: Reading, span: Span | ActorMention, what: str, comment: str | None) -> Telling:
    text = reading.texts()[ARTICLE if comment is None else comment]
    paragraphs = () if comment is not None else reading.page.paragraphs
    home = next((p for p in paragraphs if p.start <= span.start < p.end), None)
    first, last = (home.start, max(home.end, span.end)) if home else (0, len(text))
    left, right = _left(text, first, span.start), _right(text, span.end, last)
    return Telling(context=text[left:right], start=span.start - left, end=span.end - left, what=what, comment=comment)


def _left(text: str, first: int, start: int) -> int:
    """Where a context begins: at `first`, or behind the first space within reach of `start`."""
    if start - first <= _AROUND:
        return first
    return text.find(" ", start - _AROUND, start) + 1 or start - _AROUND


def _right(text: str, end: int, last: int) -> int:
    """Where a context ends: at `last`, or before the last space within reach of `end`."""
    if last - end <= _AROUND:
        return last
    space = text.rfind(" ", end, end + _AROUND)
    return end + _AROUND if space < 0 else space


def _holds(quote: Quote, trigger: Span) -> bool:
    return any(part.start <= trigger.start and trigger.end <= part.end for part in quote.content)


def _actors_of(claim: Event | Quote) -> set[str | None]:
    if isinstance(claim, Quote):
        return {claim.speaker_actor}
    return {party.actor for party in (*claim.actors, *claim.recipients)}


def _claims(reading: Reading, wanted: Callable[[Event | Quote], bool]) -> list[Related]:
    return [*(_event_line(e) for e in reading.events if wanted(e)), *(_quote_line(q) for q in reading.quotes if wanted(q))]


def _event_line(event: Event) -> Related:
    who, whom = _names(event.actors) or "nobody named", _names(event.recipients)
    return Related(
        kind="event", id=event.id, line=f"{event.type} ({event.status}) {who}{f' > {whom}' if whom else ''}: {event.trigger.text}"
    )


def _quote_line(quote: Quote) -> Related:
    speaker = " ".join(span.text for span in quote.speaker) or "nobody named"
    return Related(kind="quote", id=quote.id, line=f"{speaker}: {shorten(' '.join(span.text for span in quote.content), 100)}")


def _actor_line(actor: Actor) -> Related:
    what = ", ".join(filter(None, (actor.role, actor.sector, actor.country)))
    return Related(kind="actor", id=actor.id, line=f"{actor.name} ({what or actor.kind})")


def _comment_line(comment: Comment) -> Related:
    return Related(kind="comment", id=comment.id, line=f"{comment.author or 'unnamed'}: {shorten(comment.text, 100)}")


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(party.name or party.text for party in parties)
