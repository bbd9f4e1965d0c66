"""What a store holds, on one screen: counts, the busiest pairs of states, some events with their proof, what to try next."""

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from facta.cli.page import ACT, FAINT, RUNG_STYLE, heading
from facta.relations.busiest import busiest
from facta.store import EventQuery, Store, Summary
from facta.values.counts import counted

SHOWN = 8
"""Pairs shown, and events: the surest ones, of different pages as far as there are."""
SUREST = f"""
    SELECT id, date.iso AS date, "type", mode, rung, actors, recipients, evidence."text" AS evidence, outlet, url
    FROM events_v WHERE comment IS NULL AND len(actor_countries) > 0
    QUALIFY row_number() OVER (PARTITION BY page ORDER BY confidence DESC, id) <= 2
    ORDER BY confidence DESC, id LIMIT {SHOWN}
"""


def overview(store: Store, path: str) -> RenderableType:
    """Ready for a rich console."""
    return Group(
        _counts(store.summary()),
        heading("Words and deeds by pair of states, each act once however many reports tell it"),
        Padding(_pairs(store), (0, 2)),
        heading("Some events, with the words that prove them"),
        Padding(_events(store), (0, 2)),
        heading("Try next"),
        Padding(_next(store, path), (0, 2)),
    )


def _counts(summary: Summary) -> Text:
    rungs = summary.by_rung
    return Text.assemble(
        (f"{counted(summary.pages, 'page')} of {counted(summary.outlets, 'outlet')}: {counted(summary.events, 'event')}", ACT),
        f" ({rungs['talk']} talk, {rungs['commitment']} commitments, {rungs['deed']} deeds, {rungs['none']} possible or denied), "
        f"{summary.quotes} quotations, {summary.comments} reader comments with {summary.reader_events} claims, kept apart.",
    )


def _pairs(store: Store) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("between")
    for rung in ("talk", "commitments", "deeds"):
        table.add_column(rung, justify="right")
    for pair in busiest(store, SHOWN):
        counts = [Text(f"{n:,}", "" if n else FAINT) for n in (pair.talk, pair.commitment, pair.deed)]
        table.add_row(" ↔ ".join(pair.names), *counts)
    return table


def _events(store: Store) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name, ratio, width in (("id", None, 9), ("when", None, 10), ("event", 3, 10), ("who → whom", 4, 12), ("proof", 8, 20)):
        table.add_column(name, ratio=ratio, min_width=width, overflow="fold")
    for row in store.sql(SUREST):
        kind = Text.assemble((row["type"], RUNG_STYLE[row["rung"]]), f" {row['mode']}" if row["mode"] else "")
        sides = [", ".join(p["country"] or p["text"] for p in row[side]) for side in ("actors", "recipients")]
        proof = Text(" ".join((row["evidence"] or "").split()))
        proof.append(f"\n{row['outlet'] or row['url'] or 'outlet unknown'}", FAINT)
        table.add_row(Text(row["id"][:9], FAINT), row["date"] or "undated", kind, " → ".join(filter(None, sides)), proof)
    return table


def _next(store: Store, path: str) -> Text:
    first = next(iter(store.rows(EventQuery(limit=1))), None)
    where = f" --store {path}"
    lines = [f"facta events --actor RUS --recipient CHN{where}", f"facta quotes --actor RUS{where}", f"facta threads{where}"]
    if first:
        lines.insert(1, f"facta explain {first['id'][:9]}{where}")
    return Text("\n".join([*lines, "facta show YOUR_PAGE.html"]))
