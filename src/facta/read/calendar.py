"""What months and days of the week are called in the languages of news, and dates that name them: `calendar.toml`."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from facta.values.datafile import Form, Words, load

MARKS = (
    "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c"
)
"""Signs within words of Hebrew, Arabic, Hindi, Bengali, Thai that regular expressions take for no letters."""
LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
_DIGITS = {ord(ten) + n: str(n) for ten in "\u0660\u06f0\u0966\u09e6\u0e50\uff10" for n in range(10)}
"""Arabic, Persian, Devanagari, Bengali, Thai and wide figures."""
_NAME = rf"(?P<month>{LETTER}{{2,14}}(?:\s(?:الأول|الثاني))?)"
_DAY = r"(?<![\d:])(?P<day>\d{1,2})(?:st|nd|rd|th|ers?|re|er|[ºª°.])?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_OF = r"(?:(?:of|de|del|do|ngày)\s|d['’]\s?)?"
_FORMS = (
    re.compile(rf"(?<!{LETTER}){_NAME}\.? {_DAY},? {_YEAR}", re.IGNORECASE),
    re.compile(rf"{_DAY}[\s-]{{0,2}}{_OF}{_NAME}\.?,?[\s-]?{_OF}{_YEAR}", re.IGNORECASE),
    re.compile(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]?"),
)
_SOLAR_YEAR = r"(?P<year>1(?:3[3-9]|40)\d)(?!\d)"
"""1951 to 2031; as years of the Moon, which Arab pages print, these were over before there was a Web."""
_SOLAR_FORMS = (
    re.compile(rf"{_DAY}\s?{_NAME}(?:\s?ماه)?,?\s{_SOLAR_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<!{LETTER}){_NAME} {_DAY},? {_SOLAR_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<![\d/.-]){_SOLAR_YEAR}([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}})(?![\d/])"),
)
_SOLAR_STAMP = re.compile(_SOLAR_YEAR + "-")
_BUDDHIST_STAMP = re.compile(r"2[45]\d\d-")
_YEARLESS_FORMS = (
    re.compile(rf"(?<!{LETTER}){_NAME}\.? {_DAY}(?![\d:.]\d)", re.IGNORECASE),
    re.compile(rf"{_DAY}[\s-]{{0,2}}{_OF}{_NAME}\.?", re.IGNORECASE),
    re.compile(r"(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?!\d)"),
)


def plain(text: str) -> str:
    """A text with its figures in those of ASCII; its length stays the same.

    >>> plain("۱۴ مه ٢٠٢٣")
    '14 مه 2023'
    """
    return text if text.isascii() else text.translate(_DIGITS)


def month(name: str) -> int | None:
    """The number of a month.

    >>> month("März"), month("Sept."), month("كانون الثاني"), month("Ada")
    (3, 9, 1, None)
    """
    return _months().get(name.casefold().rstrip("."))


def named(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The dates of a text that name the month, and each as year, month and day, whether there is such a day or not.

    >>> [iso for _, iso in named("le 1er février 2022, 5 de mayo de 2018, 2023年4月24日, April 5, 2018")]
    ['2018-04-05', '2022-02-01', '2018-05-05', '2023-04-24']
    >>> [iso for _, iso in named("۲۸ اسفند ۱۴۰۲, 1403/01/15".translate(_DIGITS))]
    ['2024-03-18', '2024-04-03']
    """
    for form in _FORMS:
        for found in form.finditer(text):
            told = int(found["month"]) if found["month"].isdigit() else month(found["month"])
            if told:
                yield found, f"{found['year']}-{told:02d}-{int(found['day']):02d}"
    yield from _in_eras(text)
    for form in _SOLAR_FORMS:
        for found in form.finditer(text):
            told = int(found["month"]) if found["month"].isdigit() else _solar_months().get(found["month"].casefold())
            day = _solar(int(found["year"]), told, int(found["day"])) if told else None
            if day:
                yield found, day.isoformat()


def is_solar(stamp: str) -> bool:
    """Whether a stamp for machines, or what begins like one, counts its years as Iran does.

    >>> is_solar("1397-01-14"), is_solar("2018-04-03")
    (True, False)
    """
    return _SOLAR_STAMP.match(stamp) is not None


def of_our_era(stamp: str) -> str:
    """A day for machines, where its year is one of the Buddhist era in that of ours.

    >>> of_our_era("2561-04-03"), of_our_era("2018-04-03")
    ('2018-04-03', '2018-04-03')
    """
    return f"{int(stamp[:4]) + _names().buddhist}{stamp[4:]}" if _BUDDHIST_STAMP.match(stamp) else stamp


