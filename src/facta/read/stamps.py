"""How well a page's day of publication is known: the surest of its statements counts, and the others speak for or against it."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from facta.read import dates
from facta.records import Dateline, DateOrigin, Stamp
from facta.values.dates import first_day, precision

CONFIDENCE: dict[DateOrigin, float] = {
    "source": 0.98,
    "linked": 0.97,
    "meta": 0.95,
    "time": 0.85,
    "text": 0.8,
    "dateline": 0.8,
    "url": 0.75,
    "inferred": 0.5,
}
"""How far an origin is trusted alone; chosen, not measured. Their order is the order in which they are believed."""


class Said(NamedTuple):
    """One statement about the day."""

    origin: DateOrigin
    text: str
    iso: str


def with_dateline(said: Sequence[Said], dateline: Dateline | None) -> list[Said]:
    """The statements with that of the article's dateline at its place among them."""
    more = [Said("dateline", dateline.text, dateline.date)] if dateline and dateline.date else []
    order = list(CONFIDENCE)
    return sorted([*said, *more], key=lambda one: order.index(one.origin))


def weigh(said: Sequence[Said]) -> tuple[str | None, Stamp | None]:
    """The day of the first statement, and how sure it is beside the others.

    >>> weigh([Said("meta", "2018-04-05", "2018-04-05"), Said("url", "/2018/04/", "2018-04")])[1].confidence
    0.98
    """
    if not said:
        return None, None
    first = said[0]
    sure = CONFIDENCE[first.origin]
    if local := _local(first, said):
        return local.iso, Stamp(text=local.text, origin=local.origin, confidence=round(1 - (1 - sure) * AGREED, 2))
    others = [s for s in said if s.origin not in (first.origin, "inferred")]
    if any(first.iso.startswith(s.iso) for s in others):
        sure = 1 - (1 - sure) * AGREED
    elif any(_apart(first.iso, s.iso) for s in others):
        sure *= 0.8
    return first.iso, Stamp(text=first.text, origin=first.origin, confidence=round(sure, 2))


AGREED = 0.3
"""What is left of the doubt where two statements agree."""
_WEST, _EAST = -12 * 60, 14 * 60
"""Minutes by which the clocks of the earth differ from UTC."""
_QUARTER = 15
"""Minutes of which time zones are multiples."""
_LATE = 3
"""Minutes between the two ways in which a page tells one moment."""


def _local(first: Said, said: Sequence[Said]) -> Said | None:
    """The statement that tells the moment of the first, which is in UTC, by the page's own clock and so of another day."""
    at = _utc(first.text)
    shown = (
        s
        for s in said
        if at and s.origin in ("linked", "meta", "time", "text") and s.iso != first.iso and precision(s.iso) == "day"
    )
    return next((s for s in shown if at and _same_moment(at, s)), None)


def _utc(text: str) -> datetime | None:
    """The moment that a timestamp in UTC tells, without its zone."""
    told = dates.moment(text)
    at = datetime.fromisoformat(told) if told else None
    return at.replace(tzinfo=None) if at and at.utcoffset() == timedelta(0) else None


def _same_moment(at: datetime, shown: Said) -> bool:
    """Whether a day with its hour, or any hour of a day without one, is this moment in some time zone."""
    exact = dates.moment(shown.text)
    stamp = datetime.fromisoformat(exact) if exact else None
    if stamp and stamp.tzinfo:
        return abs(_minutes(stamp.astimezone(UTC).replace(tzinfo=None) - at)) <= _LATE
    midnight = _minutes(datetime.combine(first_day(shown.iso), time()) - at)
    clock = stamp.hour * 60 + stamp.minute if stamp else dates.minutes(shown.text)
    if clock is None:
        return _WEST - 24 * 60 < midnight <= _EAST
    offset = midnight + clock
    return _WEST <= offset <= _EAST and abs((offset + _QUARTER / 2) % _QUARTER - _QUARTER / 2) <= _LATE


def _minutes(length: timedelta) -> float:
    return length.total_seconds() / 60


def _apart(one: str, other: str) -> bool:
    """Whether two dates differ by more than the hours between time zones can explain; months and years hold all their days."""
    if precision(other) != "day" or precision(one) != "day":
        return not (one.startswith(other) or other.startswith(one))
    return abs((first_day(one) - first_day(other)).days) > 1
