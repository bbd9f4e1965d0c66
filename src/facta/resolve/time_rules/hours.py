"""Times of day: clocks with their zones, mornings and nights. Those that name no day wait for `scan` to give them one."""

import re
from datetime import date, datetime, time, timedelta

from dateutil import tz

from facta.resolve.time_rules import units, words
from facta.resolve.time_rules.ground import STEPS, Ground, Match
from facta.resolve.time_rules.units import Told
from facta.resolve.time_rules.words import plain
from facta.values import dates as iso_dates


def stamp(match: Match, ground: Ground) -> Told | None:
    """`2018-04-03T10:00Z`."""
    value = iso_dates.clean(match["on"])
    return units.clock(iso_dates.first_day(value), match["time"].upper()) if value else None


def near_night(match: Match, ground: Ground) -> Told | None:
    """`last night`, `tonight`, `this morning`, `overnight`."""
    said = plain(match.group())
    part = next((code for word, code in words.PARTS.items() if word in said), "NI")
    on = ground.base and units.shift(ground.base, -1 if said.startswith("last") else 0, "day")
    return units.clock(on, part)


ZONE = (
    rf"(?:\s?\(?(?:(?P<zone>{'|'.join(sorted(words.ZONES, key=len, reverse=True))})\b"
    r"(?:\s?(?P<offset>[+−–-]\d{1,2}(?::?\d\d)?))?"
    rf"|(?P<place>[ep]t\b|(?:{'|'.join(words.PLACES)})(?: standard| daylight)? time\b)|local time\b)\)?)"
)
"""The time zone after a clock: `UTC`, `(GMT +8)`, `Pacific time`."""


def clock(match: Match, ground: Ground) -> Told | None:
    """`6:40 p.m. (GMT +8)`, `18:00 UTC`, `0930 GMT`."""
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["noon"] or "").lower()
    if hour > 24 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return units.clock(None, f"{hour:02}:{minute:02}{_zone(match, ground.base)}")


def clock_word(match: Match, ground: Ground) -> Told | None:
    """`noon`, `midnight`."""
    return units.clock(None, f"{'00' if match['word'].lower() == 'midnight' else '12'}:00{_zone(match, ground.base)}")


_SIGNED = re.compile(r"(?P<sign>[+−–-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?")


def _zone(match: Match, base: date | None) -> str:
    """The offset of the zone told, as ISO has it; `Z` for UTC and GMT."""
    if match["place"] and base:
        place = re.sub(r"(?: standard| daylight)? time$", "", plain(match["place"]))
        zone = tz.gettz(words.PLACES[place])
        offset = datetime.combine(base, time(12), zone).utcoffset() or timedelta()
        return _offset(offset)
    if not match["zone"]:
        return ""
    ahead = timedelta(hours=words.ZONES[match["zone"].lower()])
    if said := _SIGNED.fullmatch(match["offset"] or ""):
        more = timedelta(hours=int(said["hours"]), minutes=int(said["minutes"] or 0))
        ahead += more if said["sign"] == "+" else -more
    return _offset(ahead) if ahead else "Z"


def _offset(ahead: timedelta) -> str:
    """As ISO has it: `-03:30`."""
    hours, minutes = divmod(abs(ahead) // timedelta(minutes=1), 60)
    return f"{'-' if ahead < timedelta() else '+'}{hours:02}:{minutes:02}"


def part(match: Match, ground: Ground) -> Told | None:
    """`morning` and its like."""
    return units.clock(None, words.PARTS[match["part"].lower()])


def part_of_next(match: Match, ground: Ground) -> Told | None:
    """`the next morning`: of the day told last."""
    start, word = ground.day("day"), plain(match["which"]).split()[-1]
    return units.clock(start and units.shift(start, STEPS[word], "day"), words.PARTS[match["part"].lower()])
