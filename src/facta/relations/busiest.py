"""Which pairs of states most stories tell of, with the years in which they do."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from facta.records import RUNGS, Record, Rung
from facta.relations.sides import names
from facta.relations.stories import UNDIRECTED
from facta.store import Store


class Year(Record, frozen=True, kw_only=True):
    """Stories of one year."""

    year: int
    words_coop: int
    """Talk and commitments of cooperation."""
    words_conf: int
    deeds_coop: int
    deeds_conf: int


class Pair(Record, frozen=True, kw_only=True):
    """Two states and how many stories there are of them, whoever acts."""

    a: str
    b: str
    names: tuple[str, str]
    stories: int
    talk: int
    commitment: int
    deed: int
    first: date | None
    last: date | None
    years: tuple[Year, ...]
    """Years without a dated story are left out."""


def busiest(store: Store, limit: int = 12) -> tuple[Pair, ...]:
    """The pairs of states that most stories tell of, the busiest first."""
    told = f"""
        SELECT least(actor, recipient) AS a, greatest(actor, recipient) AS b, {{}}
        FROM story_dyads WHERE status = 'actual' AND {UNDIRECTED}
    """
    found = list(store.sql(told.format("count(*) AS stories") + " GROUP BY ALL ORDER BY stories DESC, a, b LIMIT ?", [limit]))
    busy = {(row["a"], row["b"]): Counter[tuple[int | None, Rung, bool]]() for row in found}
    days: dict[tuple[str, str], list[date]] = defaultdict(list)
    codes = sorted({code for pair in busy for code in pair})
    among = " AND actor IN (SELECT unnest(?::VARCHAR[])) AND recipient IN (SELECT unnest(?::VARCHAR[])) GROUP BY ALL"
    columns = "rung, quad <= 2 AS coop, year(first_day) AS year, min(first_day) AS first, max(first_day) AS last, count(*) AS n"
    for row in store.sql(told.format(columns) + among, [codes, codes]):
        pair = row["a"], row["b"]
        if pair in busy:
            busy[pair][row["year"], row["rung"], row["coop"]] += row["n"]
            days[pair] += [row["first"], row["last"]] if row["first"] else []
    return tuple(_pair(pair, counted, days[pair]) for pair, counted in busy.items())


def _pair(pair: tuple[str, str], counted: Counter[tuple[int | None, Rung, bool]], days: Sequence[date]) -> Pair:
    """counted: stories by year, rung, and whether they are cooperation; days: first and last ones."""
    a, b = pair
    named = names()
    rungs = {rung: sum(n for (_, other, _), n in counted.items() if other == rung) for rung in RUNGS}
    return Pair(
        a=a,
        b=b,
        names=(named.get(a, a), named.get(b, b)),
        stories=counted.total(),
        first=min(days, default=None),
        last=max(days, default=None),
        years=tuple(_years(counted)),
        **rungs,
    )


def _years(counted: Counter[tuple[int | None, Rung, bool]]) -> Iterator[Year]:
    for year in sorted({year for year, _, _ in counted if year is not None}):
        words = {coop: counted[year, "talk", coop] + counted[year, "commitment", coop] for coop in (True, False)}
        yield Year(
            year=year,
            words_coop=words[True],
            words_conf=words[False],
            deeds_coop=counted[year, "deed", True],
            deeds_conf=counted[year, "deed", False],
        )
