"""Each commitment of a pair and the deed that kept it."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from facta.relations.ledger import ledger as made
from facta.relations.listing import sides
from facta.relations.records import Ledger
from facta.store import Store


@get("/api/ledger/{a:str}/{b:str}", sync_to_thread=True, summary="Commitments of a pair", tags=["relations"])
def ledger(
    *,
    store: NamedDependency[Store],
    a: FromPath[str],
    b: FromPath[str],
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
    horizon: Annotated[int, QueryParameter(ge=1)] = 365,
) -> Ledger:
    """The record of `facta ledger --format json`."""
    sides(a, b)
    return made(store, a, b, since=since, until=until, horizon=horizon)


handlers = [ledger]
