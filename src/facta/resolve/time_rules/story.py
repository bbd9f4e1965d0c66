"""Dates seen from the day of publication or from what was told before: `yesterday`, `last week`, `two days earlier`."""

from datetime import date, timedelta

from facta.resolve.time_rules import days, units, words
from facta.resolve.time_rules.ground import OF_THE_STORY, STEPS, Ground, Match, which
from facta.resolve.time_rules.units import UNKNOWN_DAY, Told
from facta.resolve.time_rules.words import plain


def near_day(match: Match, ground: Ground) -> Told | None:
    """`yesterday`, `today`, `the day after tomorrow`."""
    if ground.base is None:
        return Told("DATE", UNKNOWN_DAY)
    said = plain(match.group())
    return _day(ground.base, _NEAR_DAYS[said.removeprefix("the ")])


_NEAR_DAYS = {"day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2}


def _day(base: date, step: int) -> Told | None:
    moved = units.shift(base, step, "day")
    return units.day(moved) if moved else None


def weekday(match: Match, ground: Ground) -> Told | None:
    """`Tuesday`, `next Friday`, `the following Monday`."""
    number, base, side = words.weekday_number(match["weekday"]), ground.base, which(match)
    if base is None:
        return Told("DATE", f"XXXX-WXX-{number + 1}")
    if plain(match["which"] or "").split(" ")[-1] in OF_THE_STORY:
        base = ground.day("day") or base
    ahead = (number - base.weekday()) % 7
    if side == "next" or (side != "last" and ground.lean in ("forward", "ahead")):
        return _day(base, ahead or (7 if side == "next" else 0))
    back = (7 - ahead) % 7
    return _day(base, -back or (-7 if side == "last" else 0))


def weekday_week(match: Match, ground: Ground) -> Told | None:
    """`Friday week`, `a week on Friday`: a week after the next such day."""
    number, base = words.weekday_number(match["weekday"]), ground.base
    if base is None:
        return Told("DATE", f"XXXX-WXX-{number + 1}")
    return _day(base, 7 + (number - base.weekday()) % 7)


def weekday_of_week(match: Match, ground: Ground) -> Told | None:
    """`Tuesday last week`, `Monday of next week`, `Tuesday two weeks ago`."""
    number, said = words.weekday_number(match["weekday"]), match.groupdict()
    base = ground.day("day") if (said.get("which") or "").startswith("the ") else ground.base
    if base is None:
        return Told("DATE", f"XXXX-WXX-{number + 1}")
    if which_week := said.get("which"):
        weeks = STEPS[plain(which_week).split()[-1]]
    elif (n := words.counted(match)[0]) is not None:
        weeks = -int(n)
    else:
        return units.reference("PAST_REF")
    return _day(base, number - base.weekday() + 7 * weeks)


def ago(match: Match, ground: Ground) -> Told | None:
    """`three days ago` from publication, `three days earlier` from the date told last; several weeks tell the month."""
    (_, n), unit, way = words.counted(match), words.unit_of(match), plain(match["way"] or "")
    n = n if match["n"] else None
    base = ground.base if way in ("ago", "from now", "hence", "time") else ground.day(unit)
    forward = way in ("later", "from now", "hence", "after", "afterwards", "time")
    if n is None or base is None:
        return units.reference("FUTURE_REF" if forward else "PAST_REF")
    if unit in units.CLOCK_UNITS:
        return units.clock(base, "XX:XX", told=False)
    if n % 1:
        n, unit = n * {"year": 12, "month": 30, "week": 7}.get(unit, 1), {"year": "month"}.get(unit, "day")
    moved = units.shift(base, int(n) if forward else -int(n), unit)
    if moved and n > 1 and unit in ("week", "fortnight"):
        return units.month(moved.year, moved.month)._replace(value=units.week(moved).value)
    return units.exact(moved, unit) if moved else None


def anniversary(match: Match, ground: Ground) -> Told | None:
    """`five years ago this week`, `ten years ago today`: as many years before the time that stands behind."""
    n, base = words.counted(match)[0], ground.base
    if n is None or n % 1 or base is None:
        return units.reference("PAST_REF")
    moved = units.shift(base, -int(n), "year")
    if moved and match["day"]:
        moved = units.shift(moved, _NEAR_DAYS[match["day"].lower()], "day")
    return units.around(moved, match["unit"] or "day") if moved else None


def day_before(match: Match, ground: Ground) -> Told | None:
    """`the day before`, `the year after`: beside the date told last."""
    start = ground.day(words.unit_of(match))
    if start is None:
        return Told("DATE", UNKNOWN_DAY)
    moved = units.shift(start, 1 if match["way"].lower() in ("after", "later") else -1, words.unit_of(match))
    return units.around(moved, words.unit_of(match)) if moved else None


def this_unit(match: Match, ground: Ground) -> Told | None:
    """`last week`, `this year`, `the following day`."""
    word, unit = plain(match["which"]).removeprefix("this "), words.unit_of(match)
    base = ground.day(unit) if word in OF_THE_STORY or (word == "next" and unit == "day") else ground.base
    if base is None:
        return Told("DATE", UNKNOWN_DAY)
    start = base.replace(day=1) if unit in ("month", "quarter") else base
    moved = units.shift(start, STEPS[word], unit)
    return units.around(moved, unit) if moved else None


WEEKEND = 5
"""Saturday; before it `over the weekend` means the last one."""


def unit_of_story(match: Match, ground: Ground) -> Told | None:
    """`in the month`, `for the entire year`: of the date told last."""
    start = ground.day(words.unit_of(match))
    if start and words.unit_of(match) == "weekend" and start.weekday() < WEEKEND and ground.lean not in ("forward", "ahead"):
        start = units.shift(start, -1, "week")
    return units.around(start, words.unit_of(match)) if start else Told("DATE", UNKNOWN_DAY)


def that_time(match: Match, ground: Ground) -> Told | None:
    """The date told last."""
    return ground.told or units.reference("PAST_REF")


def same_period(match: Match, ground: Ground) -> Told | None:
    """`the same period last year`: a year before the date told last."""
    told = ground.told or (units.around(ground.base, "year") if ground.base else None)
    return units.year_earlier(told) if told else Told("DATE", UNKNOWN_DAY)


MOST = timedelta(days=3)
"""A week belongs to the month in which most of its days lie."""


def week_of_month(match: Match, ground: Ground) -> Told | None:
    """`the last week of March`, `the first week of May 2018`."""
    told = (days.month_year if match["year"] else days.month_alone)(match, ground)
    if told is None or told.first is None or told.last is None:
        return told
    nth = match["nth"].lower()
    if nth in ("last", "final"):
        return units.week(told.last - MOST)
    return units.week(told.first + MOST + timedelta(days=7 * words.ordinal(nth) - 7))
