"""What is written is written whole or not at all, in either database."""

import sqlite3

import duckdb
import pytest

from facta.store.transaction import transaction


@pytest.mark.parametrize(
    ("connect", "begin"),
    [(duckdb.connect, "BEGIN"), (lambda: sqlite3.connect(":memory:", isolation_level=None), "BEGIN IMMEDIATE")],
)
def test_a_block_that_fails_leaves_nothing_of_it(connect, begin):
    """One that ends well is kept whole; an interruption from outside undoes as much as an error."""
    con = connect()
    con.execute("CREATE TABLE kept (n INTEGER)")
    with transaction(con, begin):
        con.execute("INSERT INTO kept VALUES (1)")
    for error in (ValueError, KeyboardInterrupt):
        with pytest.raises(error), transaction(con, begin):
            con.execute("INSERT INTO kept VALUES (2)")
            raise error
    assert [(1,)] == con.execute("SELECT n FROM kept").fetchall()


def test_why_a_commit_failed_is_what_is_told():
    """It ends the transaction itself (a full disk does so in DuckDB), and that there is none to undo is nobody's concern."""

    class Full:
        def execute(self, sql):
            if sql != "BEGIN":
                raise OSError(f"No space left on device: {sql}")

    with pytest.raises(OSError, match="No space left on device: COMMIT"), transaction(Full()):
        pass
