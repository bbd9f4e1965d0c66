"""Reports handed in over HTTP: a text, a file, an address; coded one after the other, stored, and told as the contract has them.

Like every write these need the header `x-csrftoken` with the value of the cookie `facta_csrf`, which any GET sets: a page of
somebody else's can make a browser send a request here, but can read neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Protocol

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody, MultipartBody, QueryParameter, SkipValidation

from facta.api.parts import WRITE, refusals
from facta.read.raw import Options
from facta.read.sources import typed
from facta.records import Reading, Record, encode
from facta.store import Store

TAGS = ["add"]
LONGEST = 60
"""Seconds that a request may wait."""
Wait = Annotated[float, QueryParameter(ge=0, le=LONGEST, description="Seconds to wait for the end before answering.")]


class Text(Record, frozen=True, kw_only=True):
    """A report as text."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO date."""


class Address(Record, frozen=True, kw_only=True):
    """A page or feed on the web."""

    url: str


@dataclass
class Upload:
    """A file with what is known of its pages."""

    file: UploadFile
    title: str = ""
    outlet: str = ""
    published: str = ""
    columns: str = ""
    """Which column of a table holds which field: text=body,published=day."""


class Taken(Record, frozen=True, kw_only=True):
    """A page that is now in the store."""

    key: str
    title: str
    events: int
    known: bool
    """Whether it was there already, coded by this version."""
    reading: str
    """Address of its Reading."""


class Job(Record, frozen=True, kw_only=True):
    """How far something handed in is."""

    id: str
    state: str
    """waiting, reading, coding, storing, done, or failed where no page came of it."""
    pages: int
    """Coded so far."""
    added: tuple[Taken, ...]
    failures: tuple[str, ...]
    """A line for each input that yields no page."""
    more: bool
    """Whether there were more pages than are taken at once."""
    readings: str
    """Address of the Readings of all pages added."""


class Adding(Protocol):
    """A page added, as the desk keeps it."""

    key: str
    title: str
    events: int
    known: bool


class Running(Protocol):
    """A job, as the desk keeps it."""

    id: str
    state: str
    pages: int
    added: Sequence[Adding]
    failures: list[str]
    more: bool

    @property
    def over(self) -> bool:
        """Whether nothing more happens."""


class Taking(Protocol):
    """The desk that the explorer's own pages use too, with the same limits."""

    def job(self, id_: str) -> Running | None:
        """A job by its id."""

    def text(self, words: str, said: Options, *, wait: float | None) -> Running:
        """Take a text."""

    def url(self, address: str, *, wait: float | None) -> Running:
        """Take an address."""

    def file(self, name: str, data: bytes, said: Options, *, wait: float | None) -> Running:
        """Take a file."""


Desk = NamedDependency[SkipValidation[Taking]]
_SAID = {
    201: ResponseSpec(Job, generate_examples=False, description="Done while the request waited; the pages are there."),
    202: ResponseSpec(Job, generate_examples=False, description="Taken; the header Location says where to look."),
    **refusals(*WRITE),
    422: ResponseSpec(Job, generate_examples=False, description="Done, and no page came of it; `failures` says why."),
}


@post("/api/add/text", sync_to_thread=True, status_code=202, summary="Add a text", tags=TAGS, responses=_SAID)
def text(*, desk: Desk, data: JSONBody[Text], wait: Wait = 0) -> Response[Job]:
    """Code a text as it stands; a text that is there already is not doubled."""
    return _begun(desk.text(data.text, typed(data.title, data.outlet, data.published), wait=wait))


@post("/api/add/url", sync_to_thread=True, status_code=202, summary="Add a page of the web", tags=TAGS, responses=_SAID)
def url(*, desk: Desk, data: JSONBody[Address], wait: Wait = 0) -> Response[Job]:
    """Fetch a page or feed as the command line does, never from inside this machine or its network, and code it."""
    return _begun(desk.url(data.url, wait=wait))


@post("/api/add/file", sync_to_thread=True, status_code=202, summary="Add a file", tags=TAGS, responses=_SAID)
def file(*, desk: Desk, data: MultipartBody[Upload], wait: Wait = 0) -> Response[Job]:
    """Code the pages of a file of any kind that `facta code` takes."""
    said = typed(data.title, data.outlet, data.published, data.columns)
    return _begun(desk.file(data.file.filename, data.file.file.read(), said, wait=wait))


@get("/api/add/{job:str}", sync_to_thread=True, summary="How far a job is", tags=TAGS, responses=refusals(404))
def progress(desk: Desk, job: FromPath[str]) -> Job:
    """The last 32 jobs are known."""
    return _told(_found(desk, job))


@get("/api/add/{job:str}/readings", sync_to_thread=True, summary="The Readings of a job", tags=TAGS, responses=refusals(404))
def readings(desk: Desk, store: NamedDependency[Store], job: FromPath[str]) -> Response[bytes]:
    """The pages added so far as the contract has them, as `facta code --format jsonl` writes them, in a JSON array."""
    found: list[Reading] = list(store.readings([one.key for one in _found(desk, job).added]))
    return Response(b"[" + b",".join(map(encode, found)) + b"]", media_type="application/json")


def _begun(job: Running) -> Response[Job]:
    status = HTTPStatus.CREATED if job.over and job.added else HTTPStatus.ACCEPTED
    if job.over and not job.added:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return Response(_told(job), status_code=status, headers={"location": f"/api/add/{job.id}"})


def _found(desk: Taking, id_: str) -> Running:
    found = desk.job(id_)
    if found is None:
        raise NotFoundException
    return found


def _told(job: Running) -> Job:
    return Job(
        id=job.id,
        state=job.state,
        pages=job.pages,
        added=tuple(
            Taken(key=one.key, title=one.title, events=one.events, known=one.known, reading=f"/api/pages/{one.key}")
            for one in job.added
        ),
        failures=tuple(job.failures),
        more=job.more,
        readings=f"/api/add/{job.id}/readings",
    )


handlers = [text, url, file, progress, readings]
