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
    if missing:
        raise StoreError(
            f"{path} is not a store of Parquet files: {missing[0]}.parquet is missing. "
            "One is written in Python: open_store(FILE).to_parquet(FOLDER)"
        )
    con = duckdb.connect(config=schema.SETTINGS)
    with guarded(path):
        # The views come from the migrations; what they stand on is then swapped from empty tables to the files.
        schema.migrate(con)
        for name in schema.ORDER:
            file = str(path / f"{name}.parquet").replace("'", "''")
            con.execute(f"DROP TABLE {name}")
            con.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{file}')")
        (found,) = con.execute("SELECT max(version) FROM facta_store").fetchall()[0]
    schema.check(path, found, writable=False)
    return con
