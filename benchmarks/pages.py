"""`python -m benchmarks.pages [PAGE...]`: facta's reading of pages, article and threads, beside trafilatura alone.

Measures pages per CPU second, from bytes to text. Each tool has a process of its own with one thread. It first reads every page
once, so that what loads on first use is loaded, then all read the same page in turn, page by page and round by round, so that a
machine that grows slow does so for all. A page's time is the median over the rounds.
"""

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.lines import ROOT, Worker, WorkerError
from benchmarks.page_worker import TOOLS

PAGES = (ROOT.parent / "shared" / "data" / "threads", ROOT / "examples" / "pages")
WORKER = "benchmarks.page_worker"


@dataclass
class Run:
    """What a tool took."""

    name: str = ""
    seconds: dict[str, list[float]] = field(default_factory=dict)
    """CPU seconds by page, one of each round."""
    peak: int = 0
    """Bytes."""

    def times(self) -> dict[str, float]:
        """CPU seconds by page, the median of its rounds."""
        return {page: median(rounds) for page, rounds in self.seconds.items()}

    @property
    def rate(self) -> float:
        """Pages per CPU second."""
        return len(self.seconds) / sum(self.times().values())

    def line(self) -> str:
        """One line for a person."""
        return f"{self.name}: {self.rate:.1f} pages per CPU second; peak memory {self.peak / 2**20:,.0f} MB"


def measure(files: Sequence[Path], rounds: int, tools: Sequence[str] = tuple(TOOLS)) -> list[Run]:
    """What each tool took for each file, every one in each of some rounds; WorkerError when a worker ends early."""
    with ExitStack() as opened:
        workers = [opened.enter_context(closing(Worker(sys.executable, WORKER))) for _ in tools]
        runs = [Run(w.ask({"tool": t, "files": list(map(str, files))})["name"]) for w, t in zip(workers, tools, strict=True)]
        pairs = list(zip(workers, runs, strict=True))
        for turn in range(rounds + 1):
            for n, file in enumerate(files):
                for worker, run in pairs[:: -1 if turn % 2 else 1]:
                    took = worker.ask([n])
                    run.seconds.setdefault(str(file), []).extend(took["seconds"] if turn else ())
                    run.peak = took["peak"]
    return runs


def compared(ours: Run, peer: Run) -> str:
    """How many times as fast as a peer: over all pages together, and on the page in the middle."""
    here, there = ours.times(), peer.times()
    middle = median(there[page] / here[page] for page in here)
    return f"facta is {ours.rate / peer.rate:.2f} times as fast as {peer.name}; on the median page {middle:.2f} times"


def by_page(runs: Sequence[Run]) -> str:
    """Milliseconds of each tool by page."""
    times = [run.times() for run in runs]
    rows = [f"{Path(page).name:32}" + "".join(f"{t[page] * 1000:9.1f}" for t in times) for page in times[0]]
    return "\n".join(rows)


def found(sources: Sequence[str]) -> list[Path]:
    """The HTML files named, or standing in the folders named."""
    paths = [Path(s) for s in sources] or [p for p in PAGES if p.is_dir()]
    return [file for path in paths for file in (sorted(path.rglob("*.html")) if path.is_dir() else [path])]


def main(argv: Sequence[str] | None = None) -> int:
    """0 when it was measured, 1 when there are no pages or a worker failed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pages", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="HTML files or folders (default: the thread pages, the samples)")
    parser.add_argument("--without", nargs="*", default=[], metavar="NAME", help="names of files to leave out")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="times that each page is timed (default 5)")
    parser.add_argument("--each", action="store_true", help="also show each page's milliseconds")
    asked = parser.parse_args(argv)
    files = [file for file in found(asked.pages) if file.name not in asked.without]
    if not files:
        print("Not measured: there are no HTML files.", file=sys.stderr)
        return 1
    try:
        ours, *peers = runs = measure(files, asked.rounds)
    except WorkerError as error:
        print(f"Not measured: {error}", file=sys.stderr)
        return 1
    print(f"{len(files)} pages, each timed {asked.rounds} times")
    for line in [run.line() for run in runs] + [compared(ours, peer) for peer in peers]:
        print(line)
    if asked.each:
        print(by_page(runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
