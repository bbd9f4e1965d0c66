"""`python -m benchmarks.explorer`: server time of every view of the explorer and every route of its API, on a store of any size.

The application is asked in this process, without a network: what is timed is all between a request and the last byte of its
answer. Each view is asked for several things (the busiest pairs, pages from all over the store, questions of many kinds), first
all of them once, when nothing of them is remembered yet, then all of them again, and once more after the store was closed and
its file has another date, as any correction leaves it: what was remembered of it is forgotten ("anew").
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from cProfile import Profile
from dataclasses import dataclass
from pathlib import Path
from pstats import Stats
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks.synthetic_explorer import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facta.store import Store
    from facta.web.site.asking import Explorer

GOAL = 200
"""Milliseconds."""
EVENTS = 1_000_000
QUESTIONS = (
    *("sanctions", "the", "China", '"imposed sanctions on"', "talks with Iran in 2014", "diplomatic mission treaty"),
    *("What did Russia say about Ukraine?", "What did the United States say in 2016?", "Did China threaten Japan?"),
    *("What did Russia do to Ukraine since 2015?", "What did the United States do to Iran?", "statements by Turkey"),
    *("Who attacked Syria in 2018?", "zzzzqqq", "Israel Iran", "nuclear", "agreement of India and Pakistan in 2012"),
    *("What did Korea say about missiles?", "Egypt", "press conference"),
)


@dataclass(frozen=True)
class Sample:
    """What a store has to ask for."""

    pairs: list[tuple[str, str]]
    """The busiest, busiest first."""
    states: list[str]
    pages: list[str]
    """Keys, from all over the store."""
    events: list[tuple[str, str]]
    """Key of a page and id of an event in it."""
    outlets: list[str]

    @classmethod
    def of(cls, store: "Store", number: int) -> "Sample":
        """A sample of so many of each."""
        from facta.relations.busiest import busiest

        pairs = [(pair.a, pair.b) for pair in busiest(store, number)]
        (last,) = store.sql("SELECT max(no) AS no FROM pages")
        numbers = [max(1, last["no"] * n // number // 50 * 50) for n in range(1, number + 1)]  # every fiftieth has a thread
        rows = list(
            store.sql(
                "SELECT p.key, e.id FROM pages p JOIN events e ON e.page_no = p.no "
                "WHERE p.no IN (SELECT unnest(?::BIGINT[])) AND e.n = 0 ORDER BY p.no",
                [numbers],
            )
        )
        outlets = [row["site"] for row in store.sql("SELECT site FROM pages GROUP BY 1 ORDER BY count(*) DESC LIMIT ?", [number])]
        states = list(dict.fromkeys(code for pair in pairs for code in pair))
        return cls(pairs, states, [row["key"] for row in rows], [(row["key"], row["id"]) for row in rows], outlets)


def views(sample: Sample) -> dict[str, list[str]]:
    """The addresses to ask for of each view."""
    from facta.web.pages import address

    pairs, turned = sample.pairs, [(b, a) for a, b in sample.pairs]
    years = [str(year) for year in range(2010, 2020)]

    def each(make: Callable[[str, str], str]) -> list[str]:
        return [make(a, b) for a, b in pairs]

    return {
        "start": ["/"],
        "pair": each(lambda a, b: address("pair", a, b)),
        "pair, both ways": each(lambda a, b: address("pair", a, b, both=1)),
        "pair, by year": each(lambda a, b: address("pair", a, b, by="year")),
        "pair, by month": each(lambda a, b: address("pair", a, b, by="month")),
        "pair, by day": each(lambda a, b: address("pair", a, b, by="day", since="2014-01", until="2014-06")),
        "pair with another": [address("pair", a, b, compare=f"{b}-{a}") for a, b in turned],
        "pair of groups": [
            address("pair", a, "EU") for a in ("USA", "RUS", "CHN", "IRN", "ISR", "JPN", "TUR", "UKR", "IND", "SYR")
        ],
        "stories of a month": each(lambda a, b: address("pair", a, b, "stories", open="2015-03-01..2015-03-31", by="month")),
        "stories, far back": each(lambda a, b: address("pair", a, b, "stories", offset=100, rung="deed")),
        "pair as CSV": each(lambda a, b: address("pair", a, b, "periods.csv", by="quarter")),
        "choice of a ledger": ["/ledger"],
        "ledger": each(lambda a, b: address("ledger", a, b)),
        "ledger, kept in 90 days": each(lambda a, b: address("ledger", a, b, state="kept", horizon=90)),
        "reader": [address("page", key) for key in sample.pages],
        "reports of an act": [address("page", key, "story", event) for key, event in sample.events],
        "form of a correction": [address("page", key, "event", event, "correct") for key, event in sample.events],
        "form of a new event": [address("page", key, "new") for key in sample.pages],
        "world, all years": ["/world"],
        "world, a year": [address("world", year=year) for year in years],
        "world, of a state": [address("world", state=state) for state in sample.states[:20]],
        "search": [address("search", q=words) for words in QUESTIONS],
        "search, narrowed": [address("search", q=words, year="2015") for words in QUESTIONS],
        "search, by facet alone": [address("search", country=state, rung="deed") for state in sample.states[:10]]
        + [address("search", outlet=outlet) for outlet in sample.outlets[:10]],
        "add": ["/add"],
        "API: pairs": ["/api/pairs"],
        "API: relations": each(lambda a, b: address("api", "relations", a, b)),
        "API: stories of a pair": each(lambda a, b: address("api", "relations", a, b, "stories")),
        "API: ledger": each(lambda a, b: address("api", "ledger", a, b)),
        "API: world": ["/api/world", *(address("api", "world", since=year, until=year) for year in years)],
        "API: years": ["/api/world/years"],
        "API: page": [address("api", "pages", key) for key in sample.pages],
        "API: events": ["/api/events", *(address("api", "events", actor=a, recipient=b, since="2014") for a, b in pairs)],
        "API: stories": ["/api/stories", *(address("api", "stories", actor=a, recipient=b) for a, b in pairs)],
        "API: quotations": ["/api/quotes", *(address("api", "quotes", speaker=state) for state in sample.states[:20])],
        "API: comments": ["/api/threads"],
        "API: corrections": ["/api/corrections"],
        "API: search": [address("api", "search", q=words) for words in QUESTIONS],
        "API: description": ["/api/openapi.json"],
    }


async def timed(live: "Explorer", address: str, clock: Callable[[], float]) -> float:
    """Milliseconds of one answer."""
    since = clock()
    if await live.get(address) is None:
        raise LookupError(address)
    return 1000 * (clock() - since)


async def measure(store: Path, sample: Sample, asked: argparse.Namespace) -> int:
    """Print a row for each view; how many miss the goal."""
    from facta.values.collecting import rarely
    from facta.web.site.asking import Explorer

    missed, clock = 0, process_time if asked.cpu else perf_counter
    async with Explorer(store, warm=asked.wait > 0) as live:
        rarely()  # as `facta serve` does
        await asyncio.sleep(asked.wait)
        print(
            "| view | asked | first | first time: median | p95 | slowest | again: median | p95 | after a change: median | p95 | |"
        )
        print("|---" * 11 + "|")
        for name, addresses in views(sample).items():
            if asked.only not in name:
                continue
            with profiled(asked.profile):
                new = [await timed(live, address, clock) for address in addresses]
            again = [await timed(live, address, clock) for _ in range(asked.rounds) for address in addresses]
            await asyncio.sleep(asked.pause)
            os.utime(store)
            anew = [await timed(live, address, clock) for address in addresses]
            slow = max(p95(new), p95(new + again), p95(anew)) > GOAL
            missed += slow
            slowest = addresses[max(range(len(new)), key=lambda n: max(new[n], anew[n]))] if slow else ""
            cells = (new[0], median(new), p95(new), max(new), median(again), p95(again), median(anew), p95(anew))
            told = " | ".join(f"{cell:,.0f}" for cell in cells)
            print(f"| {name} | {len(new)} + {len(again)} | {told} | {f'misses: {slowest}' if slow else ''} |", flush=True)
    return missed


def p95(times: Sequence[float]) -> float:
    """The time that 19 of 20 do not pass."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


