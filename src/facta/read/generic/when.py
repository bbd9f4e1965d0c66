"""Dates inside a line as readers see them, in a dozen languages: "April 5, 2018 6:32 PM", "vor 8 Stunden", "6 yr. ago"."""

import re
from functools import cache, lru_cache

from facta.read import calendar
from facta.read.calendar import LETTER
from facta.read.generic import words

MAX_LINE = 200
"""Characters; longer lines are prose."""
_TOKEN = re.compile(
    rf"(?P<X>\d{{4}}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?|\d{{1,4}}([-/.])\d{{1,2}}\2\d{{1,4}}(?![\d/])(?:\s?[(（][月火水木金土日][)）])?|{calendar.solar()}"
    r"|\d{1,2}[/-]\d{1,2}(?=[\s,]+\d{1,2}[:h]\d\d(?!\d)))"
    r"|(?P<C>\d{4}\s?[年년.]\s?\d{1,2}\s?[月월.]\s?\d{1,2}\s?[日일]?"
    r"|\d+\s?(?:秒钟?|分钟?|分鐘|小时|小時|時間|天|日|周|週間?|个月|ヶ月|か月|年|초|분|시간|일|주|개월|년)\s?(?:前|전))"
    r"|(?P<T>\d{1,2}[:h.]\d{2}(?::\d{2})?(?!\d))"
    r"|(?P<J>(?:19|20)\d\d(?!\d))"
    r"|(?P<K>\d{1,3}(?:s|m|h|d|w|y|mo|min|j|std|yr|hr)(?![^\W_]))"
    r"|(?P<N>\d{1,3}(?:st|nd|rd|th|er|º|ª|\.)?(?![^\W_]))"
    rf"|(?P<w>{LETTER}+(?:['’.-]{LETTER}+)*\.?)"
    r"|(?P<gap>[\s,.\-–—@()|·•:/]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_KINDS = (
    ("M", "months"), ("U", "units"), ("A", "ago"), ("D", "day_words"), ("P", "half_days"), ("W", "weekdays"), ("Z", "zones"),
    ("n", "numbers"), ("c", "joiners"),
)  # fmt: skip
_CLOCK = r"(?:[cn]{0,3}(?:T[PZ]{0,2}|NP))"
_DAY = r"(?:(?:Wc{0,2})?(?:Nc{0,2}M(?:c{0,2}J)?|Nc?AJ|MN(?:c{0,2}J)?|XW?|JMN?))"
_AGO = r"(?:A?[Nn]U(?:c?[Nn]U){0,3}A{1,2}|A[Nn]U(?:c?[Nn]U){0,3}|KA?|AU|UA)"
_SHAPE = re.compile(rf"C{_CLOCK}?|{_DAY}{_CLOCK}?|T[PZ]{{0,2}}c{{0,2}}{_DAY}|D{_CLOCK}?|{_AGO}")
_ALONE = ("K", "AU", "UA")
"""Shapes of a date only where they are the whole line: "3h", "час назад"."""
_PHRASES = re.compile(
    r"\bil y a\b|\bjust now\b|\bi går\b|\bi dag\b|\bgerade eben\b|\bà l['’]instant\b|\btout à l['’]heure\b", re.IGNORECASE
)


@lru_cache(maxsize=8192)
def find(line: str) -> tuple[int, int] | None:
    """Where a line says when; None where it doesn't, or is prose.

    >>> [(s := find(t)) and t[s[0]:s[1]] for t in ("#1 — vor 8 Stunden", "Ada, April 5, 2018 6:32 PM", "In May he left.", "3h")]
    ['vor 8 Stunden', 'April 5, 2018 6:32 PM', None, '3h']
    >>> find("2018/04/05(Thu) 10:14"), find("2018/04/05(木) 10:14")
    ((0, 21), (0, 19))
    """
    if len(line) > MAX_LINE:
        return None
    line = calendar.plain(line)
    phrase = _PHRASES.search(line)
    if phrase and not phrase.group().casefold().startswith("il"):
        return phrase.span()
    kinds, spans = _tokens(line[: phrase.start()] + "ago".ljust(len(phrase.group())) + line[phrase.end() :] if phrase else line)
    for start in range(len(kinds)):
        found = _SHAPE.match(kinds, start)
        if found and (found.group() not in _ALONE or found.span() == (0, len(kinds))):
            return spans[found.start()][0], _closed(line, spans[found.end() - 1][1])
    return None


def _closed(line: str, end: int) -> int:
    return end - 1 if line[end - 1] in ",;:" else end


def _tokens(line: str) -> tuple[str, list[tuple[int, int]]]:
    kinds, spans = [], []
    for found in _TOKEN.finditer(line):
        kind = found.lastgroup or "other"
        if kind == "gap":
            continue
        if kind == "w":
            kind = _kind(found.group().casefold().rstrip("."))
        kinds.append(kind if len(kind) == 1 else "o")
        spans.append(found.span())
    return "".join(kinds), spans


@cache
def _lookup() -> dict[str, str]:
    return {word: kind for kind, group in reversed(_KINDS) for word in words.dates(group)}


def _kind(word: str) -> str:
    return _lookup().get(word.replace("’", "'"), "o")


def is_clock(line: str) -> bool:
    """Whether a line is nothing but the time of day.

    >>> is_clock("6:32 PM"), is_clock("at 6:32"), is_clock("Ada 6:32")
    (True, True, False)
    """
    return len(line) <= 30 and re.fullmatch(r"c{0,2}T[PZ]{0,2}", _tokens(line)[0]) is not None


def is_all(line: str) -> bool:
    """Whether a line says when and, apart from words like "on", nothing else."""
    span = find(line)
    return span is not None and set(_tokens(line[: span[0]] + " " + line[span[1] :])[0]) <= set("cnP")
