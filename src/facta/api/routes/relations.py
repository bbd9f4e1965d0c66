"""Words, commitments and deeds of a pair over time, and the stories they are counted from."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from facta.api.parts import FURTHEST, Answers, refusals
from facta.records import Rung
from facta.relations import relations
from facta.relations.busiest import Pair, busiest
from facta.relations.listing import Listing, listing
from facta.relations.records import Relation
from facta.relations.relate import beside
from facta.relations.relate import pair as sides
from facta.relations.sides import second as second_pair
from facta.store import Store

MOST = 200
"""Stories in one answer."""

Compared = Annotated[str | None, QueryParameter(description="A second pair, USA-CHN: there are periods for all of its time too.")]
Period = Annotated[
    str | None,
    QueryParameter(description="Leave out what no such period counts, dated too coarsely: day, week, month, quarter, year."),
]


@get(
    "/api/relations/{a:str}/{b:str}", sync_to_thread=True, summary="A pair over time", tags=["relations"], responses=refusals(404)
)
def relation(
    *,
    answers: Answers,
    a: FromPath[str],
    b: FromPath[str],
    by: FromQuery[str] = "month",
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
    both: FromQuery[bool] = False,
    compare: Compared = None,
) -> Relation:
    """What `a` says, promises and does to `b`, or with `both` either to the other; as `facta relations --format json`."""

    def told(one: str, other: str) -> Relation:
        return answers.answer(relations, one, other, by=by, since=since, until=until, directed=not both)

    one, other = sides(a, b)
    found, second = told(one.code, other.code), second_pair(compare)
    return beside(found, told(*second))[0] if second else found


@get(
    "/api/relations/{a:str}/{b:str}/stories",
    sync_to_thread=True,
    summary="The stories of a pair",
    tags=["relations"],
    responses=refusals(404),
)
def stories(
    *,
    store: NamedDependency[Store],
    a: FromPath[str],
    b: FromPath[str],
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
    both: FromQuery[bool] = False,
    rung: FromQuery[list[Rung] | None] = None,
    by: Period = None,
    offset: Annotated[int, QueryParameter(ge=0, le=FURTHEST)] = 0,
    limit: Annotated[int, QueryParameter(ge=1, le=MOST)] = 50,
) -> Listing:
    """Each story with the words of every report that tells it, by day."""
    return listing(store, a, b, since=since, until=until, by=by, directed=not both, rungs=rung or (), offset=offset, limit=limit)


@get("/api/pairs", sync_to_thread=True, summary="The busiest pairs", tags=["relations"], responses=refusals())
def pairs(answers: Answers, limit: Annotated[int, QueryParameter(ge=1, le=MOST)] = 50) -> list[Pair]:
    """The pairs of states that most stories tell of."""
    return list(answers.answer(busiest, limit))


handlers = [relation, stories, pairs]
