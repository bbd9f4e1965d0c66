"""The store as its users hold it: put pages in, ask, explain, take pages out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

import duckdb

from facta import __version__
from facta.errors import NotFoundError, StoreError, UsageError
from facta.plugins import load_all
from facta.records import Reading
from facta.store import find, schema
from facta.store.explain import Explanation, explain
from facta.store.failures import guarded, mistakes
from facta.store.folder import write_folder
from facta.store.query import Query, count_sql, to_sql
from facta.store.rows import RECORDS, Row, to_reading
from facta.store.rowset import Rows
from facta.store.shapes import Shape
from facta.store.transaction import transaction
from facta.store.writing import Coded, fetch, remove_pages, replace_pages

BATCH_PAGES = 256
BATCH_SECONDS = 5.0
"""A batch is written when it has so many pages or so many seconds have gone: what a power cut may cost."""

DEMO = "demo"
"""The mark of a store that `facta demo` made."""
_READ_AT_ONCE = 256  # pages whose records `readings` holds in memory
_ARROW_ROWS = 8192


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What a store holds; counts of records."""

    pages: int
    comments: int
    quotes: int
    """The articles' own."""
    events: int
    """The articles' own."""
    by_rung: Mapping[str, int]
    """The articles' own events by rung; `none` for possible and negated ones."""
    reader_events: int
    """Events that reader comments claim."""
    actors: int
    outlets: int
    problems: int
    set_aside: int
    """A person's claims whose words are no longer in their page."""


