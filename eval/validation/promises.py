"""Whether follow-through, its placebo and their intervals are right: worlds in which we know how many promises are kept.

Commitments fall on days of a pair's history; each is kept with a known chance after an exponential wait, and acts that answer
nobody fall in between. What the estimators see is cut off at the last day; what is true is read from the uncut history.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from eval.tables import Section, Table
from eval.validation.simulated import PROMISED, Cell, judged, spread
from eval.validation.statistics import short
from facta.relations.commitments import follow
from facta.relations.commitments.follow import HORIZONS, LONGEST, Course, Watched, follow_through
from facta.relations.periods import months
from facta.relations.records import Share
from facta.relations.resample import DRAWS

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TITLE = "Simulation: follow-through"
START = 14_610
"""2010-01-01."""
WAIT = 60.0
"""Mean days to the deed that keeps a commitment."""
PER_SUBJECT = 10
"""Commitments on one subject, where they share acts."""
ALIKE = 0.2
"""How alike commitments of one month are in being kept (intraclass correlation), where they come in waves."""
WAVE = 0.5
"""Shape of the gamma law of the months' weights in waves: the less, the fewer months hold most of the news."""
YEAR = 365.25
NEVER = 1 << 20
SHOWN = 90
"""The horizon, in days, that the tables show."""
ESTIMATES = (
    "share",
    "excess",
    "share, months only",
    "excess, months only",
    "excess over the days before, months only",
)
"""Ours, and what could replace it: resamples of whole months, and the second placebo, the days before each commitment."""


