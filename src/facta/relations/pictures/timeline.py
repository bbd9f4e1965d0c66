"""Draws a relation: words above the axis, deeds below, their balances with intervals, and how much was told at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator
from numpy.typing import NDArray

from facta.records import Rung
from facta.relations import wording
from facta.relations.pictures import words
from facta.relations.pictures.scale import labels
from facta.relations.pictures.sheet import BODY, CONFLICT, COOPERATION, FAINT, HATCH, INK, MARGIN, RULE, SMALL, SOFT, Sheet
from facta.relations.records import Balance, Measures, Period, Relation
from facta.relations.spans import Crowded, apart_sentence, crowd_of, drawn_from
from facta.values.words import one_line

Floats = NDArray[np.float64]
LEAST = 3
"""Stories of a rung in one period below which its balance is not drawn: with fewer, an interval spans nearly everything."""

WIDTH = 11.0
_LEFT, _FIELD = 1.35, 6.85  # inches: where fields start, how wide they are
_ASIDE = _LEFT + _FIELD + 0.3  # where the column of totals starts
_STORIES, _BALANCE, _VOLUME = 2.75, 0.62, 0.3  # heights of the fields
_RUNGS: tuple[tuple[Rung, str], ...] = (("talk", "Talk"), ("commitment", "Commitments"), ("deed", "Deeds"))
_APART = 0.12  # between strips
_BAND = "#cfcfcf"
_PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 3}
_DENSE = 120  # periods above which bars touch, so that hatching goes on from one to the next


@dataclass(frozen=True)
class Place:
    """Where the fields of the picture stand, in inches from the top."""

    stories: float
    balance: float
    volume: float
    end: float

    @classmethod
    def under(cls, top: float) -> "Place":
        """Below a heading."""
        stories = top + 0.3
        balance = stories + _STORIES + 0.55
        volume = balance + len(_RUNGS) * (_BALANCE + _APART) + 0.3
        return cls(stories, balance, volume, volume + 2 * (_VOLUME + _APART))


def drawn(found: Relation, *, whole: bool = False) -> Sheet:
    """The picture of a relation; where not the whole time is asked for, of the years that hold nearly all stories."""
    crowd = Crowded(0, {}) if whole else crowd_of(found)
    shown = drawn_from(found, crowd)
    told = found.total.stories
    about = words.relation_findings(found) if told else [f"0 stories by {found.by}."]
    inner = Place.under(0).end + 0.42 if told else 2.6
    note = words.relation_source(found, LEAST, widened=_wide(len(shown.periods)) > 1) if told else words.SOURCE
    sheet = Sheet(WIDTH, inner, title=words.relation_title(found), about=about, note=note)
    if told:
        _full(sheet, shown, apart_sentence(crowd))
    else:
        _empty(sheet, found)
    return sheet


def _full(sheet: Sheet, found: Relation, apart: str) -> None:
    place = Place.under(sheet.top)
    _stories(sheet, place.stories, found, apart)
    _totals(sheet, place.stories, found.total)
    _balances(sheet, place.balance, found)
    _volume(sheet, place.volume, found)


def _caption(sheet: Sheet, y: float, words_: str, more: str = "") -> None:
    """The name of a field above it, with a remark in lighter type."""
    sheet.text(MARGIN, y - 0.12, words_, fontsize=BODY, weight="bold")
    if more:
        sheet.text(_LEFT + _FIELD, y - 0.12, more, color=SOFT, ha="right")


def _stories(sheet: Sheet, y: float, found: Relation, apart: str) -> None:
    """Bars per period: commitments and talk above, deeds below; apart: what of the whole time is not drawn."""
    _caption(sheet, y, f"Stories per {found.by}", apart)
    field = sheet.axes(_LEFT, y, _FIELD, _STORIES)
    bars = list(_bars(found.periods))
    high = max(1.0, *(float((base + height).max(initial=0)) for _, base, height in bars))
    low = max(1.0, *(float(-(base + height).min(initial=0)) for _, base, height in bars))
    high, low = max(high, low / 3) * 1.06, max(low, high / 3) * 1.06  # both halves keep room for their name
    _limits(field, found, -low, high)
    wide = _wide(len(found.periods))
    for colour, base, height in bars:
        _block(field, base, height, wide, colour, hatched=colour in CONFLICT.values())
    field.axhline(0, color=INK, linewidth=0.8, zorder=3)
    field.yaxis.set_major_locator(MaxNLocator(6, integer=True, min_n_ticks=1))
    field.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{abs(value):,.0f}"))
    field.grid(axis="y", color=RULE, linewidth=0.6)
    field.set_axisbelow(True)
    zero = y + _STORIES * high / (high + low)
    sheet.text(MARGIN, zero - 0.1, "↑ Words")
    sheet.text(MARGIN, zero + 0.18, "↓ Deeds")
    if not found.periods:
        _within(field, "No story has a date fine enough to be put into a period.")


def _bars(periods: Sequence[Period]) -> Iterator[tuple[str, Floats, Floats]]:
    """Colour, foot and height of each stack, from the axis outwards."""
    up = down = np.zeros(len(periods))
    for side, colours in (("coop", COOPERATION), ("conf", CONFLICT)):
        for rung in ("commitment", "talk"):
            height = _counts(periods, rung, side)
            yield colours[rung], up, height
            up = up + height
        height = -_counts(periods, "deed", side)
        yield colours["deed"], down, height
        down = down + height


def _counts(periods: Sequence[Period], rung: Rung, side: str) -> Floats:
    return np.array([getattr(period.on(rung), side) for period in periods], np.float64)


def _wide(periods: int) -> float:
    """How wide a bar is, in periods: never finer than a hair, so that a lone day is seen, never broader than half an inch."""
    inches = _FIELD / max(1, periods)
    return max(1.1 / 72 / inches, min(1.0 if periods > _DENSE else 0.8, 0.5 / inches))


def _block(field: Axes, base: Floats, height: Floats, wide: float, colour: str, *, hatched: bool = False) -> None:
    """Bars that are not empty, as one shape."""
    at = np.flatnonzero(height)
    left, right = at + 0.5 - wide / 2, at + 0.5 + wide / 2
    low, high = base[at], (base + height)[at]
    corners = np.stack([np.stack(c, -1) for c in ((left, low), (left, high), (right, high), (right, low))], 1)
    field.add_collection(PolyCollection(list(corners), zorder=2, **_fill(colour, hatched=hatched)), autolim=False)


def _fill(colour: str, *, hatched: bool) -> dict[str, Any]:
    """A colour, with white lines through it or plain."""
    return {"facecolor": colour, "linewidth": 0} | ({"hatch": HATCH, "edgecolor": "white"} if hatched else {"edgecolor": "none"})


def _limits(field: Axes, found: Relation, low: float, high: float) -> None:
    """The same time on every field; labelled by `_dates`."""
    field.set_xlim(0, max(1, len(found.periods)))
    field.set_ylim(low, high)
    field.set_xticks([])


def _dates(field: Axes, found: Relation) -> None:
    """Years stand under the middle of their bars, as do few periods; else dates stand where they begin."""
    periods = found.periods
    if found.by == "year" or len(periods) <= 10:
        step = -(-len(periods) // 14)
        at = [(n + 0.5, periods[n].period) for n in range(0, len(periods), max(1, step))]
    else:
        at = [(float(n), name) for n, name in labels([period.start for period in periods])]
        field.tick_params(axis="x", length=3, color=FAINT, width=0.6)
    field.set_xticks([x for x, _ in at], [name for _, name in at])


def _totals(sheet: Sheet, y: float, total: Measures) -> None:
    """What the colours mean, with the numbers of the whole time."""
    columns = (_ASIDE + 1.46, _ASIDE + 2.13)
    sheet.text(_ASIDE, y - 0.12, "Whole time", fontsize=BODY, weight="bold")
    for x, name in zip(columns, ("cooperation", "conflict"), strict=True):
        sheet.text(x, y + 0.12, name, color=SOFT, ha="right")
    for (rung, name), down in zip(_RUNGS, (0.42, 0.70, 0.98), strict=True):
        balance = total.on(rung)
        sheet.text(_ASIDE, y + down, name.lower())
        for x, colours, count in zip(columns, (COOPERATION, CONFLICT), (balance.coop, balance.conf), strict=True):
            _swatch(sheet, x - 0.54, y + down, colours[rung], hatched=colours is CONFLICT)
            sheet.text(x, y + down, f"{count:,}", ha="right")
    share, net = total.deed_share, total.net
    if share is not None:
        sheet.text(_ASIDE, y + 1.36, f"Deeds are {wording.percent(share.value)} of all stories")
        sheet.text(_ASIDE, y + 1.53, wording.between(share.low, share.high, share=True), color=SOFT)
    if net is not None:
        sheet.text(_ASIDE, y + 1.82, f"Mean intensity {wording.signed(net.value)}")
        sheet.text(_ASIDE, y + 1.99, wording.between(net.low, net.high), color=SOFT)
        sheet.text(_ASIDE, y + 2.16, "of −10 hostile to 10 friendly", color=SOFT)


def _swatch(sheet: Sheet, x: float, y: float, colour: str, *, hatched: bool) -> None:
    """A specimen of a bar beside a number whose baseline is y."""
    where, wide, high = (x / sheet.width, 1 - (y + 0.02) / sheet.height), 0.2 / sheet.width, 0.13 / sheet.height
    fill = _fill(colour, hatched=hatched)
    sheet.figure.add_artist(Rectangle(where, wide, high, transform=sheet.figure.transFigure, **fill))


def _balances(sheet: Sheet, y: float, found: Relation) -> None:
    """A strip a rung: its balance in each period that has enough, and in numbers that of the whole time."""
    _caption(sheet, y, "Balance", "1 is all cooperation, −1 all conflict")
    sheet.text(_ASIDE, y - 0.12, "Whole time", fontsize=BODY, weight="bold")
    for n, (rung, name) in enumerate(_RUNGS):
        top = y + n * (_BALANCE + _APART)
        field = sheet.axes(_LEFT, top, _FIELD, _BALANCE)
        _limits(field, found, -1.1, 1.1)
        field.set_yticks([-1, 0, 1], ["−1", "", "1"])
        field.hlines([-1, 1], 0, 1, color=RULE, linewidth=0.6, transform=field.get_yaxis_transform(), zorder=1)
        field.axhline(0, color=FAINT, linewidth=0.8, zorder=3)
        middle = top + _BALANCE / 2 + 0.04
        sheet.text(MARGIN, middle, name)
        shown = _series(field, found.periods, rung)
        if found.periods and not shown:
            _within(field, f"no {found.by} has {LEAST} or more")
        _whole(sheet, middle, found.total.on(rung))


def _series(field: Axes, periods: Sequence[Period], rung: Rung) -> bool:
    """One rung's balance: a line with its band through neighbouring periods, a whisker where one stands alone."""
    some = [period.on(rung) for period in periods]
    enough = np.array([balance.coop + balance.conf >= LEAST for balance in some], bool)
    x = np.arange(len(some)) + 0.5
    value, low, high = (np.array([getattr(b, name) for b in some], np.float64) for name in ("balance", "low", "high"))
    alone = enough & ~np.append(enough[1:], False) & ~np.append(False, enough[:-1])
    dense = len(periods) > _DENSE
    size = float(np.clip(_FIELD * 72 / max(1, len(periods)) * 0.25, 1.8, 4))
    field.fill_between(x, low, high, where=enough.tolist(), color=_BAND, linewidth=0, zorder=2)
    field.vlines(x[alone], low[alone], high[alone], color=_BAND, linewidth=size, zorder=2)
    field.plot(x, np.where(enough, value, np.nan), color=INK, linewidth=0.8 if dense else 1.3, zorder=4)
    dots = alone if dense else enough
    field.plot(x[dots], value[dots], "o", color=INK, markersize=size, markeredgewidth=0, zorder=5, clip_on=False)
    return bool(enough.any())


