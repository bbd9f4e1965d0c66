"""Lead what articles mention in passing (`after the raid`) back to the act that another page tells.

A mention is too doubtful to be an event: nothing is counted from it, and no story changes by it. But it recalls the event of
another page, near in time, that it is likest to, if it is like enough. So a story knows the reports that only allude to it. Which
event that is depends on the mention and the stored events alone, not on the order in which they came.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import duckdb
import numpy as np
import pyarrow as pa

from facta.language.vectors import vectors
from facta.store.writing import fetch, insert, lent
from facta.stories import clusters
from facta.stories.acts import SELECT_PASSING, Acts, prepare
from facta.stories.likeness import apart, likely
from facta.stories.near import ASKED, Event, asked, near
from facta.stories.story import Order, order
from facta.stories.subject import Row

LEAST = 0.3
"""Probability from which a mention recalls an event; of .1 to .5 the best for F1 of pairs and B-cubed on the reports that stories
may be fitted on (`eval.likeness`)."""
_DIGITS = 4
"""Of a probability: what lies behind them may differ with what else is compared at once."""

Load = Callable[[Sequence[Event]], list[Row]]
Compare = Callable[[Sequence[Row]], Acts]


class Recalled(NamedTuple):
    """What a mention is likest to; the greater is the better, of equally like ones by what they say."""

    likeness: float
    telling: Order
    page_no: int
    event: str


def update(con: duckdb.DuckDBPyConnection, fresh: Sequence[Row], load: Load, compare: Compare) -> None:
    """Find what new mentions recall, and whether older ones recall rather one of the fresh events.

    fresh: the events whose stories were made; load: rows of stored events; compare: the columns of rows.
    """
    con.execute(_FORGET)
    new = _rows(con, _NEW, [])
    old = _rows(con, *_near_events(con, fresh))
    found = _likest(new, load(sorted(near(con, new))), compare)
    _keep(con, new, found)
    _improve(con, _likest(old, fresh, compare), load)


_FORGET = """
    DELETE FROM recalls WHERE page_no NOT IN (SELECT page_no FROM folds)
    OR told_page IS NOT NULL AND told_page NOT IN (SELECT page_no FROM folds)
"""
_NEW = "(e.page_no, e.id) NOT IN (SELECT (page_no, mention) FROM recalls) AND e.page_no IN (SELECT page_no FROM folds)"


def _rows(con: duckdb.DuckDBPyConnection, condition: str, parameters: Sequence[object]) -> list[Row]:
    """The mentions that meet a condition, in the order of pages."""
    rows = fetch(con, f"{SELECT_PASSING} WHERE {condition} ORDER BY e.page_no, e.n", parameters)
    for row in rows:
        prepare(row, vectors())
    return rows


def _near_events(con: duckdb.DuckDBPyConnection, events: Sequence[Row]) -> tuple[str, list[object]]:
    """The condition by which stored mentions are near some events, and its parameters."""
    found: list[Event] = []
    if spans := asked(events):
        columns = list(zip(*spans, strict=True))
        with lent(con, "asked", pa.table(columns, schema=ASKED)):
            found = con.execute(
                """
                SELECT DISTINCT r.page_no, r.mention
                FROM (SELECT page_no, mention, first_day, last_day, unnest(keys) AS key FROM recalls
                      WHERE first_day <= ? AND last_day >= ?) AS r
                JOIN asked USING (key) WHERE r.first_day <= asked.last AND asked.first <= r.last_day
                """,
                [max(columns[2]), min(columns[1])],
            ).fetchall()
    numbers, ids = [no for no, _ in found], [mention for _, mention in found]
    return "(e.page_no, e.id) IN (SELECT (unnest(?::BIGINT[]), unnest(?::VARCHAR[])))", [numbers, ids]


def _likest(mentions: Sequence[Row], events: Sequence[Row], compare: Compare) -> dict[Event, Recalled]:
    """What each mention recalls of some events, by page and id; those that recall none are left out."""
    best: dict[Event, Recalled] = {}
    if not mentions or not events:
        return best
    rows = [*mentions, *events]
    columns, mentioned = compare(rows), np.arange(len(rows)) < len(mentions)
    for one, other in clusters.candidates(columns, mentioned):
        told = ~mentioned[other]  # the lesser of two is a mention, as these come first
        i, j, p = likely(columns, one[told], other[told], LEAST)
        kept = ~apart(columns, i, j)
        for a, b, chance in zip(i[kept].tolist(), j[kept].tolist(), p[kept].tolist(), strict=True):
            found = Recalled(round(chance, _DIGITS), order(rows[b]), rows[b]["page_no"], rows[b]["id"])
            mention = rows[a]["page_no"], rows[a]["id"]
            best[mention] = max(best.get(mention, found), found)
    return best


def _keep(con: duckdb.DuckDBPyConnection, mentions: Iterable[Row], found: dict[Event, Recalled]) -> None:
    """Keep new mentions, with what they recall."""
    rows = []
    for row in mentions:
        first, last = row["span"]
        known = {"page_no": row["page_no"], "mention": row["id"], "first_day": first, "last_day": last}
        told = found.get((row["page_no"], row["id"]))
        recalled = {"told_page": told.page_no, "told_event": told.event, "likeness": told.likeness} if told else {}
        rows.append({**known, "keys": sorted({*row["keys"], *row["states"]}), **recalled})
    insert(con, "recalls", rows)


def _improve(con: duckdb.DuckDBPyConnection, found: dict[Event, Recalled], load: Load) -> None:
    """Let stored mentions recall other events where these are likelier than what they recall so far."""
    held = _held(con, list(found), load)
    rows = [
        {"no": no, "id": mention, "page_no": told.page_no, "event": told.event, "likeness": told.likeness}
        for (no, mention), told in found.items()
        if (no, mention) not in held or told > held[no, mention]
    ]
    if not rows:
        return
    with lent(con, "incoming", pa.Table.from_pylist(rows)):
        con.execute(
            """
            UPDATE recalls SET told_page = incoming.page_no, told_event = incoming.event, likeness = incoming.likeness
            FROM incoming WHERE recalls.page_no = incoming.no AND mention = incoming.id
            """
        )


def _held(con: duckdb.DuckDBPyConnection, mentions: Sequence[Event], load: Load) -> dict[Event, Recalled]:
    """What stored mentions recall so far; those that recall nothing are left out."""
    rows = con.execute(
        """
        SELECT page_no, mention, likeness, told_page, told_event FROM recalls
        WHERE told_page IS NOT NULL AND (page_no, mention) IN (SELECT (unnest(?::BIGINT[]), unnest(?::VARCHAR[])))
        """,
        [[no for no, _ in mentions], [mention for _, mention in mentions]],
    ).fetchall()
    told = {(row["page_no"], row["id"]): order(row) for row in load(sorted({(page, event) for *_, page, event in rows}))}
    return {
        (no, mention): Recalled(likeness, told[page, event], page, event)
        for no, mention, likeness, page, event in rows
        if (page, event) in told
    }
