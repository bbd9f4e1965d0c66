"""What routes that answer with rows share: parts with a link to the next, JSON or Parquet, and a clear no to the rest."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Concatenate, Literal, ParamSpec, Protocol, TypeVar
from urllib.parse import urlencode

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Example, OpenAPIMediaType, OpenAPIResponse, OpenAPIType, Operation, Schema
from litestar.openapi.spec.enums import OpenAPIFormat
from litestar.params import QueryParameter, SkipValidation

from facta.events.ontology import ontology
from facta.records import Comment, Event, Quote, Record
from facta.relations.states import misspelt
from facta.store import Query, Store
from facta.store.paging import part
from facta.store.query import How

PARQUET = "application/vnd.apache.parquet"
MOST = 1000
"""Rows of one part."""

FURTHEST = 100_000
"""Rows before a part that is asked for by number."""


P = ParamSpec("P")
R = TypeVar("R")
Form = Literal["json", "parquet"]
Asked = Request[Any, Any, Any]

Limit = Annotated[int, QueryParameter(ge=1, le=MOST, description=f"Rows of one part, {MOST:,} at most.")]
After = Annotated[
    str | None,
    QueryParameter(description="Where the part begins: taken unchanged from the Link header of the part before."),
]
Written = Annotated[
    Form | None,
    QueryParameter(name="format", description=f"json, or parquet (also by Accept: {PARQUET})."),
]
Day = Annotated[
    str | None,
    QueryParameter(
        description="ISO date at any precision; included.",
        examples=[Example(summary="a month", value="2018-04")],
    ),
]
Sure = Annotated[float | None, QueryParameter(ge=0, le=1, description="Leave out less certain ones.")]
Page = Annotated[str | None, QueryParameter(description="Key, id, url or source of one page.")]


class Remembering(Protocol):
    """Remembers what was asked until the store changes."""

    def answer(self, ask: Callable[Concatenate[Store, P], R], /, *args: P.args, **named: P.kwargs) -> R:
        """What `ask(store, ...)` returns; nobody may change it."""


Answers = NamedDependency[SkipValidation[Remembering]]
"""`answers`: for what takes long to count; shared with the explorer's pages."""


class Refused(Record, frozen=True, kw_only=True):
    """Why there is no answer."""

    status: int
    error: str
    message: str
    """What was asked, what there is, what to do."""
    near: tuple[str, ...] = ()
    """Codes of states with names like the one asked for."""


_WHY = {
    400: "What was asked for cannot be: a parameter that does not exist, or a value that does not fit.",
    401: "The server asks for its token: the header Authorization, Bearer and the token.",
    403: "A write without this server's token: the value of the cookie facta_csrf, which every GET sets, as header x-csrftoken.",
    404: "Nothing has that key or name, or nothing answers and a state is called much like it: `near` has the nearest codes.",
    413: "The body is larger than the server takes.",
    421: "The request names a host that the server does not answer to.",
    500: "A mistake in facta; the terminal in which it runs says more.",
    503: "The store is not there yet, or another program writes to it: ask again in a moment.",
}
WRITE = (403, 413)
"""Errors of writes besides those of every route."""


def refusals(*more: int) -> dict[int, ResponseSpec]:
    """What OpenAPI says of the errors of a route: those that every route may answer with, and these."""
    return {
        status: ResponseSpec(Refused, generate_examples=False, description=_WHY[status])
        for status in sorted({400, 401, 421, 500, 503, *more})
    }


class PageOf(Record, frozen=True, kw_only=True):
    """The page that a row is from."""

    id: str
    key: str
    source: str
    url: str | None = None
    title: str | None = None
    site: str | None = None
    outlet: str | None = None
    published: str | None = None


class EventRow(Event, frozen=True, kw_only=True):
    """An event with its page."""

    page: PageOf


class SpeakerIs(Record, frozen=True, kw_only=True):
    """Who the speaker is, where that is known."""

    name: str
    country: str | None = None
    role: str | None = None


class QuoteRow(Quote, frozen=True, kw_only=True):
    """A quotation with its page."""

    speaker_is: SpeakerIs | None = None
    page: PageOf


class CommentRow(Comment, frozen=True, kw_only=True):
    """A reader comment with its page."""

    depth: int
    """0 for a comment on the page itself."""
    page: PageOf


