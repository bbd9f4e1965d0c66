"""Whether reports of one act are folded into one story: pairs and B-cubed over labelled windows of reports.

`python -m eval.stories [FILE.jsonl]` prints what stands wrong and, last, one line of JSON. The halves `dev` and `fit` are for
fitting (`eval.likeness`). FILE has a window a line (`eval/STORIES.md`). A report may tell several acts, so B-cubed is the form
for overlapping clusters (Amigó et al. 2009).
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.scorers import DATA
from facta.pipeline import outcomes
from facta.read.raw import Failure
from facta.store import Store, open_store
from facta.stories import update

LABELS = Path(__file__).with_name("stories.jsonl")
CORPUS = DATA / "corpus" / "wce_dyad_lines.jsonl.gz"
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Window:
    """Reports that were read side by side."""

    name: str
    half: str
    stories: dict[str, frozenset[str]]
    """By report, the labels of the acts it tells."""
    news: dict[str, frozenset[str]]
    """By report, those of them that it is there to tell, and that are not its background."""
    told: dict[str, dict[str, tuple[int, int]]] = field(default_factory=dict)
    """By report, where its text tells each act, in characters; not in all windows."""


def windows(path: Path = LABELS) -> list[Window]:
    """The labelled windows of a file."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Window(
            w["window"],
            w.get("half", "test"),
            {r["id"]: frozenset(r["stories"]) for r in w["reports"]},
            {r["id"]: frozenset(r["stories"]) - frozenset(r["background"]) for r in w["reports"]},
            {r["id"]: {label: (start, end) for label, (start, end) in r.get("at", {}).items()} for r in w["reports"]},
        )
        for w in lines
    ]


def folded(store: Store) -> dict[str, frozenset[str]]:
    """By the id of each page, the stories it tells or mentions in passing."""
    rows = store.sql(
        """
        SELECT p.id, list(DISTINCT t.story) FILTER (t.story IS NOT NULL) AS stories
        FROM pages p LEFT JOIN (SELECT page_no, story FROM tellings UNION ALL SELECT page_no, story FROM recalls_v) t
            ON t.page_no = p.no
        GROUP BY ALL
        """
    )
    return {row["id"]: frozenset(row["stories"] or ()) for row in rows}


def coded(asked: Iterable[Window], path: Path) -> Store:
    """A store at `path` with the windows' reports coded and folded."""
    wanted = {report for window in asked for report in window.stories}
    texts = path.with_suffix(".jsonl")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines, texts.open("w", encoding="utf-8") as out:
        for row in map(json.loads, lines):
            if row["id"] in wanted:
                site = next(iter(row["reported_by"]), None)
                out.write(json.dumps({"id": row["id"], "text": row["text"], "published": row["date"], "site": site}) + "\n")
                wanted.discard(row["id"])  # a few ids stand twice; the first is meant
    store = open_store(path)
    store.put_many((result, digest or "") for digest, result in outcomes([str(texts)]) if not isinstance(result, Failure))
    update(store)
    return store


def scores(asked: Sequence[Window], found: dict[str, frozenset[str]]) -> dict[str, float]:
    """Precision, recall and F1 of pairs of a window's reports that share an act, and of B-cubed over its reports."""
    pairs = [pair for window in asked for pair in judged(window, found)]
    hits = sum(gold and ours for *_, gold, ours in pairs)
    precision = hits / max(1, sum(ours for *_, ours in pairs))
    recall = hits / max(1, sum(gold for _, _, gold, _ in pairs))
    news = [gold for window in asked for gold in _of_news(window, found)]
    b_precision, b_recall = (_b_cubed(asked, found, turned=turned) for turned in (False, True))
    return {
        "pair_precision": round(precision, 4),
        "pair_recall": round(recall, 4),
        "pair_f1": _f1(precision, recall),
        "news_recall": round(sum(news) / max(1, len(news)), 4),
        "b_cubed_f1": _f1(b_precision, b_recall),
    }


def judged(window: Window, found: dict[str, frozenset[str]]) -> Iterator[tuple[str, str, bool, bool]]:
    """Every pair of reports, whether the labels join it, whether we do."""
    for a, b in combinations(sorted(window.stories), 2):
        yield a, b, bool(window.stories[a] & window.stories[b]), bool(_of(found, a) & _of(found, b))


def _of_news(window: Window, found: dict[str, frozenset[str]]) -> list[bool]:
    """Of each pair of reports that are there to tell the same act, whether we join it."""
    pairs = combinations(sorted(window.news), 2)
    return [bool(_of(found, a) & _of(found, b)) for a, b in pairs if window.news[a] & window.news[b]]


def _of(found: dict[str, frozenset[str]], report: str) -> frozenset[str]:
    """The stories of a report; one that tells none is alone with itself."""
    return found.get(report) or frozenset([report])


def _b_cubed(asked: Sequence[Window], found: dict[str, frozenset[str]], *, turned: bool) -> float:
    """Multiplicity precision over reports; recall when turned."""
    means = []
    for window in asked:
        gold = {r: s or frozenset([r]) for r, s in window.stories.items()}
        ours = {r: _of(found, r) for r in window.stories}
        of, against = (gold, ours) if turned else (ours, gold)
        for report in gold:
            shared = [(len(of[report] & of[o]), len(against[report] & against[o])) for o in gold]
            means.append(np.mean([min(n, m) / n for n, m in shared if n]))
    return float(np.mean(means))


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / max(1e-9, precision + recall), 4)


def measured(half: str = "test") -> dict[str, float]:
    """The scores of one half of the labelled windows, coded anew."""
    asked = [window for window in windows() if window.half == half]
    with tempfile.TemporaryDirectory() as folder, coded(asked, Path(folder) / "stories.duckdb") as store:
        return scores(asked, folded(store))


def main() -> None:
    """Score a file of windows, or fit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path, default=LABELS)
    options.add_argument("--half", default="test")
    options.add_argument("--store", type=Path, help="a store that holds the reports, coded and folded")
    asked = options.parse_args()
    chosen = [window for window in windows(asked.file) if window.half == asked.half]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(asked.store) if asked.store else coded(chosen, Path(folder) / "stories.duckdb")
        with store:
            found = folded(store)
    for window in chosen:
        for a, b, gold, ours in judged(window, found):
            if gold != ours:
                print(window.name, "apart" if gold else "joined", a, b, file=sys.stderr)
    print(json.dumps(scores(chosen, found)))


if __name__ == "__main__":
    main()