def _in_eras(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The dates of a text in years of a reign, of the Republic of China or of the Buddhist era.

    >>> [iso for _, iso in _in_eras("令和6年3月19日, 民國113年3月19日, 19 มี.ค. 2567")]
    ['2024-03-19', '2024-03-19', '2024-03-19']
    """
    for found in _of_era().finditer(text):
        year = 1 if found["year"] == "元" else int(found["year"])
        yield found, f"{year + _names().eras[found['era']]}-{int(found['month']):02d}-{int(found['day']):02d}"
    for found in _of_thais().finditer(text):
        year = int(found["year"]) + _names().buddhist
        yield found, f"{year}-{_thai_months()[found['month']]:02d}-{int(found['day']):02d}"


@cache
def _of_era() -> re.Pattern[str]:
    names = "|".join(_names().eras)
    return re.compile(rf"(?P<era>{names})\s?(?P<year>\d{{1,3}}|元)年\s?(?P<month>\d{{1,2}})月\s?(?P<day>\d{{1,2}})日")


@cache
def _of_thais() -> re.Pattern[str]:
    names = "|".join(map(re.escape, _thai_months()))
    return re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s(?P<month>{names})\s?(?:พ\.ศ\.\s?)?(?P<year>2[45]\d\d)(?!\d)")


@cache
def _thai_months() -> dict[str, int]:
    return {name: n for n, names in enumerate(_names().thai.split(), 1) for name in names.split("|")}


def yearless(text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """The dates of a text that name the month and the day, whatever the year, with both.

    >>> [(month, day) for _, month, day in yearless("14 March, 10:22")], [found[1:] for found in yearless("3月14日 10:22")]
    ([(3, 14)], [(3, 14)])
    """
    for form in _YEARLESS_FORMS:
        for found in form.finditer(text):
            told = int(found["month"]) if found["month"].isdigit() else month(found["month"])
            if told:
                yield found, told, int(found["day"])


def _solar(year: int, month: int, day: int) -> date | None:
    """The day of a Solar Hijri date by the cycle of 33 years, which fits every year since 1926; None where there is no such day.

    >>> _solar(1357, 11, 22), _solar(1399, 12, 30), _solar(1400, 12, 30)
    (datetime.date(1979, 2, 11), datetime.date(2021, 3, 20), None)
    """
    begun = 31 * (month - 1) - max(0, month - 7)
    length = 31 if month < 7 else 30 if month < 12 else _new_year(year + 1) - _new_year(year) - begun
    fits = 1 <= month <= 12 and 1 <= day <= length
    return date.fromordinal(_new_year(year) + begun + day - 1) if fits else None


def _new_year(year: int) -> int:
    """The ordinal of the first day of a Solar Hijri year."""
    cycles, rest = divmod(year + 1595, 33)
    return 365 * (year + 1595) + 8 * cycles + (rest + 3) // 4 + _BEFORE_SOLAR


_BEFORE_SOLAR = -356_032
"""What makes the first of Farvardin 1403 the 20th of March 2024."""


@cache
def months() -> frozenset[str]:
    """All names of months."""
    return frozenset(_months())


@cache
def solar() -> str:
    """A pattern for a day, a month and a year of the Solar Hijri calendar, in any figures."""
    names = "|".join(sorted(_solar_months(), key=len, reverse=True))
    return rf"\d{{1,2}}\s?(?:{names})(?:\s?ماه)?[،,]?\s\d{{4}}(?!\d)"


@cache
def weekdays() -> frozenset[str]:
    """All names of days of the week."""
    return frozenset(_weekdays())


def weekday(name: str) -> int | None:
    """The number of a day of the week, 0 for Monday.

    >>> weekday("Tue"), weekday("Sonntag"), weekday("May")
    (1, 6, None)
    """
    return _weekdays().get(name.casefold())


@cache
def _weekdays() -> dict[str, int]:
    return {name: n for n, names in enumerate(_names().weekdays) for name in names.split()}


@cache
def _solar_months() -> dict[str, int]:
    return {name: n for n, names in enumerate(_names().solar, 1) for name in names.split()}


@cache
def _months() -> dict[str, int]:
    return {name.replace("|", " ").casefold(): n for n, names in enumerate(_names().months, 1) for name in names.split()}


class _Names(Form, frozen=True):
    months: Words
    solar: Words
    thai: str
    weekdays: Words
    eras: dict[str, int]
    buddhist: int


def _names() -> _Names:
    return load("facta.read", "calendar.toml", _Names)
