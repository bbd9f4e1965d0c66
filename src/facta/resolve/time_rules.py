"""The rules by which newspapers tell times: what each pattern of words means, reckoned from a day and from what was told before.

`dates` reads with them the words of one event, `timex` whole texts; neither has rules of meaning of its own.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple, TypeAlias

from dateutil import tz
from dateutil.easter import easter
from dateutil.relativedelta import MO, TH, relativedelta

from facta.resolve import time_units as units
from facta.resolve import time_words as words
from facta.resolve.time_units import UNKNOWN_DAY, Told
from facta.resolve.time_words import (
    DASH,
    DAY,
    DAY_AFTER,
    MONTH,
    MONTH_WORD,
    ON_WEEKDAY,
    TO,
    UNIT,
    WEEKDAY,
    WEEKDAY_WORD,
    YEAR,
    YEAR_WORD,
    N,
    compiled,
    plain,
)
from facta.values import dates as iso_dates

Match: TypeAlias = "re.Match[str]"
Lean = Literal["past", "backward", "near", "forward", "ahead"]
"""Where a time without its year or week lies: surely before the day it is told, by the look of it before, nearest to it, by the
look of it after, surely after."""


class Ground(NamedTuple):
    """From where a time is reckoned."""

    base: date | None
    """The day of publication."""
    story: tuple[Told, ...] = ()
    """The calendar dates told so far."""
    lean: Lean = "past"

    @property
    def told(self) -> Told | None:
        """The calendar date told last."""
        return self.story[-1] if self.story else None

    def day(self, unit: str) -> date | None:
        """The first day of the last that was told at least as finely as a unit, else the day of publication."""
        rough = {"day": {"month", "year", "decade"}, "week": {"month", "year", "decade"}, "month": {"year", "decade"}}.get(
            unit, ()
        )
        return next((told.first for told in reversed(self.story) if told.precision not in rough), self.base)


STORY = 20
"""Dates told before that words may still refer to."""


class Rule(NamedTuple):
    """A pattern of words and its meaning."""

    name: str
    pattern: "re.Pattern[str]"
    means: Callable[[Match, Ground], Told | None]
    """None where the words fit the pattern but tell no time, as `99 June`."""


class Found(NamedTuple):
    """A time in a text."""

    start: int
    end: int
    rule: str
    told: Told


Keep: TypeAlias = Callable[[str, Match], bool]
"""Whether a match of the named rule tells a time where it stands."""
Leaning: TypeAlias = Callable[[str, Match], Lean]


def scan(text: str, base: date | None, keep: Keep, leaning: Leaning) -> list[Found]:
    """The times of a text in reading order, each reckoned from the day of publication or what was told before it.

    Of rules that fit the same words the one that takes most of them counts. A clock or a part of the day has the day beside it,
    else the one told last in its sentence, else the day of publication.
    """
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
    hits = [(rule, match) for rule in RULES for match in rule.pattern.finditer(text) if keep(rule.name, match)]
    hits.sort(key=lambda hit: hit[1].start() - hit[1].end())
    taken: list[tuple[Rule, Match]] = []
    for rule, match in hits:
        if all(match.end() <= other.start() or other.end() <= match.start() for _, other in taken):
            taken.append((rule, match))
    return sorted(taken, key=lambda hit: hit[1].start())


_NEXT_DAY = compiled(
    rf"(?:{DASH}| to | through | and )(?P<next>{DAY_AFTER.replace('?P<next>', '?:')})(?:,? {YEAR})?(?! [a-z]+s\b|[,.:/]\d)"
)


def _second_day(text: str, first: Found) -> Iterator[Found]:
    """The 5 of `May 3-5, 2018`, the month's last day where it has no such day."""
    match = _NEXT_DAY.match(text, first.end)
    if first.rule != "month day" or not match or not first.told.first:
        return
    month = first.told.first
    number = int(re.sub(r"\D", "", match["next"]))
    if number > month.day:
        last = min(number, units.month_end(month).day)
        yield Found(match.start("next"), match.end(), "month day", units.day(month.replace(day=last)))


_TO_THE_DAY = compiled(r",?(?: on| at)? ?")
_SENTENCE = re.compile(r"[.!?]['”\"]?\s+[A-Z“\"]|\n\s*\n")
NEWS = 3
"""Days around publication of which a report tells as its news."""
HOURS = ("clock", "part")
"""Rules that tell a time of day and leave the day to its neighbours."""


