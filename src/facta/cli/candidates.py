"""Answers of `facta who` on stdout: lines of JSON, or a table for a person."""

import sys
from collections.abc import Iterable
from typing import Any

import click
import msgspec
from rich.table import Table

from facta.cli.output import Harmless, console
from facta.resolve import Tables, candidates, load_tables
from facta.resolve.who import Candidate

Asked = Iterable[tuple[str, str | None]]


def write(asked: Asked, form: str | None) -> None:
    """Answer every mention (with its date, if any) in the form asked for."""
    tables = load_tables()
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    found = (answer(mention, on, tables) for mention, on in asked)
    if form == "table":
        for one in found:
            console().print(Harmless(_table(one)))
    elif form == "json":
        click.echo(msgspec.json.encode(list(found)))
    else:
        for one in found:
            click.echo(msgspec.json.encode(one))


def answer(mention: str, on: str | None, tables: Tables) -> dict[str, Any]:
    """The record of one answer: mention, date, and the candidates, best first."""
    return {
        "mention": mention,
        "date": on,
        "candidates": [_candidate(c, on, tables) for c in candidates(mention, on, tables=tables)],
    }


def _candidate(c: Candidate, on: str | None, tables: Tables) -> dict[str, Any]:
    cow, gw = tables.numbers(c.country, on)
    return {
        "name": c.name, "country": c.country, "cow": cow, "gw": gw, "sector": c.sector, "role": c.role, "kind": c.kind,
        "score": c.score, "reason": c.reason,
    }  # fmt: skip


def _table(one: dict[str, Any]) -> Table:
    title = f"{one['mention']}" + (f" on {one['date']}" if one["date"] else "")
    columns = ("name", "country", "cow", "gw", "sector", "role", "score", "reason")
    table = Table(*columns, title=title, title_justify="left", box=None, caption=None if one["candidates"] else "nobody known")
    for c in one["candidates"]:
        table.add_row(*("" if c[column] is None else str(c[column]) for column in columns))
    return table
