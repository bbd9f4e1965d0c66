"""Whether the intervals of balances and of the say-do gap hold what they promise, when stories are independent and when they come
in waves."""

from collections.abc import Sequence
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from eval.tables import Section, Table
from eval.validation.simulated import PROMISED, Cell, coverage, judged, spread
from eval.validation.statistics import short
from facta.records import RUNGS
from facta.relations.measure import LEAST_DEEDS, Coded
from facta.relations.resample import DRAWS, Samples
from facta.relations.stories import Stories

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TITLE = "Simulation: balances and the say-do gap"
MONTHS = 60
START = 480
"""Months since 1970: January 2010."""
RUNG_SHARES = (0.5, 0.15, 0.35)
"""Of talk, commitments and deeds among stories."""
ALIKE = 0.2
"""How alike stories of one rung and month are (intraclass correlation), in waves."""
WAVE = 0.5
"""Shape of the gamma law of the months' weights in waves."""
TILT = 0.5
"""In waves that bring conflict: how much the log odds of cooperation fall as a month has e times as many stories."""
ESTIMATES = (
    "balance of talk",
    "say-do gap",
    "balance of talk, months only",
    "say-do gap, months only",
)


@dataclass(frozen=True)
class World:
    """How stories come about."""

    structure: str
    """`independent`, `waves` (some months have many stories, alike within a month), `crises` (busy months are hostile too)."""
    talk: float
    """Chance that talk is cooperative."""
    deed: float
    """Chance that a deed is."""
    stories: int
    """Expected."""


@dataclass(frozen=True)
class History:
    """Stories by month, rung and whether they are cooperative."""

    month: Ints
    rung: Ints
    coop: NDArray[np.bool_]


def draw(world: World, rng: np.random.Generator) -> History:
    """A history of that world."""
    weight = np.ones(MONTHS) if world.structure == "independent" else rng.gamma(WAVE, 1 / WAVE, MONTHS)
    count = rng.poisson(world.stories / MONTHS * weight)
    month = np.repeat(np.arange(MONTHS), count)
    rung = rng.choice(len(RUNG_SHARES), len(month), p=RUNG_SHARES)
    level = np.array([world.talk, 0.5, world.deed])
    chance = np.tile(level, (MONTHS, 1))
    if world.structure != "independent":
        size = 1 / ALIKE - 1
        chance = rng.beta(level * size, (1 - level) * size, (MONTHS, len(level)))
    if world.structure == "crises":
        odds = np.log(np.clip(chance, 1e-6, 1 - 1e-6) / np.clip(1 - chance, 1e-6, 1)) - TILT * np.log(weight + 0.1)[:, None]
        chance = 1 / (1 + np.exp(-odds))
    return History(month, rung, rng.random(len(month)) < chance[month, rung])


def stories(history: History) -> Stories:
    """As they come out of a store."""
    n = len(history.month)
    days = (history.month + START).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    table = pa.table(
        {
            "rung": [RUNGS[r] for r in history.rung],
            "quad": np.where(history.coop, 1, 4),
            "intensity": np.where(history.coop, 3.0, -5.0),
            "n_events": np.ones(n),
            "n_independent": np.ones(n),
            "outlets": pa.array([["x"]] * n, pa.list_(pa.string())),
        }
    )
    return Stories(table, days)


def estimated(history: History) -> Floats:
    """(ESTIMATES, 3): value, low and high of each; not a number where there is none."""
    coded = Coded.of(stories(history))
    every = np.ones(len(history.month), bool)
    found = [coded.measures(every)]
    with patch.object(Samples, "draws", whole_months):
        found.append(coded.measures(every))
    rows = []
    for one in found:
        gap = one.say_do_gap
        rows += [(one.talk.balance, one.talk.low, one.talk.high), (gap.value, gap.low, gap.high) if gap else (None,) * 3]
    return np.array(rows, np.float64)


