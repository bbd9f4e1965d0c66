"""The side file: which pages of a store it holds, and how it comes to hold those of today."""

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from time import monotonic, time
from typing import NamedTuple

from facta.errors import StoreError
from facta.quotes.origin import outlet
from facta.records import Reading
from facta.store.days import first_day
from facta.store.search.documents import clean, documents
from facta.store.store import Store

VERSION = 1
"""Grows whenever what is written changes, so that older files are left alone."""
BATCH = 200
"""Pages written in one transaction."""
UNUSED = 90 * 24 * 3600
"""Seconds after which an index that has not changed is deleted, when another one is made."""
_LOCK = threading.Lock()
"""One writer in this process; other processes wait for SQLite's own lock."""

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


class Index:
    """The full-text index of one store."""

    def __init__(self, store: Store) -> None:
        """Over an open store; nothing is written before `sync`."""
        self.store = store
        self.path = _place(store)

    def sync(self, seconds: float) -> Held:
        """Take up what has come into the store and drop what has left it, for about so many seconds; the rest the next time."""
        state = self._state()
        with self.open() as con:
            held = con.execute("SELECT value FROM meta WHERE name = 'state'").fetchone()
            if held and held[0] == state[0]:
                return Held(state[1], state[1])
        with _LOCK, self.open() as con:
            return self._catch_up(con, state, monotonic() + seconds)

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """A connection to the file, which is made where there is none; StoreError when that fails."""
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
            self.path.unlink(missing_ok=True)
            raise StoreError(
                f"The search index was damaged and has been deleted: {error}. Search again to make it anew."
            ) from error

    def _state(self) -> tuple[str, int]:
        """What changes when the pages of the store do, and how many pages there are."""
        (row,) = self.store.sql("SELECT count(*) AS n, coalesce(sum(hash(no, key)), 0)::VARCHAR AS mark FROM pages")
        return f"{row['n']} {row['mark']}", row["n"]

    def _catch_up(self, con: sqlite3.Connection, state: tuple[str, int], until: float) -> Held:
        theirs = {row["no"]: row["key"] for row in self.store.sql("SELECT no, key FROM pages")}
        ours = dict(con.execute("SELECT no, key FROM pages"))
        gone = [no for no, key in ours.items() if theirs.get(no) != key]
        coming = sorted(no for no, key in theirs.items() if ours.get(no) != key)
        for at in range(0, len(gone), BATCH):
            _drop(con, gone[at : at + BATCH])
        done = 0
        while done < len(coming):
            some = coming[done : done + BATCH]
            self._take_up(con, {theirs[no]: no for no in some})
            done += len(some)
            if monotonic() > until:
                break
        if done == len(coming):
            con.execute("INSERT OR REPLACE INTO meta VALUES ('state', ?)", [state[0]])
        return Held(len(theirs) - len(coming) + done, len(theirs))

    def _take_up(self, con: sqlite3.Connection, numbers: dict[str, int]) -> None:
        with _transaction(con):
            for reading in self.store.readings(numbers):
                _write(con, numbers[reading.page.key], reading)


def _make(con: sqlite3.Connection) -> None:
    with _transaction(con):
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


@contextmanager
def _transaction(con: sqlite3.Connection) -> Iterator[None]:
    con.execute("BEGIN IMMEDIATE")
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def _write(con: sqlite3.Connection, no: int, reading: Reading) -> None:
    page = reading.page
    day = first_day(page.published)
    row = (no, page.key, clean(page.title or ""), outlet(page), page.published, day.isoformat() if day else None)
    con.execute("INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)", row)
    for document in documents(reading):
        made = con.execute(
            "INSERT INTO docs (page, kind, ref, text, who, around) VALUES (?, ?, ?, ?, ?, ?)",
            [no, document.kind, document.ref, document.text, document.who, document.around],
        )
        con.executemany("INSERT INTO facets VALUES (?, ?, ?)", [(*value, made.lastrowid) for value in document.values])


def _drop(con: sqlite3.Connection, numbers: Sequence[int]) -> None:
    with _transaction(con):
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
