"""facta's end of the benchmark of stories: fills a store, folds it, or groups copies among texts, and says what that took.

Told `["fill", path, reports, first, rate]`, `["fold", path]`, `["texts", path, number]` or `["copies", texts]`.
"""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks import synthetic
from benchmarks.lines import answer, peak, questions
from facta.store import open_store
from facta.stories import copies, update


def fill(path: str, reports: int, first: int, rate: int) -> dict[str, Any]:
    """Write reports."""
    synthetic.fill(Path(path), reports, first=first, rate=rate)
    return {}


def fold(path: str) -> dict[str, Any]:
    """Fold what is pending, on one thread; warmed up, so that what a process reads once is not counted for each size."""
    with open_store(":memory:") as store:
        update(store)
    with open_store(path) as store:
        with store.changing() as con:
            con.execute("SET threads = 1")
        done = update(store)
        (row,) = store.sql("SELECT (SELECT count(*) FROM tellings) AS events, (SELECT count(*) FROM stories) AS stories")
    return {"pages": done.pages, **row}


def texts(path: str, number: int) -> dict[str, Any]:
    """The first texts of a store."""
    with open_store(path, read_only=True) as store:
        return {"texts": [row["text"] for row in store.sql('SELECT "text" FROM pages ORDER BY no LIMIT ?', [number])]}


def group(some: list[str]) -> dict[str, Any]:
    """Groups of copies."""
    return {"groups": len(set(copies.groups(copies.buckets(some).tolist()).tolist()))}


def main() -> None:
    """Answer until there are no more questions."""
    ways: dict[str, Callable[..., dict[str, Any]]] = {"fill": fill, "fold": fold, "texts": texts, "copies": group}
    for way, *rest in questions():
        cpu, wall = process_time(), perf_counter()
        found = ways[way](*rest)
        answer({**found, "cpu": process_time() - cpu, "wall": perf_counter() - wall, "peak": peak()})


if __name__ == "__main__":
    main()
