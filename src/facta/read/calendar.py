"""What months and days of the week are called in the languages of news, and dates that name them: `calendar.toml`."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

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
    """
    for form in _FORMS:
        for found in form.finditer(text):
            told = int(found["month"]) if found["month"].isdigit() else month(found["month"])
            if told:
                yield found, f"{found['year']}-{told:02d}-{int(found['day']):02d}"


@cache
def months() -> frozenset[str]:
    """All names of months."""
    return frozenset(_months())


@cache
def weekdays() -> frozenset[str]:
    """All names of days of the week."""
    return frozenset(_table()["weekdays"].split())


@cache
def _months() -> dict[str, int]:
    return {name.replace("|", " ").casefold(): n for n, names in enumerate(_table()["months"], 1) for name in names.split()}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("calendar.toml").read_text("utf-8"))
