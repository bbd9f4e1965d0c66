"""Add: paste a text, choose a file, name a page on the web; it is coded in seconds and opens in the reader."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from litestar import Request, Response, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import NotFoundException
from litestar.params import MultipartBody, URLEncodedBody
from litestar.response import Redirect, Template

from facta.errors import FactaError
from facta.read.sources import suffixes, typed
from facta.settings import number
from facta.web import adding
from facta.web.handed import OneDesk, Word
from facta.web.menu import Entry
from facta.web.pages import address, page

MENU = Entry("Add", "/add", 50, "add")

Form = URLEncodedBody[dict[str, str]]
Asked = Request[Any, Any, Any]

SHOWN = {
    "waiting": "Waiting for others to be done",
    "reading": "Reading",
    "coding": "Coding: who did what, who said what",
    "storing": "Putting it into the store, counting stories anew",
}


@dataclass
class Upload:
    """What the form with a file sends."""

    file: UploadFile | None = None
    title: str = ""
    outlet: str = ""
    published: str = ""
    columns: str = ""


@get("/add", sync_to_thread=True)
def view() -> Template:
    """The three ways to add something."""
    return _page()


@post("/add/text", sync_to_thread=True, status_code=200)
def text(request: Asked, desk: OneDesk, data: Form) -> Template | Response[None]:
    """A pasted text."""

    def take(wait: float | None) -> adding.Job:
        told = typed(data.get("title"), data.get("outlet"), data.get("published"))
        return desk.text(data.get("text", ""), told, wait=wait)

    return _take(request, take, data)


@post("/add/url", sync_to_thread=True, status_code=200)
def url(request: Asked, desk: OneDesk, data: Form) -> Template | Response[None]:
    """A page or feed on the web."""
    return _take(request, lambda wait: desk.url(data.get("url", ""), wait=wait), data)


@post("/add/file", sync_to_thread=True, status_code=200)
def file(request: Asked, desk: OneDesk, data: MultipartBody[Upload]) -> Template | Response[None]:
    """A file."""
    given = data.file
    held = given.file.read() if given else b""

    def take(wait: float | None) -> adding.Job:
        told = typed(data.title, data.outlet, data.published, data.columns)
        return desk.file(given.filename if given else "", held, told, wait=wait)

    return _take(request, take, {})


@get("/add/{job:str}", sync_to_thread=True)
def progress(request: Asked, desk: OneDesk, job: Word) -> Template:
    """How far a job is."""
    found = desk.job(job)
    if found is None:
        raise NotFoundException
    return _progress(request, found)


def _take(request: Asked, take: Callable[[float | None], adding.Job], said: dict[str, str]) -> Template | Response[None]:
    """Begin; where a script asks, answer with the progress, else when all is done."""
    scripted = bool(request.headers.get("hx-request"))
    try:
        job = take(0 if scripted else None)
    except FactaError as error:
        return _refused(request, str(error), said)
    if scripted:
        made = _progress(request, job)
        made.headers["hx-push-url"] = address("add", job.id)  # a page loaded again goes on telling of it
        return made
    if job.state == "failed":
        return _refused(request, " ".join(job.failures) or "There was no page in it.", said)
    one = _only(job)
    return Redirect(address("page", one.key) if one else address("add", job.id), status_code=303)


def _refused(request: Asked, why: str, said: dict[str, str]) -> Template:
    """One line on why there is nothing to code, the form as it was."""
    if request.headers.get("hx-request"):
        return page("_add_refused.html", why=why)
    made = _page(why=why, said=said)
    made.status_code = 400
    return made


def _progress(request: Asked, job: adding.Job) -> Template:
    scripted = bool(request.headers.get("hx-request"))
    made = page("_add_progress.html" if scripted else "add_progress.html", section="add", job=job, steps=SHOWN)
    one = _only(job)
    if scripted and one:
        made.headers["hx-redirect"] = address("page", one.key)
    return made


def _only(job: adding.Job) -> adding.Added | None:
    """The one page that came of a job without trouble."""
    whole = job.state == "done" and len(job.added) == 1 and not job.failures
    return job.added[0] if whole else None


def _page(why: str | None = None, said: dict[str, str] | None = None) -> Template:
    most = min(adding.UPLOAD, int(number("max_bytes"))) // 1_000_000
    return page("add.html", section="add", why=why, said=said or {}, most=most, accept=",".join(suffixes()))


handlers = [view, text, url, file, progress]
