"""What DuckDB says when a file fails, turned into the one line that tells a person what to do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from facta.errors import StoreError, UsageError

_STOPPED = re.compile(r"(?i)interrupted|KeyboardInterrupt")
"""Ctrl-C in a query, and while DuckDB reads what Python hands over."""
_NO_TEXT = "cannot encode str as UTF-8"
_PID = re.compile(r"PID (\d+)")
_SAVE = "Take it from a copy, or code the sources again into a new file."

_LINES = (
    (
        r"Conflicting lock|Could not set lock",
        "{path} is in use by another process{pid}. Wait until that ends or close it, then try again.",
    ),
    (r"different configuration", "{path} is already open in this process in another mode. Close that Store first."),
    (r"not a valid DuckDB database", "{path} is not a DuckDB file and was left as it is. Name a store, or a new file."),
    (r"newer version|version number", "{path} was written by a newer DuckDB. Update with: pip install -U duckdb"),
    (r"No space left|disk is full", "The disk of {path} is full. What was stored before is safe; make room and run again."),
    (
        r"Permission denied|Read-only file system",
        "{path} cannot be written: permission denied. Name a file in a folder that you may write to.",
    ),
    (r"No such file or directory|Not a directory", "The folder of {path} does not exist. Make it or name another."),
    (
        r"(?i)corrupt|could not read enough|checksum|magic bytes|deseriali|INTERNAL|fatal",
        f"{{path}} is damaged ({{reason}}). {_SAVE}",
    ),
)
"""What DuckDB's text matches -> our line; the first that matches wins."""


def _told(error: BaseException) -> str:
    """Without the SQL that DuckDB quotes."""
    return " ".join(str(error).partition("\nLINE ")[0].split())


def line(error: BaseException, path: Path | str) -> str:
    """The one line for an error of DuckDB or of the file system about the store at `path`."""
    text = _told(error)
    pid = _PID.search(text)
    for pattern, template in _LINES:
        if re.search(pattern, text):
            return template.format(path=path, pid=f" (PID {pid[1]})" if pid else "", reason=text[:160])
    return f"{path} cannot be used: {text[:300]}"


@contextmanager
def mistakes() -> Iterator[None]:
    """Turns mistakes in a user's SQL into UsageError, which says what is wrong."""
    try:
        yield
    except (duckdb.ProgrammingError, duckdb.DataError) as error:
        if _STOPPED.search(str(error)) or _NO_TEXT in str(error):
            raise  # `guarded` knows these
        raise UsageError(f"The store cannot answer this SQL: {_told(error)}") from None


@contextmanager
def guarded(path: Path | str) -> Iterator[None]:
    """Turns failures of the file (never mistakes in SQL) into StoreError, and Ctrl-C in a query into KeyboardInterrupt.

    A question that is no text is a UsageError.
    """
    try:
        yield
    except (duckdb.CatalogException, duckdb.BinderException, duckdb.ParserException):
        raise
    except (duckdb.Error, OSError, RuntimeError, pa.ArrowException) as error:
        if _STOPPED.search(str(error)):
            raise KeyboardInterrupt from error  # DuckDB takes the signal while a query runs and raises its own error
        if isinstance(error, RuntimeError):
            raise
        if _NO_TEXT in str(error):
            raise UsageError("What is asked of the store is not UTF-8, as all that it holds is.") from error
        raise StoreError(line(error, path)) from error
