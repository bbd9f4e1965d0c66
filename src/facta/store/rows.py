"""A Reading as rows of the store's tables, and back: the only place that knows both shapes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from facta.records import Actor, Comment, Event, Page, Party, Problem, Quote, Reading
from facta.store.days import covered, day_of
from facta.values import country

Row = dict[str, Any]
"""Column name -> value, nested records as dicts and lists."""

RECORDS: dict[str, type[msgspec.Struct]] = {
    "comments": Comment,
    "quotes": Quote,
    "events": Event,
    "passing": Event,
    "actors": Actor,
}
"""Tables whose rows belong to a page, with the record each row is."""

R = TypeVar("R", bound=msgspec.Struct)


def to_rows(reading: Reading, digest: str, no: int) -> dict[str, list[Row]]:
    """All rows of one page by table; `no` is the page's number, `digest` the caller's hash of input and pipeline version."""
    page = {**msgspec.to_builtins(reading.page), "no": no, "digest": digest}
    page["problems"] = msgspec.to_builtins(reading.problems)
    page["published_day"] = day_of(reading.page.published)
    return {
        "pages": [page],
        "comments": _numbered(no, reading.thread, _of_comments(reading.thread)),
        "quotes": _numbered(no, reading.quotes, _of_quotes(reading)),
        "events": _numbered(no, reading.events, map(_of_event, reading.events)),
        "passing": _numbered(no, reading.passing, map(_of_event, reading.passing)),
        "actors": _numbered(no, reading.actors, ({} for _ in reading.actors)),
    }


def to_reading(page: Row, parts: Mapping[str, Sequence[Row]]) -> Reading:
    """The Reading of a row of `pages` and its rows of the other tables, each in order."""
    return Reading(
        page=msgspec.convert(page, Page),
        thread=records(parts["comments"], Comment),
        quotes=records(parts["quotes"], Quote),
        events=records(parts["events"], Event),
        passing=records(parts["passing"], Event),
        actors=records(parts["actors"], Actor),
        problems=records(page["problems"], Problem),
    )


def records(rows: Iterable[Row], kind: type[R]) -> tuple[R, ...]:
    """Rows as records; columns the record doesn't know are left aside."""
    return tuple(msgspec.convert(row, kind) for row in rows)


def _numbered(no: int, items: Sequence[msgspec.Struct], derived: Iterable[Row]) -> list[Row]:
    return [
        {**msgspec.to_builtins(item), **more, "page_no": no, "n": n}
        for n, (item, more) in enumerate(zip(items, derived, strict=True))
    ]


def _of_comments(thread: Iterable[Comment]) -> Iterator[Row]:
    depths: dict[str, int] = {}
    for comment in thread:
        depths[comment.id] = depths.get(comment.parent, -1) + 1 if comment.parent is not None else 0
        yield {"depth": depths[comment.id], "first_day": day_of(comment.date)}


def _of_quotes(reading: Reading) -> Iterator[Row]:
    actors, day = {actor.id: actor for actor in reading.actors}, day_of(reading.page.published)
    for quote in reading.quotes:
        speaker = actors.get(quote.speaker_actor or "")
        known = {f"speaker_{field}": getattr(speaker, field, None) for field in ("name", "country", "role")}
        yield {**known, "first_day": day}


def _of_event(event: Event) -> Row:
    actors = countries(event.actors)
    first, last = covered(event.date)
    return {
        "actor_countries": actors,
        "recipient_countries": countries(event.recipients),
        "symmetric": not event.recipients and len(actors) > 1,
        "first_day": first,
        "last_day": last,
    }


def countries(parties: Iterable[Party]) -> list[str]:
    """Whom some parties belong to: distinct, sorted, without unknown ones."""
    return sorted({code for party in parties if (code := country.clean(party.country))})
