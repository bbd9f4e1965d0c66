"""A picture as a page of its own: the drawing inline, its numbers as tables for screen readers and copying, nothing loaded."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from facta.relations import wording
from facta.relations.pictures import words
from facta.relations.records import Commitment, Interval, Ledger, Measures, Relation, Share
from facta.values.words import one_line

_STYLE = """
:root { color-scheme: light }
body { margin: 2rem auto; max-width: 82rem; padding: 0 1rem; background: #fff; color: #1a1a1a;
  font: 15px/1.5 "Helvetica Neue", Helvetica, Arial, "DejaVu Sans", sans-serif }
figure { margin: 0 }
figure svg { width: 100%; min-width: 56rem; height: auto; display: block }
.wide { overflow-x: auto }
h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
h2 { margin: 0; font: inherit }
table { border-collapse: collapse; margin: 1.5rem 0 2.5rem; font-size: 13px; font-variant-numeric: tabular-nums }
caption { text-align: left; font-weight: 600; font-size: 15px; padding-bottom: .4rem }
th, td { padding: .25rem .7rem .25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e4e4e4 }
thead th { border-bottom: 1px solid #1a1a1a; font-weight: 600; vertical-align: bottom }
tbody th { font-weight: 400; white-space: nowrap }
tbody tr:last-child > * { border-bottom: 1px solid #1a1a1a }
tfoot > tr > * { font-weight: 600 }
.n { text-align: right; white-space: nowrap }
thead [scope=colgroup] { border-bottom: 0 }
.quiet > * { color: #595959 }
@media print {
  @page { size: landscape; margin: 12mm }
  body { margin: 0; max-width: none; padding: 0; font-size: 11px }
  figure { break-after: page }
  figure svg { min-width: 0; max-height: 175mm }
  caption { break-after: avoid }
  .wide { overflow: visible }
  table { font-size: 9px; margin: 0 0 6mm }
  th, td { padding-right: .4rem }
  thead { display: table-header-group }
  tfoot { display: table-row-group }
  tr { break-inside: avoid }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # nothing in the page may load or run anything
_PROLOGUE = re.compile(r"^.*?(?=<svg )", re.DOTALL)
_SIZE = re.compile(r'(<svg [^>]*?)width="[^"]*" |(<svg [^>]*?)height="[^"]*" ')

Cell = str | int
Row = tuple[Sequence[Cell], str]
"""Cells and the class of the row."""


def relation(found: Relation, svg: bytes) -> bytes:
    """The page of a relation: its picture, each period, the whole time, and the whole time without what might carry it alone."""
    summary = words.relation_findings(found) if found.total.stories else ["0 stories."]
    tables = [_periods(found), _variants(found), _answers(found)]
    return _page(words.relation_title(found), summary, svg, tables)


def ledger(found: Ledger, svg: bytes) -> bytes:
    """The page of a ledger: its picture, follow-through, the curve and every commitment."""
    summary = words.ledger_findings(found)
    tables = [_follow(found), _curve(found), _commitments(found.commitments)] if found.commitments else []
    return _page(words.ledger_title(found), summary, svg, tables)


def _page(title: str, summary: Sequence[str], svg: bytes, tables: Iterable[str]) -> bytes:
    spoken = escape(" ".join([title + ".", *filter(None, summary)]))
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
            f"<h1>{escape(title)}</h1>",
            f'<figure class="wide" tabindex="0">\n<div role="img" aria-label="{spoken}">\n{_inline(svg)}</div>\n</figure>',
            *filter(None, tables),
            "</main>\n</body>\n</html>\n",
        ]
    ).encode()


def _inline(svg: bytes) -> str:
    """The drawing without what only a file of its own needs; as wide as the page."""
    bare = _PROLOGUE.sub("", svg.decode(), count=1)
    for _ in range(2):
        bare = _SIZE.sub(lambda found: found[1] or found[2], bare, count=1)
    return bare


def _table(
    caption: str,
    head: Sequence[str],
    rows: Iterable[Row],
    foot: Sequence[Row] = (),
    *,
    over: Sequence[tuple[str, int]] = (),
    left: Sequence[int] = (),
) -> str:
    """over: names above groups of so many columns; left: numbers of the columns that are words; the first always is."""
    text = {0, *left}
    groups = "".join(f'<th scope="colgroup" colspan="{wide}" class="n">{escape(name)}</th>' for name, wide in over)
    heads = "".join(f'<th scope="col"{_class(n, text)}>{escape(name)}</th>' for n, name in enumerate(head))
    above = f"<tr>{groups}</tr>\n" if over else ""
    body = "\n".join(_row(row, text) for row in rows)
    total = f"\n<tfoot>\n{chr(10).join(_row(row, text) for row in foot)}\n</tfoot>" if foot else ""
    return (
        f'<div class="wide">\n<table>\n<caption><h2>{escape(one_line(caption))}</h2></caption>\n'
        f"<thead>{above}<tr>{heads}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>{total}\n</table>\n</div>"
    )


def _row(row: Row, text: set[int]) -> str:
    cells, kind = row
    first, *others = (escape(one_line(str(cell))) for cell in cells)
    told = "".join(f"<td{_class(n, text)}>{cell}</td>" for n, cell in enumerate(others, 1))
    look = f' class="{kind}"' if kind else ""
    return f'<tr{look}><th scope="row">{first}</th>{told}</tr>'


def _class(n: int, text: set[int]) -> str:
    return "" if n in text else ' class="n"'


_AROUND = "95% interval"
_HEAD = (*("coop.", "conf.", "balance", _AROUND) * 3, *("value", _AROUND) * 3, "stories", "texts", "outlets")
_OVER = (
    *(("talk", 4), ("commitments", 4), ("deeds", 4)),
    *(("say-do gap", 2), ("share of deeds", 2), ("mean intensity", 2), ("", 1), ("independent", 1), ("", 1)),
)


def _measures(found: Measures) -> list[Cell]:
    cells: list[Cell] = []
    for balance in (found.talk, found.commitment, found.deed):
        cells += [balance.coop, balance.conf, wording.signed(balance.balance), wording.between(balance.low, balance.high)]
    cells += _interval(found.say_do_gap) if found.say_do_gap else [found.why_no_gap or "", ""]
    share = found.deed_share
    cells += [wording.percent(share.value), wording.between(share.low, share.high, share=True)] if share else ["", ""]
    cells += _interval(found.net) if found.net else ["", ""]
    return [*cells, found.stories, found.independent, found.outlets]


def _interval(found: Interval) -> list[str]:
    return [wording.signed(found.value), wording.between(found.low, found.high)]


def _periods(found: Relation) -> str:
    """Each period a row; a run of more than two without a story is one row, as on the command line."""
    rows: list[Row] = []
    for quiet, some in groupby(found.periods, key=lambda period: not period.stories):
        run = list(some)
        if quiet and len(run) > 2:
            rows.append(([f"{run[0].period} to {run[-1].period}: {len(run)} {found.by}s", *_measures(run[0])], "quiet"))
        else:
            rows += [([period.period, *_measures(period)], "quiet" if quiet else "") for period in run]
    foot = [(["whole time", *_measures(found.total)], "")]
    return _table(f"Stories and balances by {found.by}", [found.by, *_HEAD], rows, foot, over=(("", 1), *_OVER))


def _variants(found: Relation) -> str:
    rows = [([f"without {v.without}", v.left_out, *_measures(v)], "") for v in found.sensitivity.values()]
    return (
        _table("The whole time without some of the stories", ["", "left out", *_HEAD], rows, over=(("", 2), *_OVER))
        if rows
        else ""
    )


def _answers(found: Relation) -> str:
    one, other = map(wording.the, found.names)
    rows: list[Row] = [
        ([f"{r.lag:+d}" if r.lag else "0", wording.signed(r.value), wording.between(r.low, r.high), r.periods], "")
        for r in found.reciprocity
        if r.value is not None
    ]
    caption = f"Reciprocity: rank correlation of what either does to the other; at +1 {other} answers a {found.by} after {one}"
    return _table(caption, [f"lag in {found.by}s", "correlation", _AROUND, "periods"], rows) if rows else ""


def _follow(found: Ledger) -> str:
    rows = [([f"{days} days", *_share(share)], "") for days, share in found.follow_through.items()]
    head = (
        "within",
        "met",
        _AROUND,
        "by chance",
        _AROUND,
        "difference to chance",
        _AROUND,
        "in the days before",
        _AROUND,
        "difference to the days before",
        _AROUND,
        "still watched",
    )
    return _table("Follow-through", head, rows)


def _share(found: Share) -> list[Cell]:
    cells: list[Cell] = []
    for one in wording.shares(found):
        cells += [wording.percent(one.value), wording.between(one.low, one.high, share=True)] if one else ["unknown", ""]
    return [*cells, found.at_risk]


def _curve(found: Ledger) -> str:
    rows: list[Row] = [
        (
            [
                step.days,
                wording.percent(step.share),
                wording.between(step.low, step.high, share=True),
                wording.percent(step.placebo),
            ],
            "",
        )
        for step in found.curve
    ]
    return _table("The curve of follow-through", ("days", "met", _AROUND, "by chance"), rows) if rows else ""


def _commitments(commitments: Sequence[Commitment]) -> str:
    head = ("date", "who", "commitment", "type", "direction", "for", "became", "deed on", "after days", "deed", "score", "why")
    rows: list[Row] = [
        (
            [
                one.date.isoformat(),
                f"{one.by} {'↔' if one.symmetric else '→'} {one.to}",
                one.subject,
                " ".join(filter(None, (one.type, one.mode, "planned" if one.status == "planned" else None))),
                one.direction,
                one.due.isoformat() if one.due else "",
                one.state,
                one.deed_date.isoformat() if one.deed_date else "",
                "" if one.days is None else one.days,
                one.deed_words or "",
                wording.number(one.score),
                one.reason,
            ],
            "",
        )
        for one in commitments
    ]
    return _table("Every commitment", head, rows, left=(1, 2, 3, 4, 5, 6, 7, 9, 11))
