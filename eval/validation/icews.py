"""Whether pairs of states that ICEWS counts many acts of a kind for have many stories of that kind here, year by year."""

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from eval.tables import Section, Table
from eval.validation.corpus import VALIDATION, Floats, Pair, PairYear, counted, pair, together
from eval.validation.statistics import Estimate, Ints, over_pairs, short, spearman
from facta.events.ontology import QUADS
from facta.store import Store

TITLE = "Yearly counts against ICEWS"
FILE = VALIDATION / "icews_dyad_year" / "icews_dyad_year_2002_2014.csv.gz"
SERIES = ("verbCoop", "matlCoop", "verbConf", "matlConf")
"""Columns, in the order of the quad classes."""
YEARS = range(2010, 2015)
BUSIEST = 200
AHEAD = 0.05
"""How far a series must lie above naming together."""
MIX = (0.5, 0.1)
"""Weights of a pair's yearly mean of stories and of reports that name both, beside its stories of the year; chosen for the mean
correlation of the four series over the pairs 201 to 400, not those that are reported."""
_THINNED = 40
"""Random samples of ICEWS that its own correlation is averaged over."""


@dataclass(frozen=True)
class Counts:
    """Of the same pairs, (pairs, years) or (pairs, years, quads)."""

    icews: Floats
    ours: Floats
    together: Floats


