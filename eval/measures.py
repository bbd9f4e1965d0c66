"""What is measured: each measure runs a public command on gold data and hands the output to the data's own scorer."""

import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from eval import actors, calibration, chains, demo, leaders, leaks, ledgers, places, stories, timex
from eval.matching import acts, together
from eval.quotations import quotations
from eval.scorers import ARTICLES, DATA, POLNEAR, SENTENCES, SHARED
from eval.sections.confidence import judged
from facta.resolve import load_tables

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


@cache
def coded(texts: Path) -> str:
    """What `facta code` makes of a file of texts, as JSONL; once a process, since several measures ask for the same."""
    return facta("code", texts, "--format", "jsonl")


def events(gold: Path, texts: Path | None = None) -> Callable[[], Scores]:
    """F1 at every level of agreement, the accuracies among type-matched pairs (score_events.py), and calibration.

    texts: where the texts of the gold are, if not in the gold itself.
    """

    def run() -> Scores:
        score = _event_score([gold], [texts or gold])
        levels = {f"{level}_f1": score[level]["F1"] for level in ("trigger", "quad", "type", "dyad", "full")}
        among: Scores = score["among_type_matched"]
        among["direction"] = round(1 - among.pop("swapped"), 4)  # a floor needs a score of which more is better
        return levels | among | {"not_actual_f1": score["not_actual"]["F1"]} | _calibration([(gold, texts or gold)])

    return run


def events_together(*golds: Path) -> Callable[[], Scores]:
    """What several gold files are asked as one, since each alone has too few such cases, and calibration."""

    def run() -> Scores:
        score = _event_score(golds, golds)
        among = score["among_type_matched"]
        few = {"not_actual_f1": score["not_actual"]["F1"], "date_explicit": among["date_explicit"], "evidence": among["evidence"]}
        return few | _calibration([(gold, gold) for gold in golds])

    return run


def _event_score(golds: Iterable[Path], texts: Iterable[Path]) -> dict[str, Any]:
    """The report of score_events.py over all of these."""
    with tempfile.TemporaryDirectory() as folder:
        gold, prediction = Path(folder) / "gold.jsonl", Path(folder) / "coded.jsonl"
        gold.write_text("".join(path.read_text("utf-8") for path in golds), "utf-8")
        prediction.write_text("".join(coded(path) for path in texts), "utf-8")
        score: dict[str, Any] = json.loads(scorer("score_events.py", gold, prediction, "--json"))
    return score


def _calibration(files: Iterable[tuple[Path, Path]]) -> Scores:
    """1 - expected calibration error of event confidence, of type and of dyad."""
    matched = together(*(acts(gold.read_text("utf-8"), coded(texts)) for gold, texts in files))
    return {f"calibration_{level}": round(1 - calibration.error(judged(matched, level)), 4) for level in ("type", "dyad")}


def quotes(gold: Path) -> Callable[[], Scores]:
    """Overlap and joint F1, all and direct quotations (score_quotes.py), and calibration of whether the content is right."""

    def run() -> Scores:
        with tempfile.TemporaryDirectory() as folder:
            report, prediction = Path(folder) / "score.json", Path(folder) / "coded.jsonl"
            prediction.write_text(coded(gold), "utf-8")
            scorer("score_quotes.py", gold, prediction, "--json", report)
            score: dict[str, Any] = json.loads(report.read_text("utf-8"))
        claims = quotations(gold.read_text("utf-8"), coded(gold)).judged(joint=False)
        return quote_scores(score) | {"calibration_overlap": round(1 - calibration.error(claims), 4)}

    return run


def quote_scores(score: dict[str, Any]) -> Scores:
    """The figures we pin, from the scorer's report."""
    columns = {"overlap": "ov", "joint": "joint"}  # our word -> the scorer's key, whose third number is F1
    return {f"{kind}_{ours}_f1": score[kind][its][2] for kind in ("all", "direct") for ours, its in columns.items()}


