"""Whether the ledger knows what became of commitments, on short reports of our own: `python -m eval.ledgers [NAME..]`.

A set (`eval/ledgers/NAME.jsonl`) has a line a report: `{"id", "published", "site", "text", "commitments"}`; each commitment that
it tells has the `pair` of states, what became of it (`state`: kept, broken, expired, open), and the id of the report that tells
the `answer`, null for none. How the sets were made stands in `eval/LEDGERS.md`. What stands wrong goes to stderr; the last line
is one line of JSON. `--fit` makes the weights of `relations/commitments/match.toml` from the sets and the parts of the demo
corpus that are for it, and from answers in real reports (`eval.validation.judged`; the corpus is coded first, in minutes).
"""

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval import demo
from eval.regression import logistic
from eval.validation import corpus, judged
from facta.pipeline import outcomes
from facta.read.raw import Failure
from facta.relations import ledger
from facta.relations.commitments.book import answered
from facta.relations.commitments.scoring import FEATURES
from facta.store import Store, open_store
from facta.stories import update

FOLDER = Path(__file__).with_name("ledgers")
FITTED = ("asia", "world", "europe", "levant", "pacific", "powers")
"""Sets that the weights of the match are fitted on, with the demo corpus's fitted parts."""
SCORED = ("blind", "unseen")
"""Sets that measure."""
RIDGE = 1.0
"""How strongly weights are held small."""


@dataclass(frozen=True)
class Promise:
    """A commitment that a report tells, and what became of it."""

    report: str
    pair: tuple[str, str]
    state: str
    answer: str | None
    """The report that tells what kept or broke it."""


def path(name: str) -> Path:
    """The file of a set."""
    return FOLDER / f"{name}.jsonl"


def promises(name: str) -> list[Promise]:
    """The commitments of a set."""
    rows = [json.loads(line) for line in path(name).read_text("utf-8").splitlines()]
    return [Promise(row["id"], tuple(told["pair"]), told["state"], told["answer"]) for row in rows for told in row["commitments"]]


def reports(name: str) -> list[str]:
    """The ids of the reports of a set."""
    return [json.loads(line)["id"] for line in path(name).read_text("utf-8").splitlines()]


def coded(name: str, folder: Path) -> Store:
    """A store in this folder with the reports of a set as facta codes them, folded."""
    store = open_store(folder / f"{name}.duckdb")
    store.put_many((found, digest or "") for digest, found in outcomes([str(path(name))]) if not isinstance(found, Failure))
    update(store)
    return store


def told_in(store: Store) -> dict[str, frozenset[str]]:
    """By the id of each event, the reports that tell its story."""
    sql = "SELECT t.event, t.story, p.id AS report FROM tellings t JOIN pages p ON p.no = t.page_no"
    story: dict[str, str] = {}
    tellers: dict[str, set[str]] = defaultdict(set)
    for row in store.sql(sql):
        story[row["event"]] = row["story"]
        tellers[row["story"]].add(row["report"])
    return {event: frozenset(tellers[one]) for event, one in story.items()}


def counts(store: Store, asked: list[Promise]) -> Counter[str]:
    """How many commitments there are (`asked`), with the right state and answer (`right`), with an answer (`answers`), and with
    theirs found (`found`); and of the answers that the ledger gives (`given`) how many are right (`hits`).

    Of several entries that a report's words make of one commitment, one that is right will do.
    """
    told = told_in(store)
    n = Counter[str](asked=len(asked))
    books: dict[tuple[str, str], Any] = {}
    for one in asked:
        if one.pair not in books:
            books[one.pair] = ledger(store, *one.pair).commitments
        entries = [entry for entry in books[one.pair] if one.report in told.get(entry.event, ())]
        good = [entry.state == one.state and _answers(told, entry.deed, one.answer) for entry in entries]
        named = [fine for entry, fine in zip(entries, good, strict=True) if entry.deed]
        has_one = one.answer is not None
        n.update(right=any(good), answers=has_one, found=any(good) and has_one, given=len(named), hits=sum(named))
        if not any(good):
            instead = "; ".join(f"{entry.state} {entry.deed_words or ''}" for entry in entries) or "no commitment"
            print(f"{one.report} {'-'.join(one.pair)}: {one.state} {one.answer or ''} | {instead}", file=sys.stderr)
    return n


def scores(n: Counter[str]) -> dict[str, float]:
    """The share of commitments with the right state and answer; precision, recall and F1 of the answers."""
    precision, recall = n["hits"] / max(1, n["given"]), n["found"] / max(1, n["answers"])
    return {
        "right": round(n["right"] / max(1, n["asked"]), 4),
        "answer_precision": round(precision, 4),
        "answer_recall": round(recall, 4),
        "answer_f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
    }


def _answers(told: dict[str, frozenset[str]], deed: str | None, answer: str | None) -> bool:
    return deed is None if answer is None else deed is not None and answer in told.get(deed, ())


def compared(store: Store, asked: list[Promise]) -> Iterator[tuple[list[float], bool]]:
    """To fit: each of these commitments beside every later act of its pair that may answer it, and whether that one does."""
    told = told_in(store)
    for pair in sorted({one.pair for one in asked}):
        for commitment, act, features in answered(store, *pair):
            mine = [one for one in asked if one.pair == pair and one.report in told.get(commitment, ())]
            if mine:
                yield features, any(one.answer in told.get(act, ()) for one in mine)


def fit() -> tuple[Any, float]:
    """Weights and constant of the match: answers against all other acts of their pair that may come after, and judged ones."""
    parts = demo.parts(demo.FITTED)
    with tempfile.TemporaryDirectory() as folder:
        with demo.golden(Path(folder), parts) as store:
            rows = list(demo.compared(store, parts))
        for name in FITTED:
            with coded(name, Path(folder)) as store:
                rows += compared(store, promises(name))
    with corpus.stored(corpus.cached()) as store:
        rows += judged.compared(store)
    x, y = (np.array(column, np.float64) for column in zip(*rows, strict=True))
    print(int(y.sum()), "answers among", len(y), "pairs", file=sys.stderr)
    return logistic(x, y, RIDGE)


def measured(names: tuple[str, ...] = SCORED) -> dict[str, float]:
    """The scores of sets together."""
    n = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            with coded(name, Path(folder)) as store:
                n += counts(store, promises(name))
    return scores(n)


def main() -> None:
    """Score sets, or fit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", default=SCORED, metavar="NAME", help="of sets; without, those that measure")
    options.add_argument("--fit", action="store_true", help="print the weights of match.toml")
    asked = options.parse_args()
    if not asked.fit:
        print(json.dumps(measured(tuple(asked.names))))
        return
    weight, constant = fit()
    print(f"# How likely an act answers a commitment: log-odds.\nconstant = {constant:.3f}\n\n[weights]")
    print("\n".join(f"{name} = {value:.3f}" for name, value in zip(FEATURES, weight, strict=True)))


if __name__ == "__main__":
    main()
