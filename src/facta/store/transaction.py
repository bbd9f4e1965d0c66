"""All or nothing: what is written to a store, or to the side file of its search, is written whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol


class Connection(Protocol):
    """What DuckDB's and SQLite's connections have in common."""

    def execute(self, sql: str, /) -> Any:
        """Run one statement."""


@contextmanager
def transaction(con: Connection, begin: str = "BEGIN") -> Iterator[None]:
    """All of the block or, whatever ends it, nothing of it; begin: the statement, where the database knows several."""
    con.execute(begin)
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        with suppress(Exception):  # a COMMIT that failed has ended the transaction itself; what it failed with is to be told
            con.execute("ROLLBACK")
        raise
