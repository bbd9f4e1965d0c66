"""`python -m benchmarks.relations`: what an answer about a pair of states costs, and how it grows with the store.

Stores of synthetic stories (`benchmarks.synthetic_stories`); the busiest pair, one of the middle, the rarest, China and
Russia, and the United States with the European Union. A store stays open, each question is asked once to warm up and then some
times more.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.lines import Worker, WorkerError

SIZES = (100_000, 1_000_000)
NAMED = (("CHN", "RUS"), ("USA", "EU"))


def measured(path: Path, events: int, rounds: int) -> None:
    """The rows of one store, printed; the store is made where there is none yet."""
    if not path.exists():
        with closing(Worker(sys.executable, "benchmarks.relations_worker")) as filler:
            filler.ask(["fill", str(path), events])
    with closing(Worker(sys.executable, "benchmarks.relations_worker")) as worker:
        asked = [*worker.ask(["pairs", str(path)])["pairs"], *NAMED]
        for what in ("relations", "ledger"):
            for a, b in asked:
                took = worker.ask([what, str(path), a, b, rounds])
                cpu, wall = (median(took[name][1:]) for name in ("cpu", "wall"))
                print(
                    f"| {what} | {events:,} | {a} {b} | {took['number']:,} | {cpu:.2f} s | {wall:.2f} s "
                    f"| {min(took['wall'][1:]):.2f} s "
                    f"| {took['cpu'][0]:.2f} s | {took['peak'] / 2**20:,.0f} MB |",
                    flush=True,
                )


def main(argv: Sequence[str] | None = None) -> int:
    """0 when it was measured, 1 when a worker failed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.relations", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "sizes", nargs="*", type=int, default=SIZES, metavar="EVENTS", help="sizes of stores (default 100000 1000000)"
    )
    parser.add_argument("--folder", type=Path, help="where stores are kept (default: a temporary folder; 1.5 GB for 10 million)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="answers timed of each question (default 5)")
    asked = parser.parse_args(argv)
    print("| question | events | pair | stories or commitments | CPU | wall | least wall | CPU of the first | peak memory |")
    try:
        with TemporaryDirectory() as spare:
            for events in asked.sizes:
                measured((asked.folder or Path(spare)) / f"r{events}.duckdb", events, asked.rounds)
    except WorkerError as error:
        print(f"Not measured: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
