"""All pairs of states at once."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from facta.api.parts import REFUSED
from facta.relations import overview
from facta.relations.overview import World
from facta.store import Store

MOST = 60
"""States of a matrix, pairs and triads in one answer."""


@get("/api/world", sync_to_thread=True, summary="All pairs at once", tags=["relations"], responses={400: REFUSED, 404: REFUSED})
def world(
    store: NamedDependency[Store],
    *,
    since: Annotated[str | None, QueryParameter(description="ISO date at any precision; included.")] = None,
    until: Annotated[str | None, QueryParameter(description="ISO date at any precision; included.")] = None,
    one: Annotated[
        str | None, QueryParameter(name="state", description="Code or name of one whose partners are told too.")
    ] = None,
    sides: Annotated[int, QueryParameter(ge=1, le=MOST, description="States of the matrix.")] = 12,
    points: Annotated[
        int, QueryParameter(ge=1, le=MOST, description="Most pairs whose words are held against their deeds.")
    ] = 30,
    triads: Annotated[int, QueryParameter(ge=1, le=MOST, description="Most triads.")] = 8,
) -> World:
    """Who acts on whom, words against deeds with intervals, and which three relations fit together."""
    return overview.world(store, since=since, until=until, state=one, sides=sides, points=points, triads=triads)


@get("/api/world/years", sync_to_thread=True, summary="Stories by year", tags=["relations"])
def years(store: NamedDependency[Store]) -> dict[int, int]:
    """Stories of each year, once for each ordered pair of states that they are about."""
    return overview.years(store)


handlers = [world, years]
