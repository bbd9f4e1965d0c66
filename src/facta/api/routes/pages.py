"""Pages: which ones a store holds, and one with everything found in it, as the contract has it."""

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from facta.api.parts import After, Asked, Day, Limit, Page, PageRow, Rows, Written, answer, refusals, spec
from facta.records import encode
from facta.store import PageQuery, Store

Outlet = Annotated[str | None, QueryParameter(description="Which outlet published it, by whole words of its name, in any case.")]
Words = Annotated[str | None, QueryParameter(description="Words that stand in the title or the address, in any case.")]


@get("/api/pages", sync_to_thread=True, summary="Pages", tags=["pages"], operation_class=Rows, responses=spec(PageRow))
def pages(
    *,
    request: Asked,
    store: NamedDependency[Store],
    outlet: Outlet = None,
    words: Words = None,
    since: Day = None,
    until: Day = None,
    page: Page = None,
    limit: Limit = 100,
    after: After = None,
    form: Written = None,
) -> Response[bytes]:
    """By day of publication, those without one last: the records of `facta pages --format json`, with the same filters."""
    return answer(
        request,
        store,
        lambda: PageQuery(outlet=outlet, words=words, since=since, until=until, page=page),
        limit=limit,
        after=after,
        form=form,
    )


@get(
    "/api/pages/{key:str}",
    sync_to_thread=True,
    summary="A page and what was found in it",
    tags=["pages"],
    responses=refusals(404),
    response_description="A Reading, as `facta code --format jsonl` writes it",
)
def reading(store: NamedDependency[Store], key: FromPath[str]) -> Response[bytes]:
    """The record of a page by its key: text, thread, quotations, events and actors, every span into the text."""
    return Response(encode(store.reading(key)), media_type="application/json")


handlers = [pages, reading]
