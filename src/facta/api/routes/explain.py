"""From an id back to the words."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from facta.api.parts import refusals
from facta.store import Explanation, Store
from facta.stories import Story, explained

Id = Annotated[
    str,
    QueryParameter(
        name="id",
        description="Of an event, story, quotation, actor, comment (KEY/ID) or page, or six characters or more of its beginning; "
        "of a page the URL or source too.",
    ),
]


@get("/api/explain", sync_to_thread=True, summary="What stands behind an id", tags=["rows"], responses=refusals(404))
def explain(store: NamedDependency[Store], id_: Id) -> Story | Explanation:
    """The record of `facta explain --format json`: of a story every report that tells it, of others words, page and step."""
    return explained(store, id_)


handlers = [explain]
