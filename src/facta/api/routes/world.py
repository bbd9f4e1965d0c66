"""All pairs of states at once."""

from typing import Annotated

from litestar import get
from litestar.params import QueryParameter

from facta.api.parts import Answers, refusals
from facta.relations import overview
from facta.relations.overview import World

SIDES, POINTS, TRIADS = 12, 30, 8
MOST = 60
"""States of a matrix, pairs and triads in one answer."""


@get("/api/world", sync_to_thread=True, summary="All pairs at once", tags=["relations"], responses=refusals(404))
def world(
    answers: Answers,
    *,
    since: Annotated[str | None, QueryParameter(description="ISO date at any precision; included.")] = None,
    until: Annotated[str | None, QueryParameter(description="ISO date at any precision; included.")] = None,
    one: Annotated[
        str | None, QueryParameter(name="state", description="Code or name of one whose partners are told too.")
    ] = None,
    sides: Annotated[int, QueryParameter(ge=1, le=MOST, description="States of the matrix.")] = SIDES,
    points: Annotated[
        int, QueryParameter(ge=1, le=MOST, description="Most pairs whose words are held against their deeds.")
    ] = POINTS,
    triads: Annotated[int, QueryParameter(ge=1, le=MOST, description="Most triads.")] = TRIADS,
) -> World:
    """Who acts on whom, words against deeds with intervals, and which three relations fit together."""
    named = {"sides": (sides, SIDES), "points": (points, POINTS), "triads": (triads, TRIADS)}
    more = {name: value for name, (value, usual) in named.items() if value != usual}  # as the page asks for it
    return answers.answer(overview.world, since=since, until=until, state=one, **more)


@get("/api/world/years", sync_to_thread=True, summary="Stories by year", tags=["relations"], responses=refusals())
def years(answers: Answers) -> dict[int, int]:
    """Stories of each year, once for each ordered pair of states that they are about."""
    return answers.answer(overview.years)


handlers = [world, years]
