"""Whether pairs of states with a militarised dispute that goes on have more stories of material conflict in that year."""

import csv
import gzip
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from eval.tables import Section, Table
from eval.validation.codes import by_cow
from eval.validation.corpus import VALIDATION, Floats, Pair, PairYear, counted, pair, together
from eval.validation.statistics import Ints, Measure, auc, over_pairs
from facta.events.ontology import QUADS
from facta.store import Store

TITLE = "Militarised disputes"
DISPUTES = VALIDATION / "peacesciencer" / "cow_mid_dirdisps.csv.gz"
STATES = VALIDATION / "peacesciencer" / "cow_states.csv.gz"
YEARS = range(2010, 2015)
"""The disputes end with 2014."""
FORCE = 4
"""Level of hostility from which force was used."""


def disputes(level: int = 0) -> set[PairYear]:
    """Pair-years in which a dispute went on in which either side reached that level of hostility."""
    with gzip.open(DISPUTES, "rt", encoding="utf-8") as lines:
        rows = [{k: int(float(v)) for k, v in row.items()} for row in csv.DictReader(lines)]
    return {
        (pair(*(by_cow(row["year"])[row[side]] for side in ("ccode1", "ccode2"))), row["year"])
        for row in rows
        if row["year"] in YEARS and row["dispongoing"] and max(row["hostlev1"], row["hostlev2"]) >= level
    }


def states() -> list[str]:
    """Members of the system of states through all these years."""
    with gzip.open(STATES, "rt", encoding="utf-8") as lines:
        return sorted(
            by_cow(YEARS[-1])[int(float(row["ccode"]))]
            for row in csv.DictReader(lines)
            if float(row["styear"]) < YEARS[0] and float(row["endyear"]) >= YEARS[-1]
        )


def section(store: Store) -> Section:
    """The areas, where both are named in some report of the year, and over all pairs of states."""
    pairs: list[Pair] = list(combinations(states(), 2))
    cells = [[(both, year) for year in YEARS] for both in pairs]
    ours, named = counted(store), together()
    nothing = np.zeros(len(QUADS))
    stories = np.array([[ours.get(cell, nothing) for cell in row] for row in cells])
    reports = np.array([[named[cell] for cell in row] for row in cells], float)
    rows = []
    for what, level in (("any dispute", 0), ("force used", FORCE)):
        known = disputes(level)
        going = np.array([[cell in known for cell in row] for row in cells])
        for where, use in (("named together", reports > 0), ("all pair-years", np.ones_like(going))):
            rows.append(
                (what, where, f"{int(use.sum()):,}", str(int((going & use).sum())), *_areas(stories, reports, going, use))
            )
    return Section(
        TITLE,
        (
            f"Unordered pairs of the {len(states())} states in the system throughout {YEARS[0]} to {YEARS[-1]}, year by year; a"
            " case is a pair-year with a dispute that goes on (Correlates of War). The score is the number of actual stories of"
            " material conflict between the two, either way; beside it the number of reports that name both. Area under the ROC"
            " curve, 95% interval from resampling pairs. In `named together` only pair-years count in which some report names"
            " both.",
            Table(("case", "among", "pair-years", "cases", "material conflict", "naming together", "difference"), rows),
        ),
    )


def _areas(stories: Floats, reports: Floats, going: NDArray[np.bool_], use: NDArray[np.bool_]) -> tuple[str, str, str]:
    some = np.flatnonzero(use.any(1))  # pairs without any such year add nothing but time
    ours, named, case, used = stories[some, :, 3], reports[some], going[some], use[some]

    def area(score: Floats) -> Measure:
        def measure(rows: Ints) -> float:
            kept = used[rows]
            return auc(score[rows][kept], case[rows][kept])

        return measure

    found = over_pairs([area(ours), area(named)], len(some), draws=500)
    return str(found[0]), str(found[1]), str(found[2])
