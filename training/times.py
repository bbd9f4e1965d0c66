"""What date a phrase of time tells, for training only: which phrase belongs to which act is learned from coded dates."""

import re
from datetime import date, datetime, timedelta

import dateparser

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_MONTH = re.compile(r"(?i)\b(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b")
_DAY = re.compile(r"\b\d{1,2}(st|nd|rd|th)?\b")


def read(phrase: str, base: str) -> str | None:
    """ISO date at the precision told, seen from the report's date; None when the phrase tells none.

    >>> read("last Tuesday", "2018-04-05"), read("April 2018", "2018-05-01"), read("2014", "2018-05-01")
    ('2018-04-03', '2018-04', '2014')
    """
    low, today = phrase.lower(), date.fromisoformat(base[:10])
    near = _near(low, today)
    if near:
        return near
    year, month = _YEAR.search(low), _MONTH.search(low)
    if month:
        rest = _YEAR.sub("", low)
        told = dateparser.parse(
            low, settings={"RELATIVE_BASE": datetime.combine(today, datetime.min.time()), "PREFER_DATES_FROM": "past"}
        )
        return told.date().isoformat()[: 10 if _DAY.search(rest) else 7] if told else None
    return year.group() if year else None


def _near(low: str, today: date) -> str | None:
    """Dates told by their distance from today."""
    for number, name in enumerate(DAYS):
        if name in low.split():
            return (today - timedelta((today.weekday() - number) % 7)).isoformat()
    known = {"today": 0, "tonight": 0, "yesterday": 1, "tomorrow": -1}
    for word, back in known.items():
        if word in low.split():
            return (today - timedelta(back)).isoformat()
    if low == "last year":
        return str(today.year - 1)
    if low == "last month":
        return (today.replace(day=1) - timedelta(1)).isoformat()[:7]
    return None
