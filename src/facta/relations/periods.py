"""Cut time into days, weeks, months, quarters or years, every one of a span, so that a quiet one is a zero and not a gap."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from facta.errors import UsageError, unknown
from facta.relations.stories import EPOCH, NO_DAY, as_day

By = Literal["day", "week", "month", "quarter", "year"]
Ints = NDArray[np.int64]
MOST = 20_000
"""Periods that one answer may have."""
_TOO_COARSE = {
    "day": ("month", "year", "decade"),
    "week": ("month", "year", "decade"),
    "month": ("year", "decade"),
    "quarter": ("year", "decade"),
    "year": ("decade",),
}
# By kind of period, the precisions of dates that cannot be put into one.
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True)
class Periods:
    """Every period between two days."""

    names: list[str]
    """`2018-04-03`, `2018-W14`, `2018-04`, `2018-Q2`, `2018`."""
    starts: Ints
    """Days since 1970; one more than there are periods: the last is the day after the end."""

    def __len__(self) -> int:
        """How many."""
        return len(self.names)

    def of(self, day: Ints) -> Ints:
        """The number of the period of each day; -1 outside."""
        at = np.searchsorted(self.starts, day, side="right") - 1
        return np.where((day >= self.starts[0]) & (day < self.starts[-1]), at, -1)


def checked(by: str) -> By:
    """The kind of period; UsageError names those that exist."""
    for known in get_args(By):
        if by == known:
            return known  # type: ignore[no-any-return]
    raise UsageError(unknown("period", by, get_args(By)))


def too_coarse(by: By, precision: object) -> bool:
    """Whether a date of this precision cannot be put into such a period."""
    return precision in _TOO_COARSE[by]


def periods(by: By, first: date, last: date) -> Periods:
    """Every period that the days from `first` to `last` touch; UsageError when that is too many, or beyond the calendar."""
    if last.year == date.max.year:
        raise UsageError(f"The last period would end with the calendar, but {last} is asked for. Ask for an earlier end.")
    starts = [_start(by, first)]
    while starts[-1] <= last:
        starts.append(_next(by, starts[-1]))
        if len(starts) > MOST:
            raise UsageError(f"{first} to {last} by {by} is more than {MOST:,} periods. Ask for longer ones or a shorter time.")
    numbers = np.array([(day - EPOCH).days for day in starts], np.int64)
    return Periods([_name(by, day) for day in starts[:-1]], numbers)


def _start(by: By, day: date) -> date:
    if by == "day":
        return day
    if by == "week":
        return day - timedelta(day.weekday())
    months = _MONTHS[by]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _next(by: By, start: date) -> date:
    if by in ("day", "week"):
        return start + timedelta(1 if by == "day" else 7)
    month = start.month - 1 + _MONTHS[by]
    return date(start.year + month // 12, month % 12 + 1, 1)


def _name(by: By, start: date) -> str:
    if by == "week":
        year, week, _ = start.isocalendar()
        return f"{year:04}-W{week:02}"
    if by == "quarter":
        return f"{start.year:04}-Q{(start.month + 2) // 3}"
    return start.isoformat()[: {"day": 10, "month": 7, "year": 4}[by]]


def months(day: Ints) -> Ints:
    """A number for the calendar month of each day since 1970; one number for all without a day."""
    dated = day != NO_DAY
    as_months = np.where(dated, day, 0).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return np.where(dated, as_months, NO_DAY)


def years_of(day: Ints) -> list[int]:
    """The calendar year of each day since 1970 that there is."""
    known = day[day != NO_DAY].astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
    return [1970 + year for year in known.tolist()]


def within(day: Ints, first: date | None, last: date | None) -> NDArray[np.bool_]:
    """Which days lie between two bounds, both included; what has no day lies in a time without bounds only."""
    keep = np.ones(len(day), bool)
    if first is not None:
        keep &= day >= (first - EPOCH).days
    if last is not None:
        keep &= day <= (last - EPOCH).days
    return keep if first is None and last is None else keep & (day != NO_DAY)


def span(day: Ints) -> tuple[date, date] | None:
    """First and last day; None where there is none."""
    dated = day[day != NO_DAY]
    return (as_day(int(dated.min())), as_day(int(dated.max()))) if len(dated) else None