def _on_their_days(text: str, found: list[Found], base: date | None) -> list[Found]:
    """The found times with every time of day on its day."""
    days = [
        f for f in found if f.told.kind == "DATE" and f.told.first and f.told.precision == "day" and f.told.first == f.told.last
    ]
    out = []
    for f in found:
        if f.rule in HOURS:
            value = f.told.value.partition("T")[2]
            beside = [d for d in days if _TO_THE_DAY.fullmatch(text, *_between(f, d))]
            before = [
                d for d in days if d.end <= f.start and (_recent(d.told, base) or not _SENTENCE.search(text, d.end, f.start))
            ]
            on = next(iter([*beside, *before[::-1]]), None)
            f = f._replace(told=units.clock(on.told.first if on else base, value, told=on is not None))
        out.append(f)
    return out


def _recent(told: Told, base: date | None) -> bool:
    """Whether a day is of the news itself, so that hours told sentences later may still be its own."""
    return bool(told.first and base and abs(told.first - base) <= timedelta(days=NEWS))


def _between(a: Found, b: Found) -> tuple[int, int]:
    """Where the text between two times begins and ends."""
    return (a.end, b.start) if a.end <= b.start else (b.end, a.start)


_ONE_TIME = compiled(r" (?:at |on )?")


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """The found times with those joined that tell one: `Monday morning at 10 a.m.`"""
    last: Found | None = None
    for f in found:
        if last and {last.rule, f.rule} & {*HOURS} and _ONE_TIME.fullmatch(text, last.end, f.start):
            finer = max(last, f, key=lambda one: ("DATE", "TIME").index(one.told.kind) + (one.rule == "clock"))
            if finer.told.first:
                last = Found(last.start, f.end, finer.rule, finer.told)
                continue
        if last:
            yield last
        last = f
    if last:
        yield last


# -- days, months, years -------------------------------------------------------------------------------------------------------


def _iso(match: Match, ground: Ground) -> Told | None:
    value = iso_dates.clean(match.group())
    if value is None:
        return None
    first = iso_dates.first_day(value)
    return units.day(first) if len(value) == 10 else units.month(first.year, first.month)


def _stamp(match: Match, ground: Ground) -> Told | None:
    value = iso_dates.clean(match["on"])
    return units.clock(iso_dates.first_day(value), match["time"].upper()) if value else None