def whole_months(stories: Samples, size: int = DRAWS) -> tuple[Ints, Floats]:
    """What `Samples.draws` gives of one sample, but for months drawn whole, without a second draw within each."""
    _, month = np.unique(stories.month, return_inverse=True)
    blocks = int(month.max()) + 1
    times = np.random.default_rng(20180911).multinomial(blocks, np.full(blocks, 1 / blocks), size)
    cell, cells = month * stories.kinds + stories.kind, blocks * stories.kinds
    counts = np.bincount(cell, stories.number, cells).reshape(blocks, -1).astype(np.int64)
    sums = np.bincount(month, stories.number * stories.value, blocks)
    return np.asarray(times @ counts, np.int64)[:, None], np.asarray(times @ sums, np.float64)[:, None]


def true(world: World, rng: np.random.Generator, histories: int = 4000) -> Floats:
    """(2,): balance of talk and say-do gap of all that could happen, from so many histories at once."""
    counts = np.zeros((len(RUNGS), 2))
    for _ in range(histories):
        history = draw(world, rng)
        np.add.at(counts, (history.rung, history.coop.astype(int)), 1)
    balance = (counts[:, 1] - counts[:, 0]) / counts.sum(1)
    return np.array([balance[0], balance[0] - balance[2]])


@dataclass(frozen=True)
class Ask:
    """Histories of a world, for `simulated.simulate`."""

    world: World
    truth: tuple[float, float]

    def __call__(self, rng: np.random.Generator) -> tuple[Floats, Floats]:
        """What is true, and the estimates."""
        return np.array(self.truth * 2), estimated(draw(self.world, rng))


WORLDS = tuple(
    World(structure, talk, deed, stories)
    for structure in ("independent", "waves", "crises")
    for talk, deed in ((0.7, 0.4), (0.9, 0.9))
    for stories in (50, 200, 1000)
)
REPEATS = 500
_TRUE = 400_000
"""Stories that the truth is read from."""


def section(workers: int = 1, repeats: int = REPEATS) -> Section:
    """Bias and coverage in every world."""
    rng = np.random.default_rng(20180911)
    truths = [true(world, rng, _TRUE // world.stories) for world in WORLDS]
    asks = [Ask(world, (float(a), float(b))) for world, (a, b) in zip(WORLDS, truths, strict=True)]
    return written(spread(asks, [repeats] * len(asks), workers), repeats)


def written(cells: Sequence[Sequence[Cell]], repeats: int) -> Section:
    """cells: one of each of `ESTIMATES` for each of `WORLDS`."""
    head = ("world", "talk", "deeds", "n", "truth", "bias", "coverage", "width", "by whole months")

    def table(ours: int, months_only: int) -> Table:
        rows = [
            (w.structure, short(w.talk, 1), short(w.deed, 1), f"{w.stories:,}", *judged(c[ours]), coverage(c[months_only]))
            for w, c in zip(WORLDS, cells, strict=True)
        ]
        return Table(head, rows)

    return Section(
        TITLE,
        (
            f"{repeats:,} histories of each world: {MONTHS} months with n stories on average, of which half are talk and a third"
            " deeds; `talk` and `deeds` are the chances that they are cooperative. Read by `relations.measure.Coded` with its"
            " two-stage bootstrap as it stands. `independent`: as many a month, alike in nothing; `waves`: months' weights"
            f" gamma distributed with shape {WAVE}, stories of one rung and month alike (intraclass correlation {ALIKE});"
            f" `crises`: besides, busy months are more hostile. Histories with fewer than {LEAST_DEEDS} deeds have no gap and"
            f" are left out of its figures. ± is the Monte-Carlo standard error. Coverage outside {PROMISED[0]:.0%} to"
            f" {PROMISED[1]:.0%} is marked. `By whole months` is the coverage of what is proposed below, not applied: months"
            " drawn whole, without a second draw of stories within each.",
            "Balance of talk:",
            table(0, 2),
            "Say-do gap:",
            table(1, 3),
        ),
    )