def _whole(sheet: Sheet, y: float, balance: Balance) -> None:
    """The balance of the whole time: a number, its interval beside it."""
    if balance.balance is None:
        sheet.text(_ASIDE, y, "none", color=SOFT)
        return
    sheet.text(_ASIDE + 0.38, y, wording.signed(balance.balance), ha="right", weight="bold")
    sheet.text(_ASIDE + 0.55, y, wording.between(balance.low, balance.high), color=SOFT)


def _volume(sheet: Sheet, y: float, found: Relation) -> None:
    """Two thin strips: how many stories, and how many outlets told them."""
    for n, name in enumerate(("stories", "outlets")):
        top = y + n * (_VOLUME + _APART)
        height = np.array([getattr(period, name) for period in found.periods], np.float64)
        most = max(1.0, float(height.max(initial=0)))
        field = sheet.axes(_LEFT, top, _FIELD, _VOLUME, sides=("bottom",))
        _limits(field, found, 0, most)
        field.set_yticks([most], [f"{most:,.0f}"])
        _block(field, np.zeros(len(height)), height, _wide(len(height)), "#8c8c8c")
        sheet.text(MARGIN, top + _VOLUME, name.capitalize())
        sheet.text(_ASIDE, top + _VOLUME, f"{getattr(found.total, name):,} {name if name == 'stories' else 'different outlets'}")
        if n:
            _dates(field, found)


