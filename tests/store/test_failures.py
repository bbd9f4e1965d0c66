"""Failures of files, as the one line that a person gets."""

import duckdb
import pyarrow as pa
import pytest

from facta.errors import StoreError
from facta.store import open_store
from facta.store.failures import guarded, line


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            'Could not set lock on file "a": Conflicting lock is held in python (PID 42).',
            "is in use by another process (PID 42).",
        ),
        ("Could not set lock on file", "is in use by another process. Wait until that ends"),
        ("Can't open a connection to same database file with a different configuration", "is already open in this process"),
        ('The file "a" exists, but it is not a valid DuckDB database file!', "is not a DuckDB file and was left as it is."),
        ("was written by a newer version of DuckDB", "Update with: pip install -U duckdb"),
        ("Could not write all bytes: No space left on device", "What was stored before is safe"),
        ("Cannot open file: Permission denied", "Name a file in a folder that you may write to."),
        ("Cannot open file: No such file or directory", "does not exist. Make it or name another."),
        ("Corrupt database file: computed checksum 1 does not match 2", "is damaged (Corrupt database file"),
        ("Something that nobody has seen", "cannot be used: Something that nobody has seen"),
    ],
)
def test_a_failure_of_the_file_says_what_to_do(said, told):
    """In one line, with the store's name and without DuckDB's own."""
    found = line(duckdb.IOException(f"{said}\nLINE 1: SELECT secret"), "news.duckdb")
    assert told in found
    assert "news.duckdb" in found
    assert "secret" not in found
    assert "\n" not in found


@pytest.mark.parametrize("error", [duckdb.IOException("x"), OSError("x"), pa.ArrowInvalid("x")])
def test_what_fails_below_is_a_failure_of_the_store(error):
    """Whichever library says so; the cause stays with it."""
    with pytest.raises(StoreError, match=r"^news\.duckdb cannot be used: x$") as caught, guarded("news.duckdb"):
        raise error
    assert error is caught.value.__cause__


@pytest.mark.parametrize("error", [duckdb.CatalogException("no such table"), RuntimeError("a bug"), ValueError("a bug")])
def test_mistakes_of_a_program_stay_what_they_are(error):
    """They are no failures of the file, and a line about the file would hide them."""
    with pytest.raises(type(error), match=str(error)), guarded("news.duckdb"):
        raise error


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("Query interrupted"),
        duckdb.InterruptException("INTERRUPT Error: Interrupted!"),
        duckdb.InvalidInputException("Invalid Input Error: reading the schema of the object failed: KeyboardInterrupt: "),
    ],
)
def test_a_query_that_is_stopped_is_ctrl_c(error):
    """Whether DuckDB was at work itself or reading what Python hands over."""
    with pytest.raises(KeyboardInterrupt), guarded("news.duckdb"):
        raise error


def test_a_file_of_something_else_is_refused_as_it_is(path):
    """DuckDB's own words for it are among those that are known."""
    path.write_bytes(b"a letter to the editor\n" * 1000)
    with pytest.raises(StoreError, match="is not a DuckDB file and was left as it is"):
        open_store(path)
    assert path.read_bytes().startswith(b"a letter")
