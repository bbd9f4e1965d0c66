"""Charts that a server draws for readers without JavaScript and for paper: positions in percent, so that they fit any width."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.records import RUNGS
from facta.relations.busiest import Pair, Year
from facta.relations.records import Interval, Measures, Period, Relation
from facta.relations.spans import Crowded, crowded


@dataclass(frozen=True)
class Bar:
    """A rectangle in percent of the drawing."""

    x: float
    width: float
    y: float
    height: float
    kind: str
    """Its class: `coop-talk`, `conf-deed`, ..."""


@dataclass(frozen=True)
class Mirrored:
    """Words above and deeds below a line."""

    bars: tuple[Bar, ...]
    zero: float
    """Where the line is, in percent from the top."""
    ticks: tuple[tuple[float, str], ...]
    """Where years begin, in percent, with their names."""
    up: int = 0
    """Stories of the highest bar of words."""
    down: int = 0
    """Stories of the lowest bar of deeds."""


def mirrored(found: Relation) -> Mirrored:
    """Stacked bars of every period: talk and commitments upward, deeds downward, cooperation next to the line."""
    up = max((_words(p) for p in found.periods), default=0) or 1
    down = max((p.deed.coop + p.deed.conf for p in found.periods), default=0) or 1
    one = 100 / (up + down)
    step = 100 / max(1, len(found.periods))
    bars = tuple(bar for n, p in enumerate(found.periods) for bar in _bars(p, n * step, step, up * one, one))
    return Mirrored(bars, up * one, tuple(_ticks(found.periods, step)), up, down)


def _words(p: Period) -> int:
    return p.talk.coop + p.talk.conf + p.commitment.coop + p.commitment.conf


def _bars(p: Period, x: float, step: float, zero: float, one: float) -> Iterator[Bar]:
    above = below = zero
    for side in ("coop", "conf"):
        for rung in RUNGS:
            number = getattr(p.on(rung), side)
            if not number:
                continue
            height = number * one
            if rung == "deed":
                y, below = below, below + height
            else:
                above -= height
                y = above
            yield Bar(round(x + step * 0.1, 3), round(step * 0.8, 3), round(y, 3), round(height, 3), f"{side}-{rung}")


def _ticks(periods: tuple[Period, ...], step: float) -> Iterator[tuple[float, str]]:
    """The first period of each year, but no closer to each other than a label is wide."""
    free, year = -1.0, None
    for n, p in enumerate(periods):
        if p.start.year != year and n * step >= free:
            yield round(n * step, 3), str(p.start.year)
            free = n * step + 7
        year = p.start.year


def begin(pairs: Sequence[Pair]) -> Crowded:
    """Where the years of all pairs together begin to hold nearly all stories."""
    counts = Counter[int]()
    for one in (one for pair in pairs for one in pair.years):
        counts[one.year] += one.words_coop + one.words_conf + one.deeds_coop + one.deeds_conf
    return crowded(counts)


def sparks(pairs: Sequence[Pair]) -> list[Mirrored]:
    """Words above and deeds below by year, all pairs on one scale of time and number; no few years of long before (`begin`)."""
    first = begin(pairs).first
    shown = [[one for one in pair.years if one.year >= first] for pair in pairs]
    years = [one for some in shown for one in some]
    if not years:
        return [Mirrored((), 50, ()) for _ in pairs]
    step = 100 / (max(one.year for one in years) - first + 1)
    up = max(1, *(one.words_coop + one.words_conf for one in years))
    one_story = 100 / (up + max(1, *(one.deeds_coop + one.deeds_conf for one in years)))
    return [
        Mirrored(
            tuple(bar for one in some for bar in _spark(one, (one.year - first) * step, step, up * one_story, one_story)),
            up * one_story,
            (),
        )
        for some in shown
    ]


def _spark(of: Year, x: float, step: float, zero: float, one: float) -> Iterator[Bar]:
    stack = (
        (zero - of.words_coop * one, of.words_coop, "coop-commitment"),
        (zero - (of.words_coop + of.words_conf) * one, of.words_conf, "conf-commitment"),
        (zero, of.deeds_coop, "coop-deed"),
        (zero + of.deeds_coop * one, of.deeds_conf, "conf-deed"),
    )
    for y, number, kind in stack:
        if number:
            yield Bar(round(x + step * 0.1, 3), round(step * 0.8, 3), round(y, 3), round(number * one, 3), kind)


@dataclass(frozen=True)
class Mark:
    """A value with its interval on a scale from `-reach` to `reach`, in percent from the left."""

    label: str
    kind: str
    at: float
    value: float
    low: float | None
    """Left end of the bar, in percent; None where there is no interval."""
    width: float
    told: tuple[float, float] | None
    """The interval in numbers."""
    stories: int | None


def forest(found: Measures) -> tuple[Mark, ...]:
    """The balances of the three rungs, those that there are."""
    return tuple(
        _mark(rung, Interval(value=b.balance, low=b.low, high=b.high), 1, b.coop + b.conf)
        for rung in RUNGS
        if (b := found.on(rung)).balance is not None
    )


def gap_mark(found: Measures) -> Mark | None:
    """The say-do gap."""
    gap = found.say_do_gap
    return _mark("gap", gap, 2, None) if gap else None


def _mark(kind: str, found: Interval, reach: float, stories: int | None) -> Mark:
    value, low, high = found.value, found.low, found.high

    def at(number: float) -> float:
        return round(50 + 50 * number / reach, 2)

    label = {"talk": "Talk", "commitment": "Commitments", "deed": "Deeds", "gap": "Say-do gap"}[kind]
    if low is None or high is None:
        return Mark(label, kind, at(value), value, None, 0, None, stories)
    return Mark(label, kind, at(value), value, at(low), round(at(high) - at(low), 2), (low, high), stories)
