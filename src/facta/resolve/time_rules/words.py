"""The words of which newspapers build times, as patterns and as numbers: months, weekdays, units, numerals, clocks and zones."""

import re

from facta.values import dates

MONTHS = [name.lower() for name in dates.MONTHS]
WEEKDAYS = [name.lower() for name in dates.WEEKDAYS]

MONTH_WORD = rf"(?:(?:{'|'.join(MONTHS)})\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
MONTH = rf"\b(?P<month>{MONTH_WORD})"
DAY = r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
DAY_AFTER = r"(?P<next>[0-3]?\d)(?:st|nd|rd|th)?\b"
YEAR_WORD = r"(?:1[5-9]\d\d|20\d\d)\b"
YEAR = rf"\b(?P<year>{YEAR_WORD})"
WEEKDAY_WORD = rf"(?:{'|'.join(WEEKDAYS)}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.)"
WEEKDAY = rf"\b(?P<weekday>{WEEKDAY_WORD})"
ON_WEEKDAY = r"(?:\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)[a-z]{0,6}\.?,? )?"
"""A weekday before a full date."""
DASH = r"\s*[-–—]\s*"
TO = rf"(?:{DASH}| to | through | until | till )"
UNIT_WORD = r"second|minute|hour|day|weekend|week|fortnight|month|quarter|year|decade|centurie|century"
UNIT = rf"(?P<unit>{UNIT_WORD})s?\b"

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000}
_GUESSES = {"couple": 2, "few": 3, "several": 4, "some": 3}
"""How many a newspaper means by words that do not say, where a day is asked for all the same."""
_CARDINAL = (
    rf"\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join([*_NUMBERS][:9])}))?"
    rf"|(?:(?:an?|{'|'.join([*_NUMBERS][:9])}) )?(?:{'|'.join(_LARGE)})|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
    r"|another|an?"
)
_VAGUE = r"(?:an? )?(?:few|couple(?: of)?)|several|many|some|numerous|a number of|(?:dozens|hundreds|thousands) of"
N = rf"\b(?P<n>half(?: an?)?|{_VAGUE}|{_CARDINAL})(?: of)?(?P<half> and a half|\s?½)?"

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
DECADES = {f"{tens.removesuffix('y')}ies": n for tens, n in _TENS.items()}
"""`twenties` and its like, and the digits of the decade."""

PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ZONES = {"utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
ZONES |= {"bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "aest": 10, "aedt": 11}
"""Hours ahead of UTC of the abbreviations that are not shared between continents in newspapers."""


_UNSAID = re.compile(r"(?:an? )?(?:few|couple)|several|many|some|numerous|a number|dozens|hundreds|thousands")

PLACES = {"et": "America/New_York", "eastern": "America/New_York", "new york": "America/New_York", "central": "America/Chicago"}
PLACES |= {"mountain": "America/Denver", "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "london": "Europe/London"}
PLACES |= {"moscow": "Europe/Moscow", "beijing": "Asia/Shanghai", "tokyo": "Asia/Tokyo", "paris": "Europe/Paris"}
"""Zones told by a place, whose offset turns with the season, in the names of the IANA time zone database."""


def compiled(pattern: str) -> "re.Pattern[str]":
    """A pattern without regard to case, whose single spaces stand for any white space."""
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


def plain(words: str) -> str:
    """Words in small letters with single spaces."""
    return " ".join(words.lower().split())


def month_number(word: str) -> int:
    """1 to 12 from a month's name or its abbreviation."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower()[:3]))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 from a weekday's name or its abbreviation."""
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word.lower()[:3]))


def counted(match: "re.Match[str]") -> tuple[float | None, float | None]:
    """The number told by the groups of `N`: as said (None where it is not), and as reckoned with where one must be."""
    words = plain(match["n"] or "one").removesuffix(" of")
    if words.startswith("half"):
        return 0.5, 0.5
    if _UNSAID.fullmatch(words):
        return None, next((n for word, n in _GUESSES.items() if word in words), None)
    value = _value(words) + (0.5 if match["half"] else 0)
    return value, value


def unit_of(match: "re.Match[str]") -> str:
    """The singular of the group `unit`."""
    return match["unit"].lower().replace("centurie", "century")


def ordinal(word: str) -> int:
    """The number of `third` or `3rd`."""
    return ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word))


def _value(words: str) -> float:
    """A numeral's value; `a` is one."""
    if words[0].isdigit():
        return float(words.replace(",", ""))
    total = 0
    for word in re.split(r"[- ]", words):
        if word in _LARGE:
            total = (total or 1) * _LARGE[word]
        else:
            total += _NUMBERS.get(word) or _TENS.get(word) or (word in ("a", "an", "another"))
    return total