def _numeric(match: Match, ground: Ground) -> Told | None:
    """Day and month in either order: as only one of them can be, else with dots as in Europe, else what lies nearer to publication."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    orders = [(b, a)] if match["sep"] == "." else [(a, b), (b, a)]
    possible = [date(year, m, d) for m, d in orders if 1 <= m <= 12 and 1 <= d <= monthrange(year, m)[1]]
    if not possible:
        return None
    return units.day(min(possible, key=lambda d: abs(d - ground.base)) if ground.base else possible[0])


def _month_day(match: Match, ground: Ground) -> Told | None:
    month, day, base = words.month_number(match["month"]), int(match["day"]), ground.base
    if not match["year"] and base is None:
        return Told("DATE", f"XXXX-{month:02}-{day:02}")
    years = [int(match["year"])] if match["year"] else _years_around(base)
    days = [date(y, month, day) for y in years if 1 <= day <= monthrange(y, month)[1]]
    told = [units.day(d) for d in days]
    return (told[0] if told else None) if match["year"] else _likeliest(told, ground)


def _years_around(base: date | None) -> list[int]:
    """A year, the one before and the one after."""
    return [y for y in (base.year - 1, base.year, base.year + 1) if 1 <= y < 9999] if base else []


def _likeliest(options: Sequence[Told], ground: Ground) -> Told | None:
    """Of the same day or quarter in several years the one that is meant, seen from publication.

    What a verb suggests counts less than nearness does, unless that is all but undecided.
    """
    base = ground.base
    assert base  # options are made around it
    away = sorted((abs((_middle(told) - base).days), n) for n, told in enumerate(options))
    nearest = [options[n] for _, n in away]
    # A day's grace: a report may be dated the evening before the day it tells of.
    behind = [t for t in nearest if t.first and t.first <= base + timedelta(days=1)]
    ahead = [t for t in nearest if t.last and t.last >= base]
    decided = len(away) < 2 or 2 * away[0][0] <= away[1][0]
    if ground.lean == "near" or decided and ground.lean in ("backward", "forward"):
        side = nearest
    else:
        side = behind if ground.lean in ("past", "backward") else ahead
    return next(iter(side), None)


def _middle(told: Told) -> date:
    """The day in the middle of a stretch of the calendar."""
    assert told.first and told.last  # every option is one
    return told.first + (told.last - told.first) / 2


def _month_year(match: Match, ground: Ground) -> Told | None:
    return units.month(int(match["year"]), words.month_number(match["month"]))


SOON = 4
"""Months ahead up to which a month without a year is rather the coming one, where no verb says so."""


def _month_alone(match: Match, ground: Ground) -> Told | None:
    month, base, which = words.month_number(match["month"]), ground.base, _which(match)
    if base is None:
        return Told("DATE", f"XXXX-{month:02}")
    if match["of"]:
        return units.month(_year_said(match["of"], ground), month)
    soon = ground.lean == "near" and not which and 0 < (month - base.month) % 12 <= SOON
    if (soon or ground.lean in ("forward", "ahead")) and which != "last" or which == "next":
        return units.month(base.year + (month < base.month or month == base.month and which == "next"), month)
    this = month <= base.month and not (which == "last" and month == base.month)
    return units.month(base.year - (not this), month)


def _year(match: Match, ground: Ground) -> Told | None:
    return units.year(int(match["year"]))


def _decade(match: Match, ground: Ground) -> Told | None:
    name = plain(match["name"] or "")
    short = str(words.DECADES[name]) if name else match["short"]
    return units.decade(int(match["decade"] or "19" + short))


def _century(match: Match, ground: Ground) -> Told | None:
    return units.century(words.ordinal(match["nth"])) if 1 <= words.ordinal(match["nth"]) <= 99 else None


_QUARTERS = {"final": 4, "last": 4, "closing": 4, "opening": 1}


def _part_of_year(match: Match, ground: Ground) -> Told | None:
    """A quarter or a half, of the year named or where it lies nearest."""
    halves = match["unit"].lower() == "half"
    nth = match["nth"].lower()
    n = min(_QUARTERS.get(nth, 0), 2 if halves else 4) or words.ordinal(nth)
    if n > (2 if halves else 4):
        return None
    build = units.half if halves else units.quarter
    if match["year"]:
        return build(int(match["year"]), n)
    if ground.base is None:
        return Told("DATE", f"XXXX-{'H' if halves else 'Q'}{n}")
    if match["rel"]:
        return build(_year_said(match["rel"], ground), n)
    near = [build(y, n) for y in _years_around(ground.base)]
    return _likeliest(near, ground)


def _season(match: Match, ground: Ground) -> Told | None:
    code, base, which = words.SEASONS[match["season"].lower()], ground.base, _which(match)
    if match["year"]:
        return units.season(int(match["year"]), code)
    if base is None:
        return Told("DATE", f"XXXX-{code}")
    near = [units.season(y, code) for y in _years_around(base)]
    if which == "last":
        near = [s for s in near if s.last and s.last < base][-1:]
    elif which == "next":
        near = [s for s in near if s.first and s.first > base][:1]
    elif which == "this":
        near = [s for s in near if s.first and s.first.year == base.year] or near
    return _likeliest(near, ground)


_FEASTS: dict[str, Callable[[int], date]] = {
    "new year's day": lambda y: date(y, 1, 1),
    "new year's eve": lambda y: date(y, 12, 31),
    "valentine's day": lambda y: date(y, 2, 14),
    "good friday": lambda y: easter(y) - timedelta(days=2),
    "easter": easter,
    "easter sunday": easter,
    "easter monday": lambda y: easter(y) + timedelta(days=1),
    "may day": lambda y: date(y, 5, 1),
    "bastille day": lambda y: date(y, 7, 14),
    "labor day": lambda y: date(y, 9, 1) + relativedelta(weekday=MO(1)),
    "halloween": lambda y: date(y, 10, 31),
    "thanksgiving": lambda y: date(y, 11, 1) + relativedelta(weekday=TH(4)),
    "fourth of july": lambda y: date(y, 7, 4),
    "christmas eve": lambda y: date(y, 12, 24),
    "christmas day": lambda y: date(y, 12, 25),
    "christmas": lambda y: date(y, 12, 25),
    "boxing day": lambda y: date(y, 12, 26),
}
"""Days that newspapers call by a name alone, by the year."""


def _feast(match: Match, ground: Ground) -> Told | None:
    on, base = _FEASTS[plain(match["feast"]).replace("’", "'")], ground.base
    if match["year"]:
        return units.day(on(int(match["year"])))
    if base is None:
        return Told("DATE", UNKNOWN_DAY)
    near = [units.day(on(y)) for y in _years_around(base)]
    return _likeliest(near, ground)


# -- days and units seen from publication or from what was told -----------------------------------------------------------------

_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}
_STEPS |= {word: 0 for word in ("this", "current", "same", "that", "the")}
_OF_THE_STORY = ("previous", "preceding", "prior", "following", "same", "that")
"""Words that reckon from the date told last rather than from publication."""


def _which(match: Match) -> str:
    """`last`, `this`, `next` or nothing, from the group `which`."""
    word = plain(match["which"] or "").removeprefix("the ").removeprefix("this ")
    return {-1: "last", 1: "next", 0: "this"}[_STEPS[word]] if word else ""


def _year_said(said: str, ground: Ground) -> int:
    """The year of `last year`, `the year` and their like, given what stands before `year`."""
    word = plain(said).split()[-1]
    start = ground.day("year") if word in (*_OF_THE_STORY, "the") else ground.base
    assert start  # callers have a day of publication
    return start.year + _STEPS[word]


def _near_day(match: Match, ground: Ground) -> Told | None:
    if ground.base is None:
        return Told("DATE", UNKNOWN_DAY)
    said = plain(match.group())
    step = {"yesterday": -1, "tomorrow": 1}.get(said, -2 if "before" in said else 2 if "after" in said else 0)
    return _day(ground.base, step)


def _day(base: date, step: int) -> Told | None:
    moved = units.shift(base, step, "day")
    return units.day(moved) if moved else None


def _near_night(match: Match, ground: Ground) -> Told | None:
    """`last night`, `tonight`, `this morning`, `overnight`."""
    said = plain(match.group())
    part = next((code for word, code in words.PARTS.items() if word in said), "NI")
    on = ground.base and units.shift(ground.base, -1 if said.startswith("last") else 0, "day")
    return units.clock(on, part)


def _weekday(match: Match, ground: Ground) -> Told | None:
    number, base, which = words.weekday_number(match["weekday"]), ground.base, _which(match)
    if base is None:
        return Told("DATE", f"XXXX-WXX-{number + 1}")
    if plain(match["which"] or "").split(" ")[-1] in _OF_THE_STORY:
        base = ground.day("day") or base
    ahead = (number - base.weekday()) % 7
    if which == "next" or ground.lean in ("forward", "ahead") and which != "last":
        return _day(base, ahead or (7 if which == "next" else 0))
    back = (7 - ahead) % 7
    return _day(base, -back or (-7 if which == "last" else 0))


_HOURS = ("hour", "minute", "second")
"""Units that leave the day as it is."""
_FINER = {"week": "day", "fortnight": "day", "weekend": "day", "decade": "year", "century": "year"}


def _ago(match: Match, ground: Ground) -> Told | None:
    """`three days ago` from publication, `three days earlier` from the date told last."""
    (_, n), unit, way = words.counted(match), words.unit_of(match), plain(match["way"] or "")
    n = n if match["n"] else None
    base = ground.base if way in ("ago", "from now", "hence", "time") else ground.day(unit)
    forward = way in ("later", "from now", "hence", "after", "afterwards", "time")
    if n is None or base is None:
        return units.reference("FUTURE_REF" if forward else "PAST_REF")
    if unit in _HOURS:
        return units.clock(base, "XX:XX", told=False)
    if n % 1:
        n, unit = n * {"year": 12, "month": 30, "week": 7}.get(unit, 1), {"year": "month"}.get(unit, "day")
    moved = units.shift(base, int(n) if forward else -int(n), unit)
    if moved is None:
        return None
    told, finer = units.around(moved, unit), _FINER.get(unit)
    # The value is as coarse as the unit; the calendar is not: two weeks ago is a day, a decade ago is a year.
    return units.around(moved, finer)._replace(value=told.value) if finer else told


def _the_day_before(match: Match, ground: Ground) -> Told | None:
    """`the day before`, `the year after`: beside the date told last."""
    start = ground.day(words.unit_of(match))
    if start is None:
        return Told("DATE", UNKNOWN_DAY)
    moved = units.shift(start, 1 if match["way"].lower() in ("after", "later", "following") else -1, words.unit_of(match))
    return units.around(moved, words.unit_of(match)) if moved else None


def _this_unit(match: Match, ground: Ground) -> Told | None:
    word, unit = plain(match["which"]).removeprefix("this "), words.unit_of(match)
    base = ground.day(unit) if word in _OF_THE_STORY or (word == "next" and unit == "day") else ground.base
    if base is None:
        return Told("DATE", UNKNOWN_DAY)
    start = base.replace(day=1) if unit in ("month", "quarter") else base
    moved = units.shift(start, _STEPS[word], unit)
    return units.around(moved, unit) if moved else None


WEEKEND = 5
"""Saturday; before it `over the weekend` means the last one."""


def _unit_of_story(match: Match, ground: Ground) -> Told | None:
    """`in the month`, `for the entire year`: of the date told last."""
    start = ground.day(words.unit_of(match))
    if start and words.unit_of(match) == "weekend" and start.weekday() < WEEKEND and ground.lean not in ("forward", "ahead"):
        start = units.shift(start, -1, "week")
    return units.around(start, words.unit_of(match)) if start else Told("DATE", UNKNOWN_DAY)


def _that_time(match: Match, ground: Ground) -> Told | None:
    return ground.told or units.reference("PAST_REF")


def _same_period(match: Match, ground: Ground) -> Told | None:
    """`the same period last year`: a year before the date told last."""
    told = ground.told or (units.around(ground.base, "year") if ground.base else None)
    return units.year_earlier(told) if told else Told("DATE", UNKNOWN_DAY)


def _week_of_month(match: Match, ground: Ground) -> Told | None:
    """`the last week of March`, `the first week of May 2018`."""
    told = (_month_year if match["year"] else _month_alone)(match, ground)
    if told is None or told.first is None or told.last is None:
        return told
    nth = match["nth"].lower()
    if nth in ("last", "final"):
        return units.week(told.last - timedelta(days=6))
    return units.week(told.first + timedelta(days=7 * words.ordinal(nth) - 4))


# -- durations, sets, references, clocks ----------------------------------------------------------------------------------------


def _duration(match: Match, ground: Ground) -> Told | None:
    return units.duration(words.counted(match)[0], words.unit_of(match))


def _in_duration(match: Match, ground: Ground) -> Told | None:
    """`in three weeks`: a stretch, and where a plan is told the day at its end."""
    told, (_, n), unit = _duration(match, ground), words.counted(match), words.unit_of(match)
    if told and n is not None and ground.base and ground.lean == "ahead" and unit in units.DAYS | units.YEARS | {"month": 1}:
        moved = units.shift(ground.base, int(n), unit)
        if moved:
            end = units.around(moved, unit)
            exact = unit in units.DAYS
            return told._replace(first=moved if exact else end.first, last=moved if exact else end.last, precision=end.precision)
    return told


def _stretch(match: Match, ground: Ground) -> Told | None:
    """`the past three days`: a stretch that ends or begins with publication."""
    (said, n), unit = words.counted(match), words.unit_of(match)
    told = units.duration(said if match["n"] else 1, unit)
    if n is None or ground.base is None or unit in _HOURS:
        return told
    ahead = _STEPS[plain(match["which"])] > 0
    far = units.shift(ground.base, int(n) if ahead else -int(n), unit)
    if far is None:
        return told
    whole = units.around(far, "year" if unit in units.YEARS else "month" if unit == "month" else "day")
    first, last = (ground.base, whole.last) if ahead else (whole.first, ground.base)
    return told._replace(first=first, last=last)


def _unsaid(match: Match, ground: Ground) -> Told | None:
    return units.duration(None, words.unit_of(match))


def _one_unit(match: Match, ground: Ground) -> Told | None:
    return units.duration(1, words.unit_of(match))


_ADVERBS = {"annual": (1, "year"), "yearly": (1, "year"), "quarterly": (1, "quarter"), "monthly": (1, "month")}
_ADVERBS |= {
    "weekly": (1, "week"),
    "daily": (1, "day"),
    "hourly": (1, "hour"),
    "fortnightly": (2, "week"),
    "biweekly": (2, "week"),
}
_ADVERBS |= {"semi-annual": (6, "month"), "semiannual": (6, "month"), "biannual": (6, "month"), "biennial": (2, "year")}


def _adverb(match: Match, ground: Ground) -> Told | None:
    n, unit = _ADVERBS[match["often"].lower()]
    return Told("SET", units.period(n, unit))


def _every(match: Match, ground: Ground) -> Told | None:
    n = 2 if match["other"] else words.counted(match)[0]
    return Told("SET", units.period(n, words.unit_of(match)))


def _every_weekday(match: Match, ground: Ground) -> Told | None:
    return Told("SET", f"XXXX-WXX-{words.weekday_number(match['weekday']) + 1}")


def _every_part(match: Match, ground: Ground) -> Told | None:
    return Told("SET", f"{UNKNOWN_DAY}T{words.PARTS[match['part'].lower()]}")


def _rate(match: Match, ground: Ground) -> Told | None:
    return Told("SET", units.period(1, words.unit_of(match)))


_REFERENCES = {
    "PRESENT_REF": r"now|right now|currently|presently|nowadays|these days|at present|at the moment|the present|ongoing|current(?! of)",
    "PAST_REF": r"recently|lately|recent|the (?:recent |distant )?past",
    "FUTURE_REF": r"soon|shortly|(?:the )?(?:near |foreseeable |distant )?future|the (?:long|short) term|(?:long|short)-term",
}


def _references(match: Match, ground: Ground) -> Told | None:
    return units.reference(next(value for value in _REFERENCES if match[value]))


_ZONE = (
    rf"(?:\s?\(?(?:(?P<zone>{'|'.join(sorted(words.ZONES, key=len, reverse=True))})\b(?:\s?(?P<offset>[+−–-]\d{{1,2}})(?::?\d\d)?)?"
    rf"|(?P<place>[ep]t\b|(?:{'|'.join(words.PLACES)})(?: standard| daylight)? time\b)|local time\b)\)?)?"
)


def _clock(match: Match, ground: Ground) -> Told | None:
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["noon"] or "").lower()
    if half and not 1 <= hour <= 12 or hour > 24:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return units.clock(None, f"{hour:02}:{minute:02}{_zone(match, ground.base)}")


def _clock_word(match: Match, ground: Ground) -> Told | None:
    return units.clock(None, f"{'00' if match['word'].lower() == 'midnight' else '12'}:00{_zone(match, ground.base)}")


_MINUS = str.maketrans("−–", "--")


def _zone(match: Match, base: date | None) -> str:
    """The offset of the zone told, as ISO has it; `Z` for UTC and GMT."""
    if match["place"] and base:
        place = re.sub(r"(?: standard| daylight)? time$", "", plain(match["place"]))
        zone = tz.gettz(words.PLACES[place])
        offset = datetime.combine(base, time(12), zone).utcoffset() or timedelta()
        return f"{offset // timedelta(hours=1):+03}:00"
    if not match["zone"]:
        return ""
    ahead = words.ZONES[match["zone"].lower()] + int((match["offset"] or "0").translate(_MINUS))
    return f"{ahead:+03}:00" if ahead else "Z"


def _part(match: Match, ground: Ground) -> Told | None:
    return units.clock(None, words.PARTS[match["part"].lower()])


def _part_of_next(match: Match, ground: Ground) -> Told | None:
    """`the next morning`: of the day told last."""
    start, word = ground.day("day"), plain(match["which"]).split()[-1]
    return units.clock(start and units.shift(start, _STEPS[word], "day"), words.PARTS[match["part"].lower()])


# -- the table ------------------------------------------------------------------------------------------------------------------

_WHICH = r"(?P<which>this past|last|past|previous|preceding|prior|next|coming|upcoming|following|this|current|that|same)"
_LAST_NEXT = r"(?:(?P<which>last|next|this|this past|this coming|the following|the previous) )?"
_NO_YEAR = r"(?P<year>(?!))?"
_OF_REL = r"(?:,? (?:of|in))?(?: the)?(?: fiscal(?: year)?)? "
_OF_YEAR = rf"(?:{_OF_REL}{YEAR}|(?:,? of|,? in)? (?P<rel>last|this|next|the|that|the previous|the same) (?:fiscal )?year)?"
_NTH = r"(?P<nth>first|second|third|fourth|final|last|opening|closing|1st|2nd|3rd|4th)"
_NTHS = "|".join(sorted(words.ORDINALS, key=len, reverse=True))
_CLAUSE_END = r"(?=\s*(?:[,.;:)!?'”\"]|$|\band\b|\bbut\b|[-–—]))"
_WAY = rf"(?P<way>(?:ago|earlier|previously|prior(?! to)|later|from now|hence|afterwards)\b|(?:before|after)\b{_CLAUSE_END})"
_COUNT_TO = rf"(?:{N.replace('?P<n>', '?:').replace('?P<half>', '?:')}(?: to | or |{DASH}))?"
_NUMBER = _COUNT_TO + N
_KIND = (
    r"(?:(?:more|additional|further|consecutive|straight|successive|full|whole|long|business|working|trading|calendar|fiscal) )?"
)

RULES: list[Rule] = [
    Rule("stamp", compiled(r"\b(?P<on>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)"), _stamp),
    Rule("iso", compiled(r"\b\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?\b"), _iso),
    Rule("numeric", compiled(r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)?\d\d)(?![\d/-])"), _numeric),
    Rule("numeric", compiled(r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>\.)(?P<b>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d)"), _numeric),
    Rule("month day", compiled(rf"{ON_WEEKDAY}{DAY}(?: of)?[- ]{MONTH}(?:,?[- ]{YEAR})"), _month_day),
    Rule("month day", compiled(rf"{ON_WEEKDAY}{MONTH} {DAY}(?=(?:{TO}| and ){DAY_AFTER},? {YEAR})"), _month_day),
    Rule("month day", compiled(rf"{ON_WEEKDAY}{MONTH} {DAY}(?:,? {YEAR})?"), _month_day),
    Rule("month day", compiled(rf"{ON_WEEKDAY}(?:the )?{DAY}(?: of)?[- ]{MONTH}{_NO_YEAR}"), _month_day),
    Rule("day of range", compiled(rf"{DAY}(?=(?:{TO}| and ){DAY_AFTER}(?: of)? {MONTH}(?:,? {YEAR})?)"), _month_day),
    Rule("month year", compiled(rf"{MONTH}(?:,?(?: of)? |-){YEAR}"), _month_year),
    Rule("month of range", compiled(rf"{MONTH}(?=(?:{TO}| and )(?:early |late |mid-)?{MONTH_WORD},? {YEAR})"), _month_year),
    Rule("month", compiled(rf"\b{_LAST_NEXT}{MONTH}(?: (?:of )?(?P<of>last|this|next|that|the same|the previous|the following) year)?"), _month_alone),
    Rule("year", compiled(rf"\b(?:(?:the )?(?:fiscal )?year |fiscal |FY ?)?{YEAR}"), _year),
    Rule("decade", compiled(rf"\b(?:the )?(?:(?P<decade>1[5-9]\d0|20\d0)'?s|['’‘]?(?P<short>[2-9]0)'?s|(?P<name>{'|'.join(words.DECADES)}))\b"), _decade),
    Rule("century", compiled(rf"\b(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{_NTHS})[- ]century\b"), _century),
    Rule("part of year", compiled(rf"\b(?:the )?(?:fiscal[- ])?{_NTH}[- ](?:fiscal[- ])?(?P<unit>quarter|half)\b{_OF_YEAR}"), _part_of_year),
    Rule("part of year", compiled(rf"\b(?P<unit>q)(?P<nth>[1-4])(?P<rel>(?!))?(?:[ ,]*(?:of )?{YEAR})?\b"), _part_of_year),
    Rule("season", compiled(rf"\b{_LAST_NEXT}(?:the )?(?P<season>{'|'.join(words.SEASONS)})\b(?:,?(?: of)? {YEAR})?"), _season),
    Rule("feast", compiled(rf"\b(?P<feast>{'|'.join(_FEASTS).replace(chr(39), '[’' + chr(39) + ']')})\b(?:,? {YEAR})?"), _feast),
    Rule("near day", compiled(r"\b(?:(?:the )?day before yesterday|(?:the )?day after tomorrow|yesterday|tomorrow|today)\b"), _near_day),
    Rule("night", compiled(r"\b(?:last night|overnight|tonight|this (?:morning|afternoon|evening))\b"), _near_night),
    Rule("weekday", compiled(rf"\b{_LAST_NEXT}{WEEKDAY}(?!\w)"), _weekday),
    Rule("ago", compiled(rf"{_NUMBER} {UNIT} {_WAY}"), _ago),
    Rule("ago", compiled(rf"\b(?P<n>(?!))?(?P<half>(?!))?(?P<unit>{words.UNIT_WORD})s {_WAY}"), _ago),
    Rule("in time", compiled(rf"(?<=\bin\s){N} {UNIT}['’]? (?P<way>time)\b"), _ago),
    Rule("in", compiled(rf"(?<=\bin\s){N} {UNIT}"), _in_duration),
    Rule("stretch", compiled(rf"\b(?:the )?(?P<which>last|past|previous|next|coming|following) (?:{N}) {_KIND}{UNIT}"), _stretch),
    Rule("stretch", compiled(rf"\b(?:the )?(?P<which>past) (?P<n>(?!))?(?P<half>(?!))?(?!weekend){UNIT}"), _stretch),
    Rule("unsaid", compiled(rf"\b(?:the )?(?:recent|past|previous|subsequent|ensuing|coming|following|last|next) {UNIT.replace('s?', 's')}"), _unsaid),
    Rule("unit", compiled(rf"\b(?:the )?{_WHICH} (?P<unit>day|week|weekend|month|quarter|year|decade|century)\b"), _this_unit),
    Rule("day before", compiled(rf"\b(?:the )?{UNIT} (?P<way>before|previous|earlier|prior|after|later|following){_CLAUSE_END}"), _the_day_before),
    Rule("story", compiled(r"\b(?:the )(?:(?P<whole>entire|whole|full) )?(?P<unit>day|week|weekend|month|quarter|year|decade|century)\b"), _unit_of_story),
    Rule("week of month", compiled(rf"\b(?:the )?{_NTH} week (?:of|in) (?P<which>(?!))?(?P<of>(?!))?{MONTH}(?:,? {YEAR})?"), _week_of_month),
    Rule("that time", compiled(r"\b(?:that time|(?<=at\s)the time)\b"), _that_time),
    Rule("same period", compiled(
        r"\b(?:the )?(?:(?:same|corresponding|equivalent) (?:period|time|month|quarter|week|day|point)"
        r"(?: (?:of |in )?(?:last year|the (?:previous|prior) year)| (?:a|one) year (?:ago|earlier|before))"
        r"|year[- ](?:ago|earlier)(?: (?:period|quarter|month))?|this time last year)\b"), _same_period),
    Rule("unit end", compiled(r"\b(?P<unit>year|month|week)-end\b"), _unit_of_story),
    Rule("number of range", compiled(rf"{N}(?=(?: and | to ){N.replace('?P<n>', '?:').replace('?P<half>', '?:')} {UNIT})"), _duration),
    Rule("duration", compiled(rf"{_NUMBER}[- ]{_KIND}{UNIT}(?:[- ](?:old|long)\b)?"), _duration),
    Rule("plural", compiled(r"\b(?P<unit>hour|day|week|month|year|decade|centurie)s\b(?:-long)?"), _unsaid),
    Rule("long", compiled(r"\b(?P<unit>hour|day|week|month|year|decade|century)-?long\b"), _one_unit),
    Rule("adverb", compiled(rf"\b(?P<often>{'|'.join(_ADVERBS)})(?:ly)?\b"), _adverb),
    Rule("every", compiled(rf"\b(?:every|each) (?:(?P<other>other) |{N} )?(?P<unit>hour|day|week|weekend|month|quarter|year|decade)s?\b"), _every),
    Rule("weekdays", compiled(rf"\b(?:every|each) {WEEKDAY}"), _every_weekday),
    Rule("weekdays", compiled(rf"{WEEKDAY}(?:s| (?:mornings|afternoons|evenings|nights))\b"), _every_weekday),
    Rule("parts", compiled(r"\b(?:every|each) (?P<part>morning|afternoon|evening|night)\b"), _every_part),
    Rule("rate", compiled(r"\b(?:an?|per) (?P<unit>hour|day|week|weekend|month|quarter|year|decade)\b"), _rate),
    Rule("reference", compiled("|".join(rf"\b(?P<{value}>{said})\b" for value, said in _REFERENCES.items())), _references),
    Rule("clock", compiled(rf"\b(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<noon>[ap])\.?m\b\.?{_ZONE}"), _clock),
    Rule("clock", compiled(rf"\b(?P<hour>\d{{1,2}})\.(?P<minute>[0-5]\d)(?P<noon>(?!))?{_ZONE[:-1]}"), _clock),
    Rule("clock", compiled(rf"\b(?P<hour>\d{{1,2}}):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?P<noon>(?!))?\b{_ZONE}"), _clock),
    Rule("clock", compiled(rf"\b(?P<hour>\d{{1,2}})(?P<minute>(?!))?\s?(?P<noon>[ap])\.?m\b\.?{_ZONE}"), _clock),
    Rule("clock", compiled(rf"\b(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<noon>(?!))?{_ZONE[:-1]}"), _clock),
    Rule("clock", compiled(rf"\b(?P<word>noon|midday|midnight)\b{_ZONE}"), _clock_word),
    Rule("part of next", compiled(r"\b(?:the )?(?P<which>next|following|previous|same|very same) (?P<part>morning|afternoon|evening|night)\b"), _part_of_next),
    Rule("part", compiled(r"\b(?:(?:the|that) )?(?P<part>morning|afternoon|evening|night)\b"), _part),
]  # fmt: skip
"""All rules; where two take the same words the earlier one counts."""
