"""Draws follow-through: the share of commitments met by acts that keep them as days pass, beside what chance would give."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator
from numpy.typing import NDArray

from facta.relations import wording
from facta.relations.pictures.sheet import BODY, INK, RULE, SOFT, Sheet
from facta.relations.records import Ledger, Share, Step

_CURVE = (2.35, 3.4)  # inches, the least and the most
_REST = 2.2
HEIGHT = _CURVE[0] + _REST
"""Inches that curve and table take together at least."""

_MET = "#00614a"  # bluish green of Okabe and Ito, darkened for type
_CHANCE = "#6b6b6b"
_DAYS = (30, 90, 180, 270, 365)


def drawn(sheet: Sheet, x: float, width: float, found: Ledger) -> None:
    """Curve and table in a column of some width; the curve as high as the sheet leaves room for."""
    y, height = sheet.top, min(max(_CURVE[0], sheet.bottom - sheet.top - _REST), _CURVE[1]) if found.curve else 0.2
    sheet.text(x, y + 0.12, "Follow-through", fontsize=BODY, weight="bold")
    sheet.text(x, y + 0.3, "Share of commitments met by an act that keeps them", color=SOFT)
    if found.curve:
        _curve(sheet.axes(x + 0.38, y + 0.45, width - 0.38 - 0.62, height), found.curve, found.follow_through)
    else:
        sheet.text(x, y + 0.62, "Not yet watched long enough.", color=SOFT)
    _table(sheet, y + 0.45 + height + 0.62, x, width, found.follow_through)


def _curve(field: Axes, curve: Sequence[Step], shares: dict[str, Share]) -> None:
    """The Kaplan-Meier curve with its band, and the placebo dashed; steps, known at the days of `curve`."""
    days, share, low, high, chance = (
        np.array([getattr(step, name) for step in curve], np.float64) for name in ("days", "share", "low", "high", "placebo")
    )
    field.fill_between(days, low, high, step="post", color=_MET, alpha=0.16, linewidth=0)
    field.step(days, share, where="post", color=_MET, linewidth=1.8)
    field.step(days, chance, where="post", color=_CHANCE, linewidth=1.3, linestyle=(0, (3, 1.5)))
    _whiskers(field, shares)
    top = _top(np.concatenate([share, high, chance]))
    _frame(field, top, float(days[-1]))
    ends = [(float(share[-1]), "met", _MET), (float(chance[-1]), "by chance", _CHANCE)]
    for at, (value, name, colour) in zip(_spread([end[0] for end in ends], top * 0.13), ends, strict=True):
        if np.isfinite(value):
            field.text(days[-1] * 1.03, at, f"{wording.percent(value)}\n{name}", color=colour, va="center", fontsize=7.5)


def _whiskers(field: Axes, shares: dict[str, Share]) -> None:
    """The placebo's interval at each horizon."""
    for days, share in shares.items():
        if share.placebo_low is not None and share.placebo_high is not None:
            field.vlines(int(days), share.placebo_low, share.placebo_high, color=_CHANCE, linewidth=0.9, clip_on=False)


def _top(values: NDArray[np.float64]) -> float:
    """The end of the scale: a quarter, a half, three quarters or all."""
    most = float(np.nanmax(values, initial=0.0))
    return next(end for end in (0.25, 0.5, 0.75, 1.0) if most <= end or end == 1.0)


def _frame(field: Axes, top: float, last: float) -> None:
    field.set_xlim(0, last)
    field.set_ylim(0, top)
    field.spines["bottom"].set_visible(True)
    field.yaxis.set_major_locator(MaxNLocator(5))
    field.yaxis.set_major_formatter(FuncFormatter(lambda value, _: wording.percent(value)))
    field.set_xticks([day for day in _DAYS if day <= last])
    field.set_xlabel("days after the commitment", fontsize=7.5)
    field.grid(axis="y", color=RULE, linewidth=0.6)
    field.set_axisbelow(True)


def _spread(values: Sequence[float], least: float) -> list[float]:
    """Two heights moved apart until their labels do not touch."""
    one, other = values
    short = least - abs(one - other)
    if not short > 0:
        return [one, other]
    up = short / 2 if one >= other else -short / 2
    lift = max(0.0, least / 2 - min(one + up, other - up))
    return [one + up + lift, other - up + lift]


def _table(sheet: Sheet, y: float, x: float, width: float, shares: dict[str, Share]) -> None:
    """The numbers of each horizon, with their intervals beneath."""
    columns = [x + width * part for part in (0.31, 0.53, 0.78, 1.0)]  # the third has signs
    sheet.text(x, y, "within", color=SOFT)
    heads = (("met", _MET), ("by chance", _CHANCE), ("difference", INK), ("before", _CHANCE))
    for at, (name, colour) in zip(columns, heads, strict=True):
        sheet.text(at, y, name, color=colour, ha="right")
    for n, (days, s) in enumerate(shares.items()):
        row = y + 0.24 + n * 0.36
        sheet.text(x, row, f"{days} days")
        for at, one in zip(columns, wording.shares(s), strict=False):  # how far it lies below is in the page's table
            sheet.text(at, row, wording.percent(one.value) if one else "unknown", ha="right", color=INK if one else SOFT)
            if one:
                sheet.text(at, row + 0.14, wording.between(one.low, one.high, share=True), ha="right", color=SOFT, fontsize=6.5)
