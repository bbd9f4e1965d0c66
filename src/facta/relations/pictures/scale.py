"""Where a time axis is labelled: as few dates as tell the time, none of them on top of another."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from facta.values.dates import MONTHS

_MOST = 11
_MONTH = 28  # days of the shortest
_UNITS: tuple[tuple[str, Callable[[int, date], Any]], ...] = (
    ("day", lambda n, day: n),
    ("day", lambda n, day: n // 2),
    ("day", lambda n, day: n // 5),
    ("month", lambda n, day: (day.year, day.month)),
    ("month", lambda n, day: (day.year, (day.month - 1) // 3)),
    ("month", lambda n, day: (day.year, (day.month - 1) // 6)),
    *(("year", lambda n, day, step=step: day.year // step) for step in (1, 2, 5, 10, 20, 50, 100)),
)

_FINE = 3  # of them tell days apart


def labels(starts: Sequence[date], most: int = _MOST) -> list[tuple[int, str]]:
    """Which of a row of days to label, by number, and how; the finest unit that gives no more than a handful.

    most: labels that there is room for.

    >>> labels([date(2018, month, 1) for month in (11, 12)] + [date(2019, 1, 1)])
    [(0, 'Nov\\n2018'), (1, 'Dec'), (2, 'Jan\\n2019')]
    """
    fine = any((later - day).days < _MONTH for day, later in pairwise(starts))
    for kind, unit in _UNITS if fine else _UNITS[_FINE:]:
        at = [n for n, day in enumerate(starts) if not n or unit(n, day) != unit(n - 1, starts[n - 1])]
        if len(at) <= most:
            return _named(kind, _apart(kind, at, starts), starts)
    return []


def _apart(kind: str, at: list[int], starts: Sequence[date]) -> list[int]:
    """Without the first when it is no whole year, or so short that the second would stand on it."""
    if len(at) > 2 and ((kind == "year" and starts[0].month > 1) or (at[1] - at[0]) < 0.7 * (at[2] - at[1])):
        return at[1:]
    return at


def _named(kind: str, at: Sequence[int], starts: Sequence[date]) -> list[tuple[int, str]]:
    out, year = [], None
    for n in at:
        day = starts[n]
        name = MONTHS[day.month - 1][:3]
        word = {"day": f"{day.day} {name}", "month": name, "year": str(day.year)}[kind]
        out.append((n, word if kind == "year" or day.year == year else f"{word}\n{day.year}"))
        year = day.year
    return out
