"""`python -m benchmarks.words [SOURCE...]`: facta's pipeline beside spaCy's small English one.

Measures words per CPU second and peak memory. Both read the same articles in one run, each in its own process with one thread,
page parsing left out. The articles are dealt into parts: the first warms both up, the others are read once each, in turn by one
and by the other, so that nobody profits from having seen a text before.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.lines import ROOT, Worker, WorkerError, parts

ARTICLES = ROOT.parent / "shared" / "data" / "quotes" / "polnear_dev.jsonl"
SAMPLES = ROOT / "examples" / "pages"
PEER = ROOT / ".venv-bench" / "bin" / "python"
"""The Python that has spaCy, where benchmarks/README.md puts it."""
INSTALL = f"python3 -m venv .venv-bench && .venv-bench/bin/pip install -r {Path('benchmarks') / 'requirements.txt'}"


@dataclass
class Run:
    """What a tool took."""

    name: str
    rates: list[float] = field(default_factory=list)
    """Words per CPU second, one of each part."""
    peak: int = 0
    """Bytes."""
    steps: dict[str, float] = field(default_factory=dict)
    """CPU seconds by step."""

    def add(self, words: int, took: Mapping[str, Any]) -> None:
        """One part more."""
        self.rates.append(words / took["cpu"])
        self.peak = took["peak"]
        for step, seconds in took.get("steps", {}).items():
            self.steps[step] = self.steps.get(step, 0.0) + seconds

    @property
    def rate(self) -> float:
        """The median of the parts."""
        return median(self.rates)

    def line(self) -> str:
        """One line for a person."""
        spread = f"{min(self.rates):,.0f} to {max(self.rates):,.0f}"
        rate = f"{self.rate:,.0f} words per CPU second (median of {len(self.rates)} parts, {spread})"
        return f"{self.name}\n  {rate}; peak memory {self.peak / 2**20:,.0f} MB"


def compare(ours: Worker, peer: Worker | None, sources: Sequence[str], rounds: int) -> tuple[Run, Run | None]:
    """Let both read every part, in turn; WorkerError when one of them can't."""
    ready = ours.ask(sources)
    sizes = [len(text.split()) for text in ready["texts"]]
    here, there = Run(ready["name"]), None
    if peer:
        other = peer.ask(ready["texts"])
        if "missing" in other:
            raise WorkerError(f"{other['missing']} is not installed; do: {INSTALL}")
        there = Run(other["name"])
    print(f"{len(sizes)} articles, {sum(sizes):,} words, {rounds} parts after warming up", file=sys.stderr)
    warm, *timed = parts(range(len(sizes)), rounds + 1)
    for n, part in enumerate((warm, *timed)):
        words = sum(sizes[page] for page in part)
        for worker, run in ((ours, here), (peer, there)):
            if worker and run:
                took = worker.ask(list(part))
                if took.get("problems"):
                    raise WorkerError(f"a page could not be coded, so no speed is that of the pipeline: {took['problems'][0]}")
                if n:
                    run.add(words, took)
    return here, there


def profile(run: Run) -> str:
    """Where the time goes, step by step, the slowest first."""
    total = sum(run.steps.values())
    ordered = sorted(run.steps.items(), key=lambda step: -step[1])
    return "\n".join(f"  {seconds / total:4.0%}  {seconds:7.2f} s  {step}" for step, seconds in ordered)


def main(argv: Sequence[str] | None = None) -> int:
    """0 when it was measured, 1 when a worker failed or the peer is not installed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.words", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="what to read (default: PolNeAR's dev articles, the sample pages)"
    )
    parser.add_argument("--rounds", type=int, default=6, metavar="N", help="parts that are timed (default 6)")
    parser.add_argument(
        "--peer", default=str(PEER if PEER.exists() else sys.executable), metavar="PYTHON", help="the Python that has spaCy"
    )
    parser.add_argument("--alone", action="store_true", help="measure facta only")
    parser.add_argument("--profile", action="store_true", help="say where facta's time goes, step by step")
    asked = parser.parse_args(argv)
    sources = asked.sources or [str(path) for path in (SAMPLES, ARTICLES) if path.exists()]
    with closing(Worker(sys.executable, "benchmarks.facta_worker")) as ours:
        peer = None if asked.alone else Worker(asked.peer, "benchmarks.spacy_worker")
        try:
            here, there = compare(ours, peer, sources, asked.rounds)
        except WorkerError as error:
            print(f"Not measured: {error}", file=sys.stderr)
            return 1
        finally:
            if peer:
                peer.close()
    print(here.line())
    if asked.profile:
        print(profile(here))
    if there:
        print(there.line())
        print(f"facta is {here.rate / there.rate:.2f} times as fast")
    return 0


if __name__ == "__main__":
    sys.exit(main())
