"""Whether the relations of three sides fit together."""

from litestar import get
from litestar.params import FromPath, FromQuery

from facta.api.parts import Answers, refusals
from facta.relations import triad
from facta.relations.records import Triad
from facta.relations.states import side


@get(
    "/api/triads/{a:str}/{b:str}/{c:str}",
    sync_to_thread=True,
    summary="Three relations",
    tags=["relations"],
    responses=refusals(404),
)
def triads(
    *,
    answers: Answers,
    a: FromPath[str],
    b: FromPath[str],
    c: FromPath[str],
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
) -> Triad:
    """The record of `facta triads --format json`."""
    return answers.answer(triad, side(a).code, side(b).code, side(c).code, since=since, until=until)


handlers = [triads]
