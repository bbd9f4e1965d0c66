"""Dates of the calendar: days, months, quarters, seasons, years and feasts, and which year they mean when they name none."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import MO, TH, relativedelta

from facta.resolve.time_rules import units, words
from facta.resolve.time_rules.ground import Ground, Match, which, year_said
from facta.resolve.time_rules.units import UNKNOWN_DAY, Told
from facta.resolve.time_rules.words import plain
from facta.values import dates as iso_dates


def iso(match: Match, ground: Ground) -> Told | None:
    """`2018-04-03`, `2018-04`."""
    value = iso_dates.clean(match.group())
    if value is None:
        return None
    first = iso_dates.first_day(value)
    return units.day(first) if len(value) == 10 else units.month(first.year, first.month)


def numeric(match: Match, ground: Ground) -> Told | None:
    """`3/4/2018`, `3.4.2018`.

    With dots the day comes first; else the order that can be counts, and of two that can the one nearer to publication.
    """
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    orders = [(b, a)] if match["sep"] == "." else [(a, b), (b, a)]
    possible = [date(year, m, d) for m, d in orders if 1 <= m <= 12 and 1 <= d <= monthrange(year, m)[1]]
    if not possible:
        return None
    base = ground.base or possible[0]
    return units.day(min(possible, key=lambda d: abs(d - base)))


def month_day(match: Match, ground: Ground) -> Told | None:
    """`3 April 2018`, `April 3rd`, `3 April next year`."""
    month, day = words.month_number(match["month"]), int(match["day"])
    if not match["year"] and ground.base is None:
        return Told("DATE", f"XXXX-{month:02}-{day:02}")
    said = match["year"] or (year_said(rel, ground) if (rel := match.groupdict().get("rel")) else None)
    years = [int(said)] if said else _years_around(ground.base)
    told = [units.day(date(y, month, day)) for y in years if 1 <= day <= monthrange(y, month)[1]]
    return next(iter(told), None) if said else _likeliest(told, ground)


def _years_around(base: date | None) -> list[int]:
    """A year, the one before and the one after."""
    return [y for y in (base.year - 1, base.year, base.year + 1) if 1 <= y < 9999] if base else []


CLOSE = 45
"""Days from publication up to which a day or quarter without a year is that one, whatever is thought of the act: nobody leaves
out the year of one that is almost a year away."""


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
    close = any(days <= CLOSE for days, _ in away)
    if ground.lean == "near" or close or (decided and ground.lean in ("backward", "forward")):
        side = nearest
    else:
        side = behind if ground.lean in ("past", "backward") else ahead
    return next(iter(side), None)


def _middle(told: Told) -> date:
    """The day in the middle of a stretch of the calendar."""
    assert told.first and told.last  # every option is one
    return told.first + (told.last - told.first) / 2


def month_year(match: Match, ground: Ground) -> Told | None:
    """`Nov 2017`."""
    return units.month(int(match["year"]), words.month_number(match["month"]))


SOON = 4
"""Months ahead up to which a month without a year is rather the coming one, where no verb says so."""


def month_alone(match: Match, ground: Ground) -> Told | None:
    """`last November`, `October of next year`, `March`."""
    month, base, side = words.month_number(match["month"]), ground.base, which(match)
    if base is None:
        return Told("DATE", f"XXXX-{month:02}")
    if match["of"]:
        return units.month(year_said(match["of"], ground), month)
    soon = ground.lean == "near" and not side and 0 < (month - base.month) % 12 <= SOON
    if side == "next" or (side != "last" and (soon or ground.lean in ("forward", "ahead"))):
        return units.month(base.year + (month < base.month or (month == base.month and side == "next")), month)
    this = month < base.month or (month == base.month and side != "last")
    return units.month(base.year - (not this), month)


def year(match: Match, ground: Ground) -> Told | None:
    """`2014`, `fiscal 2014`."""
    return units.year(int(match["year"]))


def decade(match: Match, ground: Ground) -> Told | None:
    """`the 1960s`, `the sixties`."""
    name = plain(match["name"] or "")
    short = str(words.DECADES[name]) if name else match["short"]
    return units.decade(int(match["decade"] or "19" + short))


def century(match: Match, ground: Ground) -> Told | None:
    """`the 19th century`."""
    nth = words.ordinal(match["nth"])
    return units.century(nth) if 1 <= nth <= 99 else None


_ENDS = {"final": 4, "last": 4, "closing": 4, "opening": 1}


def part_of_year(match: Match, ground: Ground) -> Told | None:
    """`the third quarter of 2008`, `the first half of this year`, `Q3`."""
    build, most = (units.half, 2) if match["unit"].lower() == "half" else (units.quarter, 4)
    nth = match["nth"].lower()
    n = min(_ENDS.get(nth, 0), most) or words.ordinal(nth)
    if n > most:
        return None
    if match["year"]:
        return build(int(match["year"]), n)
    if ground.base is None:
        return Told("DATE", f"XXXX-{'Q' if most == 4 else 'H'}{n}")
    if match["rel"]:
        return build(year_said(match["rel"], ground), n)
    return _likeliest([build(y, n) for y in _years_around(ground.base)], ground)


def season(match: Match, ground: Ground) -> Told | None:
    """`the summer of 2011`, `last spring`."""
    code, base, side = words.SEASONS[match["season"].lower()], ground.base, which(match)
    if match["year"]:
        return units.season(int(match["year"]), code)
    if base is None:
        return Told("DATE", f"XXXX-{code}")
    near = [units.season(y, code) for y in _years_around(base)]
    if side == "last":
        near = [s for s in near if s.last and s.last < base][-1:]
    elif side == "next":
        near = [s for s in near if s.first and s.first > base][:1]
    elif side == "this":
        near = [s for s in near if s.first and s.first.year == base.year] or near
    return _likeliest(near, ground)


FEASTS: dict[str, Callable[[int], date]] = {
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
FEAST = "|".join(FEASTS).replace("'", "['’]")
"""Their names as a pattern."""


def feast(match: Match, ground: Ground) -> Told | None:
    """`Christmas`, `New Year's Eve 1999`."""
    on = FEASTS[plain(match["feast"]).replace("’", "'")]
    if match["year"]:
        return units.day(on(int(match["year"])))
    if ground.base is None:
        return Told("DATE", UNKNOWN_DAY)
    return _likeliest([units.day(on(y)) for y in _years_around(ground.base)], ground)
