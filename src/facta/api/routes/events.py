"""Events of a store: who did what to whom."""

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from facta.api.parts import After, Asked, Day, EventRow, Limit, Page, Rows, Sure, Written, answer, spec, types
from facta.records import Rung, Status
from facta.relations.states import party
from facta.store import EventQuery, Store
from facta.store.conditions import Comments

Who = Annotated[str | None, QueryParameter(description="Who acts: a state (RUS, Russia), a group (EU) or a name (shoigu).")]
Whom = Annotated[str | None, QueryParameter(description="Who is acted upon, or the other side of a meeting.")]
Types = Annotated[list[str] | None, QueryParameter(name="type", description="PLOVER type; may be given again.")]


@get("/api/events", sync_to_thread=True, summary="Events", tags=["rows"], operation_class=Rows, responses=spec(EventRow))
def events(
    *,
    request: Asked,
    store: NamedDependency[Store],
    actor: Who = None,
    recipient: Whom = None,
    type_: Types = None,
    rung: FromQuery[list[Rung] | None] = None,
    status: FromQuery[list[Status] | None] = None,
    min_confidence: Sure = None,
    since: Day = None,
    until: Day = None,
    page: Page = None,
    comments: FromQuery[Comments] = "article",
    limit: Limit = 100,
    after: After = None,
    form: Written = None,
) -> Response[bytes]:
    """What single reports tell, by day: the records of `facta events --format json`, with the same filters."""
    return answer(
        request,
        store,
        lambda: EventQuery(
            actor=party(actor),
            recipient=party(recipient),
            type=types(type_),
            rung=rung or (),
            status=status or (),
            min_confidence=min_confidence,
            since=since,
            until=until,
            page=page,
            comments=comments,
        ),
        (actor, recipient),
        limit=limit,
        after=after,
        form=form,
    )


handlers = [events]
