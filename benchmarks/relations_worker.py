"""facta's end of the benchmark of relations: answers about pairs from a store that stays open, and says what each took.

Told `["fill", path, events]`, `["pairs", path]`, or `["relations" or "ledger", path, a, b, rounds]`.
"""

from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks import synthetic_stories
from benchmarks.lines import answer, peak, questions
from facta.relations import ledger, relations
from facta.relations.commitments import book
from facta.store import Store, open_store

_PAIRS = """
    SELECT least(actor, recipient) AS a, greatest(actor, recipient) AS b, count(DISTINCT id) AS n FROM story_dyads GROUP BY ALL
    ORDER BY n DESC, a, b
"""
_open: dict[str, Store] = {}


def opened(path: str) -> Store:
    """The store, which stays open."""
    if path not in _open:
        _open[path] = open_store(path, read_only=True)
    return _open[path]


def pairs(path: str) -> dict[str, Any]:
    """The busiest pair, the one in the middle, and the one with the fewest stories."""
    rows = list(opened(path).sql(_PAIRS))
    return {"pairs": [(row["a"], row["b"]) for row in (rows[0], rows[len(rows) // 2], rows[-1])]}


def timed(what: str, path: str, a: str, b: str, rounds: int) -> dict[str, Any]:
    """CPU and wall seconds of each round, the first of them the one that warms up."""
    store, cpu, wall = opened(path), [], []
    for _ in range(rounds + 1):
        book._followed.cache_clear()  # each round counts what the first visitor would wait for
        before = process_time(), perf_counter()
        number = relations(store, a, b).total.stories if what == "relations" else len(ledger(store, a, b).commitments)
        cpu.append(process_time() - before[0])
        wall.append(perf_counter() - before[1])
    return {"cpu": cpu, "wall": wall, "number": number, "peak": peak()}


def main() -> None:
    """Answer until there are no more questions."""
    for way, path, *rest in questions():
        if way == "fill":
            synthetic_stories.fill(Path(path), *rest)
        answer({} if way == "fill" else pairs(path) if way == "pairs" else timed(way, path, *rest))


if __name__ == "__main__":
    main()