class Store:
    """An open store; a context manager. Not for several threads at once."""

    def __init__(self, path: Path, con: duckdb.DuckDBPyConnection, *, read_only: bool) -> None:
        """Made by `open_store`."""
        self.path = path
        self.read_only = read_only
        self._con = con
        self._digests: frozenset[str] | None = None

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Write what is pending to the file and let go of it."""
        with guarded(self.path):
            self._con.close()

    def put(self, reading: Reading, digest: str) -> None:
        """Store one page, in place of what the machine made of it before; a person's quotes and events stay.

        `digest` stands for the input and the pipeline's version (see `seen`). Of `reading`, the analyses are not stored.
        """
        self.put_many([(reading, digest)])

    def put_many(self, coded: Iterable[Coded]) -> int:
        """Store pages as they come, in batches of one transaction each; how many were stored.

        When the iterable or the user interrupts, the whole pages that came before are stored and the error goes on.
        """
        self._check_writable()
        stored, batch, since = 0, list[Coded](), monotonic()
        try:
            for one in coded:
                batch.append(one)
                if len(batch) >= BATCH_PAGES or monotonic() - since >= BATCH_SECONDS:
                    full, batch = batch, []
                    stored, since = stored + self._replace(full), monotonic()
        finally:
            stored += self._replace(batch)
        return stored

    def seen(self, digests: Iterable[str]) -> set[str]:
        """Which of these digests belong to pages that are stored: inputs that need no coding again."""
        if self._digests is None:  # asked for every input, one at a time, so it must not cost a query each
            with guarded(self.path):
                self._digests = frozenset(digest for (digest,) in self._con.execute("SELECT digest FROM pages").fetchall())
        return set(self._digests.intersection(digests))

    def readings(self, keys: Iterable[str] | None = None) -> Iterator[Reading]:
        """Stored pages as they were put, in the order stored; only those of these keys when keys are given."""
        condition, parameters = ("", []) if keys is None else (" WHERE key IN (SELECT unnest(?::VARCHAR[]))", [list(keys)])
        numbers = [row["no"] for row in self._fetch(f"SELECT no FROM pages{condition} ORDER BY no", parameters)]
        for start in range(0, len(numbers), _READ_AT_ONCE):
            yield from self._read(numbers[start : start + _READ_AT_ONCE])

    def reading(self, key: str) -> Reading:
        """The stored page with this key; NotFoundError when there is none."""
        found = next(self.readings([key]), None)
        if found is None:
            raise NotFoundError(
                f"No page has the key {key!r}; it may have been taken out of the store. Search finds pages by words."
            )
        return found

    def rows(self, query: Query, shape: Shape = "record") -> Rows:
        """The answer to a query, in the shape asked for (an export's `SHAPE`)."""
        sql, parameters = to_sql(query, shape)
        return self.sql(sql, parameters)

    def count(self, query: Query) -> int:
        """How many rows `rows` would give."""
        (row,) = self._fetch(*count_sql(query))
        return int(row["n"])

    def sql(self, sql: str, parameters: Sequence[object] = ()) -> Rows:
        """The answer to a SELECT over the views (`events_v`, `dyads_v`, ...), for analyses that no query covers.

        UsageError with what the engine says where it is no SELECT or asks for what there is not.
        """
        with guarded(self.path), mistakes():
            found = self._con.cursor().sql(sql, params=parameters)
            if found is None:
                raise UsageError("The store answers a SELECT; there is none in this SQL.")
            return Rows(found.to_arrow_reader(_ARROW_ROWS), self.path)

    def explain(self, id_: str) -> Explanation:
        """What stands behind an event, quote, actor, comment or page, by its id or a beginning of 6 characters or more."""
        with guarded(self.path):
            found = find.record(self._con, id_)
        (reading,) = self._read([found.page_no])
        return explain(reading, found.kind, found.id)

    def demand(self, page: str | None) -> None:
        """NotFoundError with the nearest when a page is asked for, by key, id, url or source, that the store does not hold."""
        if page is not None:
            with guarded(self.path):
                find.demand(self._con, page)

    def forget(self, page: str) -> dict[str, int]:
        """Take a page, by key, id, url or source, and all that was made of it out; how many rows each table lost.

        Its digest goes too, so that it can be coded again.
        """
        self._check_writable()
        self._digests = None
        with guarded(self.path):
            number, key = find.page(self._con, page)
            with transaction(self._con):
                return remove_pages(self._con, [number], [key])

    def summary(self) -> Summary:
        """What the store holds."""
        rungs = self._fetch(
            "SELECT coalesce(rung, 'none') AS rung, count(*) AS n FROM events WHERE comment IS NULL GROUP BY 1 ORDER BY 1"
        )
        by_rung = {"talk": 0, "commitment": 0, "deed": 0, "none": 0} | {row["rung"]: row["n"] for row in rungs}
        (counts,) = self._fetch(_COUNTS)
        return Summary(events=sum(by_rung.values()), by_rung=by_rung, **counts)

    def mark(self, name: str) -> None:
        """Say what the store was made for, in a word that `marked` asks for; it goes along into a folder of Parquet files."""
        if not self.marked(name):
            with self.changing() as con:
                now = datetime.now(UTC).replace(tzinfo=None)
                con.execute("INSERT INTO facta_store VALUES (?, ?, ?, ?)", [schema.MARK, name, __version__, now])

    def marked(self, name: str) -> bool:
        """Whether the store was said to be made for this."""
        return bool(self._fetch("SELECT 1 FROM facta_store WHERE version = ? AND name = ?", [schema.MARK, name]))

    def published(self) -> tuple[date, date] | None:
        """The first and the last day of its reports; None where none has a date."""
        (row,) = self._fetch("SELECT min(published_day) AS first, max(published_day) AS last FROM pages")
        return (row["first"], row["last"]) if row["first"] else None

    def to_parquet(self, folder: str | Path) -> Path:
        """Write the whole store as a folder of Parquet files, which `open_store` opens; UsageError when that has content."""
        with guarded(folder):
            return write_folder(self._con, Path(folder))

    @contextmanager
    def changing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The connection, for rooms that keep what they make in the store: all of the block is stored or nothing of it."""
        self._check_writable()
        with guarded(self.path), transaction(self._con):
            yield self._con

    def _check_writable(self) -> None:
        if not self.read_only:
            return
        if self.path.is_dir():
            raise StoreError(f"{self.path} is a folder of Parquet files, which can only be asked; name a DuckDB file instead.")
        raise StoreError(f"{self.path} is open for reading only, so nothing can be stored in it or taken out of it.")

    def _replace(self, batch: Sequence[Coded]) -> int:
        if not batch:
            return 0
        self._digests = None
        with guarded(self.path):
            return replace_pages(self._con, batch)

    def _fetch(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        with guarded(self.path):
            return fetch(self._con, sql, parameters)

    def _read(self, numbers: Sequence[int]) -> Iterator[Reading]:
        """Readings of pages by their sorted numbers; the bounds let DuckDB skip the rows of other pages."""
        within = "BETWEEN ? AND ? AND {0} IN (SELECT unnest(?::BIGINT[])) ORDER BY {0}"
        bounds = [numbers[0], numbers[-1], numbers]
        parts: dict[str, dict[int, list[Row]]] = {table: {} for table in RECORDS}
        for table, by_page in parts.items():
            for row in self._fetch(f"SELECT * FROM {table} WHERE page_no {within.format('page_no')}, n", bounds):
                by_page.setdefault(row["page_no"], []).append(row)
        for page in self._fetch(f"SELECT * FROM pages WHERE no {within.format('no')}", bounds):
            yield to_reading(page, {table: by_page.get(page["no"], []) for table, by_page in parts.items()})


_COUNTS = """
    SELECT * FROM (SELECT count(*) AS pages, coalesce(sum(len(problems)), 0)::BIGINT AS problems FROM pages),
                  (SELECT count(*) AS comments FROM comments),
                  (SELECT count(*) AS quotes FROM quotes WHERE comment IS NULL),
                  (SELECT count(comment) AS reader_events FROM events),
                  (SELECT count(*) AS actors FROM actors),
                  (SELECT count(DISTINCT outlet) AS outlets FROM pages_v),
                  (SELECT count(*) AS set_aside FROM set_aside)
"""


def open_store(path: str | Path, *, read_only: bool = False, create: bool = True) -> Store:
    """Open the store in a DuckDB file, or in a folder of Parquet files (always read only).

    A missing file is made unless `read_only` or not `create`; an older store is brought up to date when it may be written.
    StoreError with one line on what to do for everything that can be wrong with the file, UsageError when no store can live
    at the path; a file not ours is never touched.
    """
    where = Path(path).expanduser()
    backend = next((b for b in load_all("facta.store.backends") if b.accepts(where)), None)
    if backend is None:
        raise UsageError(f"No kind of store can live at {path}. Name a .duckdb file or a folder of Parquet files.")
    con = backend.connect(where, read_only=read_only, create=create)
    return Store(where, con, read_only=read_only or not backend.WRITABLE)
