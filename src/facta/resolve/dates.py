"""Turn a newspaper's words for a time into ISO dates, reckoned from the day of publication.

Newspapers name weekdays and months without year: those mean the last such day or month before publication for what happened, and
the next one for what is planned; a day of a month that is only weeks away is that one, for either. What no rule of `time_rules`
knows goes to dateparser.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TypeAlias

from facta.records import Precision, Status, When
from facta.resolve.cues import CUES
from facta.resolve.time_rules import Found, Told, context, scan
from facta.resolve.time_rules.ground import Lean
from facta.resolve.time_rules.words import MONTH_WORD, SEASONS, TO, WEEKDAY_WORD, compiled
from facta.values import dates as iso_dates
from facta.values.datafile import either

Span: TypeAlias = tuple[date, date, Precision]
"""First day, last day, precision."""


def when(words: str | None, published: str | None, status: Status = "actual") -> When | None:
    """The date that words tell, or the publication date (precision `reported`) when they tell none.

    `published` is ISO at any precision, None when unknown: then only dates that need no reckoning come out; of a month or a year
    those that are the same from its first day as from its last. A `historical` event without a date of its own has none.
    """
    base = iso_dates.first_day(published) if published else None
    span = read(words, base, planned=status == "planned") if words else None
    if words and span and published and (last := iso_dates.last_day(published)) != base:
        span = span if span == read(words, last, planned=status == "planned") else None
    if words and span is not None:
        return _record(_rough(span) if VAGUE.search(words) else span, _alone(words, base))
    if published is None or status == "historical":
        return None
    return When(iso=published, precision="reported", text=words or None)


VAGUE = compiled(
    r"\b(?:(?:few|several|some|couple of) days|(?:almost|nearly|about|around|over|more than|less than) (?:a|one) week)\b"
)
"""Words that tell no day, only about how long ago."""


def _rough(span: Span) -> Span:
    """The month of a day that is told vaguely."""
    first, last, precision = span
    return (first.replace(day=1), iso_dates.month_end(first), "month") if precision == "day" else (first, last, precision)


_OF_STORY = compiled(
    r"\b(?:later|earlier|afterwards?|previously)$|\b(?:the|that|that very|the very) (?:same|following|next|previous|preceding) "
    r"(?:day|morning|afternoon|evening|night|week|month|year|weekend)\b|\bthat (?:day|morning|afternoon|evening|night)\b"
    r"|\b(?:the|a) (?:day|week|month|year) (?:after|before|later|earlier)$"
)
"""Words that reckon from what was told before them: `two days later`, `the following week`."""
TOLD_BEFORE = 1500
"""Characters before such words in which a date that they reckon from may stand."""


LOOK = 60
"""Characters before words of time in which their verb is looked for."""


def in_story(words: str, text: str, at: int, published: str | None) -> When | None:
    """The date of words that reckon from what a text told before them; None for other words, and where no day was told.

    at: a place near which the words stand.
    """
    start = _place(words, text, at) if published and _OF_STORY.search(words) else None
    if published is None or start is None:
        return None
    low = max(0, at - TOLD_BEFORE)
    before = text[low : start + len(words)]
    found = scan(before, iso_dates.first_day(published), context.tells_time, lambda _, match: context.leaning(match))
    told = next((f for f in reversed(found) if low + f.end > start), None)
    daily = _DAILY.search(words) is not None
    if told is None or not any(_reckons(f, daily=daily) for f in found if low + f.end <= start):
        return None
    span = _span(told.told)
    return _record(span, words) if span else None


def is_deadline(words: str, text: str, at: int) -> bool:
    """Whether words of time, near a place of a text, only say until when: `promised to deliver them by April`."""
    start = _place(words, text, at)
    return start is not None and start > at and _UNTIL.search(text, max(0, start - LOOK), start) is not None


_UNTIL = compiled(r"\b(?:by|until|till|before|no later than)(?: (?:the )?(?:end|middle|start|beginning) of)?(?: the)? $")


def of_aim(words: str, text: str, at: int) -> bool:
    """Whether a day, month or season without a year, behind an act of words, is of its aim: `agreed to meet in September`."""
    start = _place(words, text, at) if _BARE.fullmatch(words) else None
    return start is not None and start > at and _AIM.fullmatch(text, at, start) is not None


def of_eve(words: str, text: str, at: int) -> bool:
    """Whether words of time are of what an act comes before: `ahead of Friday's summit they spoke`; not those of the summit."""
    start = _place(words, text, at)
    return (
        start is not None
        and not start <= at <= start + len(words)
        and _BEFORE.search(text, max(0, start - LOOK), start) is not None
    )


_BEFORE = compiled(r"\b(?:ahead of|before|prior to|on the eve of)(?: the)? $")
_BARE = compiled(
    rf"(?:(?:on|in|early|late|next|the) )*(?:\d{{1,2}} )?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{MONTH_WORD}|{'|'.join(SEASONS)})"
    r"(?: \d{1,2})?(?: (?:morning|afternoon|evening|night))?"
)
_AIM = re.compile(
    r"(?:(?:will|would)\b|[^.;:,“\"\n]*\bto\s(?:(?:be|not|[a-z]+ly)\s)*"
    r"(?!(?:the|an?|his|her|its|their|our|all|do|so|this|that|these|those|in|on)\b)(?:[a-z]*[^\Ws]|[a-z]*ss)\b)[^.;:,“\"\n]*"
)
"""A verb that leads to another (`agreed to hold`); what `to` leads to in the plural are people (`apologised to families`)."""


def leaning(words: str, text: str, at: int) -> Lean | None:
    """Which way the words around a time look, near a place of a text; None where the time does not stand there."""
    start = _place(words, text, at)
    match = re.compile(re.escape(words)).match(text, start) if start is not None else None
    return context.leaning(match) if match else None


def of_likeness(words: str, text: str, at: int) -> bool:
    """Whether words of time, near a place of a text, tell when the same was done before: `as it did in 2014`."""
    start = _place(words, text, at)
    return start is not None and _LIKE.search(text, max(0, start - LOOK), start) is not None


_LIKE = compiled(
    r"\b(?:just )?(?:as|like) (?:it|he|she|they|we) (?:did|had|had done|have done|has done) (?:back )?(?:in|on|during)? ?$"
)


def of_onset(words: str, text: str, at: int) -> bool:
    """Whether words of time, near a place of a text, tell from when a thing holds: `effective Saturday`, `as from Monday`."""
    start = _place(words, text, at)
    return start is not None and _ONSET.search(text[max(0, start - LOOK) : start + len(words)]) is not None


_ONSET = compiled(rf"\b(?:effective|as from|as of|starting|beginning|with effect from) (?:on )?{WEEKDAY_WORD}$")


def opens(words: str, text: str, at: int) -> bool:
    """Whether words of time open the sentence of a place: `On 3 February France expelled`."""
    start = _place(words, text, at)
    return start is not None and start < at and _OPENED.search(text, max(0, start - LOOK), start) is not None


_OPENED = compiled(r"(?:^|\A|\n|[.!?][\"”’]? )(?:(?:(?:early|late|already) )?(?:on|in|at) )?(?:the )?$")


def _place(words: str, text: str, at: int) -> int | None:
    """Where words stand that are nearest to a place of a text."""
    low = max(0, at - TOLD_BEFORE)
    places = [low + m.start() for m in re.finditer(re.escape(words), text[low : at + TOLD_BEFORE])]
    return min(places, key=lambda place: abs(place - at), default=None)


_SPEECH = either(CUES.speech)
_SAID_ON = compiled(rf"\b{_SPEECH}(?: [A-Z]\w+)?,?(?: late| early)?(?: on)? $")
_ON_SAID = compiled(rf" {_SPEECH}\b")


def of_saying(words: str, text: str, at: int) -> bool:
    """Whether words of time, near a place of a text, stand right beside a verb of the past: `said Monday that he would`."""
    start = _place(words, text, at)
    if start is None:
        return False
    end = start + len(words)
    return bool(_SAID_ON.search(text[max(0, start - LOOK) : start]) or _ON_SAID.match(text, end))


_DAILY = compiled(r"\b(?:days?|mornings?|afternoons?|evenings?|nights?|weeks?|weekends?|fortnights?)\b")


def _reckons(found: Found, *, daily: bool) -> bool:
    """Whether others may be reckoned from a time: a day, or for months and years any stretch of the calendar."""
    told = found.told
    return told.kind == "DATE" and told.first is not None and (not daily or told.first == told.last)


def read(words: str, base: date | None, planned: bool = False) -> Span | None:
    """First day, last day and precision that words tell, seen from a day; None when they tell no date.

    Of several times the finest counts, the first of equals; the two ends of a range count together.
    """
    found = scan(words, base, lambda rule, match: True, lambda rule, match: "ahead" if planned else "past")
    if both := _range(words, found):
        return both
    spans = [span for f in found if (span := _span(f.told))]
    return min(spans, key=lambda span: span[1] - span[0], default=None) or _by_dateparser(words, base, planned)


def _span(told: Told) -> Span | None:
    """A week is known to the month that has most of it, a season to its year: the codebook's dates have nothing in between."""
    if told.first is None or told.last is None:
        return None
    if "-W" in told.value and told.last > told.first:
        middle = told.first + (told.last - told.first) / 2
        return middle.replace(day=1), iso_dates.month_end(middle), "month"
    if told.value.endswith(tuple(SEASONS.values())):
        return date(told.first.year, 1, 1), date(told.first.year, 12, 31), "year"
    return told.first, told.last, told.precision