class StoryRow(Record, frozen=True, kw_only=True):
    """An act, once, however many reports tell it."""

    id: str
    type: str
    mode: str | None
    quad: int
    rung: str | None
    status: str
    actor_countries: tuple[str, ...]
    recipient_countries: tuple[str, ...]
    symmetric: bool
    """Whether all who take part are actors."""
    first_day: str | None
    last_day: str | None
    date_precision: str | None
    place_country: str | None
    told_day: str | None
    """Day of the first report."""
    intensity: float
    """Between -10 (conflict) and 10 (cooperation)."""
    event: str
    """Id of the event that shows it best."""
    evidence: str | None
    contexts: tuple[str, ...]
    confidence: float
    n_events: int
    n_reports: int
    n_outlets: int
    n_independent: int
    """Texts that are no copies of each other."""
    outlets: tuple[str, ...]
    told_by: tuple[str, ...]
    """States whose own media are all that tells it."""
    url: str | None


class JourneyRow(Record, frozen=True, kw_only=True):
    """A person's stay in a state that is not the person's own, once, however many acts and reports tell it."""

    traveller: str
    country: str
    sector: str | None
    role: str | None
    """Office held then."""
    host: str
    first_day: str
    last_day: str
    how: How
    """What tells it best."""
    status: str
    places: tuple[str, ...]
    """Names of where the acts were, as far as they are told."""
    event: str
    """Id of the event that shows it best."""
    evidence: str | None
    page: str
    """Key of the page that holds this event."""
    confidence: float
    """That at least one independent report is right."""
    n_events: int
    n_reports: int
    n_outlets: int
    n_independent: int
    """Texts that are no copies of each other."""
    outlets: tuple[str, ...]
    url: str | None


class PageRow(Record, frozen=True, kw_only=True):
    """A page, with how much was found in it."""

    id: str
    key: str
    source: str
    url: str | None
    title: str | None
    dek: str | None
    byline: tuple[str, ...]
    published: str | None
    modified: str | None
    site: str | None
    outlet: str | None
    language: str | None
    section: str | None
    characters: int
    events: int
    """The article's own, as `quotes` are."""
    quotes: int
    comments: int
    reader_events: int
    """What readers claim."""
    problems: int


def spec(kind: type[Record]) -> dict[int, ResponseSpec]:
    """What OpenAPI says of an answer with rows of a kind."""
    return {
        200: ResponseSpec(
            list[kind],  # type: ignore[valid-type]
            generate_examples=False,
            description="Rows in order. While there are more, the header Link names the address of the next part (rel=next).",
        ),
        **refusals(404),
    }


@dataclass
class Rows(Operation):
    """What OpenAPI says of a route that answers with rows: as JSON or as Parquet."""

    def __post_init__(self) -> None:
        """A ResponseSpec has room for one kind of content only."""
        found = (self.responses or {}).get("200")
        if isinstance(found, OpenAPIResponse) and found.content is not None:
            binary = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
            found.content[PARQUET] = OpenAPIMediaType(schema=binary)


def types(names: list[str] | None) -> list[str]:
    """PLOVER types by name, in any case; UsageError when one does not exist."""
    return [ontology().type(name.upper()).name for name in names or ()]


def answer(
    request: Asked,
    store: Store,
    ask: Callable[[], Query],
    parties: Iterable[str | None] = (),
    *,
    limit: int,
    after: str | None,
    form: Form | None,
) -> Response[bytes]:
    """A part of the answer to a question, in the form asked for.

    parties: who was asked for, in the user's words. Who is no state but spelt much like one may be a person, but where nothing
    answers it is a slip: UnknownSideError.
    """
    query = ask()
    store.demand(getattr(query, "page", None))
    table, following = part(store, query, after=after, limit=limit)
    if not table.num_rows and not after and (slips := misspelt(parties)):
        raise slips[0]
    parquet = form == "parquet" or (form is None and PARQUET in request.headers.get("accept", ""))
    headers = {"vary": "accept"}
    if following:
        asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
        headers["link"] = f'<{request.url.path}?{urlencode([*asked, ("after", following)])}>; rel="next"'
    body = _parquet(table) if parquet else msgspec.json.encode(table.to_pylist())
    return Response(body, media_type=PARQUET if parquet else "application/json", headers=headers)


def _parquet(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()
