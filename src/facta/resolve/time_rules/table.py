"""All rules: the words that newspapers use for a time, and the function that says what they mean."""

import re
from collections.abc import Callable
from typing import NamedTuple

from facta.resolve.time_rules import days, hours, lengths, story, words
from facta.resolve.time_rules.ground import Ground, Match
from facta.resolve.time_rules.hours import ZONE
from facta.resolve.time_rules.units import Told
from facta.resolve.time_rules.words import (
    DASH,
    DAY,
    DAY_AFTER,
    MONTH,
    MONTH_WORD,
    ON_WEEKDAY,
    TO,
    UNIT,
    WEEKDAY,
    YEAR,
    N,
    compiled,
)


class Rule(NamedTuple):
    """A pattern of words and its meaning."""

    name: str
    pattern: "re.Pattern[str]"
    means: Callable[[Match, Ground], Told | None]
    """None where the words fit the pattern but tell no time, as `99 June`."""
    needs: str
    """What a text must hold for the pattern to fit anywhere, by its name in `NEEDS`: most texts hold no month, and are spared
    the slow patterns."""


NEEDS = {
    "": "",
    "digit": r"\d",
    "month": "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    "unit": words.UNIT_WORD,
    "weekday": "mon|tue|wed|thu|fri|sat|sun",
}
"""Patterns for texts in small letters."""


_WHICH = r"(?P<which>this past|last|past|previous|preceding|prior|next|coming|upcoming|following|this|current|that|same)"
_LAST_NEXT = r"(?:(?P<which>last|next|this|this past|this coming|the following|the previous) )?"
_NO_YEAR = r"(?P<year>(?!))?"
_THIS_YEAR = rf"{_NO_YEAR} (?:of )?(?P<rel>last|this|next) year\b"
_OF_REL = r"(?:,? (?:of|in))?(?: the)?(?: fiscal(?: year)?)? "
_SAID_YEAR = r"last|this|next|that|the same|the previous|the following"
_OF_YEAR = rf"(?:{_OF_REL}{YEAR}|(?:,? of|,? in)? (?P<rel>{_SAID_YEAR}|the) (?:fiscal )?year)?"
_NTH = r"(?P<nth>first|second|third|fourth|final|last|opening|closing|1st|2nd|3rd|4th)"
_GAP = r"(?:(?<=\.)| )"
"""A space, which a dot may stand for: `Sept.11`."""
_UNITS = UNIT.replace("s?", "s")
_FISCAL = r"(?:fiscal[- ])?"
_NTHS = "|".join(sorted(words.ORDINALS, key=len, reverse=True))
_CLAUSE_END = r"(?=\s*(?:[,.;:)!?'”\"]|$|\band\b|\bbut\b|[-–—]))"
_WAY = rf"(?P<way>(?:ago|earlier|previously|prior(?! to)|later|from now|hence|afterwards)\b|(?:before|after)\b{_CLAUSE_END})"
_ANY_N = N.replace("?P<n>", "?:").replace("?P<half>", "?:")
_COUNT_TO = rf"(?:{_ANY_N}(?: to | or |{DASH}))?"
_NUMBER = _COUNT_TO + N
_KIND = (
    r"(?:(?:more|additional|further|consecutive|straight|successive|full|whole|long|business|working|trading|calendar|fiscal) )?"
)
_ADVERBS, _DECADES, _SEASONS = ("|".join(table) for table in (lengths.ADVERBS, words.DECADES, words.SEASONS))
_PART = r"(?P<part>morning|afternoon|evening|night)"
_OFTEN = r"day|week|weekend|month|quarter|year|decade"
_LONG = r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)"
"""Units of the calendar."""
_ALONE = r"(?P<which>(?!))?(?P<of>(?!))?"
"""A month without `last` and without `of next year`."""
_N0 = r"(?P<n>(?!))?(?P<half>(?!))?"
"""No number told."""


def _rule(name: str, pattern: str, means: Callable[[Match, Ground], Told | None], needs: str = "") -> Rule:
    return Rule(name, compiled(pattern), means, needs)


