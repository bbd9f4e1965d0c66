"""Resample stories in blocks, for all intervals of this room but those of `reciprocity`: months, then stories within each drawn.

A two-stage block bootstrap (Davison and Hinkley 1997, ch. 3.8): news comes in waves, so stories of one month are not
independent of each other. To a measure a story is its kind (rung, direction) and a value (intensity), so counts of kinds and
sums of values are drawn, of as many samples at once as there are; each sample is drawn as if it were alone.

Of a small sample each story is drawn. In a larger one each comes as often as a Poisson variable says (Hanley and MacGibbon 2006;
Chamandy et al. 2012): sums of those are Poisson again, all months at once, and the sum of values has the mean and the variance
that it then has beside the counts. Poisson variables vary more than stories drawn within a month, whose number is fixed; so much
is taken from how often months are drawn, by which the variance of every sum of a quantity that is measured from its mean is that
of the two stages.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import hypot

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

DRAWS = 1000
LEVEL = 0.95
LARGE = 30
"""Stories of a sample up to which each is drawn by itself."""
Z = float(ndtri((1 + LEVEL) / 2))
"""That of `scipy.stats.norm`, which takes half a second to load."""
_SEED = 20180911
_AT_ONCE = 50
"""Resamples that are drawn together, with random numbers of their own."""


@dataclass(frozen=True)
class Samples:
    """Stories of several samples, a row for each story or for several that are alike."""

    sample: Ints
    month: Ints
    kind: Ints
    value: Floats
    number: Ints
    """Stories of the row."""
    samples: int
    kinds: int

    def draws(self, size: int = DRAWS) -> tuple[Ints, Floats]:
        """Counts of kinds (size, samples, kinds) and sums of values (size, samples) in so many resamples.

        Always the same for the same stories, whatever their order and whatever other samples there are.
        """
        rows = self._chosen(np.lexsort((self.value, self.kind, self.month, self.sample)))
        block = _runs(rows.sample, rows.month)
        first = np.flatnonzero(np.diff(block, prepend=-1))
        total = np.bincount(block, rows.number, minlength=len(first)).astype(np.int64)
        blocks = Blocks(rows.sample[first], total, self.samples)
        times = blocks.times(size)
        large = np.bincount(blocks.sample, total, minlength=self.samples) > LARGE
        small = ~large[blocks.sample]
        counts, sums = rows._chosen(small[block])._one_by_one(blocks.chosen(small), times[:, small])
        for n in np.flatnonzero(large):
            here = slice(*np.searchsorted(blocks.sample, [n, n + 1]))
            own = slice(*np.searchsorted(rows.sample, [n, n + 1]))
            counts[:, n], sums[:, n] = rows._chosen(own)._at_once(times[:, here], total[here])
        return counts, sums

    def _chosen(self, which: Ints | NDArray[np.bool_] | slice) -> "Samples":
        columns = ("sample", "month", "kind", "value", "number")
        return replace(self, **{name: getattr(self, name)[which] for name in columns})

    def _one_by_one(self, blocks: "Blocks", times: NDArray[np.int32]) -> tuple[Ints, Floats]:
        """As `draws`, each story by itself; rows by block."""
        size = len(times)
        counts, sums = np.zeros((size, self.samples, self.kinds), np.int64), np.zeros((size, self.samples))
        kind, value = np.repeat(self.kind, self.number), np.repeat(self.value, self.number)
        for some, row, story in blocks.picks(times):
            here = counts[some].shape
            counts[some] = np.bincount(row * self.kinds + kind[story], minlength=counts[some].size).reshape(here)
            sums[some] = np.bincount(row, value[story], minlength=sums[some].size).reshape(here[:2])
        return counts, sums

    def _at_once(self, times: NDArray[np.int32], total: Ints) -> tuple[Ints, Floats]:
        """(size, kinds) and (size,), of the rows of one sample; times: (size, months); total: stories of each month."""
        months = _runs(self.month)
        cell, size = months * self.kinds + self.kind, times.shape[1] * self.kinds
        valued = bool(self.value.any())
        weighed = (self.number * self.value**n for n in range(3 if valued else 1))
        moments = np.stack([np.bincount(cell, some, minlength=size).reshape(-1, self.kinds) for some in weighed])
        number, *more = (1 + (times - 1) * np.sqrt(1 - 1 / total)) @ moments
        rng = np.random.default_rng(_SEED)
        counts = rng.poisson(number)
        if not valued:
            return counts, np.zeros(len(times))
        value, square = more
        mean = value / np.where(number > 0, number, 1)
        sums = (mean * counts).sum(1) + rng.standard_normal(len(times)) * np.sqrt(np.maximum(square - mean * value, 0).sum(1))
        stories = counts.sum(1)
        return counts, np.clip(sums, self.value.min() * stories, self.value.max() * stories)


@dataclass(frozen=True)
class Blocks:
    """The months of several samples, those of a sample together."""

    sample: Ints
    """Of each month."""
    total: Ints
    """Its stories."""
    samples: int

    def chosen(self, which: NDArray[np.bool_]) -> "Blocks":
        """Only some of them."""
        return Blocks(self.sample[which], self.total[which], self.samples)

    def times(self, size: int) -> NDArray[np.int32]:
        """(size, blocks): how often each month is drawn in each resample, which has as many months as its sample."""
        out = np.ones((size, len(self.sample)), np.int32)
        _, first, months = np.unique(self.sample, return_index=True, return_counts=True)
        for n in np.unique(months[months > 1]).tolist():
            times = _times(size, n)
            for start in first[months == n].tolist():
                out[:, start : start + n] = times
        return out

    def picks(self, times: NDArray[np.int32]) -> Iterator[tuple[slice, Ints, Ints]]:
        """Stories drawn within months, some resamples at a time: which resamples, and for each story drawn its row and number.

        times: as above. The row is resample times samples plus sample, resamples counted from the first of those; stories are
        numbered by block. The n-th story of a resample is always drawn by the same random number, whatever its sample.
        """
        if not len(self.sample):
            return
        number, many = np.arange(len(self.sample)), times * self.total
        begins = np.flatnonzero(np.diff(self.sample, prepend=-1))
        of = np.repeat(begins, np.diff(begins, append=len(number)))
        most = int(np.add.reduceat(many, begins, axis=1).max())
        first = np.cumsum(self.total) - self.total
        for start in range(0, len(times), _AT_ONCE):
            here = many[start : start + _AT_ONCE]
            resample = np.arange(len(here))[:, None]
            chance = np.random.default_rng([_SEED, 0, start]).random((most, _AT_ONCE), np.float32).T.ravel()
            ends = np.cumsum(here).reshape(here.shape)
            moved = resample * most - (ends - here)[:, of]  # from a place among all stories drawn to that of its random number
            cell = np.repeat(np.arange(here.size), here.ravel())
            block = cell % len(number)
            place = moved.ravel()[cell]
            place += np.arange(len(cell))
            story = (chance[place] * self.total[block]).astype(np.int64)
            story += first[block]
            yield slice(start, start + len(here)), (resample * self.samples + self.sample).ravel()[cell], story


def interval(draws: Floats) -> tuple[float, float] | tuple[None, None]:
    """The middle 95% of what resamples give; none when fewer than half give anything."""
    return intervals(draws[:, None])[0]


def intervals(draws: Floats) -> list[tuple[float, float] | tuple[None, None]]:
    """`interval` of each column; draws: (size, columns). `numpy.nanquantile` gives the same, a column at a time."""
    ordered = np.sort(draws.T, axis=1)  # what is no number comes last
    known = np.isfinite(ordered).sum(1)
    out = []
    for level in ((1 - LEVEL) / 2, (1 + LEVEL) / 2):
        place = level * np.maximum(known - 1, 0)
        below = place.astype(np.int64)
        one, other = (np.take_along_axis(ordered, at[:, None], 1)[:, 0] for at in (below, np.minimum(below + 1, known - 1)))
        out.append(one + (other - one) * (place - below))
    enough = known * 2 >= len(draws)
    return [(low, high) if some else (None, None) for low, high, some in zip(*(o.tolist() for o in out), enough, strict=True)]


def one_sided(hits: int, of: int) -> tuple[float, float] | tuple[None, None]:
    """Wilson's interval of a share of all or nothing, where resampling knows no other and would claim to be certain; none of
    nothing. `scipy.stats.binomtest` has it for any share, in a hundred times the time."""
    least = of / (of + Z**2)
    return (None, None) if not of else (least, 1.0) if hits else (0.0, 1 - least)


def difference(one: tuple[float, float, float], other: tuple[float, float, float]) -> tuple[float, float]:
    """The interval of a difference of two shares from their own (Newcombe 1998); each: value, low, high.

    >>> difference((1.0, 0.5, 1.0), (0.4, 0.4, 0.4))
    (0.1, 0.6)
    """
    (a, a_low, a_high), (b, b_low, b_high) = one, other
    return round(a - b - hypot(a - a_low, b_high - b), 12), round(a - b + hypot(a_high - a, b - b_low), 12)


def ratio(numerator: ArrayLike, denominator: ArrayLike) -> Floats:
    """One by the other, not a number where there is nothing to divide by."""
    above, below = np.asarray(numerator, np.float64), np.asarray(denominator, np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(below > 0, above / below, np.nan)


def weights(month: Ints, size: int = DRAWS) -> NDArray[np.int32]:
    """(size, stories): how often each story is in each resample, where stories must be told apart."""
    out = np.zeros((len(month), size), np.int32)  # a story's weights side by side, since stories are then added up
    order = np.argsort(month, kind="stable")
    _, total = np.unique(month, return_counts=True)
    blocks = Blocks(np.zeros(len(total), np.int64), total, 1)
    for some, row, story in blocks.picks(blocks.times(size)):
        width = len(range(size)[some])
        out[order, some] = np.bincount(row * len(month) + story, minlength=width * len(month)).reshape(width, -1).T
    return out.T


@lru_cache(maxsize=128)
def _times(size: int, months: int) -> NDArray[np.int32]:
    """(size, months): how often each of so many months is drawn in each resample; the same for all samples, not to be changed."""
    drawn = np.random.default_rng([_SEED, months]).integers(0, months, (size, months)) + months * np.arange(size)[:, None]
    return np.bincount(drawn.ravel(), minlength=size * months).reshape(size, months).astype(np.int32)


def _runs(*columns: Ints) -> Ints:
    """The number of the run of equal rows that each row stands in."""
    if not len(columns[0]):
        return np.empty(0, np.int64)
    new = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.cumsum(new)
