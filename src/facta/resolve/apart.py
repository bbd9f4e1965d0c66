"""Dates that a text tells by how far an act lies from its news: `two days after Peru sued`, `the tenth anniversary of the war`,
`a year since it began`.

Such words stand beside the news but date what they lead to, so no phrase of time within the act itself would show them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import structs

from facta.records import Event, Precision, When
from facta.resolve import dates, dating
from facta.resolve.time_rules import units, words
from facta.resolve.time_rules.words import UNIT, N, compiled
from facta.values import dates as iso_dates

_ABOUT = r"(?:just |only |barely |nearly |almost |about |around |some |over |more than |less than |at least )?"
AFTER = compiled(rf"\b{_ABOUT}(?:{N} |the )?(?<!next\s){UNIT} (?:after|following)(?= [^\W_])(?! all\b| that\b)")
"""`two days after`, `hours after`, `the day after` before whatever it was."""
SINCE = compiled(rf"\b{_ABOUT}{N} {UNIT} since(?= [^\W_])(?! then\b)")
"""`it is a year since`, `to mark 100 days since` before whatever it was."""
ANNIVERSARY = compiled(
    rf"\b(?P<on>on )?(?:the )?(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(words.ORDINALS, key=len, reverse=True))})"
    r" anniversary of\b"
)
BEFORE = compiled(
    rf"\b{_ABOUT}(?:{N} |the ){UNIT} (?:before|earlier)\b(?=\s*(?:[,.;:)!?'”\"]|$))|\b(?P<lately>recently)(?= [a-z]+)"
)
"""`the day before` at the end of a clause: the act just before it. `recently approved`: the act just after it."""
ANCHOR = re.compile(r"\b(?:after|following|since|anniversary|before|earlier|recently)\b", re.IGNORECASE)
WIDE = 44
"""Characters on either side of such a word that belong to it at most."""
SENTENCE = re.compile(r"[.!?]['”\"]?\s+(?=[A-Z“\"'])|\n")
CLAUSE = re.compile(r"[,;:]|\b(?:and|but|while|which|who|that|despite|amid|when|as)\b")
LED_ON = re.compile(r"[^,;.]*, (?:where|when|in which) |")
"""What was commemorated goes on behind a comma: `of the battle, in which they`."""
LINK = 160
"""Characters up to which words of time reach."""
CLOSE = 3
"""Characters between the triggers of one predicate."""
VAGUE = 4
"""Units meant by `days after`, where the number is not told."""


class Reach(NamedTuple):
    """A stretch of text in which an act's trigger must begin to be dated by some words, and what they say."""

    start: int
    end: int
    match: "re.Match[str]"
    first: bool
    """Whether the first act of the stretch is meant, else the last."""

    def holds(self, words: str) -> bool:
        """Whether some words stand in the stretch; of those in the news beside it an act of the stretch has none."""
        return words in self.match.string[min(self.start, self.match.start()) : max(self.end, self.match.end())]


def told_apart(events: Sequence[Event], texts: dict[str, str], days: dating.Days) -> tuple[Event, ...]:
    """The events, those dated by their distance from the news with the day, month or year reckoned.

    The distance counts from the nearest other act of the same sentence that has a day, else from publication. Events must be
    settled; texts as `Reading.texts` gives them, days as `dating.Days`. An act that other words of its stretch date keeps its,
    and an act that was given words that belong to another has the report's.
    """
    out = list(events)
    for key, text in texts.items():
        order = sorted((n for n, e in enumerate(events) if (e.comment or "") == key), key=lambda n: events[n].trigger.start)
        starts = [events[n].trigger.start for n in order]
        for reach in _reaches(text) if order else ():
            published = days.of(key or None, reach.match.start())
            if published is None:
                continue
            inside = order[bisect_left(starts, reach.start) : bisect_left(starts, reach.end)]
            around = order[bisect_left(starts, reach.match.start() - LINK) : bisect_left(starts, reach.match.end() + LINK)]
            around = [n for n in around if not _parted(text, reach.match, events[n].trigger.start)]
            _dated(out, _meant(inside, out, reach.first), around, reach, published)
    return tuple(out)


def _parted(text: str, match: "re.Match[str]", at: int) -> bool:
    """Whether a sentence ends between words of distance and a place."""
    return bool(SENTENCE.search(text, min(at, match.start()), max(at, match.end())))


def _meant(inside: Sequence[int], out: Sequence[Event], first: bool) -> list[int]:
    """The acts that words of distance date: the nearest one, and those that follow it at once (`agreed to | a ceasefire`)."""
    found = list(inside[:1] if first else inside[-1:])
    for n in inside[1:] if first else ():
        if out[n].trigger.start - out[found[-1]].trigger.end > CLOSE:
            break
        found.append(n)
    return found


