"""Calendar dates at the precision a text allows: `2018-04-03`, `2018-04`, `2018`, `196` for a decade as `1960/1969`."""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""In English: the names that `calendar` gives follow the locale of whoever imports us."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$", re.ASCII)  # other digits are none that a calendar reads


def clean(value: object) -> str | None:
    """An ISO date at its own precision (year, month or day) from an ISO date or timestamp; None if it is neither, or no text.

    >>> clean("2018-04-03T10:00:00Z"), clean("2018-04"), clean("last week")
    ('2018-04-03', '2018-04', None)
    """
    value = value.strip() if isinstance(value, str) else ""
    match = _ISO.match(value[:10])
    if not match:
        return None
    year, month, day = (int(g) if g else 1 for g in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    if len(value) > 10:
        try:
            datetime.fromisoformat(value.replace(" ", "T", 1))
        except ValueError:
            return None
    return match.group()


def precision(iso: str) -> str:
    """`day`, `month` or `year` of a cleaned date.

    >>> precision("2018-04")
    'month'
    """
    return {4: "year", 7: "month"}.get(len(iso), "day")


def known(day: str, precision: str | None) -> str:
    """As much of a day as is known where a date of this precision was told; a decade goes by its first year.

    >>> known("2018-04-01", "month"), known("1960-01-01", "decade"), known("2018-04-03", "reported")
    ('2018-04', '1960', '2018-04-03')
    """
    return day[: {"month": 7, "year": 4, "decade": 4}.get(precision or "", 10)]


def last_day(iso: str) -> date:
    """The last calendar day that a cleaned date covers.

    >>> last_day("2018-04"), last_day("2018")
    (datetime.date(2018, 4, 30), datetime.date(2018, 12, 31))
    """
    first = first_day(iso)
    if len(iso) == len("2018-04"):
        return month_end(first)
    return date(first.year, 12, 31) if len(iso) == len("2018") else first


def first_day(iso: str) -> date:
    """The first calendar day that a cleaned date covers.

    >>> first_day("2018-04")
    datetime.date(2018, 4, 1)
    """
    return date.fromisoformat((iso + "-01-01")[:10] if len(iso) == 4 else (iso + "-01")[:10])


def is_to_come(iso: str) -> bool:
    """Whether a cleaned date lies beyond tomorrow, where clocks further east may be: nothing was published then."""
    return first_day(iso) > datetime.now(UTC).date() + timedelta(days=1)


def month_end(day: date) -> date:
    """The last day of a day's month.

    >>> month_end(date(2020, 2, 3))
    datetime.date(2020, 2, 29)
    """
    return day.replace(day=monthrange(day.year, day.month)[1])
