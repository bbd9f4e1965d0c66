"""The sentences behind a number: stories of a pair and a time, with every telling."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from facta.records import Record, Rung
from facta.relations.periods import By, checked, span, too_coarse, years_of
from facta.relations.relate import pair as sides
from facta.relations.spans import MANY, Crowded, crowded
from facta.relations.states import Side
from facta.relations.stories import DATED, EPOCH, LISTED, NO_DAY, Stories, stories
from facta.store import Store
from facta.store.days import bounds


class Telling(Record, frozen=True, kw_only=True):
    """One report's telling of a story."""

    event: str
    """Id of its event."""
    page: str
    """Key of its page."""
    title: str | None
    outlet: str | None
    published: str | None
    evidence: str
    """The words that prove it, verbatim; where an import brought none, the trigger."""
    chain: tuple[str, ...]
    """Whom the report names as its sources."""


class Told(Record, frozen=True, kw_only=True):
    """A story with the words that tell it."""

    story: str
    by: str
    to: str
    symmetric: bool
    type: str
    mode: str | None
    quad: int
    rung: Rung
    first_day: date | None
    last_day: date | None
    precision: str | None
    intensity: float
    confidence: float
    reports: int
    independent: int
    """Texts that are no copies of each other, among `reports`."""
    outlets: tuple[str, ...]
    best: Telling
    """The telling that shows it best."""
    others: tuple[Telling, ...]
    """By day of publication."""


class Listing(Record, frozen=True, kw_only=True):
    """Stories of a pair and a time, by day."""

    pair: tuple[str, str]
    names: tuple[str, str]
    directed: bool
    since: date | None
    until: date | None
    count: int
    """How many there are, of which `stories` may be only some."""
    offset: int
    stories: tuple[Told, ...]


