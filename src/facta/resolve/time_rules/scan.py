"""Read a text for times: which rules fit where, and how what was told before bears on what comes."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple, TypeAlias

from facta.resolve.cues import CUES
from facta.resolve.time_rules import units
from facta.resolve.time_rules.ground import Ground, Lean, Match
from facta.resolve.time_rules.table import NEEDS, RULES, Rule
from facta.resolve.time_rules.units import Told
from facta.resolve.time_rules.words import DASH, DAY_AFTER, YEAR, compiled
from facta.values.datafile import either
from facta.values.dates import month_end


class Found(NamedTuple):
    """A time in a text."""

    start: int
    end: int
    rule: str
    told: Told


Keep: TypeAlias = Callable[[str, Match], bool]
"""Whether a match of the named rule tells a time where it stands."""
Leaning: TypeAlias = Callable[[str, Match], Lean]
EDGE = 2
"""Years at the ends of the calendar in which no day of publication lies, so that what is reckoned stays inside."""
STORY = 20
"""Dates told before that words may still refer to."""


def scan(text: str, base: date | None, keep: Keep, leaning: Leaning) -> list[Found]:
    """The times of a text in reading order, each reckoned from the day of publication or what was told before it.

    Of rules that fit the same words the one that takes most of them counts. A clock or a part of the day has the day beside it,
    else the one told last in its sentence, else the day of publication.
    """
    base = base if base and EDGE < base.year < date.max.year - EDGE else None
    found: list[Found] = []
    story: tuple[Told, ...] = ()
    for rule, match in _longest(text, keep):
        if found and match.start() < found[-1].end:  # the year of a range's second day
            continue
        meant = rule.means(match, Ground(base, story, leaning(rule.name, match)))
        if meant is None:
            continue
        found.append(Found(*match.span(), rule.name, meant))
        found += _second_day(text, found[-1])
        dated = found[-1].told
        if dated.kind == "DATE" and dated.first:
            story = (*story[-STORY:], dated)
    return list(_joined(text, _on_their_days(text, found, base)))


def _longest(text: str, keep: Keep) -> list[tuple[Rule, Match]]:
    """Matches that do not overlap, the longest first served, in reading order; of equals the earlier rule's."""
    low = text.lower()
    there = {name for name, pattern in NEEDS.items() if re.search(pattern, low)}
    rules = (rule for rule in RULES if rule.needs in there)
    hits = [(rule, match) for rule in rules for match in rule.pattern.finditer(text) if keep(rule.name, match)]
    hits.sort(key=lambda hit: hit[1].start() - hit[1].end())
    taken: list[tuple[Rule, Match]] = []
    for rule, match in hits:
        if all(match.end() <= other.start() or other.end() <= match.start() for _, other in taken):
            taken.append((rule, match))
    return sorted(taken, key=lambda hit: hit[1].start())


_NEXT_DAY = compiled(
    rf"(?:{DASH}| to | through | and )(?P<next>{DAY_AFTER.replace('?P<next>', '?:')})(?:,? {YEAR})?"
    rf"(?! [a-z]+s\b| {either(CUES.counted)}\b|[,.:/]\d)"
)


def _second_day(text: str, first: Found) -> Iterator[Found]:
    """The 5 of `May 3-5, 2018`, the month's last day where it has no such day."""
    match = _NEXT_DAY.match(text, first.end)
    if first.rule != "month day" or not match or not first.told.first:
        return
    month = first.told.first
    number = int(re.sub(r"\D", "", match["next"]))
    if number > month.day:
        last = min(number, month_end(month).day)
        yield Found(match.start("next"), match.end(), "month day", units.day(month.replace(day=last)))


_TO_THE_DAY = compiled(r",?(?: on| at)? ?")
_SENTENCE = re.compile(r"[.!?]['”\"]?\s+[A-Z“\"]|\n\s*\n")
NEWS = 3
"""Days before publication of which a report tells as its news."""
HOURS = ("clock", "part")
"""Rules that tell a time of day and leave the day to its neighbours."""


def _on_their_days(text: str, found: list[Found], base: date | None) -> list[Found]:
    """The found times with every time of day on its day."""
    days = [f for f in found if f.told.kind == "DATE" and f.told.first and f.told.first == f.told.last]
    return [_on_its_day(text, f, days, base) if f.rule in HOURS else f for f in found]


def _on_its_day(text: str, hour: Found, days: list[Found], base: date | None) -> Found:
    """A time of day on the day beside it, else on the last of the news or of its sentence, else on that of publication."""
    beside = (d for d in days if _TO_THE_DAY.fullmatch(text, *_between(hour, d)))
    before = (d for d in reversed(days) if d.end <= hour.start and _bears(text, d, hour, base))
    on = next(chain(beside, before), None)
    value = hour.told.value.partition("T")[2]
    return hour._replace(told=units.clock(on.told.first if on else base, value, told=on is not None))


def _bears(text: str, day: Found, hour: Found, base: date | None) -> bool:
    """Whether a day is of the news itself, so that hours told sentences later may be its own, or stands in the same sentence."""
    recent = day.told.first and base and timedelta() <= base - day.told.first <= timedelta(days=NEWS)
    return bool(recent) or not _SENTENCE.search(text, day.end, hour.start)


def _between(a: Found, b: Found) -> tuple[int, int]:
    """Where the text between two times begins and ends."""
    return (a.end, b.start) if a.end <= b.start else (b.end, a.start)


_ONE_TIME = compiled(r" (?:at |on )?")


def _of_one(first: Found, second: Found) -> Found | None:
    """The finer of two times beside each other that tell one: a day and its hour, a part of the day and its clock."""
    hours = [f for f in (first, second) if f.rule in HOURS]
    others = [f for f in (first, second) if f.rule not in HOURS]
    if not hours or not all(f.told.kind in ("DATE", "TIME") and f.told.first and f.told.first == f.told.last for f in others):
        return None
    return max(hours, key=lambda f: f.rule == "clock")


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """The found times with those joined that tell one: `Monday morning at 10 a.m.`"""
    last: Found | None = None
    for f in found:
        if last and _ONE_TIME.fullmatch(text, last.end, f.start) and (finer := _of_one(last, f)):
            last = last._replace(end=f.end, rule=finer.rule, told=finer.told)
            continue
        if last:
            yield last
        last = f
    if last:
        yield last