def _alone(words: str, base: date | None) -> str:
    """The words without a name that was taken along: `last Friday` of `Belarus last Friday`."""
    found = scan(words, base, lambda rule, match: True, lambda rule, match: "past")
    if not found:
        return words
    left, right = found[0].start, found[-1].end
    before, after = (any(w[0].isupper() for w in some.split() if w not in _OPENERS) for some in (words[:left], words[right:]))
    return words[left if before else 0 : right if after else len(words)]


_OPENERS = frozenset(
    {"On", "In", "At", "By", "Since", "Until", "During", "After", "Before", "From", "The", "Early", "Late", "Mid"}
)
_SIX = timedelta(days=6)
_BETWEEN = compiled(rf"(?:{TO}| and |/),?")


def _range(words: str, found: Sequence[Found]) -> Span | None:
    """`from X to Y`, `between X and Y`, `3-5 May 2018`."""
    for left, right in pairwise(found):
        if _BETWEEN.fullmatch(words, left.end, right.start):
            a, b = _span(left.told), _span(right.told)
            if a and b and a[0] <= b[0]:
                return a[0], b[1], a[2]
            if a and b and a[0] - b[0] == _SIX and "day" == a[2] == b[2]:
                return a[0], a[0] + timedelta(days=1), "day"  # `Tuesday/Wednesday` of a report from Tuesday
    return None


def _record(span: Span, words: str | None) -> When:
    first, last, precision = span
    iso = {"year": f"{first:%Y}", "decade": f"{first:%Y}", "month": f"{first:%Y-%m}"}.get(precision, first.isoformat())
    whole = {"day": first, "month": iso_dates.month_end(first), "year": date(first.year, 12, 31)}.get(precision)
    return When(iso=iso.rjust(4, "0"), end=None if last == whole else last.isoformat(), precision=precision, text=words)


def _by_dateparser(words: str, base: date | None, planned: bool) -> Span | None:
    """What dateparser makes of words with a digit in them; without a day to reckon from only complete dates."""
    if not re.search(r"\d", words):
        return None
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime.combine(base or date(2000, 1, 1), time()),
        "PREFER_DATES_FROM": "future" if planned else "past",
        "REQUIRE_PARTS": ["day", "month"] if base else ["day", "month", "year"],
    }
    found = dateparser.parse(" ".join(words.split()).lower(), languages=["en"], settings=settings)
    return (found.date(), found.date(), "day") if found else None
