"""Bring the stories of a store up to date: fold what is new, fold again what lost a telling, leave the rest alone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

import duckdb
import pyarrow as pa

from facta.language.meaning import encoder
from facta.language.vectors import vectors
from facta.resolve import chains, load_tables
from facta.store import Store
from facta.store.writing import fetch, insert, lent
from facta.stories import copies, recalls
from facta.stories.acts import SELECT, Acts, acts, prepare
from facta.stories.near import Event, Reach
from facta.stories.rules import outdated, remember
from facta.stories.story import asides, dyads, merged
from facta.stories.subject import Row, subjects
from facta.values.collecting import uncollected

PAGES = 40_000
"""Pages folded in one transaction: a run that is stopped goes on behind the last whole one."""

TIDIED = 0.2
"""Share of new pages from which the rows of `story_dyads` are sorted again; those of single days are few and stay behind."""


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


def update(store: Store, tell: Callable[[int], None] = lambda done: None, *, again: bool = False) -> Folded:
    """Fold all that is pending; StoreError when the store is open for reading only. `tell` hears how many pages are done.

    Where other rules made the stories, or `again` is said, every page is folded again: the old stories go in one step with the
    first pages' new ones, and what a person said of events and matches stays.
    """
    coming = gone = 0
    known = Known()
    anew = again or outdated(store)
    while anew or pending(store):
        with uncollected(), store.changing() as con:
            if anew:
                _forget_all(con)
            remember(con)
            anew = False
            lost, loose = _forget_gone(con)
            new = _new_pages(con)
            loose |= _group(con, new)
            _fold(con, [no for no, _, _ in new], loose, known)
        coming, gone = coming + len(new), gone + lost
        tell(coming)
    if coming:
        _tidy(store, coming)
    return Folded(pages=coming, gone=gone)


def _tidy(store: Store, coming: int) -> None:
    """Lay the rows of a pair side by side where much of the store is new, so that a question about one pair skips the others."""
    (row,) = store.sql("SELECT count(*) AS n FROM folds")
    if coming < TIDIED * row["n"]:
        return
    with store.changing() as con:
        for table in ("story_dyads", "story_asides"):
            con.execute(
                f"""
                CREATE OR REPLACE TABLE {table} AS
                SELECT * FROM {table} ORDER BY least(actor, recipient), greatest(actor, recipient), first_day, id
                """
            )


Loose = set[Event]
"""Events whose story has been taken apart."""
Pages = list[tuple[int, str, str]]
"""Number, key and text of pages."""


def _forget_all(con: duckdb.DuckDBPyConnection) -> None:
    """Delete all that folding has made, and nothing that a person has said."""
    for table in ("folds", "tellings", "stories", "story_dyads", "story_asides", "recalls"):
        con.execute(f"DELETE FROM {table}")


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
    insert(con, "folds", rows)
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
    with lent(con, "incoming", pa.table({"page_no": [no for no, _ in changed], "copy_of": [name for _, name in changed]})):
        con.execute("UPDATE folds SET copy_of = incoming.copy_of FROM incoming WHERE folds.page_no = incoming.page_no")
    return _apart(con, "page_no IN (SELECT unnest(?::BIGINT[]))", [[no for no, _ in changed]])


def _apart(con: duckdb.DuckDBPyConnection, condition: str, parameters: list[Any]) -> Loose:
    """Take the stories of the tellings that meet a condition apart: all their events."""
    rows = con.execute(
        f"SELECT page_no, event, story FROM tellings WHERE story IN (SELECT story FROM tellings WHERE {condition})", parameters
    ).fetchall()
    _remove(con, {story for _, _, story in rows})
    return {(no, event) for no, event, _ in rows}


def _remove(con: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> None:
    """Delete stories."""
    names = sorted(ids)
    if not names:
        return
    with lent(con, "incoming", pa.table({"id": names})):
        for table, column in (("tellings", "story"), ("stories", "id"), ("story_dyads", "id"), ("story_asides", "id")):
            con.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT id FROM incoming)")


@dataclass
class Known:
    """Events that were read in the last batches: those near the next one are among them as a rule."""

    last: dict[Event, Row] = field(default_factory=dict)
    now: dict[Event, Row] = field(default_factory=dict)

    def turn(self) -> None:
        """A new batch begins: what the last one did not look at is dropped."""
        self.last, self.now = self.now, {}

    def load(self, con: duckdb.DuckDBPyConnection, events: Sequence[Event]) -> list[Row]:
        """Their rows, in no order."""
        held = {e: self.last.get(e) or self.now.get(e) for e in events}
        found = [row for row in held.values() if row]
        return self.keep(found + _these(con, [e for e, row in held.items() if row is None]))

    def keep(self, rows: list[Row]) -> list[Row]:
        """The rows, which are remembered."""
        for row in rows:
            prepare(row, vectors())
            self.now[row["page_no"], row["id"]] = row
        return rows


def _fold(con: duckdb.DuckDBPyConnection, new: Sequence[int], loose: Loose, known: Known) -> None:
    """Make stories of the events of new pages, the loose ones, and of the stories that these change."""
    known.turn()
    fresh = known.keep(_of_pages(con, new)) + known.load(con, sorted(loose))

    def compare(rows: Sequence[Row]) -> Acts:
        return acts(rows, _copies(con, {row["page_no"] for row in rows}), vectors())

    made, replaced = Reach(con, lambda events: known.load(con, events), compare).settle(fresh)
    _remove(con, replaced)
    _write(con, made)
    recalls.update(con, fresh, lambda events: known.load(con, events), compare)


def _of_pages(con: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> list[Row]:
    """The events of these pages; the bounds let DuckDB skip the rows of others."""
    if not numbers:
        return []
    within = "e.page_no BETWEEN ? AND ? AND p.no BETWEEN ? AND ? AND e.page_no IN (SELECT unnest(?::BIGINT[]))"
    return _events(con, within, [*(min(numbers), max(numbers)) * 2, list(numbers)])


def _these(con: duckdb.DuckDBPyConnection, wanted: Sequence[Event]) -> list[Row]:
    if not wanted:
        return []
    numbers = [no for no, _ in wanted]
    within = "e.page_no BETWEEN ? AND ? AND p.no BETWEEN ? AND ? AND (e.page_no, e.id) IN (SELECT (no, event) FROM incoming)"
    with lent(con, "incoming", pa.table({"no": numbers, "event": [event for _, event in wanted]})):
        return _events(con, within, [*(min(numbers), max(numbers)) * 2])


def _events(con: duckdb.DuckDBPyConnection, condition: str, parameters: list[Any]) -> list[Row]:
    return fetch(con, f"{SELECT} WHERE e.comment IS NULL AND {condition}", parameters)


def _copies(con: duckdb.DuckDBPyConnection, pages: Iterable[int]) -> dict[int, str]:
    return dict(
        con.execute("SELECT page_no, copy_of FROM folds WHERE page_no IN (SELECT unnest(?::BIGINT[]))", [list(pages)]).fetchall()
    )


def _write(con: duckdb.DuckDBPyConnection, made: Sequence[Sequence[Row]]) -> None:
    """Store stories; made: the tellings of each, in their order."""
    copy_of = _copies(con, {row["page_no"] for rows in made for row in rows})
    for row in chain.from_iterable(made):
        row["own_state"] = _own_state(row["outlet"], row["url"])
    found = [merged(rows, copy_of) for rows in made]
    told = [one["sentence"] if dyads(one) or asides(one) else "" for one in found]  # the ledger asks of no other
    for one, vector, undoes in zip(found, *(column.tolist() for column in subjects(told, encoder())), strict=True):
        one["subject"], one["undoes"] = vector, undoes
    insert(con, "stories", found)
    for table, pairs in (("story_dyads", dyads), ("story_asides", asides)):
        rows = [pair for one in found for pair in pairs(one)]  # in an order in which those of two states lie together
        insert(con, table, sorted(rows, key=lambda d: (d["actor"], d["recipient"], d["id"])))
    insert(con, "tellings", [_telling(row, one["id"]) for rows, one in zip(made, found, strict=True) for row in rows])


def _telling(row: Row, own: str) -> Row:
    first, last = row["span"]
    return {
        "story": own,
        "family": own,
        "page_no": row["page_no"],
        "event": row["id"],
        "keys": sorted({*row["keys"], *row["states"]}),
        "first_day": first,
        "last_day": last,
        "outlet": row["outlet"],
        "own_state": row["own_state"],
    }


@lru_cache(maxsize=4096)
def _own_state(outlet: str | None, url: str | None) -> str | None:
    """The state that controls an outlet, or whose official site a page is on."""
    known = chains.publisher(outlet, url, load_tables())
    return known.country if known and known.state_controlled else None
