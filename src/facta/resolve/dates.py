"""Turn a newspaper's words for a time into ISO dates, reckoned from the day of publication.

Newspapers name weekdays and months without year: those mean the last such day or month before publication for what happened, and
the next one for what is planned. What no rule here knows goes to dateparser.
"""

import re
from calendar import day_name, month_name, monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from facta.records import Precision, Status, When
from facta.values import dates as iso_dates

_MONTHS = [month.lower() for month in month_name]
_DAYS = [day.lower() for day in day_name]
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "three": 3, "few": 3, "four": 4, "several": 4, "five": 5, "six": 6}
_NUMBERS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20}
_M = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_D = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?P<year>1[5-9]\d\d|20\d\d)"
_N = r"(?P<n>\d{1,3}|" + "|".join(_NUMBERS) + r")(?:\s+of)?"
_WHICH = r"(?P<which>last|past|previous|next|coming|following|this|current)"
_NEAR = (
    r"day before yesterday|day after tomorrow|yesterday|last night|overnight|tomorrow|today|tonight"
    r"|this (?:morning|afternoon|evening)"
)
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"

Span = tuple[date, date, Precision]
"""First day, last day, precision."""
Rule = Callable[["re.Match[str]", date, bool], Span | None]


def when(words: str | None, published: str | None, status: Status = "actual") -> When | None:
    """The date that words tell, or the publication date (precision `reported`) when they tell none.

    `published` is ISO at any precision, None when unknown: then only dates that need no reckoning come out. An event of status
    `historical` without a date of its own has none.
    """
    base = iso_dates.first_day(published) if published else None
    span = read(words, base, planned=status == "planned") if words else None
    if span is not None:
        return _record(span, words)
    if published is None or status == "historical":
        return None
    return When(iso=published, precision="reported", text=words or None)


def read(words: str, base: date | None, planned: bool = False) -> Span | None:
    """First day, last day and precision that words tell, seen from a day; None when they tell no date."""
    text = re.sub(r"\s+", " ", words.strip().lower().replace("’", "'"))
    if both := _range(text, base, planned):
        return both
    for pattern, rule, reckons in _RULES:
        match = pattern.search(text)
        if match and (base is not None or not reckons):
            span = rule(match, base or date.max, planned)
            if span is not None:
                return span
    return _by_dateparser(text, base, planned)


def _record(span: Span, words: str | None) -> When:
    first, last, precision = span
    iso = {"year": f"{first:%Y}", "decade": f"{first:%Y}", "month": f"{first:%Y-%m}"}.get(precision, first.isoformat())
    whole = {"day": first, "month": _month_end(first), "year": date(first.year, 12, 31)}.get(precision)
    return When(iso=iso.rjust(4, "0"), end=None if last == whole else last.isoformat(), precision=precision, text=words)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _whole_month(year: int, month: int) -> Span:
    first = date(year, month, 1)
    return first, _month_end(first), "month"


def _whole_year(year: int) -> Span:
    return date(year, 1, 1), date(year, 12, 31), "year"


def _one(day: date) -> Span:
    return day, day, "day"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _month(name: str) -> int:
    return next(i for i, m in enumerate(_MONTHS) if m.startswith(name[:3]))


def _range(text: str, base: date | None, planned: bool) -> Span | None:
    """`from X to Y`, `between X and Y`, `3-5 May 2018`, `May 3-5, 2018`; what X leaves out stands in Y."""
    days = re.search(rf"\b{_D}(?:\s*[-–—]\s*| to | and )(?P<last>[0-3]?\d)(?:st|nd|rd|th)? {_M}(?:,? {_Y})?", text)
    days = days or re.search(rf"\b{_M} {_D}\s*[-–—]\s*(?P<last>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,? {_Y})?", text)
    if days and (base is not None or days["year"]):
        first = _month_day(days, base or date.max, planned)
        if first:
            day = min(int(days["last"]), _month_end(first[0]).day)
            return first[0], first[0].replace(day=max(first[0].day, day)), "day"
    pair = re.search(r"\b(?:from|between) (.+?) (?:to|and|until|through|till) (.+)$", text)
    if not pair:
        return None
    left, right = read(pair[1], base, planned), read(pair[2], base, planned)
    return (left[0], right[1], left[2]) if left and right and left[0] <= right[1] else left or right


