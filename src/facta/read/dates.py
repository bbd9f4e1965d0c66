"""Dates as pages print them ("April 5, 2018 at 10:03 am", "Le 11 septembre 2018"), read only if they name a whole day."""

import re
from datetime import UTC, datetime
from functools import lru_cache

from facta.values import dates

MAX_LENGTH = 80
"""A line longer than this is prose that mentions a date, not a date line."""

_LEAD = re.compile(
    r"^(?:(?:first |last )?(?:published|posted|updated|modified|written|date|veröffentlicht|stand|publié|mis à jour|publicado)"
    r"(?: (?:on|at|am|le|el))?|on|am|le|el)\b[\s:]*",
    re.IGNORECASE,
)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = rf"(?P<month>{'|'.join(f'{m}|{m[:3]}' for m in _MONTHS)}|sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ENGLISH = (
    re.compile(rf"\b{_MONTH} {_DAY},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH},? {_YEAR}\b", re.IGNORECASE),
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d\d)[-/.](\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
_ADDRESS_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)([01]\d)\2([0-3]\d)(?!\d)")
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)[-/]([01]\d)(?=/)")
_YEAR_AND_DAY = re.compile(r"(?=.*(?<!\d)(?:19|20)\d\d(?!\d))(?=.*(?<!\d)[0-3]?\d(?!\d))")
_LANGUAGES = ["de", "fr", "es", "it", "pt", "nl", "ru", "pl", "sv", "tr", "uk", "en"]
_HOUR = r"(?:(?:at|um|à|a las|alle)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?)?\s*(?:uhr|[A-Z]{2,4}|utc[+-]\d+)?)?"
_HOUR_FIRST = re.compile(r"^\d{1,2}[:.]\d{2}(?:\s*[ap]\.?\s?m\.?)?(?:\s*(?:[A-Z]{2,4}|UTC[+-]\d+)\b)?[\s,|·•–—-]+", re.IGNORECASE)
_PLACE_FIRST = re.compile(r"^[^\W\d_][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}, (?=[A-Z\d])")
"""`Berlin, 3 June 2024`."""
_DATE_LINE_REST = re.compile(rf"[\s,|·•–—:.-]*{_HOUR}[\s,|·•–—:.)-]*", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b[\s,.]*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def day(text: str) -> str | None:
    """The ISO day a short text names; None when it lacks day, month or year, or when day and month could be swapped.

    >>> day("April 5, 2018 at 10:03 am"), day("05/04/2018"), day("25.04.2018"), day("2 hours ago")
    ('2018-04-05', None, '2018-04-25', None)
    """
    text = " ".join(text.split())
    if not text or len(text) > MAX_LENGTH:
        return None
    stamp = dates.clean(text)
    if stamp:
        return stamp if len(stamp) == 10 else None
    return _english(text) or _numeric(text) or _other_language(text)


def line_day(line: str) -> str | None:
    """The ISO day of a line that is nothing but an English or numeric date, its hour, and a word like "Published".

    >>> line_day("Published: April 5, 2018 at 10:03 am"), line_day("On April 5, 2018 they met.")
    ('2018-04-05', None)
    """
    line = " ".join(line.split())
    if len(line) > MAX_LENGTH:
        return None
    found = _alone(line)
    return day(found) if found else None


def is_date_line(line: str) -> bool:
    """Whether a line is nothing but a date, even one whose day and month could be swapped.

    >>> is_date_line("03/06/2024"), line_day("03/06/2024"), is_date_line("3 of 6")
    (True, None, False)
    """
    line = " ".join(line.split())
    return len(line) <= MAX_LENGTH and _alone(line) is not None


def _alone(line: str) -> str | None:
    """The date that a line of nothing else holds, after words such as "Published", its hour or a place."""
    bare = _HOUR_FIRST.sub("", _LEAD.sub("", line))
    for start in (bare, _PLACE_FIRST.sub("", bare)):
        rest = _WEEKDAY.sub("", start)
        for form in (*_ENGLISH, _ISO, _NUMERIC):
            found = form.match(rest)
            if found and _DATE_LINE_REST.fullmatch(rest[found.end() :]):
                return found.group()
    return None


def moment(text: str) -> str | None:
    """The ISO timestamp that a text for machines is, hours included (seconds since 1970 too); None when it has no hour.

    >>> moment("2018-04-05T10:03:00+02:00"), moment("1522915380"), moment("2018-04-05")
    ('2018-04-05T10:03:00+02:00', '2018-04-05T08:03:00+00:00', None)
    """
    text = text.strip()
    if re.fullmatch(r"1\d{9}(?:\d{3})?", text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    if not 11 < len(text) <= MAX_LENGTH:
        return None
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return None


def in_address(url: str) -> str | None:
    """The day in a page's address, or its month where it names no day.

    >>> in_address("https://example.org/2018/04/05/talks"), in_address("/2018/04/talks"), in_address("/a-20180405.html")
    ('2018-04-05', '2018-04', '2018-04-05')
    """
    found = _ADDRESS_DAY.search(url[:2000])
    day = dates.clean("-".join(found.group(1, 3, 4))) if found else None
    if day:
        return day
    found = _ADDRESS_MONTH.search(url[:2000])
    return dates.clean("-".join(found.groups())) if found else None


def _english(text: str) -> str | None:
    for form in _ENGLISH:
        found = form.search(text)
        if found:
            month = 1 + next(i for i, m in enumerate(_MONTHS) if m.startswith(found["month"][:3].lower()))
            return dates.clean(f"{found['year']}-{month:02d}-{int(found['day']):02d}")
    return None


def _numeric(text: str) -> str | None:
    found = _ISO.search(text)
    if found:
        return dates.clean("-".join(found.groups()))
    found = _NUMERIC.search(text)
    if not found:
        return None
    first, second, year = (int(g) for g in found.groups())
    if first > 12 or first == second or "." in found.group():  # dots are used only where the day comes first
        return dates.clean(f"{year}-{second:02d}-{first:02d}")
    return dates.clean(f"{year}-{first:02d}-{second:02d}") if second > 12 else None


def _other_language(text: str) -> str | None:
    if not _YEAR_AND_DAY.match(text) or _NUMERIC.search(text):
        return None
    import dateparser  # heavy: loads only for pages that need it

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RETURN_AS_TIMEZONE_AWARE": False}
    bare = re.sub(r"\b(?:um|à|a las|alle ore)\b", " ", _LEAD.sub("", text))
    found = dateparser.parse(bare, languages=_LANGUAGES, settings=settings)
    return str(found.date()) if found else None