def icews() -> dict[PairYear, Floats]:
    """Acts of each quad class, of both directions together."""
    found: dict[PairYear, Floats] = defaultdict(lambda: np.zeros(len(SERIES)))
    with gzip.open(FILE, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            year = int(float(row["year"]))
            if year in YEARS:
                found[pair(row["i_iso3c"], row["j_iso3c"]), year] += [float(row[name]) for name in SERIES]
    return dict(found)


def busiest(acts: dict[PairYear, Floats], many: int = BUSIEST) -> list[Pair]:
    """The pairs with the most acts of any kind in all years."""
    total: Counter[Pair] = Counter()
    for (both, _), row in acts.items():
        total[both] += int(row.sum())
    return sorted(total, key=lambda both: (-total[both], both))[:many]


def counts(store: Store, pairs: Iterable[Pair], acts: dict[PairYear, Floats], statuses: Sequence[str] = ("actual",)) -> Counts:
    """All three of these pairs; statuses: of our stories."""
    ours, named, nothing = counted(store, statuses), together(), np.zeros(len(SERIES))
    rows = [[(both, year) for year in YEARS] for both in pairs]

    def table(of: dict[PairYear, Floats]) -> Floats:
        return np.array([[of.get(cell, nothing) for cell in row] for row in rows])

    return Counts(table(acts), table(ours), np.array([[named[cell] for cell in row] for row in rows], float))


def compared(found: Counts, quad: int) -> list[Estimate]:
    """Correlation with ICEWS of our stories, of naming together, of both mixed; then ours less naming, ours less mixed."""
    icews_, named = found.icews[:, :, quad], found.together
    scores = (found.ours[:, :, quad], named, mixed(found, quad))
    return over_pairs([_correlation(score, icews_) for score in scores], len(icews_))


def _correlation(score: Floats, against: Floats) -> Callable[[Ints], float]:
    return lambda rows: spearman(score[rows], against[rows])


def mixed(found: Counts, quad: int) -> Floats:
    """(pairs, years): stories of the year, a part of the pair's mean of all years, and of the reports that name both."""
    ours = found.ours[:, :, quad]
    mean, named = MIX
    out: Floats = ours + mean * ours.mean(1, keepdims=True) + named * found.together
    return out


def ceiling(acts: Floats, stories: float) -> float:
    """What as many acts as we have stories, drawn at random from ICEWS's own, correlate with ICEWS: no sample could do better."""
    rng = np.random.default_rng(20180911)
    rate = acts * stories / acts.sum()
    return float(np.mean([spearman(rng.poisson(rate).astype(float), acts) for _ in range(_THINNED)]))


def needed(acts: Floats, wanted: float) -> int:
    """How many acts drawn at random from ICEWS reach a correlation, to the nearest 50."""
    return next((many for many in range(50, 20_000, 50) if ceiling(acts, many) >= wanted), 20_000)


def section(store: Store) -> Section:
    """The figures of all four series."""
    acts = icews()
    pairs = busiest(acts)
    found = counts(store, pairs, acts)
    every = [compared(found, quad) for quad in range(len(QUADS))]
    rows = [
        (name, str(ours), str(named), str(ahead), "yes" if ahead.value >= AHEAD else "no", str(mix))
        for name, (ours, named, mix, ahead, _) in zip(QUADS.values(), every, strict=True)
    ]
    head = ("series", "stories", "named together", "difference", f"{short(AHEAD)} ahead", "mixed")
    limits = ("series", "stories", "pair-years without", "best possible", "of it reached", "stories needed")
    return Section(
        TITLE,
        (
            _method(int(found.together.sum())),
            Table(head, rows),
            "Why: one can ask how well ICEWS itself, thinned at random to as many acts as we have stories, would correlate with"
            " the whole of ICEWS. A coder whose stories were such a sample, with no error at all, could not be expected to do"
            f" better. The last column says how many acts such a sample would need to lie {short(AHEAD)} above naming together.",
            Table(limits, [_limit(found, quad, every[quad]) for quad in range(len(QUADS))]),
            "Had the comparison been set up otherwise (difference to naming together, no interval):",
            Table(("set up", *QUADS.values()), _otherwise(store, acts)),
        ),
    )


def _limit(found: Counts, quad: int, estimates: Sequence[Estimate]) -> tuple[str, ...]:
    acts, ours = found.icews[:, :, quad], found.ours[:, :, quad]
    best = ceiling(acts, float(ours.sum()))
    enough = needed(acts, estimates[1].value + AHEAD)
    reached = f"{estimates[0].value / best:.0%}"
    return QUADS[quad + 1], f"{ours.sum():.0f}", f"{(ours == 0).mean():.0%}", short(best), reached, f"{enough:,}"


def _otherwise(store: Store, acts: dict[PairYear, Floats]) -> list[tuple[str, ...]]:
    """The differences with other pairs, and with stories of other status."""
    every, told = busiest(acts, len(acts)), together()
    in_corpus = sorted(every, key=lambda both: (-sum(told[both, year] for year in YEARS), both))[:BUSIEST]
    sets = {
        f"pairs {BUSIEST + 1} to {2 * BUSIEST} of ICEWS": (every[BUSIEST : 2 * BUSIEST], ("actual",)),
        f"the {BUSIEST} pairs most often named together": (in_corpus, ("actual",)),
        "planned, possible and historical stories too": (every[:BUSIEST], ("actual", "planned", "possible", "historical")),
    }
    return [(name, *_differences(counts(store, pairs, acts, statuses))) for name, (pairs, statuses) in sets.items()]


def _differences(found: Counts) -> Iterator[str]:
    for quad in range(len(QUADS)):
        acts = found.icews[:, :, quad]
        yield short(spearman(found.ours[:, :, quad], acts) - spearman(found.together, acts))


def _method(named: int) -> str:
    mean, together_ = MIX
    return (
        f"Unit: unordered pair and year, {YEARS[0]} to {YEARS[-1]}, {BUSIEST} pairs. The pairs are those with the most acts in"
        " ICEWS, all four series and both directions together: picking them by our own counts or by reports that name both"
        " would narrow the range of one of the two things compared and favour the other. This was fixed before any result was"
        " seen. `Stories` are actual ones with a date, either direction, each once; `named together` are reports whose list of"
        f" countries holds both ({named:,} in these pair-years). Spearman's rho over the {BUSIEST * len(YEARS):,} pair-years,"
        f" 95% intervals from resampling pairs. `Mixed` was added after the result was seen: the year's stories + {mean} × the"
        f" pair's yearly mean + {together_} × reports naming both, the weights chosen on pairs 201 to 400."
    )
