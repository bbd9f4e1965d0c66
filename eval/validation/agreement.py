"""Whether states that deal kindly with each other in the news vote alike in the General Assembly of the United Nations."""

import csv
import gzip
from collections import defaultdict

import numpy as np

from eval.tables import Section, Table
from eval.validation.codes import by_two_letters
from eval.validation.corpus import VALIDATION, Floats, Pair, pair
from eval.validation.statistics import over_pairs, spearman
from facta.store import Store

TITLE = "Agreement in the United Nations"
FILE = VALIDATION / "unvotes" / "un_agreement_dyad_year_2000.csv.gz"
YEARS = range(2010, 2020)
LEAST = 10
"""Stories that a pair must have."""


def agreement() -> dict[Pair, float]:
    """Mean agreement of each pair over the years, weighted by votes."""
    sums: dict[Pair, Floats] = defaultdict(lambda: np.zeros(2))
    codes = by_two_letters()
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            known = codes.get(row["iso2_a"]), codes.get(row["iso2_b"])
            if int(row["year"]) in YEARS and known[0] and known[1]:
                votes = float(row["n_votes"])
                sums[pair(known[0], known[1])] += [float(row["agreement"]) * votes, votes]
    return {both: float(agreed / votes) for both, (agreed, votes) in sums.items() if votes}


def relations(store: Store) -> dict[Pair, tuple[float, float]]:
    """Mean intensity and balance of the actual stories of each pair that has enough."""
    rows = store.sql(
        """
        SELECT a, b, avg(intensity) AS net, avg(CASE WHEN quad <= 2 THEN 1.0 ELSE -1.0 END) AS balance
        FROM (SELECT DISTINCT id, least(actor, recipient) AS a, greatest(actor, recipient) AS b, intensity, quad FROM story_dyads
              WHERE status = 'actual' AND year(first_day) BETWEEN ? AND ?)
        GROUP BY ALL HAVING count(*) >= ?
        """,
        [YEARS[0], YEARS[-1], LEAST],
    )
    return {(row["a"], row["b"]): (row["net"], row["balance"]) for row in rows}


def section(store: Store) -> Section:
    """The correlations, and those of pairs with and without the United States."""
    votes, ours = agreement(), relations(store)
    pairs = sorted(votes.keys() & ours.keys())
    groups = {
        "all pairs": pairs,
        "with the United States": [p for p in pairs if "USA" in p],
        "without": [p for p in pairs if "USA" not in p],
    }
    rows = [(name, str(len(some)), *_correlations(some, votes, ours)) for name, some in groups.items()]
    return Section(
        TITLE,
        (
            f"Unordered pairs with at least {LEAST} actual stories in {YEARS[0]} to {YEARS[-1]}; agreement is the mean of the"
            " yearly index, weighted by votes. Spearman's rho over pairs, 95% intervals from resampling pairs (pairs that share"
            " a state are not independent, so the intervals are too narrow). Net is the mean intensity, balance (cooperation -"
            " conflict) / all. The split by the United States was made after the result was seen.",
            Table(("pairs", "n", "net", "balance"), rows),
        ),
    )


def _correlations(pairs: list[Pair], votes: dict[Pair, float], ours: dict[Pair, tuple[float, float]]) -> tuple[str, str]:
    agreed = np.array([votes[p] for p in pairs])
    net, balance = np.array([ours[p] for p in pairs]).T
    found = over_pairs(
        [lambda rows: spearman(net[rows], agreed[rows]), lambda rows: spearman(balance[rows], agreed[rows])], len(pairs)
    )
    return str(found[0]), str(found[1])
