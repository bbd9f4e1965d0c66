"""Journeys of persons: who stayed in which state, and when."""

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from facta.api.parts import After, Asked, Day, JourneyRow, Limit, Rows, Sure, Written, answer, spec
from facta.records import Status
from facta.relations.states import party, side
from facta.store import JourneyQuery, Store
from facta.store.query import How

Who = Annotated[str | None, QueryParameter(description="Who travels: a state (USA, Japan), a group (EU) or a name (kerry).")]
Where = Annotated[str | None, QueryParameter(description="Where to: a state or a group.")]


@get("/api/journeys", sync_to_thread=True, summary="Journeys", tags=["rows"], operation_class=Rows, responses=spec(JourneyRow))
def journeys(
    *,
    request: Asked,
    store: NamedDependency[Store],
    traveller: Who = None,
    host: Where = None,
    how: FromQuery[list[How] | None] = None,
    status: FromQuery[list[Status] | None] = None,
    min_confidence: Sure = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = 100,
    after: After = None,
    form: Written = None,
) -> Response[bytes]:
    """By their first day: the records of `facta journeys --format json`, with the same filters."""
    return answer(
        request,
        store,
        lambda: JourneyQuery(
            traveller=party(traveller),
            host=side(host).terms if host else (),
            how=how or (),
            status=status or ("actual",),
            min_confidence=min_confidence,
            since=since,
            until=until,
        ),
        (traveller,),
        limit=limit,
        after=after,
        form=form,
    )


handlers = [journeys]
