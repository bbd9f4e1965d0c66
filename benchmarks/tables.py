"""`python -m benchmarks.tables`: how long the tables of who is who and the gazetteer take to load, beside `csv` over their files.

Each round is a process of its own, since a second load finds much done. `csv` is the least that reading the same tab-separated
files can cost; filing them for look-up comes on top.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from statistics import median

LOADS = {
    "csv over the tables' files": (
        "import csv; from facta.resolve.rows import KNOWLEDGE",
        "[[*csv.reader(p.open(encoding='utf-8'), delimiter='\\t')] for p in KNOWLEDGE.glob('*.tsv')]",
    ),
    "tables": ("from facta.resolve import load_tables", "load_tables()"),
    "gazetteer": ("from facta.resolve.place.gazetteer import load_gazetteer", "load_gazetteer()"),
}
"""By what is loaded: what is imported before, what is timed."""


def seconds(before: str, load: str) -> float:
    """CPU seconds of a load in a fresh process."""
    script = f"import time\n{before}\nstart = time.process_time()\n{load}\nprint(time.process_time() - start)"
    return float(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout)


def lines(taken: dict[str, list[float]]) -> list[str]:
    """A line for each load: the shortest and the median time, and how often that of the peer.

    >>> lines({"csv": [0.01, 0.02, 0.03], "tables": [0.1, 0.2, 0.2]})
    ['csv: 10 ms at best, 20 ms median', 'tables: 100 ms at best, 200 ms median; 10.0 times csv']
    """
    peer, *_ = taken
    out = []
    for name, some in taken.items():
        ratio = "" if name == peer else f"; {median(some) / median(taken[peer]):.1f} times {peer}"
        out.append(f"{name}: {min(some) * 1000:.0f} ms at best, {median(some) * 1000:.0f} ms median{ratio}")
    return out


def main(given: Sequence[str] | None = None) -> None:
    """Load everything in turn, round by round."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=9)
    rounds = asked.parse_args(given).rounds
    taken: dict[str, list[float]] = {name: [] for name in LOADS}
    for _ in range(rounds):
        for name, (before, load) in LOADS.items():
            taken[name].append(seconds(before, load))
    print("\n".join(lines(taken)))


if __name__ == "__main__":
    main()
