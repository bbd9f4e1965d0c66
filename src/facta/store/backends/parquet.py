"""A store as a folder of Parquet files, one a table, as `Store.to_parquet` writes it: read only, made for sharing."""

from pathlib import Path

import duckdb

from facta.errors import StoreError
from facta.store import schema
from facta.store.failures import guarded

WRITABLE = False


def accepts(path: Path) -> bool:
    """Whether this is a folder."""
    return path.is_dir()


def connect(path: Path, *, read_only: bool, create: bool) -> duckdb.DuckDBPyConnection:
    """An in-memory database with the views of every store over the folder's files; always read only."""
    missing = [name for name in schema.ORDER if not (path / f"{name}.parquet").is_file()]
    if "facta_store" in missing and not read_only:
        raise StoreError(f"{path} is a folder, and a store that is written is a file. Name one: {path / 'news.duckdb'}")
    if "facta_store" in missing:
        raise StoreError(_incomplete(path, missing[0]))
    con = duckdb.connect(config=schema.SETTINGS)
    try:
        with guarded(path):
            _look_into(path, con, missing)
    except BaseException:
        con.close()
        raise
    return con


def _look_into(path: Path, con: duckdb.DuckDBPyConnection, missing: list[str]) -> None:
    """Make the views; StoreError for a folder of another version, or one that lacks a table."""
    _check_age(path, con)
    if missing:
        raise StoreError(_incomplete(path, missing[0]))
    # The views come from the migrations; what they stand on is then swapped from empty tables to the files.
    schema.migrate(con)
    for name in schema.ORDER:
        file = str(path / f"{name}.parquet").replace("'", "''")
        con.execute(f"DROP TABLE {name}")
        con.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{file}')")


def _check_age(path: Path, con: duckdb.DuckDBPyConnection) -> None:
    """StoreError for a folder that another version of facta wrote, which may well have other tables."""
    (found,) = con.execute("SELECT max(version) FROM read_parquet(?)", [str(path / "facta_store.parquet")]).fetchall()[0]
    if found is not None and found < schema.newest():
        raise StoreError(
            f"{path} was written by an older facta (store version {found} of {schema.newest()}), and a folder of Parquet files "
            f"is never changed. Write a new one from the store it came from: {_WRITTEN}"
        )
    schema.check(path, found, writable=False)


_WRITTEN = "open_store(FILE).to_parquet(FOLDER)"


def _incomplete(path: Path, table: str) -> str:
    return f"{path} is not a store of Parquet files: {table}.parquet is missing. One is written in Python: {_WRITTEN}"
