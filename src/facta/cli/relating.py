"""Prints relations and ledgers: for a person as tables, for programs as JSON or CSV."""

from collections.abc import Iterable
from itertools import groupby

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from facta.cli import output
from facta.cli.page import ACT, FAINT, RUNG_STYLE, heading
from facta.records import RUNGS
from facta.relations import wording
from facta.relations.records import Commitment, Interval, Ledger, Measures, Period, Relation, Three, Triad
from facta.values.counts import counted

_STATE_STYLE = {"kept": "green", "broken": "red", "open": "yellow", "expired": "dim", "unobserved": "dim"}
_MARK = {"kept": "●", "broken": "✕", "open": "○", "expired": "–", "unobserved": "·"}


def write(found: Relation, form: str) -> None:
    """A relation to stdout; as CSV one period a line."""
    if form == "table":
        output.console().print(output.Harmless(relation(found)))
    elif form == "csv":
        output.sheet(found.periods, Period, **wording.line(found))
    else:
        output.record(found)


def write_ledger(found: Ledger, form: str) -> None:
    """A ledger to stdout; as CSV one commitment a line."""
    if form == "table":
        output.console().print(output.Harmless(ledger(found)))
    elif form == "csv":
        output.sheet(found.commitments, Commitment)
    else:
        output.record(found)


def write_triad(found: Triad, form: str) -> None:
    """A triad to stdout; as CSV in one line."""
    if form == "table":
        output.console().print(output.Harmless(_triad(found)))
    elif form == "csv":
        output.sheet([Three.of(found)], Three)
    else:
        output.record(found)


def _triad(found: Triad) -> RenderableType:
    verdict = {True: "balanced", False: "not balanced", None: "undecided: some pair has no story, or no sign"}[found.balanced]
    lines = [Text.assemble((" · ".join(found.sides), ACT), f": {verdict}")]
    if found.probability is not None:
        lines[0].append(f" (balanced in {found.probability:.0%} of resamples)")
    lines += [
        Text(f"  {key:<9}{counted(n, 'story', 'stories'):>14}  net {wording.measured(found.net.get(key))}")
        for key, n in found.stories.items()
    ]
    return Group(*lines)


def relation(found: Relation) -> RenderableType:
    """Ready for a rich console."""
    one, other = found.names
    title = f"{one} {'→' if found.directed else '↔'} {other}"
    span = f", {found.since} to {found.until}" if found.since else ""
    key = "; n+ cooperation, n- conflict, balance (95% interval)"
    parts: list[RenderableType] = [Text.assemble((title, ACT), f" by {found.by}{span}", (key, FAINT))]
    if found.total.stories:
        parts += [Padding(_periods(found), (1, 2)), Padding(_notes(found), (0, 2))]
    return Group(*parts)


def _periods(found: Relation) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    # The columns of balances break where the page is narrow; a period or a count that is cut says nothing.
    table.add_column(found.by, no_wrap=True, min_width=max([len(period.period) for period in found.periods], default=0))
    for rung in RUNGS:
        name = f"{rung}s" if rung != "talk" else rung
        table.add_column(Text(name, RUNG_STYLE[rung]), justify="right", min_width=len(name))
    table.add_column("say-do gap", justify="right")
    for name in ("stories", "outlets"):
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name))
    for quiet, some in groupby(found.periods, key=lambda period: not period.stories):
        run = list(some)
        if quiet and len(run) > 2:
            table.add_row(
                Text(f"{len(run)} quiet", FAINT), *[Text("0", FAINT)] * len(RUNGS), "", Text("0", FAINT), Text("0", FAINT)
            )
        else:
            for period in run:
                table.add_row(period.period, *_cells(period))
    table.add_section()
    table.add_row("all", *_cells(found.total), style="bold")
    return table


def _cells(measures: Measures) -> list[str | Text]:
    """Cooperation and conflict as counts, their balance, its interval."""
    out: list[str | Text] = []
    for rung in RUNGS:
        b = measures.on(rung)
        empty = not b.coop + b.conf
        out.append(Text("0", FAINT) if empty else f"{b.coop}+ {b.conf}-  {_interval(b.balance, b.low, b.high)}")
    gap = measures.say_do_gap
    told = _interval(gap.value, gap.low, gap.high) if gap else Text(measures.why_no_gap or "", FAINT)
    return [*out, told, str(measures.stories), str(measures.outlets)]


def _interval(value: float | None, low: float | None, high: float | None) -> str:
    if value is None:
        return ""
    return _short(value, 2) + ("" if low is None or high is None else f" ({_bound(low)},{_bound(high)})")


