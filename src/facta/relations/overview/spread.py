"""Intervals of many balances at once, where resampling each would keep a page waiting.

The variance is that which the two-stage bootstrap of `resample` has: months are drawn, then stories within them. It is put around
the balance on Fisher's scale, which ends at -1 and 1 as a balance does. A story that counts for several partners of a state
is one story: it is drawn with all of them or not at all. Where all lies on one side the interval is Wilson's, as everywhere.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facta.relations.resample import Z, one_sided

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bounds = tuple[float | None, float | None]


@dataclass(frozen=True)
class Told:
    """Stories of several units (pairs or states), a row for each unit, month and side."""

    unit: Ints
    month: Ints
    coop: NDArray[np.bool_]
    stories: Ints
    weight: Ints
    """For how many partners they count, all together."""
    square: Ints
    """The same of the squares."""

    def bounds(self, units: int) -> list[Bounds]:
        """The interval of the balance of each unit; none of one without stories."""
        sign = np.where(self.coop, 1.0, -1.0)
        every = np.bincount(self.unit, self.weight, minlength=units)
        with np.errstate(invalid="ignore", divide="ignore"):
            value = np.bincount(self.unit, sign * self.weight, minlength=units) / every
            error = np.sqrt(self._variance(sign - value[self.unit], units)) / every
            middle, apart = np.arctanh(value), Z * error / (1 - value**2)
        low, high = (np.tanh(middle + way * apart) for way in (-1, 1))
        stories = np.bincount(self.unit, self.stories, minlength=units)
        return [
            (float(low[n]), float(high[n])) if abs(value[n]) < 1 else _one_sided(value[n] > 0, int(stories[n]))
            for n in range(units)
        ]

    def _variance(self, off: Floats, units: int) -> Floats:
        """Of the sum of what stories lie off the balance; off: of each row."""
        key = self.unit * (int(np.ptp(self.month)) + 1) + self.month - self.month.min() if len(self.month) else self.unit
        _, first, at = np.unique(key, return_index=True, return_inverse=True)
        sums, stories = (np.bincount(at, of) for of in (off * self.weight, self.stories))
        within = np.bincount(at, off**2 * self.square) - sums**2 / stories
        return np.asarray(np.bincount(self.unit[first], sums**2 + within, minlength=units), np.float64)


def _one_sided(coop: bool, stories: int) -> Bounds:
    low, high = one_sided(stories if coop else 0, stories)
    return (None, None) if low is None or high is None else (2 * low - 1, 2 * high - 1)
