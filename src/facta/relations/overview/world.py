"""The overview of all pairs: a few questions to `story_dyads`, whatever is then shown."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from facta.errors import UsageError
from facta.relations.measure import KINDS, Bounds, balance, gap_of, of_mean
from facta.relations.overview.records import Acts, Counts, Point, State, World
from facta.relations.overview.spread import Told
from facta.relations.overview.tally import KIND, Tally, Time
from facta.relations.records import Interval, Triad, digits
from facta.relations.resample import Samples, interval, intervals, ratio
from facta.relations.sides import names
from facta.relations.states import side
from facta.relations.stories import UNDIRECTED
from facta.relations.triads import likely, varies
from facta.store import Store
from facta.store.days import bounds

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LEAST = 3
"""Stories of talk and of deeds below which a pair is no point, and of a relation below which it is no side of a triad: what could
be said of fewer would be chance."""
_BUSY = 30
"""States among which triples are looked for."""
_MONTH = "coalesce(datediff('month', DATE '1970-01-01', first_day), -1000000)"
"""Of a story; what has no day comes before all months, as where one pair is measured, so that the same is drawn."""

_AMONG = "actor IN (SELECT unnest(?::VARCHAR[])) AND recipient IN (SELECT unnest(?::VARCHAR[]))"
"""Beside the join with pairs: most rows fall out before anything is looked up."""


def world(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    state: str | None = None,
    sides: int = 12,
    points: int = 30,
    triads: int = 8,
) -> World:
    """Who acts on whom, words against deeds, and which three relations fit together.

    since, until: ISO dates of any precision, both included. state: a code or name, whose partners are told too. sides: states of
    the matrix. points: most pairs whose words are held against their deeds. triads: most triples.

    UnknownSideError when the state does not exist; UsageError for a group of states, or when the time ends before it begins.
    """
    time = Time(*bounds(since, until))
    code = _one(state) if state else None
    tally = Tally.of(store, time)
    states = _states(store, time, tally)
    shown = [one.code for one in states[:sides]]
    return World(
        since=time.first,
        until=time.last,
        counted=int(tally.kinds.sum()),
        pairs=len(tally),
        states=states,
        sides=tuple(shown),
        cells=_acts(store, time, tally, _among(tally, shown)),
        points=_points(store, time, tally, points),
        triads=_triads(store, time, tally, shown[:_BUSY] + [s.code for s in states[sides:_BUSY]], triads),
        state=code,
        does=_acts(store, time, tally, _of(tally, tally.by, code)),
        receives=_acts(store, time, tally, _of(tally, tally.to, code)),
    )


def years(store: Store) -> dict[int, int]:
    """Stories by year, once for each ordered pair, with a zero for every year between the first and the last that has any."""
    rows = store.sql(
        """
        SELECT year(first_day) AS year, count(*) AS stories FROM story_dyads
        WHERE status = 'actual' AND first_day IS NOT NULL GROUP BY ALL
        """
    )
    told = {row["year"]: row["stories"] for row in rows}
    return {year: told.get(year, 0) for year in range(min(told), max(told) + 1)} if told else {}


def _one(asked: str) -> str:
    found = side(asked)
    if len(found.members) > 1:
        raise UsageError(f"{found.code} is a group of states, but the world is shown from one state at a time.")
    return found.code


def _states(store: Store, time: Time, tally: Tally) -> tuple[State, ...]:
    acts, receives = tally.sums(tally.by), tally.sums(tally.to)
    spread = {side: _told_of(store, time, tally, side).bounds(len(tally.codes)) for side in ("actor", "recipient")}
    met = np.zeros((len(tally.codes), len(tally.codes)), bool)
    met[tally.by, tally.to] = met[tally.to, tally.by] = True
    named = names()
    found = [
        State(
            code=code,
            name=named.get(code, code),
            acts=Counts.of(int(acts[n, 0]), int(acts[n, 1]), spread["actor"][n]),
            receives=Counts.of(int(receives[n, 0]), int(receives[n, 1]), spread["recipient"][n]),
            partners=int(met[n].sum()),
        )
        for n, code in enumerate(tally.codes)
    ]
    return tuple(sorted(found, key=lambda one: (-one.stories, one.code)))


def _told_of(store: Store, time: Time, tally: Tally, side: str) -> Told:
    """Stories by the state on one side, each once, with the number of its partners."""
    where, parameters = time.sql()
    rows = store.sql(
        f"""
        SELECT code, month, coop, count(*) AS stories, sum(partners) AS weight, sum(partners * partners) AS square
        FROM (
            SELECT {side} AS code, id, {_MONTH} AS month, quad <= 2 AS coop, count(*) AS partners
            FROM story_dyads WHERE {where} GROUP BY ALL
        ) GROUP BY ALL
        """,
        parameters,
    )
    table = pa.Table.from_batches(rows.batches(), rows.schema)
    return _told(table, pc.index_in(table["code"], pa.array(tally.codes, pa.string())))


def _told(table: pa.Table, unit: pa.ChunkedArray) -> Told:
    month, stories, weight, square = (np.asarray(table[name], np.int64) for name in ("month", "stories", "weight", "square"))
    return Told(np.asarray(unit, np.int64), month, np.asarray(table["coop"], bool), stories, weight, square)


def _among(tally: Tally, shown: Sequence[str]) -> Ints:
    numbers = [tally.code(code) for code in shown]
    return np.flatnonzero(np.isin(tally.by, numbers) & np.isin(tally.to, numbers))


def _of(tally: Tally, column: Ints, code: str | None) -> Ints:
    return np.flatnonzero(column == tally.code(code)) if code else np.empty(0, np.int64)


def _acts(store: Store, time: Time, tally: Tally, chosen: Ints) -> tuple[Acts, ...]:
    """The records of some pairs, with the intervals of their balances."""
    if not len(chosen):
        return ()
    counted = _counted(store, time, tally, chosen)
    told = Told(counted.sample, counted.month, counted.kind % 2 == 0, *[counted.number] * 3)
    return tuple(tally.acts(int(n), bounds) for n, bounds in zip(chosen, told.bounds(len(chosen)), strict=True))


def _points(store: Store, time: Time, tally: Tally, most: int) -> tuple[Point, ...]:
    """The busiest pairs with enough of both, each with its intervals."""
    enough = np.minimum(tally.kinds[:, 0:2].sum(1), tally.kinds[:, 4:6].sum(1)) >= LEAST
    chosen = np.flatnonzero(enough)[:most]
    if not len(chosen):
        return ()
    drawn, _ = _counted(store, time, tally, chosen).draws()
    talk, deed = (ratio(drawn[..., n], drawn[..., n] + drawn[..., n + 1]) for n in (0, 4))
    bounds = zip(intervals(talk), intervals(deed), intervals(2 * (talk - deed)), strict=True)
    return tuple(_point(tally, int(pair), *of) for pair, of in zip(chosen, bounds, strict=True))


def _point(tally: Tally, pair: int, said: Bounds, done: Bounds, apart: Bounds) -> Point:
    """said, done: of the shares of cooperation; apart: of the gap."""
    counts = tally.kinds[pair].tolist()
    talk, deed = balance(counts[0], counts[1], said), balance(counts[4], counts[5], done)
    gap, why = gap_of(talk, deed, apart)
    by, to = tally.codes[tally.by[pair]], tally.codes[tally.to[pair]]
    named = names()
    return Point(
        by=by,
        to=to,
        names=(named.get(by, by), named.get(to, to)),
        stories=sum(counts),
        talk=talk,
        deed=deed,
        say_do_gap=gap,
        why_no_gap=why,
    )


def _counted(store: Store, time: Time, tally: Tally, chosen: Ints) -> Samples:
    """Stories of some pairs by month and kind."""
    where, parameters = time.sql()
    pairs = [(tally.codes[tally.by[n]], tally.codes[tally.to[n]]) for n in chosen]
    rows = store.sql(
        f"""
        SELECT pair, {_MONTH} AS month, {KIND} AS kind, count(*) AS n
        FROM story_dyads
        JOIN (SELECT unnest(?::VARCHAR[]) AS actor, unnest(?::VARCHAR[]) AS recipient, unnest(?::BIGINT[]) AS pair)
        USING (actor, recipient)
        WHERE {where} AND {_AMONG} GROUP BY ALL
        """,
        [*_columns(pairs), *parameters, *2 * [sorted({code for pair in pairs for code in pair})]],
    )
    table = pa.Table.from_batches(rows.batches(), rows.schema)
    pair, month, kind, n = (np.asarray(table[name], np.int64) for name in ("pair", "month", "kind", "n"))
    return Samples(pair, month, kind, np.zeros(len(n)), n, len(pairs), len(KINDS))


def _triads(store: Store, time: Time, tally: Tally, busy: Sequence[str], most: int) -> tuple[Triad, ...]:
    """The triples whose weakest relation has most stories."""
    triples = _busiest(tally, busy, 2 * most)
    if not triples:
        return ()
    pairs = sorted({pair for triple in triples for pair in combinations(sorted(triple), 2)})
    counted = _undirected(store, time, pairs)
    totals = np.bincount(counted.sample, counted.number, minlength=len(pairs)).astype(np.int64)
    means = ratio(np.bincount(counted.sample, counted.number * counted.value, minlength=len(pairs)), totals)
    drawn, sums = counted.draws()
    spread = ratio(sums, drawn.sum(-1))
    at = {pair: n for n, pair in enumerate(pairs)}
    found = (_triad(triple, at, totals, means, spread) for triple in triples)
    return tuple(one for one in found if min(one.stories.values()) >= LEAST)[:most]


def _triad(triple: tuple[str, str, str], at: dict[tuple[str, str], int], totals: Ints, means: Floats, spread: Floats) -> Triad:
    """totals, means: of each pair; spread: means in resamples, (size, pairs)."""
    net, stories, numbers = {}, {}, []
    for a, b in combinations(triple, 2):
        n = at[a, b] if (a, b) in at else at[b, a]
        value, low, high = (
            None if bound is None else round(float(bound), 4) + 0.0 for bound in (means[n], *of_mean(interval(spread[:, n])))
        )
        net[f"{a}-{b}"] = Interval(value=value or 0.0, low=low, high=high)
        stories[f"{a}-{b}"] = int(totals[n])
        numbers.append(n)
    product = np.prod(np.sign(means[numbers]))
    sure = all(varies(net[key], stories[key]) for key in net)
    return Triad(
        sides=triple,
        net=net,
        stories=stories,
        balanced=bool(product > 0) if product else None,
        probability=digits(likely(spread[:, numbers].T)) if sure else None,
    )


def _busiest(tally: Tally, busy: Sequence[str], most: int) -> list[tuple[str, str, str]]:
    numbers = [tally.code(code) for code in busy]
    between = np.zeros((len(tally.codes),) * 2, np.int64)
    between[tally.by, tally.to] = tally.kinds.sum(1)
    among = between[np.ix_(numbers, numbers)]
    among = among + among.T  # meetings twice: exact counts are asked for the triples that are shown
    triples = np.array(list(combinations(range(len(busy)), 3)), np.int64).reshape(-1, 3)
    sides = np.stack([among[triples[:, i], triples[:, j]] for i, j in ((0, 1), (0, 2), (1, 2))], 1)
    order = np.lexsort((-sides.sum(1), -sides.min(1)))[:most]
    return [(busy[a], busy[b], busy[c]) for a, b, c in triples[order[sides.min(1)[order] >= LEAST]]]


def _undirected(store: Store, time: Time, pairs: Sequence[tuple[str, str]]) -> Samples:
    """Stories of pairs, whoever acts, by month, kind and intensity.

    Of a story that stands in the table in either order only one row counts.
    """
    where, parameters = time.sql()
    rows = store.sql(
        f"""
        SELECT pair, {_MONTH} AS month, {KIND} AS kind, intensity, count(*) AS n
        FROM story_dyads JOIN (SELECT unnest(?::VARCHAR[]) AS a, unnest(?::VARCHAR[]) AS b, unnest(?::BIGINT[]) AS pair)
        ON a = least(actor, recipient) AND b = greatest(actor, recipient)
        WHERE {where} AND {_AMONG} AND {UNDIRECTED} GROUP BY ALL
        """,
        [*_columns(pairs), *parameters, *2 * [sorted({code for pair in pairs for code in pair})]],
    )
    table = pa.Table.from_batches(rows.batches(), rows.schema)
    pair, month, kind, n = (np.asarray(table[name], np.int64) for name in ("pair", "month", "kind", "n"))
    return Samples(pair, month, kind, np.asarray(table["intensity"], np.float64), n, len(pairs), len(KINDS))


def _columns(pairs: Sequence[tuple[str, str]]) -> list[list[str] | list[int]]:
    return [[a for a, _ in pairs], [b for _, b in pairs], list(range(len(pairs)))]
