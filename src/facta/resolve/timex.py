"""Find the times that an English newspaper text tells, each with its TIMEX3 type and value.

What words mean, and where they tell a time, is for `time_rules`.
"""

import re
from functools import lru_cache

from facta.records import Record
from facta.resolve.time_rules import Kind, context, scan
from facta.resolve.time_rules.days import FEASTS
from facta.resolve.time_rules.words import DECADES, MONTHS, PARTS, SEASONS, WEEKDAYS
from facta.values import dates as iso_dates
from facta.values.spans import Range


class Time(Record, frozen=True, kw_only=True):
    """A time told in a text."""

    at: Range
    """Offsets in Unicode code points."""
    text: str
    """The words, as written."""
    kind: Kind
    """TIMEX3 type: a stretch of the calendar, a time of day, a length, or what comes back."""
    value: str
    """TIMEX3 value, reckoned from publication and from what was told before; `X` for what is not known."""


_UNITS = r"hour|day|night|noon|week|month|quarter|year|decade|centur|\d|tomorrow|ago\b|earlier|later|recent|past"
_FEASTS = (words for words in FEASTS if re.search(_UNITS, words) is None)
_HINTS = re.compile("|".join((_UNITS, *PARTS, *SEASONS, *DECADES, *_FEASTS)))
"""What is in nearly every time of the calendar; who has many sentences asks this first, since all rules take a millisecond."""
_NAMES = re.compile(
    rf"\b(?:{'|'.join(f'{m[:3].title()}|{m[:3].upper()}' for m in MONTHS[1:])})"
    rf"|\b(?:{'|'.join(f'{d[:3].title()}|{d[:3].upper()}' for d in WEEKDAYS)})[a-zA-Z]{{0,2}}\."
)
"""Months, and abbreviated weekdays, which are common words when written small."""


def may_tell(text: str) -> bool:
    """Whether a text may tell a day, month or year of its own: quick, and wrong only in that there may be none.

    Words that point back to a time told before (`at that time`) do not count.

    >>> may_tell("They met on Tuesday."), may_tell("They met.")
    (True, False)
    """
    return _NAMES.search(text) is not None or _HINTS.search(text.lower()) is not None


def times(text: str, published: str | None) -> list[Time]:
    """The times of a text in reading order; none overlap.

    `published` is ISO at any precision, None when unknown: then what must be reckoned has a value with `X`, such as `XXXX-WXX-2`.

    >>> [(t.text, t.kind, t.value) for t in times("They met on Tuesday for two hours, two days later.", "2018-04-05")]
    [('Tuesday', 'DATE', '2018-04-03'), ('two hours', 'DURATION', 'PT2H'), ('two days later', 'DATE', '2018-04-05')]
    """
    return list(_times(text, published))


@lru_cache(maxsize=512)
def _times(text: str, published: str | None) -> tuple[Time, ...]:
    """As `times`; a sentence is asked for once for each of its acts."""
    base = iso_dates.first_day(published) if published else None
    out: list[Time] = []
    for f in scan(text, base, context.tells_time, lambda rule, match: context.leaning(match)):
        least = out[-1].at.end if out else 0
        start = f.start if f.rule == "reference" else context.opening(text, f.start, least)
        out.append(Time(at=Range(start, f.end), text=text[start : f.end], kind=f.told.kind, value=f.told.value))
    return tuple(out)
