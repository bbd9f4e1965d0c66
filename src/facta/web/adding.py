"""Codes what a person hands in, one after the other, in a thread of its own, and tells how far it is."""

import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from time import monotonic
from typing import Literal

from facta.errors import FactaError, InputError, UsageError
from facta.pipeline import Coder, coding, digest
from facta.read.fetch import tidy
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import open_bytes, open_sources
from facta.records import Reading
from facta.stories import update
from facta.web.reading import title
from facta.web.shelf import Shelf

UPLOAD = 32_000_000
"""Bytes of one request's body."""
MOST_PAGES = 100
"""Pages coded at once: from a feed, an archive, a table."""
REMEMBERED = 32
"""Jobs whose outcome is kept."""
AT_ONCE = 8
"""Jobs that may wait."""
PASTED = "The pasted text"
_SHOWN = 200
"""Characters of an address that are said where it is none."""
_WORDS = re.compile(r"[^\W\d_]+")
_UNPARTED = "\u2e80"
"""From here on Unicode has scripts whose words no blanks part: Chinese, Japanese, ..."""
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
    items: Iterator[Raw | Failure]
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

    def text(self, words: str, said: Options, *, wait: float | None) -> Job:
        """Take a pasted text; InputError where there is none."""
        words = words.replace("\r\n", "\n").replace("\r", "\n")  # as browsers send line ends
        if not words.strip():
            raise InputError("Nothing was pasted: put a report’s text into the field.")
        opened = open_bytes(PASTED, words.encode("utf-8", "replace"), said, named=False)
        return self._take(PASTED, opened, wait)

    def file(self, name: str, data: bytes, said: Options, *, wait: float | None) -> Job:
        """Take a file that was handed in; InputError where it is empty."""
        if not data:
            raise InputError("No file was chosen, or it is empty.")
        name = name.replace("\\", "/").rpartition("/")[2] or "The file"
        return self._take(name, open_bytes(name, data, said), wait)

    def url(self, address: str, *, wait: float | None) -> Job:
        """Take a page or feed on the web, fetched as the command line does; InputError for what is no address there."""
        address = address.strip()
        if not address.lower().startswith(("http://", "https://")):
            raise InputError("That is no address on the web; one begins with http:// or https://")
        try:
            tidy(address)
        except InputError as error:  # which is about whatever it is said of
            raise InputError(f"{address[:_SHOWN]!r} {error}") from None
        return self._take(address, open_sources([address], Options()), wait)

    def _take(self, what: str, pages: Iterator[Raw | Failure], wait: float | None) -> Job:
        """Begin a job and wait so many seconds for its end, with None until it comes; UsageError when too many are waiting."""
        job = Job(id=secrets.token_urlsafe(12), what=what, items=pages)
        with self._lock:
            if sum(not one.over for one in self._jobs.values()) >= AT_ONCE:
                raise UsageError("Several others are being coded already. Try again in a moment.")
            self._jobs[job.id] = job
            while len(self._jobs) > REMEMBERED:
                self._jobs.popitem(last=False)
        worker = threading.Thread(target=self._run, args=(job,), daemon=True)
        worker.start()
        worker.join(wait)
        return job

    def _run(self, job: Job) -> None:
        with _WORK:
            try:
                self._work(job)
            except FactaError as error:
                job.failures.append(str(error))
            except Exception as error:  # whatever it is, the page that waits must hear of it
                job.failures.append(f"facta failed with {type(error).__name__}: {error}")
            job.items = iter(())  # a file that was handed in is let go of
            job.state = "done" if job.added else "failed"

    def _work(self, job: Job) -> None:
        job.state = "reading"
        coded: list[tuple[Reading, str]] = []
        for item in islice(job.items, MOST_PAGES + 1):
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
        mark = digest(raw, coding())
        with self._shelf.reading() as store:
            keys = [row["key"] for row in store.sql("SELECT key FROM pages WHERE digest = ? LIMIT 1", [mark])]
            held = next(store.readings(keys), None)
        if held:
            job.added.append(_added(held, known=True))
            return
        result = coder()(raw)
        if isinstance(result, Failure):
            job.failures.append(_line(result))
        elif not _tells(result):
            job.failures.append(_line(Failure(source=raw.source, message="holds no sentence; a report has at least one")))
        else:
            coded.append((result, mark))
        job.pages += 1
        job.state = "reading"


@cache
def coder() -> Coder:
    """The pipeline, loaded once."""
    return Coder()


def _line(failure: Failure) -> str:
    """Why there is no page, as a sentence; the field of a form or request is called as the option of the command line is."""
    between = " " if failure.message[:1].islower() else ": "
    return f"{failure.source}{between}{failure.message}".replace("--columns ", "columns ")


def _tells(reading: Reading) -> bool:
    """Whether a page says anything: two words, a script that parts none, or a thread. A slip of the hand is no report.

    `facta code` keeps such pages, since every row of a table must be accounted for.
    """
    words = _WORDS.findall(reading.page.text)
    return len(words) > 1 or bool(reading.thread) or any(letter >= _UNPARTED for word in words for letter in word)


def _added(reading: Reading, *, known: bool) -> Added:
    return Added(reading.page.key, title(reading.page), sum(e.comment is None for e in reading.events), known)
