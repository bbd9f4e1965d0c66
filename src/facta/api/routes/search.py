"""Full text over sentences, quotations, actors and readers' comments."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from facta.api.parts import FURTHEST, refusals
from facta.records import Rung
from facta.store import Store
from facta.store.search import Found, Index, Keeper, Wanted, find
from facta.store.search.documents import Kind

MOST = 200
"""Hits in one answer."""


@get("/api/search", sync_to_thread=True, summary="Full text, and questions in plain words", tags=["search"], responses=refusals())
def search(
    store: NamedDependency[Store],
    keeper: NamedDependency[Keeper],
    *,
    q: FromQuery[str] = "",
    kind: FromQuery[Kind | None] = None,
    year: FromQuery[str | None] = None,
    outlet: FromQuery[str | None] = None,
    country: FromQuery[str | None] = None,
    event_type: Annotated[str | None, QueryParameter(name="type", required=False)] = None,
    rung: FromQuery[Rung | None] = None,
    plain: FromQuery[bool] = False,
    offset: Annotated[int, QueryParameter(ge=0, le=FURTHEST)] = 0,
    limit: Annotated[int, QueryParameter(ge=1, le=MOST)] = 20,
) -> Found:
    """How the question was understood, what answers it, and what the answer can be narrowed down by.

    `plain` takes the words as they are. `kind` is `sentence`, `quotation`, `actor` or `comment`; readers' comments are never
    mixed with what the pages say. While `pages` is less than `of`, the index is in the making, and the answer is what it has so
    far.
    """
    wanted = Wanted(q=q, kind=kind, year=year, outlet=outlet, country=country, type=event_type, rung=rung, plain=plain)
    return find(Index(store), wanted, offset=offset, limit=limit, held=keeper.held(store))


handlers = [search]
