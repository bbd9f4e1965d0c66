"""Words, commitments and deeds of a pair over time: the answer of `facta relations`."""

from datetime import date
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from facta.errors import UsageError
from facta.relations.measure import TOO_FEW, Coded
from facta.relations.periods import Periods, checked, periods, span, too_coarse, within
from facta.relations.reciprocity import reciprocity
from facta.relations.records import Balance, Measures, Period, Relation, Variant
from facta.relations.resample import DRAWS
from facta.relations.states import Side, side
from facta.relations.stories import NO_DAY, Stories, as_day, either, stories
from facta.store import Store
from facta.store.days import bounds

Mask = NDArray[np.bool_]
SHORT, SHORT_DRAWS = ("day", "week"), 400
"""Resamples for the intervals of days and weeks, of which there are many; longer periods get as many as the whole time, so that
a year has the same interval in a row, alone, and in the overview of the world."""


def relations(
    store: Store,
    a: str,
    b: str,
    *,
    by: str = "month",
    since: str | None = None,
    until: str | None = None,
    directed: bool = True,
) -> Relation:
    """What two sides say, promise and do to each other over time.

    a, b: codes or names of states, or of groups of states. by: day, week, month, quarter or year. since, until: ISO dates of any
    precision, both included. directed: only what `a` does to `b`; else both ways count.

    UsageError when a side or a period does not exist, the two overlap, or the time ends before it begins.
    """
    kind, (one, other) = checked(by), pair(a, b)
    first, last = bounds(since, until)
    there, back = (
        some.chosen(within(some.day, first, last)) for some in (stories(store, one, other), stories(store, other, one))
    )
    found = there if directed else either(there, back)
    fitting = found.holds("date_precision", lambda precision: not too_coarse(kind, precision)) & (found.day != NO_DAY)
    cut = _cut(store, kind, found.chosen(fitting), first, last)
    coded = Coded.of(found)
    at = np.where(fitting, cut.of(found.day), -1) if cut else np.full(len(found), -1)
    total = coded.measures(np.ones(len(found), bool))
    return Relation(
        pair=(one.code, other.code),
        names=(one.name, other.name),
        by=kind,
        directed=directed,
        since=(first or as_day(int(cut.starts[0]))) if cut else None,
        until=(last or as_day(int(cut.starts[-1]) - 1)) if cut else None,
        periods=_periods(coded, kind, cut, at) if cut else (),
        total=total,
        sensitivity=_sensitivity(coded, total, one, other),
        reciprocity=reciprocity(there, back, kind, cut) if cut else (),
        undated=int((at < 0).sum()),
    )


def beside(one: Relation, other: Relation) -> tuple[Relation, Relation]:
    """Two relations over the time of either, by the same periods, so that both can be seen on one axis.

    Only periods without a story are added, or left out where a relation has none at all; nothing else changes.
    """
    told = [found for found in (one, other) if any(period.stories for period in found.periods)] or [one, other]
    first = min((found.since for found in told if found.since), default=None)
    last = max((found.until for found in told if found.until), default=None)
    if first is None or last is None:
        return one, other
    return _over(one, first, last), _over(other, first, last)


def _over(found: Relation, first: date, last: date) -> Relation:
    """A relation with all periods from a first to a last day."""
    if (found.since, found.until) == (first, last):
        return found
    cut = periods(checked(found.by), first, last)
    none = Balance(coop=0, conf=0)
    empty = Measures(talk=none, commitment=none, deed=none, why_no_gap=TOO_FEW, events=0, stories=0, independent=0, outlets=0)
    told = {period.period: period for period in found.periods}
    starts = [as_day(start) for start in cut.starts[:-1].tolist()]
    return msgspec.structs.replace(
        found,
        since=first,
        until=last,
        periods=tuple(
            told.get(name) or Period(period=name, start=start, **_fields(empty))
            for name, start in zip(cut.names, starts, strict=True)
        ),
    )


def pair(a: str, b: str) -> tuple[Side, Side]:
    """Two sides; a state beside a group that it belongs to stands against the others. UsageError when two groups overlap."""
    one, other = side(a), side(b)
    both = sorted(set(one.countries) & set(other.countries))
    if len(both) == 1 and one.countries != other.countries:
        if one.countries == both:
            return one, other.without(both[0])
        if other.countries == both:
            return one.without(both[0]), other
    if one.code == other.code:
        raise UsageError(f"Both are {one.name} ({one.code}); a relation is between two different states or groups.")
    if both:
        raise UsageError(f"{one.code} and {other.code} share {', '.join(both)}; a relation is between two that do not overlap.")
    return one, other


def _cut(store: Store, by: str, found: Stories, first: date | None, last: date | None) -> Periods | None:
    """The periods asked for; without bounds those from the first to the last story, or those the store has reports of.

    Of a time with one bound, before or after all that is known, the period of that bound alone.
    """
    told = span(found.day) or store.published()
    start, end = first or (told and told[0]), last or (told and told[1])
    if start is None or end is None:
        return None
    return periods(checked(by), first or min(start, end), last or max(start, end))


def _periods(coded: Coded, by: str, cut: Periods, at: NDArray[np.int64]) -> tuple[Period, ...]:
    """at: the number of each story's period, -1 for none."""
    starts = [as_day(start) for start in cut.starts[:-1].tolist()]
    found = coded.by_period(at, len(cut), SHORT_DRAWS if by in SHORT else DRAWS)
    return tuple(
        Period(period=name, start=start, **_fields(one)) for name, start, one in zip(cut.names, starts, found, strict=True)
    )


def _fields(found: Measures) -> dict[str, Any]:
    return {name: getattr(found, name) for name in Measures.__struct_fields__}


def _sensitivity(coded: Coded, total: Measures, one: Side, other: Side) -> dict[str, Variant]:
    """The whole time again without what might carry it alone."""
    found = coded.stories
    if not len(found):
        return {}
    story, outlet, names = coded.outlets
    count = np.bincount(outlet, minlength=len(names))
    loudest = min(range(len(names)), key=lambda n: (-count[n], names[n]), default=None)
    alone = np.bincount(story, minlength=len(found)) == 1
    loud = np.bincount(story, outlet == loudest, minlength=len(found)) > 0
    variants: dict[str, tuple[str, Mask]] = {
        "without_loudest_outlet": (
            "stories of no known outlet" if loudest is None else f"stories that only {names[loudest]} tells",
            alone & loud,
        ),
        "without_single_source": ("stories with a single independent report", found.numbers("n_independent") < 2),
        "without_own_media": (
            "stories told by nobody but the sides' own state media",
            _told_by(found, {*one.countries, *other.countries}),
        ),
    }
    return {name: _variant(coded, total, what, dropped) for name, (what, dropped) in variants.items()}


def _told_by(found: Stories, sides: set[str]) -> Mask:
    """Which stories are told by states of these alone, and by some."""
    lists = found.table.column("told_by").combine_chunks()
    story = np.repeat(np.arange(len(found)), np.asarray(pc.list_value_length(lists)))
    inside = np.asarray(pc.is_in(lists.flatten(), pa.array(sorted(sides))), bool)
    told, others = (np.bincount(story[which], minlength=len(found)) > 0 for which in (inside, ~inside))
    return told & ~others


def _variant(coded: Coded, total: Measures, what: str, dropped: Mask) -> Variant:
    found = coded.measures(~dropped) if dropped.any() else total
    return Variant(without=what, left_out=int(dropped.sum()), **_fields(found))
