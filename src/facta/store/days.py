"""Which calendar days a date of any precision covers, so that dates of different precision can be compared and bounded."""

from datetime import date

from facta.errors import UsageError
from facta.records import When
from facta.values import dates


def day_of(told: str | None) -> date | None:
    """The day of what was published or written: the first that an ISO date or timestamp covers; None when it is neither.

    >>> day_of("2018-04-03T10:00:00Z"), day_of("soon")
    (datetime.date(2018, 4, 3), None)
    """
    iso = dates.clean(told)
    return dates.first_day(iso) if iso else None


def covered(when: When | None) -> tuple[date | None, date | None]:
    """First and last day that an event's date covers; a range that ends before it begins is taken as its first date alone."""
    iso = dates.clean(when.iso) if when else None
    if when is None or iso is None:
        return None, None
    first, last = dates.first_day(iso), dates.last_day(dates.clean(when.end) or iso)
    return first, last if last >= first else dates.last_day(iso)


def bounds(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """First and last day of a time; UsageError when a bound is no ISO date, or no text (a number, a `date`), or the time ends
    before it begins."""
    begin, end = _bound("since", since), _bound("until", until)
    first, last = dates.first_day(begin) if begin else None, dates.last_day(end) if end else None
    if first and last and last < first:
        raise UsageError(f"The time from {since} until {until} ends before it begins.")
    return first, last


def _bound(name: str, value: str | None) -> str | None:
    """A user's bound, checked and cleaned."""
    iso = dates.clean(value) if isinstance(value, str) else None
    if iso is None and value is not None:
        raise UsageError(f"{name} must be a date like 2018-04-03, 2018-04 or 2018, but is {value!r}.")
    return iso
