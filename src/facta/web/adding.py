"""Codes what a person hands in, one after the other, in a thread of its own, and tells how far it is."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from itertools import islice
from time import monotonic
from typing import Literal

from facta.errors import FactaError, InputError, UsageError
from facta.pipeline import Coder, digest, version
from facta.read.fetch import tidy
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import open_sources
from facta.read.sources._content import Content, bare
from facta.read.sources._given import Given, is_taken, items, supplied
from facta.records import Reading
from facta.stories import update
from facta.values import dates
from facta.web.reading import title
from facta.web.shelf import Shelf

MOST_PAGES = 100
"""Pages coded at once: from a feed, an archive, a table."""
REMEMBERED = 32
"""Jobs whose outcome is kept."""
AT_ONCE = 8
"""Jobs that may wait."""
PASTED = "The pasted text"
_CODED = "comments=True"
_WORK = threading.Lock()
"""One job at a time: a machine has few cores, and the store one writer."""

State = Literal["waiting", "reading", "coding", "storing", "done", "failed"]
STEPS: tuple[State, ...] = ("waiting", "reading", "coding", "storing", "done")


@dataclass(frozen=True)
class Added:
    """A page that is now in the store."""

    key: str
    title: str
    events: int
    known: bool
    """Whether it was there already, coded by this version."""


@dataclass
class Job:
    """Something handed in."""

    id: str
    what: str
    """How it is called in a sentence."""
    open: Callable[[], Iterator[Raw | Failure]]
    state: State = "waiting"
    pages: int = 0
    """Pages coded so far."""
    added: list[Added] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    """One line for each input that yields no page."""
    more: bool = False
    """Whether there were more pages than are taken at once."""
    since: float = field(default_factory=monotonic)

    @property
    def over(self) -> bool:
        """Whether nothing more happens."""
        return self.state in ("done", "failed")

    @property
    def seconds(self) -> int:
        """How long it has been going on."""
        return int(monotonic() - self.since)


class Desk:
    """Takes things in for one store."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def job(self, id_: str) -> Job | None:
        """A job by its id; None for one that is forgotten."""
        return self._jobs.get(id_)

    def take(self, what: str, open_: Callable[[], Iterator[Raw | Failure]], *, wait: bool) -> Job:
        """Begin a job, and with `wait` end it too; UsageError when too many are waiting."""
        job = Job(id=secrets.token_urlsafe(12), what=what, open=open_)
        with self._lock:
            if sum(not one.over for one in self._jobs.values()) >= AT_ONCE:
                raise UsageError("Several others are being coded already. Try again in a moment.")
            self._jobs[job.id] = job
            while len(self._jobs) > REMEMBERED:
                self._jobs.popitem(last=False)
        worker = threading.Thread(target=self._run, args=(job,), daemon=True)
        worker.start()
        if wait:
            worker.join()
        return job

    def _run(self, job: Job) -> None:
        with _WORK:
            try:
                self._work(job)
            except FactaError as error:
                job.failures.append(str(error))
            except Exception as error:  # whatever it is, the page that waits must hear of it
                job.failures.append(f"facta failed with {type(error).__name__}: {error}")
            job.state = "done" if job.added else "failed"

    def _work(self, job: Job) -> None:
        job.state = "reading"
        coded: list[tuple[Reading, str]] = []
        for item in islice(job.open(), MOST_PAGES + 1):
            if job.pages == MOST_PAGES:
                job.more = True
                break
            if isinstance(item, Failure):
                job.failures.append(_line(item))
                continue
            self._code(job, item, coded)
        if coded:
            job.state = "storing"
            with self._shelf.writing() as store:
                store.put_many(coded)
                update(store)
            job.added += [_added(reading, known=False) for reading, _ in coded]

    def _code(self, job: Job, raw: Raw, coded: list[tuple[Reading, str]]) -> None:
        job.state = "coding"
        mark = digest(raw, f"{version()}, {_CODED}")
        with self._shelf.reading() as store:
            keys = [row["key"] for row in store.sql("SELECT key FROM pages WHERE digest = ? LIMIT 1", [mark])]
            held = next(store.readings(keys), None)
        if held:
            job.added.append(_added(held, known=True))
            return
        result = coder()(raw)
        if isinstance(result, Failure):
            job.failures.append(_line(result))
        else:
            coded.append((result, mark))
        job.pages += 1
        job.state = "reading"


@cache
def coder() -> Coder:
    """The pipeline, loaded once."""
    return Coder()


def text(words: str, options: Options) -> Callable[[], Iterator[Raw | Failure]]:
    """A pasted text; InputError at once where there is none."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")  # as browsers send line ends
    if not words.strip():
        raise InputError("Nothing was pasted: put a report’s text into the field.")
    return file(PASTED, words.encode("utf-8", "replace"), options, name="")


def file(what: str, data: bytes, options: Options, *, name: str | None = None) -> Callable[[], Iterator[Raw | Failure]]:
    """The pages of a file that was handed in, told by its name where that is one we take, else by its content."""
    if not data:
        raise InputError("No file was chosen, or it is empty.")
    checked = _checked(options)
    name = bare(what) if name is None and is_taken(what) else ""

    def opened() -> Iterator[Raw | Failure]:
        # never a path: nothing of ours is opened by a name from outside
        with Content(BytesIO(data)) as content:
            try:
                content.check()
            except InputError as error:
                yield Failure(source=what, message=str(error))
                return
            for item in items(Given(spec=what, key_source=what, name=name, content=content), checked):
                yield _with(item, checked)

    return opened


def url(address: str) -> Callable[[], Iterator[Raw | Failure]]:
    """A page or feed on the web, fetched as the command line does; InputError at once for what is no address there."""
    address = address.strip()
    if not address.lower().startswith(("http://", "https://")):
        raise InputError("That is no address on the web; one begins with http:// or https://")
    tidy(address)
    return lambda: open_sources([address], Options())


def options(form_title: str, outlet: str, published: str) -> Options:
    """What a person knows of a text that does not say so itself."""
    return Options(title=form_title.strip() or None, outlet=outlet.strip() or None, published=published.strip() or None)


def _checked(said: Options) -> Options:
    if said.published and not dates.clean(said.published):
        raise UsageError(f"The date {said.published!r} is none; write it as 2018-04-03, 2018-04 or 2018.")
    return Options(title=said.title, outlet=said.outlet, published=dates.clean(said.published))


def _with(item: Raw | Failure, said: Options) -> Raw | Failure:
    if isinstance(item, Failure):
        return item
    return supplied(item, title=said.title, published=said.published, outlet=said.outlet)


def _line(failure: Failure) -> str:
    """Why there is no page, as a sentence."""
    between = " " if failure.message[:1].islower() else ": "
    return f"{failure.source}{between}{failure.message}"


def _added(reading: Reading, *, known: bool) -> Added:
    return Added(reading.page.key, title(reading.page), sum(e.comment is None for e in reading.events), known)
