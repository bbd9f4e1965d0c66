"""Intervals of many pairs at once: the block bootstrap of `resample`, arranged so that a pair costs a product of two matrices.

First calendar months are drawn, then stories within them, as there. Months whose stories are alike in kind and number are drawn
together, which changes nothing. Where months hold so many stories that no two are alike, each story is drawn as often as a
Poisson variable of mean one says (Hanley and MacGibbon 2006; Chamandy et al. 2012), and sums of those are Poisson again: all
months at once. With T stories a month the variance within months is then larger by one part in T.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from facta.relations.records import Balance, Interval
from facta.relations.resample import LEVEL, interval, ratio

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

DRAWS = 400
MANY = 5.0
"""Stories of a month, in the mean of a pair's months, from which on they are drawn as Poisson variables."""
_SEED = 20180911


@dataclass(frozen=True)
class Counted:
    """Stories of several pairs by month and category, a row for each combination that occurs."""

    pair: Ints
    month: Ints
    category: Ints
    number: Ints
    """Stories of the row."""
    pairs: int
    categories: int

    def totals(self) -> Ints:
        """(pairs, categories)"""
        out = np.zeros((self.pairs, self.categories), np.int64)
        np.add.at(out, (self.pair, self.category), self.number)
        return out

    def draws(self, size: int = DRAWS) -> Ints:
        """(size, pairs, categories): counts of so many resamples; always the same for the same stories."""
        rng = np.random.default_rng(_SEED)
        months: dict[int, Ints] = {}  # how often each of so many months is drawn; the same for all pairs with as many
        out = np.zeros((size, self.pairs, self.categories), np.int64)
        for pair, counts in self._by_month():
            n = len(counts)
            if n not in months:
                months[n] = rng.multinomial(n, np.full(n, 1 / n), size)
            out[:, pair] = _stories(rng, months[n], counts)
        return out

    def _by_month(self) -> Iterator[tuple[int, Ints]]:
        """Each pair's number with its (months, categories), of the months in which it has stories."""
        order = np.argsort(self.pair, kind="stable")
        starts = np.searchsorted(self.pair[order], np.arange(self.pairs + 1))
        for pair in range(self.pairs):
            rows = order[starts[pair] : starts[pair + 1]]
            if len(rows):
                _, month = np.unique(self.month[rows], return_inverse=True)
                counts = np.zeros((month.max() + 1, self.categories), np.int64)
                np.add.at(counts, (month, self.category[rows]), self.number[rows])
                yield pair, counts


def _stories(rng: np.random.Generator, times: Ints, counts: Ints) -> Ints:
    """(size, categories): stories drawn within months; times: (size, months); counts: (months, categories)."""
    if counts.sum() > MANY * len(counts):
        return np.asarray(rng.poisson(times @ counts), np.int64)
    alike, which = np.unique(counts, axis=0, return_inverse=True)
    drawn = np.zeros((len(times), len(alike)), np.int64)
    np.add.at(drawn.T, which.reshape(-1), times.T)
    totals = alike.sum(1)
    pure = (alike > 0).sum(1) == 1  # of one kind only: nothing is left to chance
    out = (drawn[:, pure] @ alike[pure]) + rng.multinomial(drawn[:, ~pure] * totals[~pure], (alike / totals[:, None])[~pure]).sum(
        1
    )
    return np.asarray(out, np.int64)


def balance(coop: int, conf: int, drawn_coop: Ints, drawn_conf: Ints) -> Balance:
    """A balance with its interval: Wilson's where all is on one side, as in `resample.proportion`."""
    both = coop + conf
    if not both:
        return Balance(coop=0, conf=0)
    if coop and conf:
        low, high = interval(signed_share(drawn_coop, drawn_conf))
    else:
        low, high = (2 * bound - 1 for bound in _wilson(coop, both))
    return Balance(coop=coop, conf=conf, balance=_round((coop - conf) / both), low=_round(low), high=_round(high))


def gap(talk: Balance, deed: Balance, drawn: Ints) -> Interval | None:
    """Balance of talk less balance of deeds; drawn: (size, 4) counts of talk's and deeds' cooperation and conflict."""
    if talk.balance is None or deed.balance is None:
        return None
    low, high = interval(signed_share(drawn[:, 0], drawn[:, 1]) - signed_share(drawn[:, 2], drawn[:, 3]))
    value = (talk.coop - talk.conf) / (talk.coop + talk.conf) - (deed.coop - deed.conf) / (deed.coop + deed.conf)
    return Interval(value=round(value, 4) + 0.0, low=_round(low), high=_round(high))


def signed_share(coop: Ints, conf: Ints) -> Floats:
    """(coop - conf) / (coop + conf), not a number where there is nothing."""
    return ratio((coop - conf).astype(np.float64), (coop + conf).astype(np.float64))


def _wilson(hits: int, of: int) -> tuple[float, float]:
    """Bounds of a proportion of which all or nothing was hit (Wilson 1927)."""
    z2 = float(norm.ppf((1 + LEVEL) / 2)) ** 2
    return (of / (of + z2), 1.0) if hits else (0.0, z2 / (of + z2))


def _round(value: float | None) -> float | None:
    return None if value is None else round(float(value), 4) + 0.0