@dataclass(frozen=True)
class World:
    """How commitments and deeds come about."""

    structure: str
    """`independent`: each commitment has acts of its own; `shared`: an act answers all commitments on its subject, which are ten
    or so; `waves`: so too, and all come in waves of months, whose commitments are kept alike; `crises`: each subject has waves of
    its own."""
    kept: float
    """Chance that a commitment is kept."""
    rate: float
    """Acts a year that would meet a commitment by chance."""
    years: int
    commitments: int

    @property
    def subjects(self) -> int:
        """On which promises are made."""
        return self.commitments if self.structure == "independent" else max(1, self.commitments // PER_SUBJECT)

    @property
    def days(self) -> int:
        """Days observed."""
        return round(self.years * YEAR)


@dataclass(frozen=True)
class History:
    """One history of a world."""

    watched: Watched
    met: Floats
    """(HORIZONS,): share of commitments met in the uncut history."""
    unprompted: Floats
    """(HORIZONS,): share that would be met had each no deed of its own."""


def draw(world: World, rng: np.random.Generator) -> History:
    """A history of that world."""
    n = world.commitments
    subject = np.arange(n) if world.subjects == n else np.sort(rng.integers(0, world.subjects, n))
    waves = _waves(world, rng)
    day = _days(waves[:, : world.days], subject, rng)
    kept = rng.random(n) < _chances(world, day, rng)
    own_day = day + 1 + np.floor(rng.exponential(WAIT, n)).astype(np.int64)
    chance = rng.poisson(world.rate * waves.shape[1] / YEAR, world.subjects)
    of = np.repeat(np.arange(len(chance)), chance)
    act_day = np.concatenate([own_day[kept], _days(waves, of, rng)])
    act_of, maker = np.concatenate([subject[kept], of]), np.concatenate([np.flatnonzero(kept), np.full(len(of), -1)])
    commitment, act = _joined(subject, act_of)
    mine = maker[act] == commitment
    met, unprompted = (_met(day, commitment[use], act_day[act[use]]) for use in (np.ones(len(act), bool), ~mine))
    seen = act_day[act] <= world.days
    start = day + START
    watched = Watched(start, months(start), START, START + world.days, commitment[seen], act_day[act[seen]] + START)
    return History(watched, met, unprompted)


def _waves(world: World, rng: np.random.Generator) -> Floats:
    """(subjects or 1, days): how likely something happens on each day, of those observed and a year more."""
    month = (np.arange(world.days + LONGEST) // (YEAR / 12)).astype(np.int64)
    if world.structure not in ("waves", "crises"):
        return np.ones((1, len(month)))
    rows = world.subjects if world.structure == "crises" else 1
    return rng.gamma(WAVE, size=(rows, int(month[-1]) + 1))[:, month] + 1e-9


def _days(waves: Floats, subject: Ints, rng: np.random.Generator) -> Ints:
    """A day for each, by the waves of its subject, or of all."""
    total = np.cumsum(waves, axis=1)
    row = subject if len(waves) > 1 else np.zeros(len(subject), np.int64)
    at = rng.random(len(subject)) * total[row, -1]
    out = np.empty(len(subject), np.int64)
    for n in range(len(waves)):
        out[row == n] = np.searchsorted(total[n], at[row == n], side="right")
    return out


def _chances(world: World, day: Ints, rng: np.random.Generator) -> Floats:
    """Of being kept: the same for all, or in waves one for each month, beta distributed about it."""
    if world.structure not in ("waves", "crises") or not 0 < world.kept < 1:
        return np.full(len(day), world.kept)
    size = 1 / ALIKE - 1
    month, of = np.unique(months(day + START), return_inverse=True)
    return rng.beta(world.kept * size, (1 - world.kept) * size, len(month))[of]


def _joined(subject: Ints, act_of: Ints) -> tuple[Ints, Ints]:
    """Every commitment with every act on its subject; subject: ascending."""
    first, last = (np.searchsorted(subject, act_of, side=side) for side in ("left", "right"))
    many = last - first
    act = np.repeat(np.arange(len(act_of)), many)
    within = np.arange(len(act)) - np.repeat(np.cumsum(many) - many, many)
    return first[act] + within, act


def _met(day: Ints, commitment: Ints, act_day: Ints) -> Floats:
    """The share met inside each horizon."""
    wait = np.full(len(day), NEVER)
    after = act_day - day[commitment]
    np.minimum.at(wait, commitment, np.where(after > 0, after, NEVER))
    return np.array([(wait <= h).mean() for h in HORIZONS])


def estimated(watched: Watched) -> Floats:
    """(ESTIMATES, 3): value, low and high of each at `SHOWN` days."""
    placebo = follow._placebo(watched)  # the costliest part, and the same for both
    with patch.object(follow, "_placebo", return_value=placebo):
        ours, _ = follow_through(watched)
        with patch.object(follow, "weights", whole_months):
            months_only, _ = follow_through(watched)
    drawn, one = whole_months(watched.month), np.ones(len(watched.day))
    after, before = (Course.of(w.first(w.day), w.end - w.day) for w in (watched, watched.turned()))
    over, draws = ((after.share(w) - before.share(w))[SHOWN] for w in (one, drawn))
    known = [row for found in (ours, months_only) for row in _intervals(found[str(SHOWN)])]
    return np.array([*known, (float(over), *np.quantile(draws, (0.025, 0.975)))], np.float64)


def _intervals(found: Share) -> list[tuple[float | None, float | None, float | None]]:
    return [(found.share, found.low, found.high), (found.excess, found.excess_low, found.excess_high)]


def whole_months(month: Ints, size: int = DRAWS) -> Ints:
    """(size, stories): what `resample.weights` gives, but for months drawn whole, without a second draw within each."""
    rng = np.random.default_rng(20180911)
    _, block = np.unique(month, return_inverse=True)
    blocks = int(block.max()) + 1
    return rng.multinomial(blocks, np.full(blocks, 1 / blocks), size)[:, block]


def ask(world: World, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """A history's truth and estimates (`simulated.Ask`)."""
    history = draw(world, rng)
    at = HORIZONS.index(SHOWN)
    met, excess = history.met[at], history.met[at] - history.unprompted[at]
    return np.array([met, excess, met, excess, excess]), estimated(history.watched)


LIGHT, HEAVY = 10, 2
"""Years observed: with ten, one in ten commitments is watched for less than a year; with two, half are."""
WORLDS = tuple(
    World(structure, kept, rate, years, n)
    for n, worlds in (
        (1000, (("independent", 0.4, 0.5, LIGHT), ("waves", 0.4, 0.5, LIGHT))),
        *(
            (
                n,
                (
                    ("independent", 0.4, 0.5, LIGHT),
                    ("independent", 0.0, 0.5, LIGHT),
                    ("independent", 0.4, 2.0, LIGHT),
                    ("independent", 0.4, 0.5, HEAVY),
                    ("shared", 0.4, 0.5, LIGHT),
                    ("waves", 0.4, 0.5, LIGHT),
                    ("waves", 0.0, 0.5, LIGHT),
                    ("waves", 0.4, 0.5, HEAVY),
                    ("crises", 0.0, 0.5, LIGHT),
                ),
            )
            for n in (200, 50)
        ),
    )
    for structure, kept, rate, years in worlds
)
"""The longest first, so that no processor waits for the last."""
REPEATS = {50: 500, 200: 500, 1000: 200}
"""Histories by how many commitments they have."""


def section(workers: int = 1) -> Section:
    """Bias and coverage in every world."""
    asks, repeats = zip(*((partial(ask, world), REPEATS[world.commitments]) for world in WORLDS), strict=True)
    return written(spread(asks, repeats, workers))


def written(cells: Sequence[Sequence[Cell]]) -> Section:
    """cells: one of each of `ESTIMATES` for each of `WORLDS`."""
    by_world = sorted(zip(WORLDS, cells, strict=True), key=lambda one: (*_named(one[0])[:4], one[0].commitments))
    share, excess, share_months, excess_months, before = range(len(ESTIMATES))
    world = ("world", "kept", "by chance", "years", "n")
    ours, months_only = ("truth", "bias", "coverage", "width"), ("by whole months", "width")
    return Section(
        TITLE,
        (
            _method(),
            "Share met:",
            Table(
                (*world, *ours, *months_only),
                [(*_named(w), *judged(c[share]), *judged(c[share_months])[2:]) for w, c in by_world],
            ),
            "Share less placebo:",
            Table(
                (*world, *ours, *months_only),
                [(*_named(w), *judged(c[excess]), *judged(c[excess_months])[2:]) for w, c in by_world],
            ),
            "Share less the second placebo: the share of promises with a matching act in the"
            f" {SHOWN} days *before* them (the same curve on the history run backwards), by whole months:",
            Table((*world, *ours), [(*_named(w), *judged(c[before])) for w, c in by_world]),
        ),
    )


def _method() -> str:
    many = "; ".join(f"{repeats} where n is {n:,}" for n, repeats in REPEATS.items())
    return (
        f"Histories of each world ({many}), read by `relations.commitments.follow.follow_through` as it stands; at {SHOWN} days."
        f" Promises are kept with chance `kept` after {WAIT:.0f} days on average (exponential); `by chance` is the number of"
        " other acts a year that would meet a promise; with 10 years one promise in ten is watched for less than a year, with 2"
        f" one in two. `independent`: every promise has acts of its own; `shared`: about {PER_SUBJECT} promises share a subject"
        f" and its acts; `waves`: so too, and both come in waves (months' weights gamma distributed with shape {WAVE}), promises"
        f" of a month being kept alike (intraclass correlation {ALIKE}); `crises`: each subject has waves of its own. Truth is"
        " read from the uncut histories: for the excess, the share met less the share that would be met without each promise's"
        f" own deed. ± is the Monte-Carlo standard error. Coverage outside {PROMISED[0]:.0%} to {PROMISED[1]:.0%} is marked. `By"
        " whole months` is the coverage of what is proposed below, not applied: months drawn whole, without a second draw"
        " within each."
    )


def _named(world: World) -> tuple[str, str, str, str, str]:
    return world.structure, short(world.kept, 1), short(world.rate, 1), str(world.years), f"{world.commitments:,}"
