"""Make the weights of `stories/likeness.toml`: `python -m eval.likeness` prints them.

They are fitted on pairs of events from four sides: the labelled windows of real reports whose half is `fit`, where the words that
tell each act are marked; those whose half is `dev`, where only reports are labelled; the fitted parts of the demo corpus as facta
codes them; and the same parts with perfect events. So the weights know what tellings of one act share when nothing is misread and
when much is.
"""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval import demo
from eval.regression import Floats, logistic
from eval.stories import Window, coded, judged, windows
from facta.language.vectors import vectors
from facta.store import Store
from facta.stories import clusters, likeness
from facta.stories.acts import SELECT, acts
from facta.stories.story import order

ROUNDS = 5
RIDGE = 2.0
FIRST = {"rare": 3.0, "around": 2.0, "names": 1.0}
"""What the likeliest pair of events of two reports is chosen by before there are weights."""


Ints = NDArray[np.int64]


class Pairs(NamedTuple):
    """Pairs of events that may be one act."""

    x: Floats
    """(pairs, FEATURES)"""
    name: Sequence[tuple[str, str]]
    """What was labelled: two reports, or two events."""
    gold: NDArray[np.bool_]
    """Whether those tell one act."""


def of_windows(store: Store, asked: Sequence[Window]) -> Pairs:
    """From a store of the windows' reports: reports are labelled, not events."""
    truth = {(a, b): gold for window in asked for a, b, gold, _ in judged(window, {})}
    x, rows, i, j = _candidates(store)
    names = [_ordered(rows[a]["page"], rows[b]["page"]) for a, b in zip(i.tolist(), j.tolist(), strict=True)]
    known = [n for n, name in enumerate(names) if name in truth]
    return Pairs(x[known], [names[n] for n in known], np.array([truth[names[n]] for n in known], bool))


def of_tellings(store: Store, asked: Sequence[Window]) -> Pairs:
    """From a store of the reports of windows that say where each act is told: events whose triggers stand there are labelled.

    Of two reports that share an act, events without a label are left out: they may tell it in other words.
    """
    truth = {(a, b): gold for window in asked for a, b, gold, _ in judged(window, {})}
    told = {report: spans for window in asked for report, spans in window.told.items()}
    x, rows, i, j = _candidates(store)
    acts_of = [_told(row, told.get(row["page"], {})) for row in rows]
    kept, gold = [], []
    for n, (a, b) in enumerate(zip(i.tolist(), j.tolist(), strict=True)):
        share = truth.get(_ordered(rows[a]["page"], rows[b]["page"]))
        if share is not None and (not share or (acts_of[a] and acts_of[b])):
            kept.append(n)
            gold.append(share and bool(acts_of[a] & acts_of[b]))
    return Pairs(x[kept], [_ordered(rows[i[n]]["id"], rows[j[n]]["id"]) for n in kept], np.array(gold, bool))


def _told(row: Mapping[str, Any], told: Mapping[str, tuple[int, int]]) -> set[str]:
    """The labels of a report that stand where an event's trigger does."""
    return {label for label, (start, end) in told.items() if row["start"] < end and start < row["end"]}


def of_events(store: Store, story: Mapping[str, str]) -> Pairs:
    """From a store of gold events; story: the act that each event tells, by its id."""
    x, rows, i, j = _candidates(store)
    names = [_ordered(rows[a]["id"], rows[b]["id"]) for a, b in zip(i.tolist(), j.tolist(), strict=True)]
    return Pairs(x, names, np.array([story[a] == story[b] for a, b in names], bool))


def _ordered(a: str, b: str) -> tuple[str, str]:
    return min(a, b), max(a, b)


def _candidates(store: Store) -> tuple[Floats, list[dict[str, Any]], Ints, Ints]:
    """Features of the pairs of events that folding compares, each once; the events, and the places of both of each pair in them.

    Of events beside what is compared: `page`, the id of their report, and `start` and `end` of their trigger.
    """
    where = {row["id"]: row for row in store.sql(_WHERE)}
    rows = sorted((row | where[row["id"]] for row in store.sql(f"{SELECT} WHERE e.comment IS NULL")), key=order)
    copy_of = {row["page_no"]: row["copy_of"] for row in store.sql("SELECT page_no, copy_of FROM folds")}
    columns = acts(rows, copy_of, vectors())
    i, j = (np.concatenate(part) for part in zip(*clusters.candidates(columns), strict=True))
    _, once = np.unique(i * len(rows) + j, return_index=True)
    return likeness.features(columns, i[once], j[once]), rows, i[once], j[once]


_WHERE = """
    SELECT e.id, p.id AS page, e."trigger"."start" AS "start", e."trigger"."end" AS "end"
    FROM events e JOIN pages p ON p.no = e.page_no
"""


def fit(sides: Sequence[Pairs]) -> tuple[Floats, float]:
    """Weights and constant by logistic regression on all pairs.

    Of two reports that share an act, the pair of events that is likeliest by the weights so far stands for it and the others are
    left out; of two that share none, every pair is a negative one. Features are scaled alike while the ridge holds them small.
    """
    every = np.concatenate([side.x for side in sides])
    mean, spread = every.mean(0), every.std(0) + 1e-9
    first = np.array([FIRST.get(name, 0.0) for name in likeness.FEATURES])
    scores = [side.x @ first for side in sides]
    weight, constant = first, 0.0
    for _ in range(ROUNDS):
        used = [_used(score, side) for score, side in zip(scores, sides, strict=True)]
        x = np.concatenate([(side.x[use] - mean) / spread for side, use in zip(sides, used, strict=True)])
        y = np.concatenate([side.gold[use] for side, use in zip(sides, used, strict=True)]).astype(np.float64)
        weight, constant = logistic(x, y, RIDGE)
        scores = [(side.x - mean) / spread @ weight for side in sides]
    return weight / spread, float(constant - (weight * mean / spread).sum())


def _used(score: Floats, side: Pairs) -> NDArray[np.bool_]:
    """The negative pairs, and the likeliest pair of each two that share an act."""
    best: dict[tuple[str, str], int] = {}
    for n in np.flatnonzero(side.gold).tolist():
        if side.name[n] not in best or score[n] > score[best[side.name[n]]]:
            best[side.name[n]] = n
    use = ~side.gold
    use[list(best.values())] = True
    return use


def sides(folder: Path) -> list[Pairs]:
    """All that is labelled; stores are made in this folder."""
    fit, dev = ([w for w in windows() if w.half == half] for half in ("fit", "dev"))
    parts = demo.parts(demo.FITTED)
    story = {f"{row['item']}#{n}": e["story"] for part in parts for row in part.gold for n, e in enumerate(row["events"])}
    with (
        coded(fit, folder / "fit.duckdb") as told,
        coded(dev, folder / "dev.duckdb") as reports,
        demo.coded(folder, demo.FITTED) as corpus,
        demo.golden(folder, parts) as gold,
    ):
        found = [of_tellings(told, fit), of_windows(reports, dev)]
        return [*found, of_windows(corpus, [p.window for p in parts]), of_events(gold, story)]


def main() -> None:
    """Print the weights."""
    with tempfile.TemporaryDirectory() as folder:
        found = sides(Path(folder))
    for side in found:
        print(len(side.name), "pairs of events,", int(side.gold.sum()), "of what tells one act", file=sys.stderr)
    weight, constant = fit(found)
    print(f"# How likely two events tell one act: log-odds.\nconstant = {constant:.3f}\n\n[weights]")
    print("\n".join(f"{name} = {value:.3f}" for name, value in zip(likeness.FEATURES, weight, strict=True)))


if __name__ == "__main__":
    main()
