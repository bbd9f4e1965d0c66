"""Find a page or a record by what a person types: an id or the start of one, a key, a URL, a source."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from facta.errors import NotFoundError, UsageError
from facta.store.explain import Kind
from facta.store.rows import Row
from facta.store.writing import fetch

SHORTEST = 6
"""Fewest characters of an id that stand for the whole."""

_SHOWN = 5  # candidates a line can name and still be read
_IDS = """
    SELECT 'event' AS kind, id, page_no FROM events UNION ALL
    SELECT 'quote', id, page_no FROM quotes UNION ALL
    SELECT 'actor', id, page_no FROM actors UNION ALL
    SELECT 'comment', id, page_no FROM comments UNION ALL
    SELECT 'page', id, no FROM pages UNION ALL
    SELECT 'page', key, no FROM pages WHERE key <> id
"""


@dataclass(frozen=True)
class Found:
    """Where a record is: its kind, its whole id (for a page its id or key, whichever matched) and its page's number."""

    kind: Kind
    id: str
    page_no: int


def record(con: duckdb.DuckDBPyConnection, asked: str) -> Found:
    """The event, quote, actor, comment or page with this id, or the only one whose id starts so; `KEY/ID` names the page too.

    A page goes by its URL or source as well.

    NotFoundError when there is none, and with the candidates when there are several; UsageError when `asked` is too short.
    """
    found = _candidates(con, "id = $id", {"id": asked}) or _of_page(con, asked)
    found = found or _candidates(con, "kind = 'page' AND id = key AND $id IN (url, source)", {"id": asked})
    if not found:
        if len(asked) < SHORTEST:
            raise UsageError(f"No record has the id {asked!r}; the start of an id takes {SHORTEST} characters or more.")
        found = _candidates(con, "starts_with(id, $id)", {"id": asked})
    if not found:
        near = _near(con, asked) if {"/", "."} & set(asked) else []  # which only names of pages have
        hint = (
            f"Nearest pages: {', '.join(near)}."
            if near
            else "`facta events --format jsonl` prints ids of events, `facta stories` those of stories."
        )
        raise NotFoundError(f"No event, quote, actor, comment, page or story has the id {asked!r}. {hint}")
    if len(found) > 1:
        names = [f"{row['kind']} {row['key']}/{row['id']}" for row in found]
        raise NotFoundError(
            f"{asked!r} is not one record but several: {_listed(names)}. Name one as KEY/ID or by more of its id."
        )
    return Found(kind=found[0]["kind"], id=found[0]["id"], page_no=found[0]["page_no"])


def _of_page(con: duckdb.DuckDBPyConnection, asked: str) -> list[Row]:
    """What `KEY/ID` names: comments are numbered within their page, so their ids alone name many."""
    key, slash, id_ = asked.rpartition("/")
    return _candidates(con, "id = $id AND starts_with(key, $key)", {"id": id_, "key": key}) if slash else []


def _candidates(con: duckdb.DuckDBPyConnection, condition: str, names: dict[str, str]) -> list[Row]:
    """Records that a condition on their id and their page's key, url or source leaves, one more than can be shown."""
    return fetch(
        con,
        f"""
        SELECT DISTINCT * FROM ({_IDS}) JOIN (SELECT no AS page_no, key, url, source FROM pages) USING (page_no)
        WHERE {condition} ORDER BY kind, id, page_no LIMIT {_SHOWN + 1}
        """,
        names,
    )


def page(con: duckdb.DuckDBPyConnection, asked: str) -> tuple[int, str]:
    """Number and key of the one page with this key, id, url or source.

    NotFoundError with the nearest when there is none, and with the candidates when there are several.
    """
    found = fetch(
        con, f"SELECT no, key, source, title FROM pages WHERE ? IN (key, id, url, source) ORDER BY no LIMIT {_SHOWN + 1}", [asked]
    )
    if not found:
        raise _missing(con, asked)
    if len(found) > 1:
        names = [f"{row['key']} ({row['title'] or row['source']})" for row in found]
        raise NotFoundError(f"{asked!r} is not one page but several: {_listed(names)}. Name one by its key.")
    return found[0]["no"], found[0]["key"]


def demand(con: duckdb.DuckDBPyConnection, asked: str) -> None:
    """NotFoundError with the nearest when no page has this key, id, url or source; several may."""
    if not fetch(con, "SELECT 1 FROM pages WHERE ? IN (key, id, url, source) LIMIT 1", [asked]):
        raise _missing(con, asked)


def _missing(con: duckdb.DuckDBPyConnection, asked: str) -> NotFoundError:
    near = _near(con, asked) if asked.strip() else []
    hint = f"Nearest: {', '.join(near)}." if near else "`facta pages` lists those it holds."
    return NotFoundError(f"No page has the key, id, url or source {asked!r}. {hint}")


def _near(con: duckdb.DuckDBPyConnection, asked: str) -> list[str]:
    """At most three names of pages that look like what was asked."""
    rows = con.execute(
        """
        SELECT name, jaro_winkler_similarity(lower(name), lower($asked)) AS likeness
        FROM (SELECT DISTINCT unnest([key, id, url, source]) AS name FROM pages)
        WHERE contains(lower(name), lower($asked)) OR likeness > 0.85
        ORDER BY likeness DESC, name LIMIT 3
        """,
        {"asked": asked},
    ).fetchall()
    return [str(row[0]) for row in rows]


def _listed(names: Sequence[str]) -> str:
    return "; ".join(names[:_SHOWN]) + ("; ..." if len(names) > _SHOWN else "")