RULES: list[Rule] = [
    _rule(
        "stamp", r"\b(?P<on>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)",
        hours.stamp, "digit",
    ),
    _rule("iso", r"\b\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?\b", days.iso, "digit"),
    _rule(
        "numeric", r"(?<![\d./-])(?P<a>\d\d?)(?P<sep>[/-])(?P<b>\d\d?)(?P=sep)(?P<year>(?:19|20)?\d\d)(?![\d/])",
        days.numeric, "digit",
    ),
    _rule(
        "numeric", r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>\.)(?P<b>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)", days.numeric, "digit",
    ),
    _rule("month day", rf"{ON_WEEKDAY}{DAY}(?: of)?[- ]{MONTH}(?:,?[- ]{YEAR})", days.month_day, "month"),
    _rule("month day", rf"{ON_WEEKDAY}{MONTH}{_GAP}{DAY}(?=(?:{TO}| and ){DAY_AFTER},? {YEAR})", days.month_day, "month"),
    _rule("month day", rf"{ON_WEEKDAY}(?:last )?{MONTH}{_GAP}{DAY}(?:,? {YEAR})?", days.month_day, "month"),
    _rule("month day", rf"{ON_WEEKDAY}(?:the |last )?{DAY}(?: of)?[- ]{MONTH}{_NO_YEAR}", days.month_day, "month"),
    _rule("month day", rf"{DAY}(?: of)?[- ]{MONTH}{_THIS_YEAR}", days.month_day, "month"),
    _rule("month day", rf"{MONTH}{_GAP}{DAY},?{_THIS_YEAR}", days.month_day, "month"),
    _rule("day of range", rf"{DAY}(?=(?:{TO}| and ){DAY_AFTER}(?: of)? {MONTH}(?:,? {YEAR})?)", days.month_day, "month"),
    _rule("month year", rf"{MONTH}(?:,?(?: of)? |-){YEAR}", days.month_year, "month"),
    _rule("month of range", rf"{MONTH}(?=(?:{TO}| and )(?:early |late |mid-)?{MONTH_WORD},? {YEAR})", days.month_year, "month"),
    _rule("month", rf"\b{_LAST_NEXT}{MONTH}(?: (?:of )?(?P<of>{_SAID_YEAR}) year)?", days.month_alone, "month"),
    _rule("year", rf"\b(?:(?:the )?(?:fiscal )?year |fiscal |FY ?)?{YEAR}", days.year, "digit"),
    _rule("decade", r"\b(?:the )?(?P<decade>1[5-9]\d0|20\d0)(?P<short>(?!))?(?P<name>(?!))?'?s\b", days.decade, "digit"),
    _rule("decade", r"\b(?:the )?['’‘]?(?P<decade>(?!))?(?P<short>[2-9]0)(?P<name>(?!))?'?s\b", days.decade, "digit"),
    _rule("decade", rf"\b(?:the )?(?P<decade>(?!))?(?P<short>(?!))?(?P<name>{_DECADES})\b", days.decade),
    _rule("century", rf"\b(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{_NTHS})[- ]century\b", days.century),
    _rule("part of year", rf"\b(?:the )?{_FISCAL}{_NTH}[- ]{_FISCAL}(?P<unit>quarter|half)\b{_OF_YEAR}", days.part_of_year),
    _rule("part of year", rf"\b(?P<unit>q)(?P<nth>[1-4])(?P<rel>(?!))?(?:[ ,]*(?:of )?{YEAR})?\b", days.part_of_year),
    _rule("season", rf"\b{_LAST_NEXT}(?:the )?(?P<season>{_SEASONS})\b(?:,?(?: of)? {YEAR})?", days.season),
    _rule("feast", rf"\b(?P<feast>{days.FEAST})\b(?:,? {YEAR})?", days.feast),
    _rule("near day", r"\b(?:(?:the )?day (?:before yesterday|after tomorrow)|yesterday|tomorrow|today)\b", story.near_day),
    _rule("night", r"\b(?:last night|overnight|tonight|this (?:morning|afternoon|evening))\b", hours.near_night),
    _rule("weekday", rf"\b{_LAST_NEXT}{WEEKDAY}(?!\w)", story.weekday, "weekday"),
    _rule("weekday", rf"{WEEKDAY} (?P<which>next|last)\b(?! (?:{words.UNIT_WORD}))", story.weekday, "weekday"),
    _rule("weekday", rf"{WEEKDAY} week\b(?!-)", story.weekday_week, "weekday"),
    _rule("weekday", rf"\ba week (?:on|from|next) {WEEKDAY}(?!\w)", story.weekday_week, "weekday"),
    _rule(
        "weekday", rf"{WEEKDAY},? (?:of )?(?P<which>last|this|next|the (?:previous|following)) week\b",
        story.weekday_of_week, "weekday",
    ),
    _rule("weekday", rf"{WEEKDAY},? {N} weeks? (?P<way>ago)\b", story.weekday_of_week, "weekday"),
    _rule(
        "anniversary", rf"{_NUMBER} years? ago,? (?:this (?P<unit>week|month)|(?P<day>today|yesterday|tomorrow))\b",
        story.anniversary,
    ),
    _rule("ago", rf"{_NUMBER} {UNIT} {_WAY}", story.ago, "unit"),
    _rule("ago", rf"\b{_N0}(?P<unit>{words.UNIT_WORD})s {_WAY}", story.ago, "unit"),
    _rule("in time", rf"(?<=\bin\s){N} {UNIT}['’]? (?P<way>time)\b", story.ago, "unit"),
    _rule("in", rf"(?<=\bin\s){N} {UNIT}", lengths.in_duration, "unit"),
    _rule(
        "stretch", rf"\b(?:the )?(?P<which>last|past|previous|next|coming|following) (?:{N}) {_KIND}{UNIT}",
        lengths.stretch, "unit",
    ),
    _rule("stretch", rf"\b(?:the )?(?P<which>past) {_N0}(?!weekend){UNIT}", lengths.stretch, "unit"),
    _rule(
        "unsaid", rf"\b(?:the )?(?:recent|past|previous|subsequent|coming|following|last|next) {_UNITS}", lengths.unsaid, "unit",
    ),
    _rule("unit", rf"\b(?:the )?{_WHICH} {_LONG}\b", story.this_unit, "unit"),
    _rule(
        "day before", rf"\b(?:the )?{UNIT} (?P<way>before|previous|earlier|prior|after|later){_CLAUSE_END}",
        story.day_before, "unit",
    ),
    _rule("story", rf"\b(?:the )(?:(?P<whole>entire|whole|full) )?{_LONG}\b", story.unit_of_story, "unit"),
    _rule("week of month", rf"\b(?:the )?{_NTH} week (?:of|in) {_ALONE}{MONTH}(?:,? {YEAR})?", story.week_of_month, "month"),
    _rule("that time", r"\b(?:that time|(?<=at\s)the time)\b", story.that_time),
    _rule("same period", (
        r"\b(?:the )?(?:(?:same|corresponding|equivalent) (?:period|time|month|quarter|week|day|point)"
        r"(?: (?:of |in )?(?:last year|the (?:previous|prior) year)| (?:a|one) year (?:ago|earlier|before))"
        r"|year[- ](?:ago|earlier)(?: (?:period|quarter|month))?|this time last year)\b"), story.same_period),
    _rule("unit end", r"\b(?:the )?(?P<unit>year|month|week)(?:['’]s |-)end\b", story.unit_of_story, "unit"),
    _rule("number of range", rf"{N}(?=(?: and | to ){_ANY_N} {UNIT})", lengths.duration, "unit"),
    _rule("duration", rf"{_NUMBER}[- ]{_KIND}{UNIT}(?:[- ](?:old|long)\b)?", lengths.duration, "unit"),
    _rule("duration", rf"\b(?P<n>an?|one) {UNIT} (?P<half>and a half)", lengths.duration, "unit"),
    _rule("plural", r"\b(?P<unit>hour|day|week|month|year|decade|centurie)s\b(?:-long)?", lengths.unsaid, "unit"),
    _rule("long", r"\b(?P<unit>hour|day|week|month|year|decade|century)-?long\b", lengths.one_unit, "unit"),
    _rule("adverb", rf"\b(?P<often>{_ADVERBS})(?:ly)?\b", lengths.adverb),
    _rule("every", rf"\b(?:every|each) (?:(?P<other>other) |{N} )?(?P<unit>hour|{_OFTEN})s?\b", lengths.every, "unit"),
    _rule("weekdays", rf"\b(?:every|each) {WEEKDAY}", lengths.every_weekday, "weekday"),
    _rule("weekdays", rf"{WEEKDAY}(?:s| (?:mornings|afternoons|evenings|nights))\b", lengths.every_weekday, "weekday"),
    _rule("parts", rf"\b(?:every|each) {_PART}\b", lengths.every_part),
    _rule("rate", rf"\b(?:an?|per) (?P<unit>hour|{_OFTEN})\b", lengths.rate, "unit"),
    _rule("reference", "|".join(rf"\b(?P<{value}>{said})\b" for value, said in lengths.REFERENCES.items()), lengths.references),
    _rule(
        "clock", rf"\b(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<noon>[ap])\.?m\b\.?{ZONE}?",
        hours.clock, "digit",
    ),
    _rule("clock", rf"\b(?P<hour>\d{{1,2}})\.(?P<minute>[0-5]\d)(?P<noon>(?!))?{ZONE}", hours.clock, "digit"),
    _rule("clock", rf"\b(?P<hour>\d{{1,2}}):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?P<noon>(?!))?\b{ZONE}?", hours.clock, "digit"),
    _rule("clock", rf"\b(?P<hour>\d{{1,2}})(?P<minute>(?!))?\s?(?P<noon>[ap])\.?m\b\.?{ZONE}?", hours.clock, "digit"),
    _rule("clock", rf"\b(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<noon>(?!))?{ZONE}", hours.clock, "digit"),
    _rule("clock", rf"\b(?P<word>noon|midday|midnight)\b{ZONE}?", hours.clock_word),
    _rule("part of next", rf"\b(?:the )?(?P<which>next|following|previous|same|very same) {_PART}\b", hours.part_of_next),
    _rule("part", rf"\b(?:(?:the|that) )?{_PART}\b", hours.part),
]  # fmt: skip
"""All rules; where two take the same words the earlier one counts."""
