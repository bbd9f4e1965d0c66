"""The words that mark the parts of a thread (`words.toml`), and an element's own names split into such words."""

import re
from functools import cache, lru_cache

from facta.read import ago, calendar
from facta.read.threads import Element
from facta.values.datafile import Form, Words, load

_PART = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-ÿ])")
_NAMED_BY = frozenset(
    "class id itemprop data-testid data-test data-qa data-role data-type data-component rel part slot".split()  # noqa: SIM905
)
MAX_NAMES = 400
"""Characters of an attribute that are split into words; what comes after them names nothing."""
MAX_LINE = 200
"""Characters of a line that patterns are tried on."""


@cache
def named(group: str) -> frozenset[str]:
    """A group of words that occur in class names, ids and the like."""
    return _marking().names[group]


@cache
def seen(group: str) -> frozenset[str]:
    """A group of words that readers see, folded."""
    return frozenset(word.casefold() for word in _marking().seen[group])


@cache
def exact(group: str) -> frozenset[str]:
    """A group of words that readers see, as they are written."""
    return frozenset(_marking().seen[group])


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in _marking().seen[group]), re.IGNORECASE)


@lru_cache(maxsize=8192)
def is_(group: str, line: str) -> bool:
    """Whether a whole line is one of the patterns of a group."""
    return 0 < len(line) <= MAX_LINE and _pattern(group).fullmatch(line) is not None


@cache
def starts(group: str) -> re.Pattern[str]:
    """A pattern for a phrase of a group at the beginning of a line."""
    return re.compile(rf"(?:{_alternatives(group)})(?:(?<=\W)|(?!\w))\s*:?\s*", re.IGNORECASE)


@cache
def ends(group: str) -> re.Pattern[str]:
    """A pattern for a word of a group at the end of a line."""
    return re.compile(rf"(?<![^\W_])(?:{_alternatives(group)})\s*:?$", re.IGNORECASE)


@cache
def within(group: str) -> re.Pattern[str]:
    """A pattern for a word of a group anywhere in a line."""
    return re.compile(rf"\b(?:{_alternatives(group)})\b", re.IGNORECASE)


def without(group: str, line: str) -> str:
    """A line without one of the patterns of a group at its end."""
    found = _tail(group).search(line) if len(line) <= MAX_LINE else None
    return line[: found.start()].rstrip() if found and found.start() > 0 else line


@cache
def _tail(group: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_marking().seen[group]) + ")$", re.IGNORECASE)


def _alternatives(group: str) -> str:
    return "|".join(re.escape(w) for w in sorted(_marking().seen[group], key=len, reverse=True))


_AGO = {"units": "units", "ago": "past", "day_words": "days", "numbers": "numbers"}
"""Groups of words that tell how long ago something was, as `ago.toml` has them."""


@cache
def dates(group: str) -> frozenset[str]:
    """A group of words that make up dates."""
    if group in ("months", "weekdays"):
        return calendar.months() if group == "months" else calendar.weekdays()
    if group in _AGO:
        return ago.words(_AGO[group])
    return frozenset(_marking().dates[group].split())


def of(element: Element) -> frozenset[str]:
    """The words an element is named by: in its classes, id, property and test names.

    >>> from lxml import html
    >>> sorted(of(html.fromstring('<p class="commentMeta__author-name x7f3">Ada</p>')))
    ['author', 'comment', 'f', 'meta', 'name', 'x']
    """
    found = _NONE
    for attribute, value in element.items():
        if attribute in _NAMED_BY and value:
            named = split(value[:MAX_NAMES])
            found = found | named if found else named
    return found


_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def split(names: str) -> frozenset[str]:
    """The words of names, parted at hyphens, digits and inner capitals."""
    return frozenset(w.lower() for w in _PART.findall(names))


class _Marking(Form, frozen=True):
    names: dict[str, frozenset[str]]
    seen: dict[str, Words]
    dates: dict[str, str]


def _marking() -> _Marking:
    return load("facta.read.generic", "words.toml", _Marking)
