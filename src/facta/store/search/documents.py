"""What of a page can be found: its sentences with the acts in them, its quotations, its actors, its readers' comments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from facta.language.sentences import sentences
from facta.records import READ, Event, Paragraph, Quote, Reading
from facta.store.rows import countries
from facta.values import country
from facta.values.spans import range_of
from facta.values.words import one_line

Kind = Literal["sentence", "quotation", "actor", "comment"]
Value = tuple[str, str]
"""A field that can be narrowed down to, and a value: `country`, `RUS`."""

_BEFORE = 300
"""Characters before a quotation that tell what it is about."""
_OWNER = re.compile(r"^.*\w['’]s?\s+(?=\S)")
"""Whose spokeswoman somebody is: who asks for that one's words does not mean hers."""


@dataclass(frozen=True)
class Document:
    """One thing to find."""

    kind: Kind
    ref: str
    """What its address on the page ends with."""
    text: str
    who: str
    """Names of those who speak or act, beside what the text itself calls them."""
    values: tuple[Value, ...]
    around: str = ""
    """Words that tell what it is about without being part of it: a quotation's sentence, its page's title."""


def documents(reading: Reading) -> Iterator[Document]:
    """Everything to find on a page."""
    yield from _sentences(reading)
    yield from _quotations(reading)
    yield from _actors(reading)
    yield from _comments(reading)


def _sentences(reading: Reading) -> Iterator[Document]:
    page = reading.page
    whole = Paragraph(id="p1", kind="body", start=0, end=len(page.text))
    paragraphs = [p for p in page.paragraphs if p.kind in READ] if page.paragraphs else [whole]
    own = [e for e in reading.events if e.comment is None]
    for paragraph in paragraphs:
        for at in sentences(page.text, [range_of(paragraph)]):
            here = [e for e in own if at.start <= e.trigger.start < at.end]
            ref = here[0].id if here else f"par-{paragraph.id}"
            names = " ; ".join(_named(e) for e in here)
            yield Document("sentence", ref, one_line(page.text[at.start : at.end]), one_line(names), _of_events(here))


def _quotations(reading: Reading) -> Iterator[Document]:
    actors = {a.id: a for a in reading.actors}
    own = [e for e in reading.events if e.comment is None]
    for quote in reading.quotes:
        if quote.comment is None:
            actor = actors.get(quote.speaker_actor or "")
            said = " ".join(s.text for s in quote.speaker)
            named = [_OWNER.sub("", said), actor.name, actor.role or ""] if actor else [said]
            code = country.clean(actor.country) if actor else None
            values = {("country", code), ("by", code)} if code else set()
            inside = [e for e in own if _holds(quote, e)]
            values |= {(field, value) for field, value in _of_events(inside) if field in ("type", "rung")}
            text = " … ".join(s.text for s in quote.content)
            who = one_line(" ; ".join(filter(None, named)))
            yield Document("quotation", quote.id, one_line(text), who, tuple(sorted(values)), one_line(_around(reading, quote)))


def _around(reading: Reading, quote: Quote) -> str:
    """The page's title, and the paragraph up to the quotation's end: what "such exercises" are stands before it."""
    page, start, end = reading.page, quote.content[0].start, quote.content[-1].end
    home = next((p for p in page.paragraphs if p.start <= start < p.end), None)
    return f"{page.title or ''} {page.text[max(home.start, start - _BEFORE) : end] if home else ''}"


def _actors(reading: Reading) -> Iterator[Document]:
    parts = {p.actor for e in reading.events for p in (*e.actors, *e.recipients)} | {q.speaker_actor for q in reading.quotes}
    for actor in reading.actors:
        if (actor.country or actor.id in parts) and any(m.comment is None for m in actor.mentions):
            code = country.clean(actor.country)
            values: tuple[Value, ...] = (("country", code),) if code else ()
            yield Document("actor", actor.id, one_line(actor.name), one_line(actor.role or ""), values)


def _comments(reading: Reading) -> Iterator[Document]:
    for comment in reading.thread:
        if comment.text.strip():
            yield Document("comment", f"c-{comment.id}", one_line(comment.text), one_line(comment.author or ""), ())


def _of_events(events: Sequence[Event]) -> tuple[Value, ...]:
    values: set[Value] = set()
    for event in events:
        values.add(("type", event.type))
        if event.rung:
            values.add(("rung", event.rung))
        actors, recipients = countries(event.actors), countries(event.recipients)
        others = recipients if event.recipients else actors
        values |= {("country", code) for code in (*actors, *recipients)}
        values |= {("by", code) for code in actors}
        values |= {("pair", f"{a}>{b}") for a, b in product(actors, others) if a != b or event.recipients}
    return tuple(sorted(values))


def _named(event: Event) -> str:
    return " , ".join(dict.fromkeys(p.name for p in (*event.actors, *event.recipients) if p.name))


def _holds(quote: Quote, event: Event) -> bool:
    return any(part.start <= event.trigger.start and event.trigger.end <= part.end for part in quote.content)
