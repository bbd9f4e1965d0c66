"""Durations, what comes back, and times that no calendar shows: `three years`, `weekly`, `recently`."""

from facta.resolve.time_rules import units, words
from facta.resolve.time_rules.ground import STEPS, Ground, Match
from facta.resolve.time_rules.units import UNKNOWN_DAY, Told
from facta.resolve.time_rules.words import plain


def duration(match: Match, ground: Ground) -> Told | None:
    """`three years`, `27-year`."""
    return units.duration(words.counted(match)[0], words.unit_of(match))


def in_duration(match: Match, ground: Ground) -> Told | None:
    """`in three weeks`: a stretch, and where a plan is told the day at its end."""
    (said, n), unit = words.counted(match), words.unit_of(match)
    told = units.duration(said, unit)
    if n is None or ground.base is None or ground.lean != "ahead" or unit in units.CLOCK_UNITS:
        return told
    moved = units.shift(ground.base, int(n), unit)
    return units.exact(moved, unit)._replace(kind="DURATION", value=told.value) if moved else told


def stretch(match: Match, ground: Ground) -> Told | None:
    """`the past three days`: a stretch that ends or begins with publication."""
    (said, n), unit = words.counted(match), words.unit_of(match)
    told = units.duration(said, unit)
    if n is None or ground.base is None or unit in units.CLOCK_UNITS:
        return told
    ahead = STEPS[plain(match["which"])] > 0
    far = units.shift(ground.base, int(n) if ahead else -int(n), unit)
    if far is None:
        return told
    whole = units.around(far, "year" if unit in units.YEARS else "month" if unit == "month" else "day")
    first, last = (ground.base, whole.last) if ahead else (whole.first, ground.base)
    return told._replace(first=first, last=last)


def unsaid(match: Match, ground: Ground) -> Told | None:
    """`years`, `recent months`."""
    return units.duration(None, words.unit_of(match))


def one_unit(match: Match, ground: Ground) -> Told | None:
    """`weeklong`."""
    return units.duration(1, words.unit_of(match))


ADVERBS = {
    "annual": (1, "year"),
    "yearly": (1, "year"),
    "biennial": (2, "year"),
    "semi-annual": (6, "month"),
    "semiannual": (6, "month"),
    "biannual": (6, "month"),
    "quarterly": (1, "quarter"),
    "monthly": (1, "month"),
    "fortnightly": (2, "week"),
    "biweekly": (2, "week"),
    "weekly": (1, "week"),
    "daily": (1, "day"),
    "hourly": (1, "hour"),
}
"""Words for what comes back after so many units; with or without `ly`."""


def adverb(match: Match, ground: Ground) -> Told | None:
    """`annual`, `weekly`."""
    n, unit = ADVERBS[match["often"].lower()]
    return Told("SET", units.period(n, unit))


def every(match: Match, ground: Ground) -> Told | None:
    """`every two years`."""
    n = 2 if match["other"] else words.counted(match)[0]
    return Told("SET", units.period(n, words.unit_of(match)))


def every_weekday(match: Match, ground: Ground) -> Told | None:
    """`every Tuesday`, `Tuesdays`."""
    return Told("SET", f"XXXX-WXX-{words.weekday_number(match['weekday']) + 1}")


def every_part(match: Match, ground: Ground) -> Told | None:
    """`every morning`."""
    return Told("SET", f"{UNKNOWN_DAY}T{words.PARTS[match['part'].lower()]}")


def rate(match: Match, ground: Ground) -> Told | None:
    """`a year` in `15 a year`."""
    return Told("SET", units.period(1, words.unit_of(match)))


REFERENCES = {
    "PRESENT_REF": r"now|right now|currently|presently|nowadays|these days|at present|at the moment|the present|ongoing"
    r"|current(?! of)",
    "PAST_REF": r"recently|lately|recent|the (?:recent |distant )?past",
    "FUTURE_REF": r"soon|shortly|(?:the )?(?:near |foreseeable |distant )?future|the (?:long|short) term|(?:long|short)-term",
}
"""Patterns of words for a time that no calendar shows, by TIMEX3 value."""


def references(match: Match, ground: Ground) -> Told | None:
    """`now`, `recently`, `the future`."""
    return units.reference(next(value for value in REFERENCES if match[value]))
