"""How long ago a page says that something was written ("vor 3 Stunden"), which is a date once it is known when it was fetched."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache

from facta.read import calendar, dates, markup
from facta.values.datafile import load
from facta.values.dates import clean

MAX_LENGTH = 60
"""Characters of a text that is nothing but a time ago."""
_EDITED = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]$")
_GAP = r"[\s,·]*"
_LENGTHS = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}
"""Minutes of the units that are always as long."""
_DAYS = {"now": 0, "present": 0, "today": 0, "yesterday": 1, "before": 2}
_MIDDLE_OF_A_WEEK = timedelta(days=3)
_FEW = 3


def day(text: str, fetched: str | None) -> str | None:
    """The date of a time ago, ISO: hours and days lead to a day, weeks and months to a month, years to a year; else None.

    fetched: when the page was fetched, as an ISO day or timestamp; None where that is unknown, and then every such date is.

    >>> day("vor 3 Stunden", "2024-03-14T01:30:00Z"), day("hace 2 días", "2024-03-14"), day("3 weeks ago", "2024-03-14")
    ('2024-03-13', '2024-03-12', '2024-02')
    >>> day("Yesterday at 10:15", "2024-03-14"), day("il y a 2 ans", "2024-03-14"), day("5 hours ago", None)
    ('2024-03-13', '2022', None)
    """
    at = moment(fetched) if fetched else None
    told = _told(text) if at else None
    if at is None or told is None:
        return None
    count, unit = told
    try:
        if unit in ("month", "year"):
            return _calendar(at.date(), count, unit)
        back = at - timedelta(minutes=count * _LENGTHS[unit])
        if unit == "week":
            return f"{back - _MIDDLE_OF_A_WEEK:%Y-%m}"
    except (OverflowError, ValueError):
        return None
    unsure = unit == "hour" and clean(fetched) == fetched  # the hour of fetching is unknown
    return _common(at.date() - timedelta(days=1), at.date()) if unsure else back.date().isoformat()


def is_(text: str) -> bool:
    """Whether a text is nothing but a time ago that says so: by a word such as "ago", a letter for the unit or a day's name.

    >>> is_("2h"), is_("2 hours ago (edited)"), is_("yesterday at 10:15"), is_("2 hours"), is_("hours ago they met")
    (True, True, True, False, False)
    """
    line = _plain(text)
    if not line:
        return False
    day_ = _named(line)
    named = day_ is not None and (" " in line or day_ not in ("now", "present"))  # "now" alone ends many a heading
    return named or _brief().fullmatch(line) is not None or _length(line, marked=True) is not None


def words(group: str) -> frozenset[str]:
    """The single words of a group by which a time ago is found among others: `units`, `past` (its marks), `days`, `numbers`."""
    lists = dict(_table()[group])
    for name in _AMBIGUOUS.get(group, ()):
        del lists[name]
    several = _table()["two"].values() if group == "units" else ()
    found = frozenset(word for names in (*lists.values(), *several) for word in names.split() if "|" not in word)
    return found - _NUMBERS_TOO if group == "units" else found


_AMBIGUOUS = {"past": ("about",), "days": ("present",)}
"""Lists of words that say too much else."""
_NUMBERS_TOO = frozenset(("an",))
"""A year in French, a number in English."""


def moment(fetched: str) -> datetime | None:
    """When something was fetched, in UTC, from an ISO timestamp or day (then its noon); None for what is neither.

    >>> moment("2024-03-14T10:30+02:00").isoformat(), moment("2024-03-14").hour, moment("2024-03"), moment("yesterday")
    ('2024-03-14T08:30:00+00:00', 12, None, None)
    """
    told = dates.moment(fetched)
    if told:
        at = datetime.fromisoformat(told)
        try:
            return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
        except OverflowError:  # the first or the last day there is, beyond which a zone leads
            return None
    iso = clean(fetched)
    return datetime.combine(date.fromisoformat(iso), time(12), UTC) if iso and len(iso) == len("2024-03-14") else None


def _common(first: date, last: date) -> str | None:
    """What two dates have in common, if it is the month or the year."""
    told = (f"{last:%Y-%m}", f"{last:%Y}")
    return next((iso for iso in told if first.isoformat().startswith(iso)), None)


def _calendar(at: date, count: int, unit: str) -> str | None:
    months = 12 * at.year + at.month - 1 - count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    told = f"{year:04d}" if unit == "year" else f"{year:04d}-{month + 1:02d}"
    return clean(told)


def _plain(text: str) -> str:
    if len(text) > 2 * MAX_LENGTH:
        return ""
    line = _EDITED.sub("", dates.bare(calendar.plain(" ".join(text.split())))).casefold().replace("’", "'").strip(" .,·•|")
    return line if len(line) <= MAX_LENGTH else ""


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[int, str] | None:
    """How many of which unit, as far as a text says nothing else."""
    line = _plain(text)
    name = _named(line) if line else None
    if name:
        return _DAYS[name], "day"
    found = _brief().fullmatch(line) or _length(line, marked=False) if line else None
    if found is None:
        return None
    unit = _unit(found["unit"])
    few = found["count"] in _spoken("numbers", "few")
    return None if few and _LENGTHS.get(unit, 24 * 60) >= 24 * 60 else (_count(found["count"], found["unit"]), unit)


def _count(told: str | None, unit: str) -> int:
    if told and told.isdigit():
        return int(told)
    two = told in _spoken("numbers", "two") or any(unit in names.split() for names in _table()["two"].values())
    return _FEW if told in _spoken("numbers", "few") else 1 + two


def _unit(word: str) -> str:
    tables = [_table()[group] for group in ("units", "two", "short")]
    return next(unit for table in tables for unit, names in table.items() if word in names.split())


def _named(line: str) -> str | None:
    """The name of the day that a line begins with, and at most an hour behind it."""
    for name in _DAYS:
        found = _start("days", name).match(line)
        rest = line[found.end() :].strip(" ,·") if found else None
        if rest == "" or (rest and dates.is_time(rest)):
            return name
    return None


def _length(line: str, *, marked: bool) -> re.Match[str] | None:
    """A length of time, perhaps with a smaller one: "1 hour 20 minutes ago"; only figures may go without a mark."""
    rest = _end().sub("", _start("past", "marks").sub("", line))
    found = _amount().fullmatch(rest)
    past = rest != line
    return found if found and (past or (not marked and (found["count"] or "").isdigit())) else None


@cache
def _start(group: str, name: str) -> re.Pattern[str]:
    """A phrase at the beginning of a line."""
    return re.compile(rf"^(?:{_either(_spoken(group, name))})(?:(?<=[{markup.WIDE}'])|(?!{calendar.LETTER}))\s*")


@cache
def _end() -> re.Pattern[str]:
    """What marks a time as past at the end of a line."""
    return re.compile(rf"\s*(?:(?<=[\d\s.{markup.WIDE}])(?:{_either(_spoken('past', 'marks'))}))+$")


@cache
def _amount() -> re.Pattern[str]:
    numbers = _either([word for name in ("one", "two", "few") for word in _spoken("numbers", name)])
    units = _either([word for table in ("units", "two", "short") for names in _table()[table].values() for word in names.split()])
    about = rf"(?:(?:{_either(_spoken('past', 'about'))})\s?)*"
    more = rf"(?:{_GAP}(?:(?:and|und|et|y|e|и)\s)?\d{{1,2}}{_GAP}(?:{units})\.?)?"
    return re.compile(rf"{about}(?:(?P<count>\d{{1,4}}|(?:{numbers})(?:(?=\s)|(?<='))){_GAP})?(?P<unit>{units})\.?{more}")


@cache
def _brief() -> re.Pattern[str]:
    """A number and a letter: "3h"."""
    letters = _either([word for names in _table()["short"].values() for word in names.split()])
    return re.compile(rf"(?P<count>\d{{1,3}})\s?(?P<unit>{letters})")


@cache
def _spoken(group: str, name: str) -> tuple[str, ...]:
    return tuple(word.replace("|", " ") for word in _table()[group][name].split())


def _either(phrases: Iterable[str]) -> str:
    """Any of some phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def _table() -> dict[str, dict[str, str]]:
    return load("facta.read", "ago.toml", dict[str, dict[str, str]])