@contextmanager
def profiled(wanted: bool) -> "Iterator[None]":
    """Print where the time of a block goes."""
    if not wanted:
        yield
        return
    with Profile() as profile:
        yield
    Stats(profile).sort_stats("cumulative").print_stats(40)


def indexed(store: "Store") -> str:
    """Time and size of the index that search makes, in a sentence."""
    from facta.store.search import Index

    index, since = Index(store), monotonic()
    held = index.sync(float("inf"))
    size = sum(path.stat().st_size for path in index.path.parent.glob(f"{index.path.name}*"))
    return f"Index of {held.of:,} pages: {monotonic() - since:,.0f} s, {size / 1e6:,.0f} MB."


def main(argv: Sequence[str] | None = None) -> int:
    """0 when every view keeps the goal, 1 when one does not."""
    from facta.web.shelf import LINGER

    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.explorer", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--store", type=Path, metavar="FILE", help="a store of your own, or where a made one is kept")
    parser.add_argument("--events", type=int, default=EVENTS, metavar="N", help=f"events of a made store (default {EVENTS:,})")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="where the search index is kept (default: a temporary folder)")
    parser.add_argument("--only", default="", metavar="WORDS", help="only views whose names have these words")
    parser.add_argument("--number", type=int, default=20, metavar="N", help="pairs, pages and states asked for (default 20)")
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="times that all is asked again (default 2)")
    parser.add_argument(
        "--wait",
        type=float,
        default=0,
        metavar="SECONDS",
        help="pause after the start, in which it prepares answers as facta serve does (default: it does not)",
    )
    parser.add_argument(
        "--pause",
        type=float,
        default=LINGER + 1,
        metavar="SECONDS",
        help="before a change of the store, so that it is no longer open (default: the explorer has closed it then)",
    )
    parser.add_argument("--cpu", action="store_true", help="CPU time of all threads, for a machine with other work")
    parser.add_argument("--no-index", action="store_true", help="begin without a search index, which is then made meanwhile")
    parser.add_argument("--profile", action="store_true", help="where the time goes, of each view's first answers")
    asked = parser.parse_args(argv)
    from facta.store import open_store

    with TemporaryDirectory() as spare:
        os.environ["XDG_CACHE_HOME"] = str(asked.cache or spare)
        path = asked.store or Path(spare) / "explorer.duckdb"
        if not path.exists():
            fill(path, asked.events)
        with open_store(path, read_only=True) as store:
            held = store.summary()
            sample = Sample.of(store, asked.number)
            print(f"{held.events:,} events, {held.pages:,} pages, {held.quotes:,} quotations, {held.comments:,} comments.")
            if not asked.no_index:
                print(indexed(store))
        missed = asyncio.run(measure(path, sample, asked))
    print(f"{missed} over {GOAL} ms" if missed else f"All within {GOAL} ms.")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