def _iso(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    value = iso_dates.clean(match.group())
    if value is None:
        return None
    first = iso_dates.first_day(value)
    return _one(first) if len(value) == 10 else _whole_month(first.year, first.month)


def _month_day(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    month, day = _month(match["month"]), int(match["day"])
    years = [int(match["year"])] if match["year"] else [base.year + 1, base.year, base.year - 1]
    found = [date(y, month, day) for y in years if 1 <= day <= monthrange(y, month)[1]]
    if match["year"]:
        return _one(found[0]) if found else None
    # A day's grace: a report may be dated the evening before the day it tells of.
    near = [d for d in found if (d >= base if planned else d <= base + timedelta(days=1))]
    return _one(min(near) if planned else max(near)) if near else None


def _month_year(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    return _whole_month(int(match["year"]), _month(match["month"]))


def _month_alone(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    month = _month(match["month"])
    if planned or match["which"] == "next":
        return _whole_month(base.year + (month < base.month), month)
    this = month <= base.month and not (match["which"] == "last" and month == base.month)
    return _whole_month(base.year - (not this), month)


def _weekday(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    ahead = (_DAYS.index(match["weekday"]) - base.weekday()) % 7
    if match["which"] == "next" or (planned and match["which"] != "last"):
        return _one(base + timedelta(days=ahead or (7 if match["which"] == "next" else 0)))
    back = (7 - ahead) % 7
    return _one(base - timedelta(days=back or (7 if match["which"] == "last" else 0)))


def _shift(day: date, n: int, unit: str) -> Span | None:
    """Some units before or after a day; None beyond the calendar."""
    years = n * {"decade": 10, "year": 1}.get(unit, 0)
    if not 0 < day.year + years + n / 12 * (unit == "month") + n / 50 * (unit in ("day", "week", "fortnight")) < 9999:
        return None
    if unit in ("day", "week", "fortnight"):
        moved = day + timedelta(days=n * {"day": 1, "week": 7, "fortnight": 14}[unit])
        return _one(moved)
    if unit == "month":
        moved = day + relativedelta(months=n)
        return _whole_month(moved.year, moved.month)
    return _whole_year(day.year + years)


def _ago(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    forward = match["way"] in ("later", "from now", "hence", "after") or match.group().startswith("in ")
    return _shift(base, _number(match["n"]) * (1 if forward else -1), match["unit"])


def _past_span(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    n = _number(match["n"] or "one")
    ahead = match["which"] in ("next", "coming")
    far = _shift(base, n if ahead else -n, match["unit"])
    if far is None:
        return None
    return (base, far[1], "day") if ahead else (far[0], base, "day")


def _this_unit(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}.get(match["which"], 0)
    unit = match["unit"]
    if unit in ("week", "weekend"):
        monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * step)
        return (
            (monday, monday + timedelta(days=6), "day")
            if unit == "week"
            else (monday + timedelta(days=5), monday + timedelta(days=6), "day")
        )
    return _shift(base, step, unit)


def _near_day(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    steps = {
        "day before yesterday": -2,
        "day after tomorrow": 2,
        "yesterday": -1,
        "last night": -1,
        "overnight": 0,
        "tomorrow": 1,
    }
    return _one(base + timedelta(days=next((n for w, n in steps.items() if w in match.group()), 0)))


def _decade(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    first = int(match["decade"] or "19" + match["short"])
    return date(first, 1, 1), date(first + 9, 12, 31), "decade"


def _year(match: "re.Match[str]", base: date, planned: bool) -> Span | None:
    return _whole_year(int(match["year"]))


_RULES: list[tuple["re.Pattern[str]", Rule, bool]] = [
    (re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b"), _iso, False),
    (re.compile(rf"\b{_D}(?: of)? {_M},? {_Y}"), _month_day, False),
    (re.compile(rf"\b{_M} {_D},? {_Y}"), _month_day, False),
    (re.compile(rf"\b{_M},?(?: of)? {_Y}"), _month_year, False),
    (re.compile(r"\b(?:(?P<decade>1[5-9]\d0|20\d0)|(?P<short>[3-9]0))'?s\b"), _decade, False),
    (re.compile(rf"\b{_D}(?: of)? {_M}(?P<year>(?!))?\b"), _month_day, True),
    (re.compile(rf"\b{_M} {_D}\b(?P<year>(?!))?"), _month_day, True),
    (re.compile(rf"\b(?:in )?{_N} {_UNIT} (?P<way>ago|earlier|before|previously|later|from now|hence|after)\b"), _ago, True),
    (re.compile(rf"^in {_N} {_UNIT}(?P<way>'? time)?$"), _ago, True),
    (re.compile(rf"\b(?P<which>last|past|previous|next|coming) (?:{_N}) {_UNIT}\b"), _past_span, True),
    (re.compile(rf"\b{_WHICH} (?P<unit>week|weekend|month|year|decade)\b"), _this_unit, True),
    (re.compile(rf"\b(?:{_NEAR})\b"), _near_day, True),
    (re.compile(rf"\b(?:(?P<which>last|next|this) )?(?P<weekday>{'|'.join(_DAYS)})\b"), _weekday, True),
    (re.compile(rf"\b{_Y}\b"), _year, False),
    (re.compile(rf"\b(?:(?P<which>last|next|this) )?{_M}$"), _month_alone, True),
]  # fmt: skip
"""Patterns in the order they are tried, what reads each, and whether it needs a day to reckon from."""


def _by_dateparser(text: str, base: date | None, planned: bool) -> Span | None:
    """What dateparser makes of words with a digit in them; without a day to reckon from only complete dates."""
    if not re.search(r"\d", text):
        return None
    import dateparser

    anchor = f"{base:%Y-%m-%d}" if base else "2000-01-01"
    from datetime import datetime

    settings = {
        "RELATIVE_BASE": datetime.fromisoformat(anchor),
        "PREFER_DATES_FROM": "future" if planned else "past",
        "REQUIRE_PARTS": ["day", "month"] if base else ["day", "month", "year"],
    }
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return _one(found.date()) if found else None
