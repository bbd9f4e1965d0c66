"""Reader comments of a store, as threads."""

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from facta.api.parts import After, Asked, CommentRow, Day, Limit, Page, Rows, Written, answer, spec
from facta.records import CommentKind
from facta.store import Store, ThreadQuery

Who = Annotated[str | None, QueryParameter(description="Who posted, by name, in any case.")]
Words = Annotated[str | None, QueryParameter(description="Words that stand in the comment, in any case.")]


@get(
    "/api/threads",
    sync_to_thread=True,
    summary="Reader comments",
    tags=["rows"],
    operation_class=Rows,
    responses=spec(CommentRow),
)
def threads(
    *,
    request: Asked,
    store: NamedDependency[Store],
    author: Who = None,
    words: Words = None,
    kind: FromQuery[list[CommentKind] | None] = None,
    since: Day = None,
    until: Day = None,
    page: Page = None,
    limit: Limit = 100,
    after: After = None,
    form: Written = None,
) -> Response[bytes]:
    """Replies below what they answer: the records of `facta threads --format json`, with the same filters."""
    return answer(
        request,
        store,
        lambda: ThreadQuery(author=author, words=words, kind=kind or (), since=since, until=until, page=page),
        limit=limit,
        after=after,
        form=form,
    )


handlers = [threads]
