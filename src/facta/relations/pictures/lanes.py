"""Draws a ledger: a lane from each commitment to the deed that answered it, and how many were followed at all."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from matplotlib.axes import Axes

from facta.relations import wording
from facta.relations.pictures import follow, words
from facta.relations.pictures.scale import labels
from facta.relations.pictures.sheet import BODY, CONFLICT, COOPERATION, FAINT, INK, MARGIN, RULE, SOFT, Sheet
from facta.relations.records import Commitment, Ledger
from facta.values.words import one_line

MOST = 40
"""Lanes that stay readable on one page; of more commitments those with the most independent reports are drawn."""

WIDTH = 13.0
_LANE = 0.235  # inches from one to the next
_WHO, _WHAT, _FIELD, _END = 1.12, 2.12, 5.6, 8.15
_OUTCOME = _END + 0.15
_FOLLOW = 9.95
_DATES = 6  # that the short axis of the lanes has room for
_LETTERS = 59  # of a commitment's words
_KEY = 0.75  # inches under the lanes, for what the marks mean


def drawn(found: Ledger) -> Sheet:
    """The picture of a ledger."""
    shown = chosen(found.commitments)
    inner = max(0.55 + _LANE * len(shown) + _KEY, follow.HEIGHT) if shown else 1.9
    about = words.ledger_findings(found)
    note = words.ledger_source(found) if shown else words.SOURCE
    sheet = Sheet(WIDTH, inner, title=words.ledger_title(found), about=about, note=note)
    if shown:
        _lanes(sheet, found, shown)
        follow.drawn(sheet, _FOLLOW, WIDTH - MARGIN - _FOLLOW, found)
    else:
        _empty(sheet, found)
    return sheet


def chosen(commitments: Sequence[Commitment]) -> list[Commitment]:
    """Those that are drawn, by day: the ones that the most independent texts report, the more certain, then the earlier first."""
    watched = [c for c in commitments if c.state != "unobserved"]  # they would stretch the time to years without a report
    ranked = sorted(watched, key=lambda c: (-c.independent, -c.confidence, c.date))
    return sorted(ranked[:MOST], key=lambda c: c.date)


def rule(shown: int, of: int) -> str:
    """What is shown of all, for a person."""
    if shown == of:
        return "all, by date" if of > 1 else ""
    return f"{shown:,} of {of:,} by date: those that the most independent texts report"


def _lanes(sheet: Sheet, found: Ledger, shown: Sequence[Commitment]) -> None:
    top = sheet.top + 0.42
    sheet.text(MARGIN, sheet.top + 0.12, "Commitments", fontsize=BODY, weight="bold")
    many = len(found.commitments) - found.counts.get("unobserved", 0)
    sheet.text(MARGIN + 1.05, sheet.top + 0.12, rule(len(shown), many), color=SOFT)
    height = _LANE * len(shown)
    ground = sheet.axes(MARGIN, top, _OUTCOME + 1.2 - MARGIN, height)
    ground.set(xlim=(0, 1), ylim=(len(shown), 0), xticks=[], yticks=[])
    ground.hlines(range(len(shown) + 1), 0, 1, color=RULE, linewidth=0.5)
    field = sheet.axes(_FIELD, top, _END - _FIELD, height)
    first, last = _time(found, shown)
    _scale(field, first, last, len(shown))
    for n, one in enumerate(shown):
        _words(sheet, top + _LANE * (n + 0.5) + 0.04, one)
        _row(field, n + 0.5, one, last)
    _key(sheet, top + height + 0.3)


def _time(found: Ledger, shown: Sequence[Commitment]) -> tuple[date, date]:
    """First and last day of the lanes: from the first commitment to the last report."""
    days = [c.date for c in shown] + [c.deed_date for c in shown if c.deed_date]
    last = max([*days, *([found.observed_until] if found.observed_until else [])])
    return min(days), max(last, min(days) + timedelta(1))


def _scale(field: Axes, first: date, last: date, lanes: int) -> None:
    """Time runs to the right, labelled above; thin lines lead the eye down."""
    pad = max(1, (last - first).days // 40)
    field.set_xlim(first.toordinal() - pad, last.toordinal() + pad)
    field.set_ylim(lanes, 0)
    field.set_yticks([])
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    at = labels(days, _DATES)
    field.set_xticks([days[n].toordinal() for n, _ in at], [name for _, name in at])
    field.xaxis.tick_top()
    field.tick_params(axis="x", length=0, pad=2)
    field.grid(axis="x", color=RULE, linewidth=0.6)
    field.set_axisbelow(True)


def _words(sheet: Sheet, y: float, one: Commitment) -> None:
    """One row of the table that the lanes stand in."""
    colour = SOFT if one.state == "expired" else INK
    sheet.text(MARGIN, y, one.dated, color=colour)
    arrow = "↔" if one.symmetric else "→"
    sheet.text(_WHO, y, words.shortened(f"{one.by} {arrow} {one.to}", 14), color=colour)
    sheet.text(_WHAT, y, words.shortened(one.subject, _LETTERS), color=colour)
    sheet.text(_OUTCOME, y, outcome(one), color=colour)


def outcome(one: Commitment) -> str:
    """What became of it, in few words."""
    if one.days is None:
        return one.state
    return f"{one.state} {wording.later(one.days)}"


_MARKS = {"cooperation": ("o", COOPERATION["deed"]), "conflict": ("^", CONFLICT["deed"])}
# Circles and triangles: told apart without colour.


def _row(field: Axes, y: float, one: Commitment, last: date) -> None:
    """From the day of the commitment to the deed, to the last report while it is open; an expired one leads nowhere."""
    start = one.date.toordinal()
    end = one.deed_date.toordinal() if one.deed_date else last.toordinal() if one.state == "open" else start
    if one.due is not None and one.due <= last:
        _due(field, y, one.due.toordinal())
    _lane(field, y, start, end, state=one.state, direction=one.direction)


def _lane(field: Axes, y: float, start: float, end: float, *, state: str, direction: str) -> None:
    """One lane with its marks: kept filled, broken crossed, open hollow, expired faint."""
    shape, colour = _MARKS[direction]
    hollow: dict[str, Any] = {"markeredgecolor": colour, "markerfacecolor": "white", "clip_on": False}
    if state == "expired":
        field.plot(start, y, shape, color=colour, alpha=0.35, markersize=5.5, markeredgewidth=0, clip_on=False)
        return
    dashed = (0, (2, 1.5)) if state == "open" else "-"
    field.plot([start, end], [y, y], color=colour, linewidth=1.3, linestyle=dashed, zorder=3)
    field.plot(start, y, shape, markersize=3.8, markeredgewidth=0.9, zorder=4, **hollow)
    if state == "kept":
        field.plot(end, y, shape, color=colour, markersize=6, markeredgewidth=0, zorder=5, clip_on=False)
    elif state == "broken":
        field.plot(end, y, "x", color=INK, markersize=5.5, markeredgewidth=1.5, zorder=5, clip_on=False)
    else:
        field.plot(end, y, shape, markersize=6, markeredgewidth=1.2, zorder=5, **hollow)


def _due(field: Axes, y: float, day: float) -> None:
    field.plot(day, y, "|", color=SOFT, markersize=8, markeredgewidth=0.9, zorder=2)


def _key(sheet: Sheet, y: float) -> None:
    """What the marks mean, drawn with the marks themselves."""
    columns = {"kept": 0.0, "broken": 1.0, "open": 2.0, "expired": 3.0}
    field = sheet.axes(_WHAT, y, 5.0, 0.42)
    field.set(xlim=(0, 5), ylim=(2, 0), xticks=[], yticks=[])
    for n, (direction, (_, colour)) in enumerate(_MARKS.items()):
        sheet.text(MARGIN, y + 0.21 * n + 0.14, direction, color=colour)
        for state, x in columns.items():
            _lane(field, n + 0.5, x + 0.06, x + 0.5, state=state, direction=direction)
    for state, x in columns.items():
        sheet.text(_WHAT + x, y - 0.04, state)
    _due(field, 0.5, 4.06)
    sheet.text(_WHAT + 4, y - 0.04, "day it was announced for")


def _empty(sheet: Sheet, found: Ledger) -> None:
    """Says that nothing was found, and what may be done."""
    one, other = (wording.the(one_line(name)) for name in found.names)
    middle, y = WIDTH / 2, sheet.top + 0.9
    sheet.text(middle, y, f"No commitment of {one} and {other} in this time", fontsize=12, ha="center")
    why = "No agreement, concession, threat, treaty or announced act was found in the reports that were read."
    sheet.text(middle, y + 0.35, why, fontsize=BODY, color=SOFT, ha="center")
    rule_ = sheet.axes(MARGIN, y + 0.7, WIDTH - 2 * MARGIN, 0.1)
    rule_.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[])
    rule_.axhline(0.5, color=FAINT, linewidth=0.8)
