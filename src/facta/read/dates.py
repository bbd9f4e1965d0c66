"""Dates as pages print them ("April 5, 2018 at 10:03 am", "Le 11 septembre 2018"), read only if they name a whole day."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

from facta.read import calendar, furniture
from facta.values import dates
from facta.values.dates import first_day, precision

Order = Literal["day", "month"]
"""What numeric dates name first: `08/06/2017` is the 8th of June where it is the day, the 6th of August where it is the month."""

MAX_LENGTH = 80
"""A line longer than this is prose that mentions a date, not a date line."""

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/]|\.\s?)(\d\d?)(?:[-/]|\.\s?)(\d\d?)(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(?<!\d[-/.])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)?\d\d)(?![-/.]?\d)")
_ADDRESS_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)([01]\d)\2([0-3]\d)(?!\d)")
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)[-/]([01]\d)(?=/)")
_YEAR_AND_DAY = re.compile(r"(?=.*(?<!\d)(?:19|20)\d\d(?!\d))(?=.*(?<!\d)[0-3]?\d(?!\d))")
_LANGUAGES = ["de", "fr", "es", "it", "pt", "nl", "ru", "pl", "sv", "tr", "uk", "en"]
_CLOCK = (
    r"\d{1,2}(?:[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?)?|\s*[ap]\.?\s?m\.?)\s*(?:(?:utc|gmt)[+-]\d+|uhr|[A-Z]{2,4}|صباحاً?|مساءً?|ص|م|น\.?)?"
    r"|\d{1,2}\s?[時时点시]\s?(?:\d{1,2}\s?[分분])?"
)
_HOUR = rf"(?:(?:at|um|à|a las|às|alle|ore|kl\.?|saat|в|о|الساعة|ساعت|เวลา)?\s*(?:{_CLOCK}))?"
_HOUR_FIRST = re.compile(
    r"^\d{1,2}[:.]\d{2}(?:\s*[ap]\.?\s?m\.?)?(?:\s*(?:(?:UTC|GMT)[+-]\d+|[A-Z]{2,4})\b)?[\s,|·•–—-]+", re.IGNORECASE
)
_PLACE_FIRST = re.compile(r"^[^\W\d_][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}, (?=[A-Z\d])")
"""`Berlin, 3 June 2024`."""
_DATE_LINE_REST = re.compile(rf"[\s,|·•–—:.-]*{_HOUR}(?:\s+(?:{_CLOCK}))?[\s,|·•–—:.)-]*", re.IGNORECASE)
"""An hour, and the same one elsewhere: `14:05 GMT 15:05 UK`."""
_YEARLESS = rf"(?:{'|'.join(f'{m}|{m[:3]}' for m in dates.MONTHS)}|sept)\.? \d{{1,2}}(?:st|nd|rd|th)?"
_TIME = re.compile(
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?,?\s)?(?:{_YEARLESS}|\d{{1,2}} [a-z]{{3,9}}\.?)?[\s,|·•–—-]*{_HOUR}\.?",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(rf"((?:{calendar.LETTER}|-)+)[\s,.]*")


@lru_cache(maxsize=4096)
def day(text: str, order: Order | None = None) -> str | None:
    """The ISO day a short text names; None when it lacks day, month or year, or when day and month could be swapped.

    order: what comes first where they could be, if that is known of the page.

    >>> day("April 5, 2018 at 10:03 am"), day("05/04/2018"), day("25.04.2018"), day("2 hours ago")
    ('2018-04-05', None, '2018-04-25', None)
    >>> day("05/04/2018", "day"), day("05/04/2018", "month"), day("25/04/2018", "month")
    ('2018-04-05', '2018-05-04', '2018-04-25')
    >>> day("1397-01-14T10:03:00"), day("2561-04-03T10:03:00")
    ('2018-04-03', '2018-04-03')
    """
    text = calendar.plain(" ".join(text.split()))
    if not text or len(text) > MAX_LENGTH:
        return None
    stamp = dates.clean(text)
    if stamp and not calendar.is_solar(stamp):
        return calendar.of_our_era(stamp) if len(stamp) == 10 else None
    return _named(text) or _numeric(text, order) or _other_language(text)


def no_day(text: str) -> str | None:
    """The ISO date in a text that names a day which its month does not have.

    >>> no_day("2018-02-30T10:00:00Z"), no_day("2018-02-28"), no_day("2018-02")
    ('2018-02-30', None, None)
    """
    found = _ISO.search(text[: 4 * MAX_LENGTH])
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    iso = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
    return iso if dates.clean(iso) is None else None


def has_numeric(text: str) -> bool:
    """Whether a date in figures stands in a text, be it one whose day and month could be swapped."""
    return _NUMERIC.search(text) is not None


def readings(text: str) -> tuple[str, ...]:
    """Both ISO days of the first numeric date in a text whose day and month could be swapped, the one with the day first before.

    >>> readings("Posted 05/04/2018"), readings("25/04/2018"), readings("5 April 2018")
    (('2018-04-05', '2018-05-04'), (), ())
    >>> readings("Thu, 05/04/2018")
    ()
    """
    found = ((found, _orders(found)) for found in _NUMERIC.finditer(text[: 4 * MAX_LENGTH]))
    doubtful = next((one for one, orders in found if len(orders) == 2), None)
    return () if doubtful is None else tuple(filter(None, (_iso(doubtful, "day"), _iso(doubtful, "month"))))


def sure_orders(text: str) -> set[Order]:
    """What the numeric dates of a text name first, as far as one of them can be read in a single way.

    >>> sure_orders("Posted 05/04/2018, updated 05/14/2018"), sure_orders("05/04/2018")
    ({'month'}, set())
    """
    told = (_orders(found) for found in _NUMERIC.finditer(text[: 4 * MAX_LENGTH]))
    return {one for orders in told if len(orders) == 1 for one in orders}


def line_day(line: str, order: Order | None = None) -> str | None:
    """The ISO day of a line that is nothing but a date, its hour, and a word like "Published".

    order: as for `day`.

    >>> line_day("Published: April 5, 2018 at 10:03 am"), line_day("On April 5, 2018 they met.")
    ('2018-04-05', None)
    """
    line = calendar.plain(" ".join(line.split()))
    if len(line) > MAX_LENGTH:
        return None
    found = _alone(line)
    return day(found, order) if found else None


def weekday_first(text: str) -> tuple[str, str] | None:
    """The day of the week and date that a text begins with, and the ISO day, if it is one and falls on that day of the week.

    >>> weekday_first("Friday, June 7, 2024. Here is the news."), weekday_first("Freitag, der 7. Juni 2024.")
    (('Friday, June 7, 2024', '2024-06-07'), ('Freitag, der 7. Juni 2024', '2024-06-07'))
    >>> weekday_first("Monday, June 7, 2024"), weekday_first("June 7, 2024")
    (None, None)
    """
    line = calendar.plain(" ".join(text[: 2 * MAX_LENGTH].split()))[:MAX_LENGTH]
    first = _FIRST_WORD.match(line)
    told = calendar.weekday(first[1]) if first else None
    if first is None or told is None:
        return None
    for found, iso in calendar.named(line):
        between = line[first.end() : found.start()].split()
        if found.start() >= first.end() and len(between) <= 1 and dates.clean(iso) and first_day(iso).weekday() == told:
            return line[: found.end()], iso
    return None


def day_after(text: str, first: str, order: Order | None = None) -> str | None:
    """The ISO day of a date line without a year: the next such day from the eve of a first one on, for clocks further west.

    None where that is most of a year later, for then what is dated so was likelier before, or not yet.

    order: as for `day`.

    >>> day_after("14 March, 10:22", "2024-03-13"), day_after("3 мая в 16:02", "2024-05-01"), day_after("2 March", "2024-03-13")
    ('2024-03-14', '2024-05-03', None)
    """
    line = calendar.plain(" ".join(text.split()))
    told = (_yearless(line) or _yearless_figures(line, order)) if len(line) <= MAX_LENGTH and precision(first) == "day" else None
    if told is None:
        return None
    eve = first_day(first) - timedelta(days=1)
    days = (dates.clean(f"{year}-{told[0]:02d}-{told[1]:02d}") for year in (eve.year, eve.year + 1))
    return next((day for day in days if day and 0 <= (first_day(day) - eve).days <= MAX_LATER), None)


MAX_LATER = 300
"""Days from an article to a comment that tells no year."""


def day_before(text: str, last: str, order: Order | None = None) -> str | None:
    """The ISO day of a date line without a year: the last such day up to one, or to the day after it, for clocks further east.

    order: as for `day`.

    >>> day_before("14 March, 10:22", "2024-03-13"), day_before("3 мая в 16:02", "2024-04-01"), day_before("soon", "2024-03-13")
    ('2024-03-14', '2023-05-03', None)
    """
    line = calendar.plain(" ".join(text.split()))
    told = (
        (_yearless(line) or _yearless_figures(line, order))
        if len(line) <= MAX_LENGTH and len(last) == len("2024-03-13")
        else None
    )
    if told is None:
        return None
    end = first_day(last) + timedelta(days=1)
    days = (dates.clean(f"{year}-{told[0]:02d}-{told[1]:02d}") for year in (end.year, end.year - 1))
    return next((day for day in days if day and first_day(day) <= end), None)


def is_yearless(text: str) -> bool:
    """Whether a line is nothing but the day of a month in words, and perhaps an hour.

    >>> is_yearless("14 March, 10:22"), is_yearless("14 March 2024"), is_yearless("10:22")
    (True, False, False)
    """
    line = calendar.plain(" ".join(text.split()))
    return len(line) <= MAX_LENGTH and _yearless(line) is not None


def _yearless(line: str) -> tuple[int, int] | None:
    """Month and day of a line that is nothing but these and the hour."""
    told = _HOUR_FIRST.sub("", bare(line))
    for rest in dict.fromkeys((told, bare(_without_weekday(told)))):
        for found, month, day in calendar.yearless(rest):
            if found.start() == 0 and _DATE_LINE_REST.fullmatch(rest[found.end() :]):
                return month, day
    return None


_FIGURES = re.compile(r"(\d{1,2})[/-](\d{1,2})[\s,]+\d{1,2}[:h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
"""A day without its year counts only before an hour: else it may be a score or a fraction."""


def _yearless_figures(line: str, order: Order | None) -> tuple[int, int] | None:
    """Month and day where figures tell them, if one is over 12 or it is known which comes first."""
    found = _FIGURES.fullmatch(bare(line))
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    told = "day" if first > 12 or first == second else "month" if second > 12 else order
    return None if told is None else (second, first) if told == "day" else (first, second)


def is_date_line(line: str) -> bool:
    """Whether a line is nothing but a date, even one whose day and month could be swapped.

    >>> is_date_line("03/06/2024"), line_day("03/06/2024"), is_date_line("3 of 6")
    (True, None, False)
    """
    line = calendar.plain(" ".join(line.split()))
    return len(line) <= MAX_LENGTH and _alone(line) is not None


def is_time(text: str) -> bool:
    """Whether a text is nothing but an hour, a day without its year, or both.

    >>> is_time("14:05 GMT"), is_time("Thu June 8, 9 pm"), is_time("8 days they met"), is_time("")
    (True, True, False, False)
    """
    text = calendar.plain(" ".join(text.split()))
    return 0 < len(text) <= MAX_LENGTH and any(map(str.isdigit, text)) and _TIME.fullmatch(text) is not None


@cache
def _lead() -> re.Pattern[str]:
    words = "|".join(p for name in ("issued", "changed", "dated") for p in furniture.phrases(name))
    return re.compile(rf"^(?:(?:{words})(?: (?:on|at|am|le|el))?|on|am|le|el)(?!\w)[\s:：–-]*", re.IGNORECASE)


def bare(line: str) -> str:
    """A line without the words before its date that say what happened then.

    >>> bare("Last updated: April 5, 2018"), bare("April 5, 2018")
    ('April 5, 2018', 'April 5, 2018')
    """
    return _lead().sub("", line)


def _alone(line: str) -> str | None:
    """The date that a line of nothing else holds, after words such as "Published", its hour or a place."""
    told = _HOUR_FIRST.sub("", bare(line))
    starts = (told, _PLACE_FIRST.sub("", told))
    for rest in dict.fromkeys((*map(bare, starts), *(bare(_without_weekday(start)) for start in starts))):
        numeric = (found for form in (_ISO, _NUMERIC) if (found := form.match(rest)))
        for found in chain((found for found, _ in calendar.named(rest) if found.start() == 0), numeric):
            after = rest[found.end() :]
            if _DATE_LINE_REST.fullmatch(after) or _DATE_LINE_REST.fullmatch(_without_weekday(after.lstrip(" ,"))):
                return found.group()
    return None


def _without_weekday(text: str) -> str:
    """Without a first word that may be a day of the week; some are months as well (`Mar 5`, `mar. 5 mai`)."""
    first = _FIRST_WORD.match(text)
    return text[first.end() :] if first and first[1].casefold() in calendar.weekdays() else text


_TOLD_HOUR = re.compile(
    r"(?<![\d:./-])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?!\.?\d)(?::\d{2})?)?(?:\s*(?P<half>[ap])\.?\s?m\b)?", re.IGNORECASE
)


def minutes(text: str) -> int | None:
    """Minutes after midnight of the hour that a printed date names; None where it names none.

    >>> minutes("June 8, 2017 at 5:05 p.m. HST"), minutes("8.06.2017 00:52"), minutes("June 8, 9 pm"), minutes("8 April 2017")
    (1025, 52, 1260, None)
    """
    for found in _TOLD_HOUR.finditer(text[:MAX_LENGTH]):
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if (found["minute"] or found["half"]) and hour < 24 and minute < 60:
            half = (found["half"] or "").lower()
            return ((hour % 12) + 12 * (half == "p") if half else hour) * 60 + minute
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


def _named(text: str) -> str | None:
    return next((dates.clean(iso) for _, iso in calendar.named(text)), None)


def _numeric(text: str, order: Order | None) -> str | None:
    found = _ISO.search(text)
    if found:
        return dates.clean(f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}")
    found = _NUMERIC.search(text)
    if not found:
        return None
    orders = _orders(found)
    told: Order | None = order if len(orders) == 2 else next(iter(orders), "day")
    return _iso(found, told) if told else None


def _orders(found: re.Match[str]) -> set[Order]:
    """In which orders a numeric date can be read; none where both are the same day or there is no such day."""
    first, second = int(found[1]), int(found[3])
    if first > 12 or "." in found.group():  # dots are used only where the day comes first
        return {"day"}
    if second > 12:
        return {"month"}
    return _on_weekday(found) or {"day", "month"} if first != second else set()


def _on_weekday(found: re.Match[str]) -> set[Order]:
    """The order in which a numeric date falls on the day of the week that stands beside it; none where that does not decide."""
    beside = found.string[max(0, found.start() - BESIDE) : found.end() + BESIDE]
    told = {number for word in _FIRST_WORD.findall(beside) if (number := calendar.weekday(word)) is not None}
    orders: tuple[Order, Order] = ("day", "month")
    fits: set[Order] = {one for one in orders if (iso := _iso(found, one)) and first_day(iso).weekday() in told}
    return fits if len(told) == len(fits) == 1 else set()


BESIDE = 16
"""Characters around a date within which its day of the week stands."""


def _iso(found: re.Match[str], order: Order) -> str | None:
    first, second = int(found[1]), int(found[3])
    year = found[4] if len(found[4]) == 4 else f"20{found[4]}"
    month, day = (second, first) if order == "day" else (first, second)
    return dates.clean(f"{year}-{month:02d}-{day:02d}")


def _other_language(text: str) -> str | None:
    if not _YEAR_AND_DAY.match(text) or _NUMERIC.search(text):
        return None
    import dateparser  # heavy: loads only for pages that need it

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RETURN_AS_TIMEZONE_AWARE": False}
    told = re.sub(r"\b(?:um|à|a las|alle ore)\b", " ", bare(text))
    found = dateparser.parse(told, languages=_LANGUAGES, settings=settings)
    return str(found.date()) if found else None
