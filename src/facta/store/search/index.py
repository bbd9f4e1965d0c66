"""The side file: which pages of a store it holds, and how it comes to hold those of today."""

import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from time import monotonic, time
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from facta.errors import StoreError
from facta.quotes.origin import outlet
from facta.records import Reading
from facta.store.days import day_of
from facta.store.search.documents import documents
from facta.store.store import Store
from facta.store.transaction import transaction
from facta.values.words import one_line

VERSION = 3
"""Grows whenever what is written changes, so that older files are left alone."""
BATCH = 400
"""Pages written in one transaction."""
_CHUNK = 1 << 22  # bytes
UNUSED = 90 * 24 * 3600
"""Seconds after which an index that has not changed is deleted, when another one is made."""
_LOCK = threading.Lock()
"""One writer in this process; other processes wait for SQLite's own lock."""
Numbers = NDArray[np.int64]
"""Numbers of pages; a store never gives one twice, and a page stored again gets a new one."""

_TABLES = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE pages (no INTEGER PRIMARY KEY, key TEXT NOT NULL, title TEXT, outlet TEXT, published TEXT, day TEXT);
    CREATE TABLE docs (
        id INTEGER PRIMARY KEY, page INTEGER NOT NULL, kind TEXT NOT NULL, ref TEXT NOT NULL,
        text TEXT NOT NULL, who TEXT NOT NULL, around TEXT NOT NULL
    );
    CREATE INDEX docs_page ON docs (page);
    CREATE TABLE facets (
        field TEXT NOT NULL, value TEXT NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (field, value, doc)
    ) WITHOUT ROWID;
    CREATE INDEX facets_doc ON facets (doc, field, value);
    CREATE INDEX pages_day ON pages (day);
    CREATE VIRTUAL TABLE words USING fts5 (
        text, who, around, content = 'docs', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER docs_in AFTER INSERT ON docs BEGIN
        INSERT INTO words (rowid, text, who, around) VALUES (new.id, new.text, new.who, new.around);
    END;
    CREATE TRIGGER docs_out AFTER DELETE ON docs BEGIN
        INSERT INTO words (words, rowid, text, who, around) VALUES ('delete', old.id, old.text, old.who, old.around);
        DELETE FROM facets WHERE doc = old.id;
    END;
"""


class Held(NamedTuple):
    """How far the index has come."""

    pages: int
    """Pages it holds."""
    of: int
    """Pages of the store."""

    @property
    def complete(self) -> bool:
        """Whether it is in step with the store."""
        return self.pages >= self.of


class Index:
    """The full-text index of one store."""

    def __init__(self, store: Store) -> None:
        """Over an open store; nothing is written before `sync`."""
        self.store = store
        self.path = _place(store)

    def held(self) -> Held:
        """How far it has come, at once; it is complete when both numbers are the same."""
        mark, of = self._state()
        with self.open() as con:
            if _mark(con) == mark:
                return Held(of, of)
            pages = con.execute("SELECT count(*) FROM pages").fetchone()[0]
        return Held(min(pages, of - 1), of) if of else Held(0, 1)

    def read_through(self) -> None:
        """Read the file once, so that the system has it in memory and no first search waits for a cold disk."""
        with suppress(OSError), self.path.open("rb", buffering=0) as file:
            while file.read(_CHUNK):
                pass

    def sync(self, seconds: float) -> Held:
        """Take up what has come into the store and drop what has left it, for about so many seconds; the rest the next time."""
        held, until = self.held(), monotonic() + seconds
        steps = self.steps()
        while not held.complete:
            held = next(steps)
            if monotonic() > until:
                break
        return held

    def steps(self, pause: Callable[[], None] = lambda: None) -> Generator[Held]:
        """The same bit by bit, in about a second each; who stops in between loses nothing. `pause` is called after every page."""
        mark, _ = self._state()
        with self.open() as con:
            theirs, ours = self._numbers(), _numbers(con)
            gone, coming = np.setdiff1d(ours, theirs, assume_unique=True), np.setdiff1d(theirs, ours, assume_unique=True)
            for at in range(0, len(gone), BATCH):
                with _LOCK:
                    _drop(con, gone[at : at + BATCH].tolist())
                yield Held(len(theirs) - len(coming), len(theirs) + 1)
            for at in range(0, len(coming), BATCH):
                with _LOCK:
                    self._take_up(con, coming[at : at + BATCH], pause)
                if (done := at + BATCH) < len(coming):
                    yield Held(len(theirs) - len(coming) + done, len(theirs))
            with _LOCK:
                con.execute("INSERT OR REPLACE INTO meta VALUES ('state', ?)", [mark])
            yield Held(len(theirs), len(theirs))

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """A connection to the file, which is made where there is none; StoreError when that fails.

        A file that is damaged is deleted; a mistake in what is asked of it goes on as it is, and the file stays.
        """
        try:
            with closing(sqlite3.connect(self.path, timeout=10, isolation_level=None)) as con:
                con.execute("PRAGMA journal_mode = WAL")
                con.execute("PRAGMA synchronous = NORMAL")
                if con.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                    _make(con)
                    _tidy(self.path)
                yield con
        except sqlite3.OperationalError as error:
            raise StoreError(
                f"The search index at {self.path} cannot be used: {error}. It can be deleted; it is made again."
            ) from error
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            for end in ("", "-wal", "-shm"):  # a log left behind would be played into the new file
                Path(f"{self.path}{end}").unlink(missing_ok=True)
            raise StoreError(
                f"The search index was damaged and has been deleted: {error}. Search again to make it anew."
            ) from error

    def _state(self) -> tuple[str, int]:
        """What changes when the pages of the store do, and how many pages there are."""
        (row,) = self.store.sql("SELECT count(*) AS n, coalesce(sum(hash(no)), 0)::VARCHAR AS mark FROM pages")
        return f"{row['n']} {row['mark']}", row["n"]

    def _numbers(self) -> Numbers:
        rows = self.store.sql("SELECT no FROM pages ORDER BY no")
        return np.concatenate([np.empty(0, np.int64), *(np.asarray(batch["no"], np.int64) for batch in rows.batches())])

    def _take_up(self, con: sqlite3.Connection, numbers: Numbers, pause: Callable[[], None]) -> None:
        """Write some pages, less those that another process has written meanwhile."""
        with transaction(con, "BEGIN IMMEDIATE"):
            held = con.execute("SELECT no FROM pages WHERE no BETWEEN ? AND ?", [int(numbers[0]), int(numbers[-1])])
            new = sorted({*numbers.tolist()} - {no for (no,) in held})
            rows = self.store.sql("SELECT no, key FROM pages WHERE no IN (SELECT unnest(?::BIGINT[]))", [new])
            of = {row["key"]: row["no"] for row in rows}
            _write(con, ((of[reading.page.key], reading) for reading in self.store.readings(of)), pause)


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says so; errors of Python's module itself have no code. The low byte is the kind, the others its detail."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _mark(con: sqlite3.Connection) -> str | None:
    held = con.execute("SELECT value FROM meta WHERE name = 'state'").fetchone()
    return held[0] if held else None


def _numbers(con: sqlite3.Connection) -> Numbers:
    return np.fromiter((no for (no,) in con.execute("SELECT no FROM pages ORDER BY no")), np.int64)


def _make(con: sqlite3.Connection) -> None:
    with transaction(con, "BEGIN IMMEDIATE"):
        if con.execute("PRAGMA user_version").fetchone()[0] == VERSION:  # another process was faster
            return
        for statement in _statements():
            con.execute(statement)
        con.execute(f"PRAGMA user_version = {VERSION}")


def _tidy(path: Path) -> None:
    """Delete indexes that nobody has asked for long: those of stores that are gone."""
    for other in path.parent.glob("*.sqlite"):
        with suppress(OSError):
            if other != path and time() - other.stat().st_mtime > UNUSED:
                other.unlink()


def _statements() -> Iterator[str]:
    """One at a time: `executescript` would end the transaction."""
    whole = ""
    for line in _TABLES.splitlines():
        whole += f"{line}\n"
        if whole.strip() and sqlite3.complete_statement(whole):
            yield whole
            whole = ""


def _write(con: sqlite3.Connection, some: Iterable[tuple[int, Reading]], pause: Callable[[], None]) -> None:
    """Pages with everything to find on them; inside a transaction, so that numbers of documents can be given here."""
    pages, docs, facets = list[tuple[Any, ...]](), list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    last = con.execute("SELECT coalesce(max(id), 0) FROM docs").fetchone()[0]
    for no, reading in some:
        page, day = reading.page, day_of(reading.page.published)
        shown = day.isoformat() if day else None
        pages.append((no, page.key, one_line(page.title or ""), outlet(page), page.published, shown))
        for document in documents(reading):
            last += 1
            docs.append((last, no, document.kind, document.ref, document.text, document.who, document.around))
            facets += [(*value, last) for value in document.values]
        pause()
    for table, rows in (("pages", pages), ("docs", docs), ("facets", facets)):
        if rows:
            con.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' for _ in rows[0])})", rows)


def _drop(con: sqlite3.Connection, numbers: Sequence[int]) -> None:
    with transaction(con, "BEGIN IMMEDIATE"):
        for table, column in (("docs", "page"), ("pages", "no")):
            con.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(no,) for no in numbers])


def _place(store: Store) -> Path:
    """The file of a store: by where the store lies and when it was made."""
    (row,) = store.sql("SELECT min(applied)::VARCHAR AS made FROM facta_store")
    named = f"{store.path.resolve()}\0{row['made']}"
    name = blake2b(named.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return folder() / f"{name}.{VERSION}.sqlite"


def folder() -> Path:
    """Where side files lie: in the user's cache folder; where that cannot be written, in one of this run."""
    wanted = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "facta" / "search"
    try:
        wanted.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return _temporary()
    return wanted if os.access(wanted, os.W_OK) else _temporary()


@cache
def _temporary() -> Path:
    return Path(tempfile.mkdtemp(prefix="facta-search-"))
