"""Stories of a store: each act once, with how many reports tell it."""

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from facta.api.parts import After, Asked, Day, Limit, Rows, StoryRow, Written, answer, spec, types
from facta.records import Rung, Status
from facta.relations.states import side
from facta.store import Store, StoryQuery, Term

Who = Annotated[str | None, QueryParameter(description="Who acts: a code (RUS), a name (Russia) or a group (EU).")]
Whom = Annotated[str | None, QueryParameter(description="Who is acted upon, or the other side of a symmetric act.")]
Types = Annotated[list[str] | None, QueryParameter(name="type", description="PLOVER type; may be given again.")]
Least = Annotated[int | None, QueryParameter(ge=1, description="Told by so many texts that are no copies.")]


@get("/api/stories", sync_to_thread=True, summary="Stories", tags=["rows"], operation_class=Rows, responses=spec(StoryRow))
def stories(
    *,
    request: Asked,
    store: NamedDependency[Store],
    actor: Who = None,
    recipient: Whom = None,
    type_: Types = None,
    rung: FromQuery[list[Rung] | None] = None,
    status: FromQuery[list[Status] | None] = None,
    min_independent: Least = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = 100,
    after: After = None,
    form: Written = None,
) -> Response[bytes]:
    """By day, as last folded: the records of `facta stories --format json`, with the same filters."""
    return answer(
        request,
        store,
        lambda: StoryQuery(
            actor=_members(actor),
            recipient=_members(recipient),
            type=types(type_),
            rung=rung or (),
            status=status or (),
            min_independent=min_independent,
            since=since,
            until=until,
        ),
        limit=limit,
        after=after,
        form=form,
    )


def _members(word: str | None) -> list[str | Term]:
    return side(word).terms if word else []


handlers = [stories]
