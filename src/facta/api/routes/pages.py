"""A page with everything found in it, as the contract has it."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from facta.api.parts import refusals
from facta.records import encode
from facta.store import Store


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


handlers = [reading]
