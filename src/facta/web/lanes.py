"""Lanes of a ledger as the server draws them: from the day of a commitment to the deed that answered it, in percent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import shorten

from facta.relations.records import Commitment, Ledger

_ROOM = 0.02  # of the time, left at both ends for marks
_LETTERS = 52  # of a label, which half of a narrow picture has room for
_LEAST = 16  # of a label that says anything
_LABELS = 8  # years that a narrow axis has room for


@dataclass(frozen=True)
class Lane:
    """One commitment's way."""

    entry: Commitment
    start: float
    end: float
    """Where the deed is; for an open one the last day of reports, for an expired one the end of the horizon."""
    label: str
    """Its first words, to stand beside it."""
    before: bool
    """Whether there is more room on its left than on its right."""
    words: str
    """What it says, for whoever cannot see it."""


@dataclass(frozen=True)
class Lanes:
    """The lanes of some commitments on one time axis."""

    rows: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]


def lanes(found: Ledger, entries: Sequence[Commitment]) -> Lanes:
    """Lanes in the order of the entries; the axis is the whole ledger's, so that a filter moves nothing."""
    watched = [c for c in found.commitments if c.state != "unobserved"]  # they would stretch the time to years without a report
    if not watched or found.observed_until is None:
        return Lanes((), ())
    last = max(found.observed_until, *(c.deed_date or c.date for c in watched))
    first = min(c.date for c in watched)
    days = max(30, (last - first).days)

    def at(day: date) -> float:
        return round(100 * (_ROOM + (1 - 2 * _ROOM) * min(1, (day - first).days / days)), 3)

    rows = tuple(_lane(c, at(c.date), at(_end(c, last, found.horizon))) for c in entries if c.state != "unobserved")
    years = range(first.year + 1, last.year + 1)
    step = -(-len(years) // _LABELS) or 1
    return Lanes(rows, tuple((at(date(year, 1, 1)), str(year)) for year in years[::step]))


def _lane(c: Commitment, start: float, end: float) -> Lane:
    before = start > 100 - end
    room = int(2 * _LETTERS * (start if before else 100 - end) / 100)
    label = shorten(c.subject, min(_LETTERS, max(_LEAST, room)), placeholder=" …")
    return Lane(entry=c, start=start, end=end, label=label, before=before, words=_words(c))


def _end(c: Commitment, last: date, horizon: int) -> date:
    if c.deed_date:
        return c.deed_date
    return last if c.state == "open" else c.date + timedelta(horizon)


def _words(c: Commitment) -> str:
    said = f"\N{FIRST STRONG ISOLATE}{c.subject}\N{POP DIRECTIONAL ISOLATE}"  # else words from right to left would turn the dates
    told = f"{c.date}, {c.by} {'and' if c.symmetric else 'to'} {c.to}: {said}"
    return f"{told} ({c.state}{f' on {c.deed_date}' if c.deed_date else ''})"
