"""A store in one DuckDB file: the one that is written."""

from contextlib import closing
from pathlib import Path

import duckdb

from facta.errors import StoreError
from facta.store import schema
from facta.store.failures import guarded, line

WRITABLE = True
# 1.2 is the oldest format whose compression suits us; older clients (R, command line, DBeaver) can open such a file.
_CONFIG = {"storage_compatibility_version": "v1.2.0", **schema.SETTINGS}
_MAGIC = slice(8, 12)  # where every DuckDB file says DUCK, after a checksum


def accepts(path: Path) -> bool:
    """Whether this is a path for a file."""
    return not path.is_dir()


def connect(path: Path, *, read_only: bool, create: bool) -> duckdb.DuckDBPyConnection:
    """An open store, brought up to date when it may be written; StoreError with what to do when it cannot be."""
    if path.exists():
        _check_file(path)
        _check_version(path, writable=not read_only)
    elif read_only or not create:
        raise StoreError(f"There is no store at {path}. Make one with: facta code SOURCE... --into {path}")
    with guarded(path):
        con = duckdb.connect(str(path), read_only=read_only, config=_CONFIG)
        try:
            if not read_only and schema.version(con) != schema.newest():
                schema.migrate(con)
        except BaseException:
            con.close()
            raise
    return con


def _check_file(path: Path) -> None:
    try:
        if not path.is_file():
            raise StoreError(f"{path} is not a file and cannot hold a store. Name a new file.")
        with path.open("rb") as file:
            head = file.read(_MAGIC.stop)
    except OSError as error:
        raise StoreError(line(error, path)) from error
    if not head:
        raise StoreError(f"{path} is empty and not a store; it was left as it is. Delete it or name a new file.")
    if head[_MAGIC] != b"DUCK":
        raise StoreError(f"{path} is not a DuckDB file and was left as it is. Name a new file.")


def _check_version(path: Path, *, writable: bool) -> None:
    """Look before opening for writing, since that alone may change a file that isn't ours or is from a newer facta."""
    try:
        con = duckdb.connect(str(path), read_only=True, config=_CONFIG)
    except duckdb.ConnectionException:
        return  # open in this process already, so it has been checked
    except duckdb.Error as error:
        raise StoreError(line(error, path)) from error
    with guarded(path), closing(con):
        fault = schema.fault(schema.version(con), writable=writable)
    if fault:
        raise StoreError(f"{path} {fault}")
