"""Which calendar days a date of any precision covers, so that dates of different precision can be compared and bounded."""

from datetime import date

from facta.errors import UsageError
from facta.records import When
from facta.values import dates


def first_day(iso: str | None) -> date | None:
    """First day that an ISO date or timestamp covers; None when it is neither.

    >>> first_day("2018-04")
    datetime.date(2018, 4, 1)
    """
    cleaned = dates.clean(iso)
    return dates.first_day(cleaned) if cleaned else None


def last_day(iso: str | None) -> date | None:
    """Last day that an ISO date or timestamp covers; None when it is neither.

    >>> last_day("2018-02"), last_day("2018")
    (datetime.date(2018, 2, 28), datetime.date(2018, 12, 31))
    """
    cleaned = dates.clean(iso)
    return dates.last_day(cleaned) if cleaned else None


def covered(when: When | None) -> tuple[date | None, date | None]:
    """First and last day that an event's date covers; a range that ends before it begins is taken as its first date alone."""
    if when is None:
        return None, None
    first, last = first_day(when.iso), last_day(when.end or when.iso)
    return first, last if first and last and last >= first else last_day(when.iso)


def bounds(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """First and last day of a time; UsageError when a bound is no date, or the time ends before it begins."""
    first, last = first_day(bound("since", since)), last_day(bound("until", until))
    if first and last and last < first:
        raise UsageError(f"The time from {since} until {until} ends before it begins.")
    return first, last


def bound(name: str, value: str | None) -> str | None:
    """A user's bound as written, checked; UsageError when it is no ISO date, or no text (a number, a `date`)."""
    if value is not None and not (isinstance(value, str) and dates.clean(value)):
        raise UsageError(f"{name} must be a date like 2018-04-03, 2018-04 or 2018, but is {value!r}.")
    return value
