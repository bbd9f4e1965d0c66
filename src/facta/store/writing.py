"""How pages get into a store and out of it: whole batches in one transaction, handed over as Arrow tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

import duckdb
import msgspec
import pyarrow as pa

from facta.records import Event, Quote, Reading
from facta.store import human
from facta.store.rows import RECORDS, Row, records, to_rows
from facta.store.transaction import transaction

Coded = tuple[Reading, str]
"""A Reading and the digest of the input and pipeline version that made it."""

_CLAIMS: dict[str, type[Quote] | type[Event]] = {"quotes": Quote, "events": Event}
_KINDS: dict[str, type[Quote] | type[Event]] = {"quote": Quote, "event": Event}
K = TypeVar("K")


def replace_pages(con: duckdb.DuckDBPyConnection, batch: Sequence[Coded]) -> int:
    """Store a batch, each page in place of what the machine made of it before; the last one wins where a key comes twice."""
    latest = {reading.page.key: (reading, digest) for reading, digest in batch}
    with transaction(con):
        judged = _judged(con, list(latest))
        claims = _take_out(con, list(latest))
        kept = {key: human.keep(reading, claims.get(key, ()), judged.get(key, ())) for key, (reading, _) in latest.items()}
        _insert_pages(con, [(kept[key].reading, digest) for key, (_, digest) in latest.items()])
        _set_aside(con, {key: k.aside for key, k in kept.items() if k.aside})
        _retell(con, {key: k.judged for key, k in kept.items() if k.judged})
    return len(latest)


def revise_page(con: duckdb.DuckDBPyConnection, reading: Reading, digest: str) -> None:
    """Store a page as a person has changed it; to be called inside a transaction.

    It gets a new number, as every page that is stored again, so whatever is derived from it is derived anew.
    """
    aside = fetch(con, "SELECT * FROM set_aside WHERE page = ?", [reading.page.key])
    _take_out(con, [reading.page.key])
    _insert_pages(con, [(reading, digest)])
    insert(con, "set_aside", aside)


def remove_pages(con: duckdb.DuckDBPyConnection, numbers: Sequence[int], keys: Sequence[str]) -> dict[str, int]:
    """Take pages and all that was made of them out, a person's claims too; how many rows each table lost."""
    counts = {table: _delete(con, table, "page_no", numbers) for table in RECORDS}
    counts |= {table: _delete(con, table, "page", keys) for table in ("set_aside", "corrections")}
    return {"pages": _delete(con, "pages", "no", numbers), **counts}


def _take_out(con: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> dict[str, list[human.Claim]]:
    """Remove the pages of these keys that the store has; what a person made of them, by key."""
    found = con.execute("SELECT no, key FROM pages WHERE key IN (SELECT unnest(?::VARCHAR[]))", [keys]).fetchall()
    old = {int(no): str(key) for no, key in found}
    claims: dict[str, list[human.Claim]] = defaultdict(list)
    for kind, key, record in con.execute(
        "SELECT kind, page, record FROM set_aside WHERE page IN (SELECT unnest(?::VARCHAR[]))", [keys]
    ).fetchall():
        claims[key].append(msgspec.json.decode(record, type=_KINDS[kind]))
    if old:
        for table, record_type in _CLAIMS.items():
            for row in _human_rows(con, table, list(old)):
                claims[old[row["page_no"]]].extend(records([row], record_type))
        for table in RECORDS:
            _delete(con, table, "page_no", list(old))
        _delete(con, "pages", "no", list(old))
    if claims:
        _delete(con, "set_aside", "page", list(claims))
    return claims


def _judged(con: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> dict[str, list[human.Judged]]:
    """What a person has said of the quotations and events of these pages, by key."""
    found: dict[str, list[human.Judged]] = defaultdict(list)
    for key, kind, id_, verdict, machine in con.execute(
        "SELECT page, kind, id, verdict, machine FROM corrections WHERE page IN (SELECT unnest(?::VARCHAR[]))", [keys]
    ).fetchall():
        record = msgspec.json.decode(machine, type=_KINDS[kind]) if machine else None
        found[key].append(human.Judged(id_, verdict, record))
    return found


def _retell(con: duckdb.DuckDBPyConnection, judged: Mapping[str, Iterable[human.Judged]]) -> None:
    """Remember what the machine now codes where a person has judged."""
    for key, some in judged.items():
        for one in some:
            machine = msgspec.json.encode(one.machine).decode()
            con.execute("UPDATE corrections SET machine = ? WHERE page = ? AND id = ?", [machine, key, one.id])


def _human_rows(con: duckdb.DuckDBPyConnection, table: str, numbers: Sequence[int]) -> list[Row]:
    return fetch(
        con,
        f"SELECT * FROM {table} WHERE page_no IN (SELECT unnest(?::BIGINT[])) AND made_by.kind = 'human' ORDER BY page_no, n",
        [numbers],
    )


def _insert_pages(con: duckdb.DuckDBPyConnection, batch: Sequence[Coded]) -> None:
    numbers = con.execute("SELECT nextval('page_numbers') FROM range(?)", [len(batch)]).fetchall()
    rows: dict[str, list[Row]] = defaultdict(list)
    for (reading, digest), (no,) in zip(batch, numbers, strict=True):
        for table, some in to_rows(reading, digest, no).items():
            rows[table] += some
    for table, some in rows.items():
        insert(con, table, some)


def _set_aside(con: duckdb.DuckDBPyConnection, aside: Mapping[str, Iterable[human.Claim]]) -> None:
    rows = [
        {"page": key, "kind": type(claim).__name__.lower(), "id": claim.id, "record": msgspec.json.encode(claim).decode()}
        for key, claims in aside.items()
        for claim in claims
    ]
    insert(con, "set_aside", rows)


def insert(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    """Put rows into a table by the names of its columns; what they do not name is NULL."""
    if rows:
        # the table's own schema, so that the SQL of the migrations is the only place that declares columns
        with lent(con, "incoming", pa.Table.from_pylist(rows, con.table(table).limit(0).to_arrow_table().schema)):
            con.execute(f"INSERT INTO {table} SELECT * FROM incoming")


@contextmanager
def lent(con: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> Iterator[None]:
    """Inside, SQL may read an Arrow table by this name; what went wrong inside is what is told."""
    con.register(name, table)
    try:
        yield
    except BaseException:
        with suppress(duckdb.Error):  # a transaction that failed takes no statement more; undoing it takes the name back too
            con.unregister(name)
        raise
    con.unregister(name)


def _delete(con: duckdb.DuckDBPyConnection, table: str, column: str, values: Sequence[K]) -> int:
    kind = "BIGINT" if column.endswith("no") else "VARCHAR"
    return int(con.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(?::{kind}[]))", [values]).fetchall()[0][0])


def fetch(con: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
    """All rows of a query as dicts."""
    cursor = con.execute(sql, parameters)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
