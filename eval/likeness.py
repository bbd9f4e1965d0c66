"""Make the weights of `stories/likeness.toml`: `python -m eval.likeness` prints them.

They are fitted on pairs of events from three sides: the labelled windows of real reports whose half is `dev`, the fitted parts of
the demo corpus as facta codes them, and the same parts with perfect events, so that the weights know what tellings of one act
share when nothing is misread and when much is. What ships was fitted so, but for the weights of `stay`, `coarse` and `year`:
these were fitted later on the same pairs, with the others held.
"""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

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
    x, names = _candidates(store, "p.id", {report for window in asked for report in window.stories})
    known = [n for n, name in enumerate(names) if name in truth]
    names = [names[n] for n in known]
    return Pairs(x[known], names, np.array([truth[name] for name in names], bool))


def of_events(store: Store, story: Mapping[str, str]) -> Pairs:
    """From a store of gold events; story: the act that each event tells, by its id."""
    x, names = _candidates(store, "e.id", set(story))
    return Pairs(x, names, np.array([story[a] == story[b] for a, b in names], bool))


def _candidates(store: Store, name: str, wanted: set[str]) -> tuple[Floats, list[tuple[str, str]]]:
    """Features of the pairs that folding compares, each once, and what stands for the two events."""
    named = {
        row["event"]: row["name"]
        for row in store.sql(f"SELECT e.id AS event, {name} AS name FROM events e JOIN pages p ON p.no = e.page_no")
    }
    rows = sorted((row for row in store.sql(f"{SELECT} WHERE e.comment IS NULL") if named[row["id"]] in wanted), key=order)
    copy_of = {row["page_no"]: row["copy_of"] for row in store.sql("SELECT page_no, copy_of FROM folds")}
    columns = acts(rows, copy_of, vectors())
    i, j = (np.concatenate(part) for part in zip(*clusters.candidates(columns), strict=True))
    _, once = np.unique(i * len(rows) + j, return_index=True)
    i, j = i[once], j[once]
    of = [named[row["id"]] for row in rows]
    names = [(min(of[a], of[b]), max(of[a], of[b])) for a, b in zip(i.tolist(), j.tolist(), strict=True)]
    return likeness.features(columns, i, j), names


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


def main() -> None:
    """Print the weights."""
    asked, parts = [w for w in windows() if w.half == "dev"], demo.parts(demo.FITTED)
    story = {f"{row['item']}#{n}": e["story"] for part in parts for row in part.gold for n, e in enumerate(row["events"])}
    with tempfile.TemporaryDirectory() as folder:
        stores = (coded(asked, Path(folder) / "windows.duckdb"), demo.coded(Path(folder)), demo.golden(Path(folder), parts))
        sides = (of_windows(stores[0], asked), of_windows(stores[1], [p.window for p in parts]), of_events(stores[2], story))
        for store in stores:
            store.close()
    for side in sides:
        print(len(side.name), "pairs of events,", int(side.gold.sum()), "of what tells one act", file=sys.stderr)
    weight, constant = fit(sides)
    print(f"# How likely two events tell one act: log-odds.\nconstant = {constant:.3f}\n\n[weights]")
    print("\n".join(f"{name} = {value:.3f}" for name, value in zip(likeness.FEATURES, weight, strict=True)))


if __name__ == "__main__":
    main()
