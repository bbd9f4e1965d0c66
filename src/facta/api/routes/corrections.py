"""What people said of events and quotations, beside what the machine said; also as training data."""

from collections.abc import Iterator

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from facta.api.parts import refusals
from facta.store import Store
from facta.store.corrections import Correction, QuoteCorrection, corrections, protocol, quotations

LINES = "application/x-ndjson"


@get(
    "/api/corrections", sync_to_thread=True, summary="Events that people have judged", tags=["corrections"], responses=refusals()
)
def judged(store: NamedDependency[Store], page: FromQuery[str | None] = None) -> list[Correction]:
    """In the order in which it was said; `page` is a key."""
    return list(corrections(store, page))


@get(
    "/api/corrections/quotations",
    sync_to_thread=True,
    summary="Quotations that people have judged",
    tags=["corrections"],
    responses=refusals(),
)
def requoted(store: NamedDependency[Store], page: FromQuery[str | None] = None) -> list[QuoteCorrection]:
    """In the order in which it was said; `page` is a key."""
    return list(quotations(store, page))


@get(
    "/api/corrections.jsonl",
    sync_to_thread=True,
    summary="Corrections as training data",
    tags=["corrections"],
    responses=refusals(),
    media_type=LINES,
    response_description="JSON records, one a line",
)
def training(store: NamedDependency[Store]) -> Response[bytes]:
    """A line for each text of which a person has judged something, in the form in which reports are coded by hand."""
    return Response(b"".join(_lines(store)), media_type=LINES)


def _lines(store: Store) -> Iterator[bytes]:
    for item in protocol(store):
        yield msgspec.json.encode(item) + b"\n"


handlers = [judged, requoted, training]
