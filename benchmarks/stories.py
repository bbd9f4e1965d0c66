"""`python -m benchmarks.stories`: what folding reports into stories costs, how it grows, and copies beside datasketch.

Stores of synthetic reports (`benchmarks.synthetic`), each of 15 years: a larger one is denser, not longer. Each is folded from
scratch in a process of its own with one thread, then gets one more day. Copies are found among the same texts by facta and by
datasketch's MinHash LSH, with the same word pairs, bands and rows.
"""

import argparse
import math
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.lines import Worker, WorkerError
from benchmarks.words import INSTALL, PEER

DAYS = 15 * 365
SIZES = (10_000, 30_000, 100_000)
TEXTS = 10_000


def measured(folder: Path, reports: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """What folding a store from scratch took, and one day more."""
    path = str(folder / f"{reports}.duckdb")
    took = []
    for count, first in ((reports, 0), (max(1, reports // DAYS), reports)):
        for question in (["fill", path, count, first, reports], ["fold", path]):
            with closing(Worker(sys.executable, "benchmarks.stories_worker")) as worker:
                answer = worker.ask(question)
        took.append(answer)
    Path(path).unlink()
    return took[0], took[1]


def line(reports: int, whole: dict[str, Any], day: dict[str, Any]) -> str:
    """A row of the table in docs/scale.md."""
    each = 1000 * whole["cpu"] / reports
    return (
        f"| {reports:,} | {whole['events']:,} | {whole['stories']:,} | {whole['cpu']:.0f} s | {whole['wall']:.0f} s "
        f"| {each:.2f} ms "
        f"| {whole['peak'] / 2**20:,.0f} MB | {day['pages']} | {day['cpu']:.1f} s |"
    )


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The exponent with which the time grows, by least squares on logarithms."""
    x, y = ([math.log(n) for n in some] for some in (sizes, seconds))
    a, b = sum(x) / len(x), sum(y) / len(y)
    return sum((p - a) * (q - b) for p, q in zip(x, y, strict=True)) / sum((p - a) ** 2 for p in x)


def copies(folder: Path, peer: str, number: int, rounds: int) -> None:
    """Both group the same texts, in turn; printed."""
    with (
        closing(Worker(sys.executable, "benchmarks.stories_worker")) as ours,
        closing(Worker(peer, "benchmarks.datasketch_worker")) as other,
    ):
        path = str(folder / "texts.duckdb")
        ours.ask(["fill", path, number, 0, number])
        texts = ours.ask(["texts", path, number])["texts"]
        ratios = []
        for n in range(rounds + 1):
            here, there = ours.ask(["copies", texts]), other.ask(texts)
            if "missing" in there:
                raise WorkerError(f"{there['missing']}; do: {INSTALL}")
            if n:  # the first warms both up
                ratios.append(there["cpu"] / here["cpu"])
        ratio = sorted(ratios)[len(ratios) // 2]
        print(
            f"copies among {number:,} texts: facta {here['cpu']:.2f} CPU s, {here['groups']:,} groups; "
            f"datasketch {there['cpu']:.2f} CPU s, {there['groups']:,} groups; "
            f"facta is {ratio:.1f} times as fast (median of {rounds})"
        )


def main(argv: Sequence[str] | None = None) -> int:
    """0 when it was measured, 1 when a worker failed or the peer is not installed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.stories", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "sizes", nargs="*", type=int, default=SIZES, metavar="REPORTS", help="sizes of stores (default 10000 30000 100000)"
    )
    parser.add_argument(
        "--folder", type=Path, help="where stores are written (default: a temporary folder; 1.5 GB for a million)"
    )
    parser.add_argument("--peer", default=str(PEER), metavar="PYTHON", help="the Python that has datasketch")
    parser.add_argument("--alone", action="store_true", help="measure facta only")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds of the comparison (default 3)")
    asked = parser.parse_args(argv)
    seconds = []
    try:
        with TemporaryDirectory(dir=asked.folder) as folder:
            print("| reports | events | stories | CPU | wall | CPU a report | peak memory | reports of one day more | CPU |")
            for reports in asked.sizes:
                whole, day = measured(Path(folder), reports)
                seconds.append(whole["cpu"])
                print(line(reports, whole, day), flush=True)
            if len(seconds) > 1:
                print(f"CPU grows with reports to the power {growth(asked.sizes, seconds):.2f}")
            if not asked.alone:
                copies(Path(folder), asked.peer, TEXTS, asked.rounds)
    except WorkerError as error:
        print(f"Not measured: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
