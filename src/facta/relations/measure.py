"""Measure the stories of pairs and times: balances of the rungs, the say-do gap, the share of deeds, net intensity."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray

from facta.records import RUNGS
from facta.relations.periods import months
from facta.relations.records import Balance, Interval, Measures, digits
from facta.relations.resample import DRAWS, Samples, difference, intervals, one_sided, ratio
from facta.relations.stories import Stories

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bounds = tuple[float | None, float | None]

KINDS = tuple((rung, coop) for rung in RUNGS for coop in (True, False))
"""Kinds of stories: rung, and whether it is cooperation; in this order everywhere in this room."""
LEAST_DEEDS = 10
"""Deeds below which there is no say-do gap."""
TOO_FEW = "too few deeds"
NO_TALK = "no talk"


@dataclass(frozen=True)
class Coded:
    """Stories as categories: kind and intensity."""

    stories: Stories
    kind: Ints
    """Of each category, its number in `KINDS`."""
    intensity: Floats
    """Of each category."""
    category: Ints
    """Of each story."""

    @classmethod
    def of(cls, stories: Stories) -> "Coded":
        """The categories that occur."""
        if not len(stories):
            return cls(stories, np.empty(0, np.int64), np.empty(0), np.empty(0, np.int64))
        rung = sum(n * stories.holds("rung", lambda value, name=name: value == name) for n, name in enumerate(RUNGS))  # type: ignore[misc]
        intensities, number = np.unique(stories.numbers("intensity"), return_inverse=True)
        kind = 2 * rung + (stories.numbers("quad") > 2)
        codes, category = np.unique(kind * len(intensities) + number, return_inverse=True)
        return cls(stories, codes // len(intensities), intensities[codes % len(intensities)], np.asarray(category, np.int64))

    @cached_property
    def month(self) -> Ints:
        """Of each story."""
        return months(self.stories.day)

    @cached_property
    def outlets(self) -> tuple[Ints, Ints, list[str]]:
        """A row for each outlet of each story: the story, the number of the outlet; and the names of outlets."""
        if not len(self.stories):
            return np.empty(0, np.int64), np.empty(0, np.int64), []
        lists = self.stories.table.column("outlets").combine_chunks()
        coded = lists.flatten().dictionary_encode()
        story = np.repeat(np.arange(len(lists)), np.asarray(pc.list_value_length(lists)))
        return story, np.asarray(coded.indices, np.int64), coded.dictionary.to_pylist()

    @cached_property
    def _numbers(self) -> dict[str, Floats]:
        """Columns that are summed."""
        return {name: self.stories.numbers(name) if len(self.stories) else np.empty(0) for name in ("n_events", "n_independent")}

    def measures(self, which: NDArray[np.bool_], draws: int = DRAWS) -> Measures:
        """Of some of the stories."""
        (found,) = self._measured(np.where(which, 0, -1), 1, *self.draws(which, draws if which.any() else 1))
        return found

    def draws(self, which: NDArray[np.bool_], draws: int = DRAWS) -> tuple[Ints, Floats]:
        """Resamples of some of the stories: counts of kinds, (draws, 1, KINDS), and sums of intensities, (draws, 1)."""
        category = self.category[which]
        all_alike, one = np.zeros_like(category), np.ones_like(category)
        rows = Samples(all_alike, self.month[which], self.kind[category], self.intensity[category], one, 1, len(KINDS))
        return rows.draws(draws)

    def by_period(self, at: Ints, periods: int, draws: int = DRAWS) -> list[Measures]:
        """Of the stories of each period; at: the number of each story's period, -1 for none."""
        inside = at >= 0
        category = self.category[inside]
        kind, value, one = self.kind[category], self.intensity[category], np.ones(len(category), np.int64)
        samples = Samples(at[inside], self.month[inside], kind, value, one, periods, len(KINDS))
        return self._measured(at, periods, *samples.draws(draws))

    def _measured(self, at: Ints, samples: int, drawn: Ints | Floats, sums: Floats) -> list[Measures]:
        """drawn: counts of kinds (size, samples, kinds); sums: of intensities (size, samples)."""
        inside = at >= 0
        of, category = at[inside], self.category[inside]
        counts = np.bincount(of * len(KINDS) + self.kind[category], minlength=samples * len(KINDS)).reshape(samples, -1)
        story, outlet, names = self.outlets
        told = np.unique((at[story] * len(names) + outlet)[inside[story]])
        table = Table(
            counts=counts,
            intensity=np.bincount(of, self.intensity[category], minlength=samples).astype(np.float64),
            events=np.bincount(of, self._numbers["n_events"][inside], minlength=samples).astype(np.int64),
            independent=np.bincount(of, self._numbers["n_independent"][inside], minlength=samples).astype(np.int64),
            outlets=np.bincount(told // max(1, len(names)), minlength=samples),
        )
        return table.measures(drawn, sums)


@dataclass(frozen=True)
class Table:
    """Counts of several samples."""

    counts: Ints
    """(samples, kinds)"""
    intensity: Floats
    """Sum over the stories of each sample."""
    events: Ints
    independent: Ints
    outlets: Ints

    def measures(self, drawn: Ints | Floats, sums: Floats) -> list[Measures]:
        """Of each sample, from its resamples: counts of kinds (size, samples, kinds), sums of intensities (size, samples)."""
        shares = [ratio(drawn[..., 2 * n], drawn[..., 2 * n] + drawn[..., 2 * n + 1]) for n in range(len(RUNGS))]
        stories = drawn.sum(-1)
        bounds = [intervals(one) for one in (*shares, ratio(drawn[..., 4:].sum(-1), stories), ratio(sums, stories))]
        gaps = intervals(2 * (shares[0] - shares[2]))
        return [self._one(n, [of[n] for of in bounds], gaps[n]) for n in range(len(self.counts))]

    def _one(self, n: int, bounds: Sequence[Bounds], gap: Bounds) -> Measures:
        """bounds: of the shares of cooperation, of the share of deeds, of the mean intensity."""
        counts = self.counts[n].tolist()
        rungs = {name: balance(counts[2 * k], counts[2 * k + 1], bounds[k]) for k, name in enumerate(RUNGS)}
        total, deeds = sum(counts), sum(counts[4:])
        say_do_gap, why = gap_of(rungs["talk"], rungs["deed"], gap)
        return Measures(
            **rungs,
            say_do_gap=say_do_gap,
            why_no_gap=why,
            deed_share=rounded(deeds / total, _bounds(deeds, total, bounds[3])) if total else None,
            net=rounded(float(self.intensity[n]) / total, of_mean(bounds[4])) if total else None,
            events=int(self.events[n]),
            stories=total,
            independent=int(self.independent[n]),
            outlets=int(self.outlets[n]),
        )


def balance(coop: int, conf: int, share: Bounds) -> Balance:
    """share: bounds of the share of cooperation, from resamples."""
    if not coop + conf:
        return Balance(coop=0, conf=0)
    low, high = (None if bound is None else digits(2 * bound - 1) for bound in _bounds(coop, coop + conf, share))
    return Balance(coop=coop, conf=conf, balance=digits((coop - conf) / (coop + conf)), low=low, high=high)


def gap_of(talk: Balance, deed: Balance, bounds: Bounds) -> tuple[Interval | None, str | None]:
    """The say-do gap, or why there is none; bounds: of the difference of the balances, from resamples."""
    if deed.coop + deed.conf < LEAST_DEEDS:
        return None, TOO_FEW
    if not talk.coop + talk.conf:
        return None, NO_TALK
    one_side = 0 in (talk.coop, talk.conf, deed.coop, deed.conf)
    value = (talk.coop - talk.conf) / (talk.coop + talk.conf) - (deed.coop - deed.conf) / (deed.coop + deed.conf)
    return rounded(value, _apart(talk, deed) if one_side else bounds), None


def _apart(talk: Balance, deed: Balance) -> tuple[float, float]:
    """The interval of a difference of two balances, where one lies on one side and does not vary."""
    said, done = ((one.balance or 0.0, one.low or 0.0, one.high or 0.0) for one in (talk, deed))
    return difference(said, done)


def of_mean(drawn: Bounds) -> Bounds:
    """The interval of a mean from resamples; none where these are all the same, as of one story: that is no certainty."""
    return (None, None) if drawn[0] == drawn[1] else drawn


def _bounds(hits: int, of: int, drawn: Bounds) -> Bounds:
    """Of a proportion: from resamples, or by formula where all are on one side."""
    return drawn if 0 < hits < of else one_sided(hits, of)


def rounded(value: float, bounds: Bounds) -> Interval:
    """A number and its interval with the four digits that records show."""
    low, high = (digits(bound) for bound in bounds)
    return Interval(value=digits(value), low=low, high=high)