def _reaches(text: str) -> Iterator[Reach]:
    """All words of distance of a text with the stretch that they date."""
    for m in _told(text):
        if m.re is not BEFORE:
            opens = m.start() == 0 or bool(SENTENCE.search(text[max(0, m.start() - 3) : m.start() + 1]))
            yield Reach(m.end(), _end(text, m.end(), clause=opens or m.re in (ANNIVERSARY, SINCE)), m, True)
        elif m["lately"]:
            yield Reach(m.end(), m.end() + 2, m, True)
        else:
            yield Reach(_begin(text, m.start()), m.start(), m, False)


def _told(text: str) -> Iterator["re.Match[str]"]:
    """All words of distance, each around a word that all of them have: to look for these alone is quick."""
    for found in ANCHOR.finditer(text):
        for pattern in (AFTER, SINCE, ANNIVERSARY, BEFORE):
            near = pattern.finditer(text, max(0, found.start() - WIDE), found.end() + WIDE)
            yield from (m for m in near if m.start() <= found.start() and found.end() <= m.end())


def _end(text: str, start: int, *, clause: bool) -> int:
    """Where the sentence ends, or the clause where the words of time open it."""
    stretch = text[start : start + LINK]
    led = LED_ON.match(stretch)
    clause_end = CLAUSE.search(stretch, led.end() if led else 0) if clause else None
    found = (SENTENCE.search(stretch), clause_end)
    return start + min((m.start() for m in found if m), default=len(stretch))


def _begin(text: str, end: int) -> int:
    """Where the clause begins that ends here."""
    low = max(0, end - LINK)
    found = [m.end() for pattern in (SENTENCE, CLAUSE) for m in pattern.finditer(text, low, end)]
    return max(found, default=low)


def _dated(out: list[Event], meant: Sequence[int], around: Sequence[int], reach: Reach, published: str) -> None:
    """Date the acts that words of distance mean, and give the report's date to others that the reader dated by these words."""
    said = reach.match.group()
    others = [n for n in around if n not in meant]
    for n in meant:
        event = out[n]
        own = event.date.text if event.date else None
        if event.status in ("planned", "possible") or (own and own not in said and reach.holds(own)):
            continue
        news = _year_before(reach.match) or _news([out[k] for k in others], reach, published)
        found = _reckoned(reach.match, news, event)
        if found is not None:
            out[n] = structs.replace(event, date=found, status=dating.standing(event.status, found, published))
    for n in others if reach.match.re in (AFTER, SINCE) else ():
        date = out[n].date
        behind = out[n].trigger.end <= reach.match.start()  # `expels two more, a week after the ambassador`
        if (meant or behind) and date and date.text and date.text in said:
            out[n] = structs.replace(out[n], date=When(iso=published, precision="reported"))


_YEAR = re.compile(r"\b((?:19|20)\d\d),? $")


def _year_before(m: "re.Match[str]") -> date | None:
    """The year from which words count that stand right behind it: `in 2008, nine years after`."""
    year = _YEAR.search(m.string, max(0, m.start() - WIDE), m.start()) if "unit" in m.re.groupindex else None
    return date(int(year[1]), 1, 1) if year and words.unit_of(m) in units.YEARS else None


def _news(others: Iterable[Event], reach: Reach, published: str) -> date:
    """The day from which the distance counts."""
    told = [(e, e.date) for e in others if e.date and e.date.text and e.date.precision == "day" and e.status != "planned"]
    told = [(e, d) for e, d in told if d.iso <= published]  # what lies ahead is no news to count from
    near = [(abs(e.trigger.start - reach.match.start()), d.iso) for e, d in told if (d.text or "") not in reach.match.group()]
    return iso_dates.first_day(min(near)[1] if near else published)


def _reckoned(m: "re.Match[str]", news: date, event: Event) -> When | None:
    """What the words make of the day of the news; None where they tell nothing new."""
    if "nth" in m.re.groupindex:
        there = units.shift(news, -words.ordinal(m["nth"]), "year")
        return _when(there, "day" if m["on"] else "year", m.group()) if there else None
    if m.re is BEFORE and m["lately"]:
        vague = event.date is not None and event.date.precision == "reported"
        return _when(news, "month", m.group()) if vague else None
    unit = words.unit_of(m)
    if unit in units.CLOCK_UNITS:
        return _when(news, "day", m.group())
    number = words.counted(m)[0] if m["n"] else None
    whole = int(number) if number and number % 1 == 0 else None
    steps = whole or (1 if re.search(r"\bthe\b", m.group()) else VAGUE)
    there = units.shift(news, -steps, unit)
    precision = _precision(unit, whole, steps, vague=bool(dates.VAGUE.search(m.group())))
    return _when(there, precision, m.group()) if there else None


def _precision(unit: str, number: int | None, steps: int, *, vague: bool) -> Precision:
    """Years are told to the year, months to the month; days and a week to the day where their number is told, and not `about`."""
    if unit in units.YEARS:
        return "year"
    counted = (number is not None or (unit == "day" and steps == 1)) and not vague
    return "day" if counted and (unit == "day" or (unit == "week" and number == 1)) else "month"


def _when(there: date, precision: Precision, said: str) -> When:
    size = {"day": 10, "month": 7, "year": 4}[precision]
    return When(iso=there.isoformat()[:size], precision=precision, text=said)
