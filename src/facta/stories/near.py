"""Find the stories that new events change, and no more: what an update costs must not grow with what the store holds.

A story is changed by an event only through stories that are like it. So new events are clustered with the stories of which some
telling is like one of them; where that changes a story, its tellings may have come near others, so stories like these join,
until no further one is changed. What is left out then could not have come out otherwise: in average linkage two parts that were
not joined while both were there are not joined because of others, unless one of them is changed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from facta.store.writing import lent
from facta.stories import clusters
from facta.stories.acts import Acts, spans
from facta.stories.likeness import NEAR, WINDOW
from facta.stories.story import Order, content, order
from facta.stories.subject import Row
from facta.values.ident import ident

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Event = tuple[int, str]
"""Number of the page and id of the event."""
Load = Callable[[Sequence[Event]], list[Row]]
Compare = Callable[[Sequence[Row]], Acts]


@dataclass
class Reach:
    """Events whose stories are being made, and what is near them."""

    con: duckdb.DuckDBPyConnection
    load: Load
    compare: Compare
    rows: list[Row] = field(default_factory=list)
    """Every event looked at; a place here stands for one."""
    order: list[Order] = field(default_factory=list)
    """What tellings are sorted by, of each."""
    at: dict[Event, int] = field(default_factory=dict)
    own: dict[int, str] = field(default_factory=dict)
    """By place, the story as stored; new events have none."""
    playing: set[int] = field(default_factory=set)
    """Events whose stories are being made."""
    asked: set[int] = field(default_factory=set)
    """Those of them that everything near has been compared with."""
    edges: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)

    def settle(self, fresh: Sequence[Row]) -> tuple[list[list[Row]], list[str]]:
        """The tellings of every story that is new or changed, in their order, and the ids of the stored stories they replace."""
        asking = set(self._enter(fresh))
        self.playing |= asking
        while True:
            self._ask(sorted(asking))
            made, was = self._clustered(), self._stored()
            kept = {name for name, members in was.items() if made.get(members[0]) == members}
            changed = {n: some for n, some in made.items() if self.own.get(n) not in kept}
            asking = {n for some in changed.values() for n in some} - self.asked
            if not asking:
                return [[self.rows[n] for n in some] for some in changed.values()], sorted(was.keys() - kept)

    def _enter(self, rows: Iterable[Row]) -> list[int]:
        """Take events in; their places."""
        first = len(self.rows)
        self.rows.extend(rows)
        self.order.extend(order(row) for row in self.rows[first:])
        for n in range(first, len(self.rows)):
            self.at[_event(self.rows[n])] = n
        return list(range(first, len(self.rows)))

    def _places(self, events: dict[Event, str]) -> list[int]:
        """The places of stored tellings, loaded where they are not known yet; events: with their stories."""
        self._enter(self.load([e for e in events if e not in self.at]))
        places = [self.at[e] for e in events]
        self.own.update(zip(places, events.values(), strict=True))
        return places

    def _ask(self, asking: Sequence[int]) -> None:
        """Compare events with all that is near them; stories like them come into play, and are compared with each other."""
        self.asked.update(asking)
        known = {_event(self.rows[n]) for n in asking}
        close = {e: own for e, own in near(self.con, [self.rows[n] for n in asking]).items() if e not in known}
        i, j, _ = self._compared(asking, self._places(close))
        like = {self.own[n] for n in {*i.tolist(), *j.tolist()} - self.playing}
        came = self._places(_members(self.con, like))
        self._compared(came, sorted(self.playing - self.asked))
        self.playing.update(came)

    def _compared(self, some: Sequence[int], others: Sequence[int]) -> tuple[Ints, Ints, Floats]:
        """Pairs of places that may be one act, of some events with each other and with others; kept in `edges`."""
        if not some:
            return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0)
        place = np.array(sorted([*some, *others], key=self.order.__getitem__), np.int64)
        asked, met = np.isin(place, some), np.zeros(len(place), bool)
        for i, j in clusters.candidates(spans([self.rows[n] for n in place.tolist()]), asked):
            met[i] = met[j] = True
        place = place[met]  # the words of most need not be looked at
        i, j, p = clusters.edges(self.compare([self.rows[n] for n in place.tolist()]), asked[met])
        self.edges.append((place[i], place[j], p))
        return self.edges[-1]

    def _clustered(self) -> dict[int, list[int]]:
        """The stories of the events in play, each in the order of its tellings, by the first."""
        playing = sorted(self.playing, key=self.order.__getitem__)
        i, j, p = self._pairs(playing)
        lots = np.array([_lot(self.rows[n]) for n in playing], np.int64)
        rows = [self.rows[n] for n in playing]
        ways, found_on = [row["ways"] for row in rows], spans(rows)
        found: dict[int, list[int]] = defaultdict(list)
        of = clusters.stories(len(playing), i, j, p, lots, ways=ways, days=(found_on.first, found_on.last))
        for n, own in zip(playing, of.tolist(), strict=True):
            found[playing[own]].append(n)
        return found

    def _pairs(self, playing: Sequence[int]) -> tuple[Ints, Ints, Floats]:
        """What speaks for or against two of these events being one act: pairs of places among them, each once."""
        rank = np.full(len(self.rows), -1, np.int64)
        rank[playing] = np.arange(len(playing))
        a, b, p = (np.concatenate(column) for column in zip(*self.edges, strict=True)) if self.edges else _NONE
        i, j = np.minimum(rank[a], rank[b]), np.maximum(rank[a], rank[b])
        inside = np.flatnonzero(i >= 0)
        _, once = np.unique(i[inside] * len(playing) + j[inside], return_index=True)
        use = inside[once]
        like = np.unique(np.concatenate([i[use], j[use]]))
        one, other = (like[part] for part in _beside([self.rows[playing[n]]["page_no"] for n in like.tolist()]))
        apart = np.full(len(one), clusters.APART)
        return np.concatenate([i[use], one]), np.concatenate([j[use], other]), np.concatenate([p[use], apart])

    def _stored(self) -> dict[str, list[int]]:
        """The tellings of each stored story in play, in their order."""
        found: dict[str, list[int]] = defaultdict(list)
        for n in sorted(self.playing & self.own.keys(), key=self.order.__getitem__):
            found[self.own[n]].append(n)
        return found


def _beside(pages: Sequence[int]) -> tuple[Ints, Ints]:
    """Pairs of places in a list of pages, the smaller first, that hold the same page."""
    order = np.argsort(pages, kind="stable")
    page = np.asarray(pages)[order]
    found = [(np.empty(0, np.int64), np.empty(0, np.int64))]
    for step in range(1, len(page)):
        same = np.flatnonzero(page[step:] == page[:-step])
        if not len(same):
            break
        found.append((order[same], order[same + step]))
    one, other = (np.concatenate(part) for part in zip(*found, strict=True))
    return np.minimum(one, other), np.maximum(one, other)


def _lot(row: Row) -> tuple[int, int]:
    """Two numbers that depend on an event alone: on what it says, and, for events that say the same, on its page's key."""
    said = ident("", *content(row), row["type"], row["trigger"], row["n"])
    return int(said, 16) >> 1, int(ident("", row["key"], row["id"]), 16) >> 1


