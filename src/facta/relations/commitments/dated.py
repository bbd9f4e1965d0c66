"""On which day a commitment was made and an act was done: a coarse date is narrowed by the day of the first report."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from facta.relations.stories import EPOCH, NO_DAY, Stories

Ints = NDArray[np.int64]
_COARSE = {"year", "decade", None}


@dataclass(frozen=True)
class Dated:
    """Stories with the day each is taken to lie on."""

    stories: Stories
    day: Ints
    due: Ints
    """Day an announced act is announced for; `NO_DAY` for none."""
    told: Ints

    def value(self, name: str, n: int) -> Any:
        """One value of one story."""
        if name not in self._held:
            self._held[name] = self.stories.column(name)
        return self._held[name][n]

    @cached_property
    def _held(self) -> dict[str, list[Any]]:
        """Columns asked for."""
        return {}


def _dated(found: Stories) -> Dated:
    """A coarse date is narrowed by the day of the first report: nothing is reported before it was done or promised."""
    told, last = (_numbers(found, name) for name in ("told_day", "last_day"))
    inside = np.where(told == NO_DAY, found.day, np.clip(told, found.day, np.maximum(last, found.day)))
    planned = found.holds("status", lambda status: status == "planned")
    ahead = planned & (told != NO_DAY)
    return Dated(found, np.where(ahead, told, inside), np.where(ahead & (found.day > told), found.day, NO_DAY), told)


def _numbers(found: Stories, name: str) -> Ints:
    day = found.table.column(name).cast(pa.int32())
    return np.where(np.asarray(pc.is_null(day)), NO_DAY, np.asarray(pc.fill_null(day, 0), np.int64))


def kept(dated: Dated, which: NDArray[np.bool_]) -> Dated:
    """Some of them."""
    return Dated(dated.stories.chosen(which), dated.day[which], dated.due[which], dated.told[which])


def committed(found: Stories, first: date | None, last: date | None) -> Dated:
    """The commitments of a time, by day."""
    dated = _dated(found)
    toward, alone = (np.asarray(found.column(name), bool) for name in ("aside", "alone"))
    is_one = found.holds("rung", lambda rung: rung == "commitment") & (dated.day != NO_DAY) & (~toward | alone)
    for bound_day, sign in ((first, 1), (last, -1)):
        if bound_day is not None:
            is_one &= sign * (dated.day - (bound_day - EPOCH).days) >= 0
    some = kept(dated, is_one)
    order = np.argsort(some.day, kind="stable")
    return Dated(
        Stories(some.stories.table.take(order), some.stories.day[order]), some.day[order], some.due[order], some.told[order]
    )


def acts_of(found: Stories) -> Dated:
    """What may answer: everything that happened, and no later than a month is known."""
    dated = _dated(found)
    fine = found.holds("date_precision", lambda precision: precision not in _COARSE)
    return kept(dated, found.holds("status", lambda status: status != "planned") & fine & (dated.day != NO_DAY))
