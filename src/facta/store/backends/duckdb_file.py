"""A store in one DuckDB file: the one that is written."""

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
        if read_only:
            return _looked_at(path, _open(path, read_only=True), writable=False)
        _look_before(path)
    elif read_only or not create:
        raise StoreError(f"There is no store at {path}. Make one with: facta code SOURCE... --into {path}")
    con = _open(path, read_only=False)
    with guarded(path):
        try:
            if schema.version(con) != schema.newest():
                schema.migrate(con)
        except BaseException:
            con.close()
            raise
    return con


def _open(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    with guarded(path):
        return duckdb.connect(str(path), read_only=read_only, config=_CONFIG)


def _check_file(path: Path) -> None:
    try:
        if not path.is_file():
            raise StoreError(f"{path} is not a file and cannot hold a store. Name a store, or a new file.")
        with path.open("rb") as file:
            head = file.read(_MAGIC.stop)
    except OSError as error:
        raise StoreError(line(error, path)) from error
    if not head:
        raise StoreError(f"{path} is empty and not a store; it was left as it is. Delete it or name a new file.")
    if head[_MAGIC] != b"DUCK":
        raise StoreError(f"{path} is not a DuckDB file and was left as it is. Name a store, or a new file.")


def _look_before(path: Path) -> None:
    """Before opening for writing, since that alone may change a file that isn't ours or is from a newer facta."""
    try:
        con = duckdb.connect(str(path), read_only=True, config=_CONFIG)
    except duckdb.ConnectionException:
        return  # open in this process already, so it has been checked
    except duckdb.Error as error:
        raise StoreError(line(error, path)) from error
    _looked_at(path, con, writable=True).close()


def _looked_at(path: Path, con: duckdb.DuckDBPyConnection, *, writable: bool) -> duckdb.DuckDBPyConnection:
    """A connection to a store that can be used so; closed, with a StoreError, when it cannot."""
    try:
        with guarded(path):
            schema.check(path, schema.version(con), writable=writable)
    except BaseException:
        con.close()
        raise
    return con
