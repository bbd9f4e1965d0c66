"""What a time told in words can be: a day, a week, a quarter, a duration, each with its TIMEX3 value, and the reckoning on them.

Values follow TimeML's TIMEX3: ISO 8601 with `X` for digits unknown, and codes for weekends, seasons, quarters and parts of a day.
"""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from dateutil.relativedelta import relativedelta

from facta.records import Precision
from facta.values.dates import month_end

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
UNKNOWN_DAY = "XXXX-XX-XX"
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "2W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
"""Units of a duration in TIMEX3; `T` opens the part of hours, minutes and seconds."""
YEARS = {"year": 1, "decade": 10, "century": 100}
CLOCK_UNITS = ("hour", "minute", "second")
"""Units that leave the day as it is."""
DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}


class Told(NamedTuple):
    """What words of time tell."""

    kind: Kind
    value: str
    """TIMEX3 value."""
    first: date | None = None
    """First day; None where the words give no day of the calendar."""
    last: date | None = None
    precision: Precision = "day"
    """How finely the calendar is told."""


def reference(value: str) -> Told:
    """PAST_REF, PRESENT_REF or FUTURE_REF: a time that no calendar shows."""
    return Told("DATE", value)


def day(d: date) -> Told:
    """A day of the calendar."""
    return Told("DATE", d.isoformat(), d, d)


def week(d: date) -> Told:
    """The week from Monday to Sunday in which a day lies."""
    monday = d - timedelta(days=d.weekday())
    return Told("DATE", _iso_week(d), monday, monday + timedelta(days=6))


def _iso_week(d: date) -> str:
    year_of_week, number, _ = d.isocalendar()
    return f"{year_of_week:04}-W{number:02}"


def weekend(d: date) -> Told:
    """The weekend of a day's week."""
    monday = d - timedelta(days=d.weekday())
    return Told("DATE", _iso_week(d) + "-WE", monday + timedelta(days=5), monday + timedelta(days=6))


def month(year: int, number: int) -> Told:
    """A calendar month."""
    first = date(year, number, 1)
    return Told("DATE", f"{year:04}-{number:02}", first, month_end(first), "month")


def months(value: str, year: int, number: int, length: int) -> Told:
    """Some months from one on, such as a quarter, under a value of their own."""
    first = date(year, number, 1)
    return Told("DATE", value, first, month_end(first + relativedelta(months=length - 1)), "month")


def quarter(year: int, number: int) -> Told:
    """A quarter of a year, 1 to 4."""
    return months(f"{year:04}-Q{number}", year, 3 * number - 2, 3)


def half(year: int, number: int) -> Told:
    """A half of a year, 1 or 2."""
    return months(f"{year:04}-H{number}", year, 6 * number - 5, 6)


def season(year: int, code: str) -> Told:
    """SP, SU, FA or WI as the northern hemisphere has them; a winter belongs to the year in which it begins."""
    return months(f"{year:04}-{code}", year, 3 * (1 + ("SP", "SU", "FA", "WI").index(code)), 3)


def year(number: int) -> Told:
    """A calendar year."""
    return Told("DATE", f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Told:
    """Ten years from a year that ends with 0."""
    return Told("DATE", f"{first // 10:03}", date(first or 1, 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Told:
    """The century of that ordinal number, counted as newspapers do: the 19th is 1800 to 1899."""
    return Told("DATE", f"{number - 1:02}", date(100 * number - 100 or 1, 1, 1), date(100 * number - 1, 12, 31), "decade")


def clock(on: date | None, value: str, told: bool = True) -> Told:
    """A time of day (`10:30`, `NI`, ..) on a day; `told`: whether words name that day, so that it dates anything."""
    known = on if told else None
    return Told("TIME", f"{on.isoformat() if on else UNKNOWN_DAY}T{value}", known, known)


def duration(n: float | None, unit: str) -> Told:
    """So many units; None for an unsaid number."""
    return Told("DURATION", period(n, unit))


def period(n: float | None, unit: str) -> str:
    """The ISO 8601 duration of so many units, `X` for an unsaid number; half an hour and half a year are told in smaller units.

    >>> period(3, "day"), period(None, "year"), period(0.5, "hour"), period(2, "fortnight")
    ('P3D', 'PXY', 'PT30M', 'P4W')
    """
    smaller = {"hour": ("minute", 60), "year": ("month", 12)}
    if n == 0.5 and unit in smaller:
        unit, n = smaller[unit][0], n * smaller[unit][1]
    if unit == "fortnight":
        unit, n = "week", None if n is None else 2 * n
    code = UNITS[unit]
    return f"P{'T' * (code[0] == 'T')}{'X' if n is None else f'{n:.15g}'}{code.lstrip('T')}"


def around(d: date, unit: str) -> Told:
    """The unit of the calendar in which a day lies."""
    if unit == "month":
        return month(d.year, d.month)
    if unit == "quarter":
        return quarter(d.year, (d.month + 2) // 3)
    if unit == "decade":
        return decade(d.year - d.year % 10)
    if unit in YEARS:
        return year(d.year) if unit == "year" else century(d.year // 100 + 1)
    return {"week": week, "fortnight": week, "weekend": weekend}.get(unit, day)(d)


def shift(d: date, n: int, unit: str) -> date | None:
    """The day some units after a day (before it, where n is negative); None beyond the calendar."""
    years = n * YEARS.get(unit, 0)
    moved = d.year + years + n * {"month": 1 / 12, "quarter": 1 / 4}.get(unit, DAYS.get(unit, 0) / 365)
    if moved <= 1 or moved >= 9998:  # a year's grace for rounding
        return None
    if unit in DAYS:
        return d + timedelta(days=n * DAYS[unit])
    return d + relativedelta(years=years, months=n * {"month": 1, "quarter": 3}.get(unit, 0))


_FINER = {"week": "day", "fortnight": "day", "weekend": "day", "decade": "year", "century": "year"}


def exact(d: date, unit: str) -> Told:
    """A day told by counting units from another: its value is as coarse as the unit, the calendar is not.

    Two weeks ago is a day, a decade ago is a year.
    """
    return around(d, _FINER.get(unit, unit))._replace(value=around(d, unit).value)


_WEEK = re.compile(r"\d{4}-W\d")


def year_earlier(told: Told) -> Told:
    """The same day, month or quarter a year before; what has none stays a year."""
    if told.first is None:
        return Told("DATE", UNKNOWN_DAY)
    own = told.kind == "DATE" and told.value[:4] == f"{told.first.year:04}" and told.first.year > 1
    if own and not _WEEK.match(told.value):
        first, last = told.first - relativedelta(years=1), (told.last or told.first) - relativedelta(years=1)
        last = month_end(last) if told.precision == "month" else last
        value = first.isoformat() if told.precision == "day" else f"{first.year:04}{told.value[4:]}"
        return Told("DATE", value, first, last, told.precision)
    return year(max(1, told.first.year - 1))
