"""Each commitment of a pair and the deed that kept it."""

from typing import Annotated

from litestar import get
from litestar.params import FromPath, FromQuery, QueryParameter

from facta.api.parts import Answers, refusals
from facta.relations import ledger as made
from facta.relations.commitments.scoring import HIGHEST, LEAST, LOWEST
from facta.relations.records import Ledger, State
from facta.relations.relate import pair as sides

LONGEST = 3650
"""Days within which a deed is looked for, at most."""
Only = Annotated[
    list[State] | None,
    QueryParameter(
        name="state", description="List only commitments in this state; may be given again. Counts and shares are of all."
    ),
]

Least = Annotated[
    float,
    QueryParameter(
        ge=LOWEST, le=HIGHEST, description="Score from which an act is taken for the answer: the higher, the fewer and surer."
    ),
]


@get(
    "/api/ledger/{a:str}/{b:str}",
    sync_to_thread=True,
    summary="Commitments of a pair",
    tags=["relations"],
    responses=refusals(404),
)
def ledger(
    *,
    answers: Answers,
    a: FromPath[str],
    b: FromPath[str],
    since: FromQuery[str | None] = None,
    until: FromQuery[str | None] = None,
    horizon: Annotated[int, QueryParameter(ge=1, le=LONGEST)] = 365,
    least: Least = LEAST,
    only: Only = None,
) -> Ledger:
    """The record of `facta ledger --format json`."""
    one, other = sides(a, b)
    found = answers.answer(made, one.code, other.code, since=since, until=until, horizon=horizon, least=least)
    return found.narrowed(only or ())


handlers = [ledger]
