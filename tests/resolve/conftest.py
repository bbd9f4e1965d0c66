"""Readings made by hand, so that resolving is tested apart from reading."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from facta.records import Comment, Event, Made, Page, Paragraph, Party, Quote, Reading, Source, Span, When, Where
from facta.resolve import Resolve, Tables, load_tables

MADE = Made(step="test", version="0")


def at(text: str, words: str, occurrence: int = 1) -> Span:
    """The nth occurrence of words in a text."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def party(text: str, words: str, occurrence: int = 1) -> Party:
    span = at(text, words, occurrence)
    return Party(text=words, start=span.start, end=span.end)


def make_reading(text: str, published: str | None = None, comments: Iterable[tuple[str, str]] = (), **fields: Any) -> Reading:
    """A reading whose paragraphs are the lines of its text, all body."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(id=f"p{start}", kind="body", start=start, end=start + len(line)))
        start += len(line) + 1
    page = Page(id="i", key="k", source="test", text=text, published=published, paragraphs=tuple(paragraphs))
    return Reading(page=page, thread=tuple(Comment(id=i, text=t) for i, t in comments), **fields)


def make_event(text: str, trigger: str, type: str = "CONSULT", **fields: Any) -> Event:
    spans = {
        side: tuple(party(text, w) if isinstance(w, str) else w for w in fields.pop(side, ()))
        for side in ("actors", "recipients")
    }
    return Event(id="e", type=type, quad=1, trigger=at(text, trigger), confidence=1.0, made_by=MADE, **spans, **fields)


def make_quote(text: str, speaker: str, content: str, occurrence: int = 1, **fields: Any) -> Quote:
    return Quote(
        id=f"q{content}", kind="direct", act="said", content=(at(text, content),), speaker=(at(text, speaker, occurrence),),
        confidence=1.0, made_by=MADE, **fields,
    )  # fmt: skip


@pytest.fixture(scope="session")
def tables() -> Tables:
    return load_tables()


@pytest.fixture(scope="session")
def resolve(tables: Tables) -> Callable[[Reading], Reading]:
    return Resolve(tables)


@pytest.fixture(scope="session")
def build() -> Any:
    """The builders above, for tests that cannot import a conftest."""

    class Build:
        reading = staticmethod(make_reading)
        event = staticmethod(make_event)
        quote = staticmethod(make_quote)
        party = staticmethod(party)
        at = staticmethod(at)
        Source, When, Where = Source, When, Where

    return Build
