"""What is measured: each measure runs a public command on gold data and hands the output to the data's own scorer."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
"""Where the labelled data and the scorers lie: beside the project."""
DATA = SHARED / "data"
SAMPLES = Path(__file__).resolve().parent.parent / "examples"

Scores = dict[str, float]


@dataclass(frozen=True)
class Measure:
    """One capability on one set of gold files."""

    name: str
    data: tuple[Path, ...]
    """Gold files or folders."""
    run: Callable[[], Scores]

    def missing(self) -> list[Path]:
        """Gold that is not on this machine."""
        return [path for path in (*self.data, SHARED / "score") if not path.exists()]


def facta(*args: str | Path) -> str:
    """Standard output of a facta command; problems of single inputs (exit code 1) are part of the measure, a crash is not."""
    done = subprocess.run([sys.executable, "-m", "facta", *map(str, args)], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"facta {' '.join(map(str, args))} failed: {done.stderr.strip()[-2000:]}")
    return done.stdout


def scorer(name: str, *args: str | Path) -> str:
    """Standard output of one of the shared scorers."""
    done = subprocess.run([sys.executable, SHARED / "score" / name, *args], capture_output=True, text=True, check=True)
    return done.stdout


def coded(gold: Path, folder: Path) -> Path:
    """A file with what `facta code` makes of the texts of a gold file."""
    out = folder / "coded.jsonl"
    out.write_text(facta("code", gold, "--format", "jsonl"), "utf-8")
    return out


def events(gold: Path, texts: Path | None = None) -> Callable[[], Scores]:
    """F1 at every level of agreement, and the accuracies among type-matched pairs (score_events.py).

    texts: where the texts of the gold are, if not in the gold itself.
    """

    def run() -> Scores:
        with tempfile.TemporaryDirectory() as folder:
            prediction = coded(texts or gold, Path(folder))
            score: dict[str, Any] = json.loads(scorer("score_events.py", gold, prediction, "--json"))
        levels = {f"{level}_f1": score[level]["F1"] for level in ("trigger", "quad", "type", "dyad", "full")}
        among: Scores = score["among_type_matched"]
        among["direction"] = round(1 - among.pop("swapped"), 4)  # a floor needs a score of which more is better
        return levels | among | {"not_actual_f1": score["not_actual"]["F1"]}

    return run


def quotes(gold: Path) -> Callable[[], Scores]:
    """Overlap and joint F1, all and direct quotations (score_quotes.py)."""

    def run() -> Scores:
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "score.json"
            scorer("score_quotes.py", gold, coded(gold, Path(folder)), "--json", report)
            score: dict[str, Any] = json.loads(report.read_text("utf-8"))
        return quote_scores(score)

    return run


def quote_scores(score: dict[str, Any]) -> Scores:
    """The figures we pin, from the scorer's report."""
    columns = {"overlap": "ov", "joint": "joint"}  # our word -> the scorer's key, whose third number is F1
    return {f"{kind}_{ours}_f1": score[kind][its][2] for kind in ("all", "direct") for ours, its in columns.items()}


def threads() -> Scores:
    """Detection, authors, replies and trees over all pages, whatever their platform (score_threads.py)."""
    gold = DATA / "threads"
    with tempfile.TemporaryDirectory() as folder:
        for page in _thread_pages(gold):
            output = facta("read", page, "--format", "jsonl")
            if output:
                (Path(folder) / f"{page.stem}.json").write_text(output, "utf-8")
        score = json.loads(scorer("score_threads.py", gold, folder, "--json"))
    return {k: score["micro"][k] or 0.0 for k in ("deta_F1", "reply_acc", "tree_F1")}


def _thread_pages(gold: Path) -> Iterable[Path]:
    return sorted([*gold.glob("*.html"), *gold.glob("*.txt")])


SENTENCES, ARTICLES = DATA / "events" / "dev_sentences.jsonl", DATA / "events" / "dev_docs.jsonl"
POLNEAR = DATA / "quotes" / "polnear_dev.jsonl"
REPORTS = SAMPLES / "expected" / "reports.gold.jsonl"

MEASURES = (
    Measure("events.dev_sentences", (SENTENCES,), events(SENTENCES)),
    Measure("events.dev_docs", (ARTICLES,), events(ARTICLES)),
    Measure("events.samples", (REPORTS,), events(REPORTS, SAMPLES / "pages" / "reports.jsonl")),
    Measure("quotes.polnear_dev", (POLNEAR,), quotes(POLNEAR)),
    Measure("threads.pages", (DATA / "threads",), threads),
)