def _bound(value: float) -> str:
    """One digit, more where that would say a whole number which it is not: none, all or nothing.

    >>> _bound(-0.31), _bound(0.03), _bound(-0.96), _bound(-0.999)
    ('-.3', '.03', '-.96', '-1')
    """
    digits = 2 if round(value, 1).is_integer() else 1
    return _short(value, wording.enough(value, digits))


def _short(value: float, digits: int) -> str:
    """A number without what says nothing.

    >>> _short(-0.25, 2), _short(1.0, 1), _short(0.04, 1)
    ('-.25', '1', '0')
    """
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") or "0"
    return "0" if text == "-0" else text.replace("0.", ".", 1) if abs(value) < 1 else text


def _notes(found: Relation) -> Text:
    total = found.total
    lines = [
        wording.counts_sentence(found),
        wording.gap_sentence(total, found.names, found.directed),
        f"Deeds are {wording.measured(total.deed_share, share=True)} of all stories; "
        f"net intensity {wording.measured(total.net)}, from −10 hostile to +10 friendly.",
    ]
    for variant in found.sensitivity.values():
        gap = variant.say_do_gap
        told = f"say-do gap {wording.measured(gap)}" if gap else f"no say-do gap ({variant.why_no_gap})"
        lines.append(f"Without {variant.without} ({variant.left_out:,} left out): {told}, net {wording.measured(variant.net)}.")
    answers = [(r, Interval(value=r.value, low=r.low, high=r.high)) for r in found.reciprocity if r.value is not None]
    told = ", ".join(f"{r.lag:+d}: {wording.measured(answer)} of {r.periods}" for r, answer in answers)
    if told:
        lines.append(f"Reciprocity (rank correlation, lag in {found.by}s, of so many in which both act): {told}.")
    return Text("\n".join(lines))


def ledger(found: Ledger) -> RenderableType:
    """Ready for a rich console."""
    one, other = found.names
    sentences = f"{wording.ledger_sentence(found)} {wording.until_sentence(found)}"
    parts: list[RenderableType] = [Text.assemble((f"{one} ↔ {other}", ACT), f". {sentences}")]
    if found.only:
        parts.append(Text(f"Listed are {len(found.commitments):,} of them: {', '.join(found.only)}.", FAINT))
    if found.commitments:
        parts += [Padding(_commitments(found.commitments), (1, 2))]
    if any(found.counts.values()):
        whose = "Follow-through of all commitments" if found.only else "Follow-through"
        parts += [heading(whose), Padding(_follow(found), (0, 2))]
    return Group(*parts)


def _commitments(kept: Iterable[Commitment]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name, ratio, width in (
        ("when", None, 10),
        ("who → whom", None, 9),
        ("commitment", 6, 16),
        ("", None, 1),
        ("answer", 7, 18),
    ):
        table.add_column(name, ratio=ratio, min_width=width, overflow="fold")
    for c in kept:
        promise = Text(" ".join(c.subject.split()))
        promise.append(
            f"\n{c.type}{' ' + c.mode if c.mode else ''}{', planned' if c.status == 'planned' else ''} {c.event[:9]}", FAINT
        )
        table.add_row(
            c.dated,
            f"{c.by} {'↔' if c.symmetric else '→'} {c.to}",
            promise,
            Text(_MARK[c.state], _STATE_STYLE[c.state]),
            _outcome(c),
        )
    return table


def _outcome(c: Commitment) -> Text:
    out = Text(c.state, _STATE_STYLE[c.state])
    if c.deed is not None:
        out.append(f" on {c.deed_date}, {wording.later(c.days or 0)}: ", "")
        out.append(" ".join((c.deed_words or "").split()), "")
        score = "" if c.score is None else f"score {c.score:.2f}, "
        out.append(f"\n{score}{c.reason} {c.deed[:9]}", FAINT)
    else:
        out.append(f": {c.reason}", FAINT)
    return out


def _follow(found: Ledger) -> RenderableType:
    """A column for each horizon, of which there are few, and a row for each number: so it fits 80 columns."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("within [95%]")
    for days in found.follow_through:
        table.add_column(f"{days} days", justify="right", no_wrap=True)
    told = [[wording.measured(one, share=True) for one in wording.shares(s)] for s in found.follow_through.values()]
    for name, *cells in zip(wording.SHARES, *told, strict=True):
        table.add_row(name, *(one.replace(" (", "\n", 1).removesuffix(")") for one in cells))  # an interval below its share
    table.add_row("still watched", *(str(s.at_risk) for s in found.follow_through.values()))
    return Group(Text(wording.follow_sentence(found)), table)
