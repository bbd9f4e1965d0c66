"""How well a page's day of publication is known: the surest of its statements counts, and the others speak for or against it."""

from collections.abc import Sequence
from typing import NamedTuple

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
    others = [s for s in said if s.origin not in (first.origin, "inferred")]
    if any(first.iso.startswith(s.iso) for s in others):
        sure = 1 - (1 - sure) * 0.3
    elif any(_apart(first.iso, s.iso) for s in others):
        sure *= 0.8
    return first.iso, Stamp(text=first.text, origin=first.origin, confidence=round(sure, 2))


def _apart(one: str, other: str) -> bool:
    """Whether two dates differ by more than the hours between time zones can explain; months and years hold all their days."""
    if precision(other) != "day" or precision(one) != "day":
        return not (one.startswith(other) or other.startswith(one))
    return abs((first_day(one) - first_day(other)).days) > 1
