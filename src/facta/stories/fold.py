"""Bring the stories of a store up to date: fold what is new, fold again what lost a telling, leave the rest alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from facta.language.vectors import vectors
from facta.resolve import chains, load_tables
from facta.store import Store
from facta.store.writing import fetch
from facta.stories import clusters, copies, story
from facta.stories.acts import SELECT, Acts, acts, keys, span, states
from facta.stories.likeness import WINDOW
from facta.stories.subject import Row, subjects

PAGES = 20_000
"""Pages folded in one transaction: a run that is stopped goes on behind the last whole one."""


@dataclass(frozen=True)
class Folded:
    """What an update did."""

    pages: int
    """New pages that were folded."""
    gone: int
    """Pages that had left the store or were coded anew."""


def pending(store: Store) -> int:
    """How many pages have come into the store or left it since it was last folded; 0 when all is up to date.

    Counts and sums of hashes tell at once whether both hold the same pages.
    """
    (row,) = store.sql(
        """
        SELECT (SELECT (count(*), sum(hash(no))) FROM pages) IS NOT DISTINCT FROM
               (SELECT (count(*), sum(hash(page_no))) FROM folds) AS same
        """
    )
    if row["same"]:
        return 0
    (row,) = store.sql(
        """
        SELECT (SELECT count(*) FROM pages WHERE no NOT IN (SELECT page_no FROM folds)) AS coming,
               (SELECT count(*) FROM folds WHERE page_no NOT IN (SELECT no FROM pages)) AS gone
        """
    )
    return int(row["coming"]) + int(row["gone"])


def update(store: Store, tell: Callable[[int], None] = lambda done: None) -> Folded:
    """Fold all that is pending; StoreError when the store is open for reading only. `tell` hears how many pages are done."""
    coming = gone = 0
    while pending(store):
        with store.changing() as con:
            lost, loose = _forget_gone(con)
            new = _new_pages(con)
            loose |= _group(con, new)
            _fold(con, [no for no, _, _ in new], loose)
        coming, gone = coming + len(new), gone + lost
        tell(coming)
    return Folded(pages=coming, gone=gone)


Loose = set[tuple[int, str]]
"""Events, by page number and id, whose story has been taken apart."""
Pages = list[tuple[int, str, str]]
"""Number, key and text of pages."""


def _forget_gone(con: duckdb.DuckDBPyConnection) -> tuple[int, Loose]:
    """Take apart what pages that are no more had a part in: how many they were, and the events left over."""
    rows = con.execute("SELECT page_no, copy_of FROM folds WHERE page_no NOT IN (SELECT no FROM pages)").fetchall()
    if not rows:
        return 0, set()
    numbers, groups = [no for no, _ in rows], sorted({group for _, group in rows})
    con.execute("DELETE FROM folds WHERE page_no IN (SELECT unnest(?::BIGINT[]))", [numbers])
    touched = con.execute("SELECT page_no FROM folds WHERE copy_of IN (SELECT unnest(?::VARCHAR[]))", [groups]).fetchall()
    loose = _apart(con, "page_no IN (SELECT unnest(?::BIGINT[]))", [[*numbers, *(no for (no,) in touched)]])
    kept = {(no, event) for no, event in loose if no not in set(numbers)}
    return len(numbers), kept | _regrouped(con, [no for (no,) in touched])


def _new_pages(con: duckdb.DuckDBPyConnection) -> Pages:
    return con.execute(
        f"""
        SELECT no, key, "text" FROM pages WHERE no NOT IN (SELECT page_no FROM folds)
        ORDER BY published_day NULLS FIRST, no LIMIT {PAGES}
        """
    ).fetchall()


def _group(con: duckdb.DuckDBPyConnection, new: Pages) -> Loose:
    """Enter new pages among the groups of copies; events of older pages whose group changed come loose."""
    if not new:
        return set()
    found = copies.buckets([text for _, _, text in new]).tolist()
    rows = [{"page_no": no, "buckets": b, "copy_of": key} for (no, key, _), b in zip(new, found, strict=True)]
    _insert(con, "folds", rows)
    met = con.execute(
        """
        WITH told AS (SELECT page_no, copy_of, unnest(buckets) AS bucket FROM folds),
             fresh AS (SELECT DISTINCT bucket FROM told WHERE page_no IN (SELECT unnest(?::BIGINT[])) AND bucket <> -1)
        SELECT DISTINCT page_no FROM folds WHERE copy_of IN (SELECT DISTINCT copy_of FROM told SEMI JOIN fresh USING (bucket))
        """,
        [[no for no, _, _ in new]],
    ).fetchall()
    return _regrouped(con, [no for (no,) in met])


def _regrouped(con: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> Loose:
    """Group these pages, which are whole groups, again; the events of those whose group has another name now."""
    rows = con.execute(
        """
        SELECT f.page_no, p.key, f.buckets, f.copy_of FROM folds f JOIN pages p ON p.no = f.page_no
        WHERE f.page_no IN (SELECT unnest(?::BIGINT[])) ORDER BY p.key
        """,
        [list(numbers)],
    ).fetchall()
    label = copies.groups([buckets for _, _, buckets, _ in rows])
    named = copies.names(label.tolist(), [key for _, key, _, _ in rows])
    changed = [(no, now) for (no, _, _, was), now in zip(rows, named, strict=True) if was != now]
    if not changed:
        return set()
    con.register("incoming", pa.table({"page_no": [no for no, _ in changed], "copy_of": [name for _, name in changed]}))
    con.execute("UPDATE folds SET copy_of = incoming.copy_of FROM incoming WHERE folds.page_no = incoming.page_no")
    con.unregister("incoming")
    return _apart(con, "page_no IN (SELECT unnest(?::BIGINT[]))", [[no for no, _ in changed]])


def _apart(con: duckdb.DuckDBPyConnection, condition: str, parameters: list[Any]) -> Loose:
    """Take the families of the tellings that meet a condition apart: all their events."""
    families = [f for (f,) in con.execute(f"SELECT DISTINCT family FROM tellings WHERE {condition}", parameters).fetchall()]
    if not families:
        return set()
    con.register("incoming", pa.table({"family": families}))
    rows = con.execute("SELECT page_no, event, story FROM tellings SEMI JOIN incoming USING (family)").fetchall()
    con.execute("DELETE FROM tellings WHERE family IN (SELECT family FROM incoming)")
    con.unregister("incoming")
    con.register("incoming", pa.table({"story": sorted({story for _, _, story in rows})}))
    con.execute("DELETE FROM stories WHERE id IN (SELECT story FROM incoming)")
    con.execute("DELETE FROM story_dyads WHERE id IN (SELECT story FROM incoming)")
    con.unregister("incoming")
    return {(no, event) for no, event, _ in rows}


def _fold(con: duckdb.DuckDBPyConnection, new: Sequence[int], loose: Loose) -> None:
    """Make stories of the events of new pages, the loose ones, and all that either may be one with."""
    rows = _events(con, "p.no IN (SELECT unnest(?::BIGINT[]))", [list(new)]) + _these(con, loose)
    rows += _these(con, _met(con, rows))
    rows.sort(key=story.order)
    copy_of = _copies(con, {row["page_no"] for row in rows})
    columns = acts(rows, copy_of, vectors())
    _write(con, columns, copy_of)


def _met(con: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> Loose:
    """Take apart the stories that may be one with some of these events."""
    asked = [(key, *span(row)) for row in rows for key in {*keys(row), *states(row)}]
    con.register("asked", pa.table([[a[n] for a in asked] for n in range(3)], schema=_ASKED))
    near = f"""
        family IN (
            SELECT family FROM (SELECT family, first_day, last_day, unnest(keys) AS key FROM tellings) AS t
            JOIN asked USING (key) WHERE t.first_day <= asked.last + {WINDOW} AND asked.first <= t.last_day + {WINDOW}
        )
    """
    loose = _apart(con, near, [])
    con.unregister("asked")
    return loose


_ASKED = pa.schema([("key", pa.string()), ("first", pa.date32()), ("last", pa.date32())])


def _these(con: duckdb.DuckDBPyConnection, loose: Loose) -> list[Row]:
    if not loose:
        return []
    con.register("incoming", pa.table({"no": [no for no, _ in loose], "event": [event for _, event in loose]}))
    rows = _events(con, "(e.page_no, e.id) IN (SELECT (no, event) FROM incoming)", [])
    con.unregister("incoming")
    return rows


def _events(con: duckdb.DuckDBPyConnection, condition: str, parameters: list[Any]) -> list[Row]:
    return fetch(con, f"{SELECT} WHERE e.comment IS NULL AND {condition}", parameters)


def _copies(con: duckdb.DuckDBPyConnection, pages: Iterable[int]) -> dict[int, str]:
    return dict(
        con.execute("SELECT page_no, copy_of FROM folds WHERE page_no IN (SELECT unnest(?::BIGINT[]))", [list(pages)]).fetchall()
    )


def _write(con: duckdb.DuckDBPyConnection, columns: Acts, copy_of: dict[int, str]) -> None:
    family, number = clusters.stories(columns)
    tellings: dict[int, list[int]] = defaultdict(list)
    families: dict[int, int] = {}
    for n, (own, kin) in enumerate(zip(number.tolist(), family.tolist(), strict=True)):
        tellings[own].append(n)
        families.setdefault(kin, n)
    own_state = {outlet: _own_state(outlet) for outlet in {row["outlet"] for row in columns.rows}}
    made = {k: story.merged([columns.rows[n] for n in some], copy_of, own_state) for k, some in tellings.items()}
    best = {(row["page_no"], row["id"]): row for row in columns.rows}
    about = subjects([best[one["page_no"], one["event"]] for one in made.values()], vectors())
    for one, vector in zip(made.values(), about.tolist(), strict=True):
        one["subject"] = vector
    _insert(con, "stories", made.values())
    dyads = [dyad for one in made.values() for dyad in story.dyads(one)]
    _insert(
        con, "story_dyads", sorted(dyads, key=lambda d: (d["actor"], d["recipient"], d["id"]))
    )  # so that a pair lies together
    _insert(
        con,
        "tellings",
        [
            _telling(columns, n, made[own]["id"], story.named([columns.rows[families[kin]]]), own_state)
            for n, (own, kin) in enumerate(zip(number.tolist(), family.tolist(), strict=True))
        ],
    )


def _telling(columns: Acts, n: int, own: str, kin: str, own_state: dict[str | None, str | None]) -> Row:
    row = columns.rows[n]
    first, last = span(row)
    return {
        "story": own,
        "family": kin,
        "page_no": row["page_no"],
        "event": row["id"],
        "keys": sorted({*columns.keys[n], *columns.states[n]}),
        "first_day": first,
        "last_day": last,
        "outlet": row["outlet"],
        "own_state": own_state[row["outlet"]],
    }


def _own_state(outlet: str | None) -> str | None:
    """The state that controls an outlet."""
    known = chains.outlet(outlet, load_tables()) if outlet else None
    return known.country if known and known.state_controlled else None


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row]) -> None:
    """Put rows into a table whose columns they name."""
    held = list(rows)
    if held:
        con.register("incoming", pa.Table.from_pylist(held, con.table(table).limit(0).to_arrow_table().schema))
        con.execute(f"INSERT INTO {table} SELECT * FROM incoming")
        con.unregister("incoming")
