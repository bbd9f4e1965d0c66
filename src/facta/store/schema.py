"""Numbered migrations: how a store of any age comes to the tables and views this facta knows.

A migration that has been released is never edited; a change is a new file. Both backends get their tables and views from here.
"""

from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

import duckdb

from facta import __version__
from facta.errors import OldStoreError, StoreError
from facta.store.transaction import transaction

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",  # no network at run time
    "late_materialization_max_rows": "10000",  # up to this limit, columns that are only shown are read for the rows shown
}
"""Settings of DuckDB for every backend."""

MARK = 0
"""Where `facta_store` has this for a version, the row is no migration's: its name says what the store was made for."""

ORDER = {
    "facta_store": "version",
    "pages": "no",
    "comments": "page_no, n",
    "quotes": "page_no, n",
    "events": "page_no, n",
    "passing": "page_no, n",
    "actors": "page_no, n",
    "set_aside": "page, id",
    "folds": "page_no",
    "tellings": "page_no, event",
    "recalls": "page_no, mention",
    "stories": "first_day, id",
    "story_dyads": "actor, recipient, first_day, id",
    "story_asides": "actor, recipient, first_day, id",
    "verdicts": "said, commitment, deed",
    "corrections": "page, kind, id",
}
"""Every table of a store, and the order in which its rows are written out."""


@cache
def migrations() -> tuple[tuple[int, str, str], ...]:
    """(number, file name, SQL) of every migration, in order."""
    found = sorted(f.name for f in files("facta.store.migrations").iterdir() if f.name.endswith(".sql"))
    return tuple((int(name[:4]), name, (files("facta.store.migrations") / name).read_text("utf-8")) for name in found)


def newest() -> int:
    """The version of stores that this facta writes."""
    return migrations()[-1][0]


def version(con: duckdb.DuckDBPyConnection) -> int | None:
    """The version of an open store: 0 for a database without any table, None for somebody else's database."""
    try:
        (number,) = con.execute("SELECT coalesce(max(version), 0) FROM facta_store").fetchall()[0]
    except (duckdb.CatalogException, duckdb.BinderException):
        return None if con.execute("SELECT 1 FROM duckdb_tables() WHERE NOT internal LIMIT 1").fetchall() else 0
    return int(number)


def check(path: Path, found: int | None, *, writable: bool) -> None:
    """StoreError when a store of this version cannot be used as asked; OldStoreError when writing would help."""
    if found is None:
        raise StoreError(f"{path} is a DuckDB database of another program and was left as it is. Name a store, or a new file.")
    if found > newest():
        raise StoreError(
            f"{path} was written by a newer facta (store version {found}, this one knows up to {newest()}) and was left as it "
            "is. Update with: pip install -U facta"
        )
    if found == 0 and not writable:
        raise StoreError(f"{path} holds nothing yet. Fill it with: facta code SOURCE... --into FILE")
    if found < newest() and not writable:
        raise OldStoreError(
            f"{path} was written by an older facta (store version {found} of {newest()}). "
            f"Any writing brings it up to date, and so does: facta stories --store {path}"
        )


def migrate(con: duckdb.DuckDBPyConnection) -> None:
    """Apply what is missing, all or nothing."""
    done = version(con) or 0  # outside, since a question after a table that is not there would end the transaction
    with transaction(con):
        for number, name, sql in migrations():
            if number > done:
                con.execute(sql)
                con.execute(
                    "INSERT INTO facta_store VALUES (?, ?, ?, ?)",
                    [number, name, __version__, datetime.now(UTC).replace(tzinfo=None)],
                )