_NONE = (np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))


def _event(row: Row) -> Event:
    return row["page_no"], row["id"]


def near(con: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> dict[Event, str]:
    """The stored tellings that `clusters.candidates` would compare with these events, and their stories."""
    spans = asked(rows)
    if not spans:
        return {}
    columns = list(zip(*spans, strict=True))
    with lent(con, "asked", pa.table(columns, schema=ASKED)):
        found = con.execute(
            """
            SELECT DISTINCT t.page_no, t.event, t.story
            FROM (SELECT page_no, event, story, first_day, last_day, alone, unnest(keys) AS key FROM
                      (SELECT *, len(list_filter(keys, lambda k: k LIKE '% % %')) = 0 AS alone FROM tellings
                       WHERE first_day <= ? AND last_day >= ?)) AS t
            JOIN asked USING (key)
            WHERE t.first_day <= asked.last AND asked.first <= t.last_day AND (t.alone OR NOT asked.alone)
            """,
            [max(columns[2]), min(columns[1])],
        ).fetchall()
    return {(no, event): own for no, event, own in found}


ASKED = pa.schema([("key", pa.string()), ("first", pa.date32()), ("last", pa.date32()), ("alone", pa.bool_())])
"""The columns of `asked`."""


def asked(rows: Sequence[Row]) -> list[tuple[str, date, date, bool]]:
    """By key, the days on which tellings may be near, and whether only those that name no pair may."""
    spans: dict[tuple[str, bool], list[tuple[date, date]]] = defaultdict(list)
    for row in rows:
        first, last = row["span"]
        if first is None or last is None:
            continue
        for key in row["keys"]:
            spans[key, False].append((first - timedelta(WINDOW), last + timedelta(WINDOW)))
        for key in row["states"]:
            spans[key, not row["alone"]].append((first - timedelta(NEAR), last + timedelta(NEAR)))
    return [(key, first, last, alone) for (key, alone), some in spans.items() for first, last in _joined(some)]


def _joined(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans that do not touch, which cover the same days."""
    out: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if out and first <= out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], last)
        else:
            out.append((first, last))
    return out


def _members(con: duckdb.DuckDBPyConnection, stories: Iterable[str]) -> dict[Event, str]:
    """Every telling of these stories."""
    names = sorted(stories)
    if not names:
        return {}
    with lent(con, "incoming", pa.table({"story": names})):
        found = con.execute("SELECT page_no, event, story FROM tellings SEMI JOIN incoming USING (story)").fetchall()
    return {(no, event): own for no, event, own in found}