def listing(
    store: Store,
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    by: str | None = None,
    directed: bool = False,
    rungs: Sequence[Rung] = (),
    latest: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> Listing:
    """The stories that the numbers of a pair and a time are counted from, each with the words of every report.

    a, b: codes or names. since, until: ISO dates of any precision, both included. by: leave out what is dated too coarsely for
    such a period, as `relations` does. directed: only what `a` does to `b`. rungs: only these; none named are all. latest: the
    newest first; what has no date is always last.

    UnknownSideError when a side does not exist; UsageError when the two overlap, or the time ends before it begins.
    """
    one, other = sides(a, b)
    first, last = bounds(since, until)
    found = _ordered(stories(store, one, other, directed=directed, columns=LISTED), latest)
    found = found.chosen(_wanted(found, first, last, by, rungs))
    shown = Stories(found.table.slice(offset, limit), found.day[offset : offset + limit])
    return Listing(
        pair=(one.code, other.code),
        names=(one.name, other.name),
        directed=directed,
        since=first,
        until=last,
        count=len(found),
        offset=offset,
        stories=tuple(_told(store, shown, (one, other))),
    )


def fitting(
    store: Store,
    *pairs: tuple[str, str],
    since: str | None = None,
    until: str | None = None,
    directed: bool = False,
) -> By:
    """The shortest of month, quarter and year that cuts what pairs have stories of into no more periods than an eye takes in.

    A few stories of long before all others do not count, unless a beginning is asked for: charts do not draw them.
    """
    time = bounds(since, until)
    days = np.concatenate([_dated(store, pair, time, directed) for pair in pairs])
    told = span(days)
    if told is None:
        return "year"
    crowd = Crowded(told[0].year, {}) if time[0] else crowded(Counter(years_of(days)), "month")
    first = date(crowd.first, 1, 1) if crowd.before else told[0]
    months = 12 * (told[1].year - first.year) + told[1].month - first.month + 1
    return "month" if months <= MANY else "quarter" if months <= 3 * MANY else "year"


def _dated(store: Store, pair: tuple[str, str], time: tuple[date | None, date | None], directed: bool) -> NDArray[np.int64]:
    """Days of the stories of a pair that can be put into a year."""
    found = stories(store, *sides(*pair), directed=directed, columns=DATED)
    return found.chosen(_wanted(found, *time, "year", ())).day


def homes(store: Store, events: Sequence[str]) -> dict[str, str]:
    """The key of the page that each of these events (by id) stands in; events that are no longer there are left out."""
    rows = store.sql(
        "SELECT t.event, p.key FROM tellings t JOIN pages p ON p.no = t.page_no WHERE t.event IN (SELECT unnest(?::VARCHAR[]))",
        [list(events)],
    )
    return {row["event"]: row["key"] for row in rows}


def _wanted(found: Stories, first: date | None, last: date | None, by: str | None, rungs: Sequence[Rung]) -> NDArray[np.bool_]:
    keep = np.ones(len(found), bool)
    if first is not None:
        keep &= found.day >= (first - EPOCH).days
    if last is not None:
        keep &= found.day <= (last - EPOCH).days
    if first is not None or last is not None or by is not None:
        keep &= found.day != NO_DAY
    if by is not None:
        kind = checked(by)
        keep &= found.holds("date_precision", lambda precision: not too_coarse(kind, precision))
    if rungs:
        keep &= found.holds("rung", lambda rung: rung in rungs)
    return keep


def _ordered(found: Stories, latest: bool) -> Stories:
    order = np.lexsort((-found.day if latest else found.day, found.day == NO_DAY))
    return Stories(found.table.take(order), found.day[order])


def _told(store: Store, shown: Stories, of: tuple[Side, Side]) -> list[Told]:
    rows = shown.table.to_pylist()
    tellings = _tellings(store, [row["id"] for row in rows])
    copied = ("symmetric", "type", "mode", "quad", "rung", "first_day", "last_day", "intensity", "confidence")
    out = []
    for row in rows:
        by, to = (of[1], of[0]) if row["reverse"] else of
        all_of_them = tellings.get(row["id"], [])
        best = next((t for t in all_of_them if t.event == row["event"]), None)
        if best is None:  # the page was taken out since the store was folded
            continue
        out.append(
            Told(
                story=row["id"],
                by=by.code,
                to=to.code,
                precision=row["date_precision"],
                reports=row["n_reports"],
                independent=row["n_independent"],
                outlets=tuple(row["outlets"]),
                best=best,
                others=tuple(t for t in all_of_them if t is not best),
                **{field: row[field] for field in copied},
            )
        )
    return out


def _tellings(store: Store, ids: Sequence[str]) -> dict[str, list[Telling]]:
    """By story, the words of every report; two steps, so that only the rows of these pages are read from the wide tables."""
    held = list(store.sql("SELECT story, page_no, event FROM tellings WHERE story IN (SELECT unnest(?::VARCHAR[]))", [list(ids)]))
    if not held:
        return {}
    numbers = sorted({row["page_no"] for row in held})
    rows = store.sql(
        """
        SELECT e.page_no, e.id AS event, coalesce(e.evidence."text", e."trigger"."text") AS evidence,
               list_transform(
                   list_filter(e.assertion, lambda s: s.kind <> 'outlet' AND s.name IS DISTINCT FROM p.outlet), lambda s: s.name
               ) AS chain,
               p.page, p.title, p.outlet, p.published
        FROM events e JOIN pages_v p ON p.page_no = e.page_no
        WHERE e.page_no BETWEEN ? AND ? AND e.page_no IN (SELECT unnest(?::BIGINT[])) AND e.comment IS NULL
        """,
        [numbers[0], numbers[-1], numbers],
    )
    words = {(row["page_no"], row["event"]): row for row in rows}
    out: dict[str, list[Telling]] = defaultdict(list)
    for one in held:
        row = words.get((one["page_no"], one["event"]))
        if row:
            named = tuple(name for name in row["chain"] or () if name)
            out[one["story"]].append(
                Telling(**{field: row[field] for field in Telling.__struct_fields__ if field != "chain"}, chain=named)
            )
    for some in out.values():
        some.sort(key=lambda t: (t.published or "", t.outlet or "", t.evidence or "", t.event))
    return out