def pairs() -> Scores:
    """Root types between marked parties (`python -m eval.plv`).

    The reader has learned from these sentences, so the figure flatters, but it falls when pairs are read wrongly; `training.plv`
    cross-validates.
    """
    done = subprocess.run([sys.executable, "-m", "eval.plv", PLV], capture_output=True, text=True, check=True)
    return {"root_macro_f1": json.loads(done.stdout.splitlines()[-1])["root_macro_f1"]}


def threads() -> Scores:
    """All pages of any platform: detection, authors, replies, trees, links from other pages, dates (score_threads.py).

    `apart` is the share of the comments' text that does not stand in the article.
    """
    gold = DATA / "threads"
    read: list[tuple[dict[str, Any], dict[str, Any]]] = []
    with tempfile.TemporaryDirectory() as folder:
        for line in filter(None, facta("read", *_thread_pages(gold), "--format", "jsonl").split("\n")):
            ours = json.loads(line)
            page = Path(ours["page"]["source"])
            (Path(folder) / f"{page.stem}.json").write_text(line, "utf-8")
            read.append((json.loads(page.with_suffix(".json").read_text("utf-8")), ours))
        score = json.loads(scorer("score_threads.py", gold, folder, "--json"))
    found = {k: score["micro"][k] or 0.0 for k in ("deta_F1", "reply_acc", "tree_F1", "ping_F1", "date_acc")}
    return found | {"apart": round(1 - leaks.share(read), 4)}


def _thread_pages(gold: Path) -> Iterable[Path]:
    return sorted([*gold.glob("*.html"), *gold.glob("*.txt")])


def placed() -> Scores:
    """Places found and put on the map on GeoVirus (`python -m eval.places`)."""
    score = places.scores(places.read(list(places.articles(GEOVIRUS)), load_tables()))
    return {name: score[name] for name in ("recall", "acc161", "precision")}


def timed() -> Scores:
    """Times found and read on MEANTIME (`python -m eval.timex`)."""
    with tempfile.TemporaryDirectory() as folder, tarfile.open(MEANTIME) as packed:
        packed.extractall(folder, filter="data")
        documents = timex.documents([Path(folder) / "meantime" / "intra-doc_annotation"])
        score = timex.score([pair for document in documents for pair in timex.matched(document)])
    return {name: score[name] for name in ("detection_f1", "strict_f1", "value_f1")}


def told(gold: Path) -> Callable[[], Scores]:
    """Whether speakers have the right name and the right chain, of quotations whose content is found."""
    return lambda: chains.shares(list(chains.chains(gold, coded(gold))))


PLV = DATA / "plv" / "PLV_train.tsv"
GEOVIRUS = DATA / "geo" / "GeoVirus.xml"
MEANTIME = DATA / "time" / "meantime.tar.gz"
REIGN = DATA / "validation" / "reign" / "leaderlist_3_21.csv"
REPORTS = SAMPLES / "expected" / "reports.gold.jsonl"

MEASURES = (
    Measure("events.dev_sentences", (SENTENCES,), events(SENTENCES)),
    Measure("events.dev_docs", (ARTICLES,), events(ARTICLES)),
    Measure("events.dev", (SENTENCES, ARTICLES), events_together(SENTENCES, ARTICLES)),
    Measure("events.samples", (REPORTS,), events(REPORTS, SAMPLES / "pages" / "reports.jsonl")),
    Measure("quotes.polnear_dev", (POLNEAR,), quotes(POLNEAR)),
    Measure("pairs.plv_train", (PLV,), pairs),
    Measure("actors.dev", (SENTENCES, ARTICLES), lambda: actors.accuracy((SENTENCES, ARTICLES))),
    Measure("chains.dev_docs", (ARTICLES,), told(ARTICLES)),
    Measure("leaders.reign", (REIGN,), lambda: leaders.accuracy(REIGN)),
    Measure("times.meantime", (MEANTIME,), timed),
    Measure("places.geovirus", (GEOVIRUS,), placed),
    Measure("stories.reports", (stories.LABELS, stories.CORPUS), stories.measured),
    Measure("demo.corpus", (demo.CORPUS, demo.GOLD), demo.measured),
    Measure("ledgers.blind", tuple(map(ledgers.path, ledgers.SCORED)), ledgers.measured),
    Measure("threads.pages", (DATA / "threads",), threads),
)