def _within(field: Axes, words_: str) -> None:
    middle: dict[str, Any] = {"transform": field.transAxes, "ha": "center", "va": "center"}
    field.text(0.5, 0.5, words_, color=SOFT, fontsize=SMALL, zorder=6, bbox=_PAPER, **middle)


def _empty(sheet: Sheet, found: Relation) -> None:
    """A time axis with nothing on it: that nothing was found is said, and what it may mean."""
    field = sheet.axes(_LEFT, sheet.top + 0.1, WIDTH - _LEFT - MARGIN, 1.9)
    _limits(field, found, -1, 1)
    field.set_yticks([])
    field.axhline(0, color=INK, linewidth=0.8)
    one, other = (wording.the(one_line(name)) for name in found.names)
    field.text(0.5, 0.62, f"No story of {one} and {other} in this time", transform=field.transAxes, ha="center", fontsize=12)
    why = "Nothing was found in the reports that were read. Whether nothing happened depends on what these outlets cover."
    field.text(0.5, 0.3, why, transform=field.transAxes, ha="center", color=SOFT)
    if found.periods:
        _dates(field, found)
    sheet.text(MARGIN, sheet.top + 1.05, "↑ Words", color=SOFT)
    sheet.text(MARGIN, sheet.top + 1.33, "↓ Deeds", color=SOFT)
