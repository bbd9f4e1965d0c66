"""Measure the stories of one pair in one time: balances of the rungs, the say-do gap, the share of deeds, net intensity."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import hypot

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray

from facta.relations.periods import months
from facta.relations.records import Balance, Interval, Measures
from facta.relations.resample import DRAWS, Sample, interval, proportion, ratio
from facta.relations.stories import Stories

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

RUNGS = ("talk", "commitment", "deed")
LEAST_DEEDS = 10
"""Deeds below which there is no say-do gap."""
TOO_FEW = "too few deeds"
NO_TALK = "no talk"


@dataclass(frozen=True)
class Coded:
    """Stories as categories: rung, cooperation or conflict, intensity."""

    stories: Stories
    kinds: Floats
    """(categories, 3): number of the rung, 1 for cooperation, intensity."""
    category: Ints
    """Of each story."""

    @classmethod
    def of(cls, stories: Stories) -> "Coded":
        """The categories that occur."""
        if not len(stories):
            return cls(stories, np.empty((0, 3)), np.empty(0, np.int64))
        rung = sum(n * stories.holds("rung", lambda value, name=name: value == name) for n, name in enumerate(RUNGS))  # type: ignore[misc]
        rows = np.stack([rung, stories.numbers("quad") <= 2, stories.numbers("intensity")], 1)
        kinds, category = np.unique(rows, axis=0, return_inverse=True)
        return cls(stories, kinds, np.asarray(category, np.int64).reshape(-1))

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
        category = self.category[which]
        counts = np.bincount(category, minlength=len(self.kinds))
        drawn = Sample.of(self.month[which], category, len(self.kinds)).draws(draws if len(category) else 1)
        rungs = {name: self._balance(n, counts, drawn) for n, name in enumerate(RUNGS)}
        gap, why = self._gap(rungs, drawn)
        at = np.flatnonzero(which)
        events, independent = (int(self._numbers[name][at].sum()) for name in ("n_events", "n_independent"))
        story, outlet, _ = self.outlets
        return Measures(
            **rungs,
            say_do_gap=gap,
            why_no_gap=why,
            deed_share=self._deed_share(rungs["deed"], counts, drawn),
            net=self._net(counts, drawn),
            events=events,
            stories=len(at),
            independent=independent,
            outlets=len(np.unique(outlet[which[story]])),
        )

    def _sides(self, rung: int, counts: Floats | Ints) -> tuple[Floats, Floats]:
        """Cooperation and conflict on one rung; counts (..., categories)."""
        on = self.kinds[:, 0] == rung
        coop = self.kinds[:, 1] == 1
        more, less = (np.asarray(counts[..., some].sum(-1), np.float64) for some in (on & coop, on & ~coop))
        return more, less

    def _balance(self, rung: int, counts: Ints, drawn: Ints) -> Balance:
        coop, conf = (int(n) for n in self._sides(rung, counts))
        if not coop + conf:
            return Balance(coop=0, conf=0)
        more, less = self._sides(rung, drawn)
        low, high = _share(coop, coop + conf, ratio(more, more + less))
        value = (coop - conf) / (coop + conf)
        return Balance(coop=coop, conf=conf, balance=_round(value), low=_round(_turned(low)), high=_round(_turned(high)))

    def _gap(self, rungs: dict[str, Balance], drawn: Ints) -> tuple[Interval | None, str | None]:
        talk, deed = rungs["talk"], rungs["deed"]
        if deed.coop + deed.conf < LEAST_DEEDS:
            return None, TOO_FEW
        if talk.balance is None or deed.balance is None:
            return None, NO_TALK
        said, done = ((c - f) / np.where(c + f, c + f, np.nan) for c, f in (self._sides(n, drawn) for n in (0, 2)))
        low, high = interval(said - done)
        if 0 in (talk.coop, talk.conf, deed.coop, deed.conf):
            low, high = _apart(talk, deed)
        value = (talk.coop - talk.conf) / (talk.coop + talk.conf) - (deed.coop - deed.conf) / (deed.coop + deed.conf)
        return Interval(value=_rounded(value), low=_round(low), high=_round(high)), None

    def _deed_share(self, deed: Balance, counts: Ints, drawn: Ints) -> Interval | None:
        total = int(counts.sum())
        if not total:
            return None
        deeds = deed.coop + deed.conf
        low, high = _share(deeds, total, ratio(np.add(*self._sides(2, drawn)), drawn.sum(-1)))
        return Interval(value=_rounded(deeds / total), low=_round(low), high=_round(high))

    def _net(self, counts: Ints, drawn: Ints) -> Interval | None:
        if not counts.sum():
            return None
        low, high = interval(ratio(drawn @ self.kinds[:, 2], drawn.sum(-1)))
        return Interval(value=_rounded(float(counts @ self.kinds[:, 2] / counts.sum())), low=_round(low), high=_round(high))


def _apart(talk: Balance, deed: Balance) -> tuple[float, float]:
    """The interval of a difference of two balances from theirs (Newcombe 1998), where one lies on one side and does not vary."""
    said, said_low, said_high = talk.balance or 0.0, talk.low or 0.0, talk.high or 0.0
    done, done_low, done_high = deed.balance or 0.0, deed.low or 0.0, deed.high or 0.0
    below, above = hypot(said - said_low, done_high - done), hypot(said_high - said, done - done_low)
    return said - done - below, said - done + above


def _share(hits: int, of: int, draws: Floats) -> tuple[float, float] | tuple[None, None]:
    """`proportion`; where all are on one side its formula is slow and asked of few numbers, period after period."""
    return interval(draws) if 0 < hits < of else _one_sided(hits, of)


@lru_cache(10_000)
def _one_sided(hits: int, of: int) -> tuple[float, float] | tuple[None, None]:
    return proportion(hits, of, np.empty(0))


def _turned(share: float | None) -> float | None:
    """A share of cooperation as a balance."""
    return None if share is None else 2 * share - 1


def _rounded(value: float) -> float:
    return round(float(value), 4) + 0.0


def _round(value: float | None) -> float | None:
    return None if value is None else _rounded(value)
