"""Answers of `facta who` on stdout: JSON, a sheet, or a table for a person."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click
import msgspec
from rich.table import Table

from facta.cli.output import Harmless, console, sheet
from facta.records import Record
from facta.resolve import Tables, candidates, load_tables
from facta.resolve.who import Candidate

Asked = Iterable[tuple[str, str | None]]


class Line(Record, frozen=True, kw_only=True):
    """A candidate in a sheet; where nobody is known the mention stands alone, so that none is lost."""

    mention: str
    date: str | None
    rank: int | None = None
    """1 for the best."""
    name: str | None = None
    country: str | None = None
    cow: int | None = None
    gw: int | None = None
    sector: str | None = None
    role: str | None = None
    kind: str | None = None
    score: float | None = None
    reason: str | None = None


def write(asked: Asked, form: str | None, *, typed: bool = False) -> None:
    """Answer every mention (with its date, if any) in the form asked for; typed: by a person, who may leave capitals out."""
    tables = load_tables()
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    found = (answer(mention, on, tables, typed=typed) for mention, on in asked)
    if form == "table":
        for one in found:
            console().print(Harmless(_table(one)))
    elif form == "json":
        click.echo(msgspec.json.encode(list(found)))
    elif form == "csv":
        sheet((line for one in found for line in _lines(one)), Line)
    else:
        for one in found:
            click.echo(msgspec.json.encode(one))


def answer(mention: str, on: str | None, tables: Tables, *, typed: bool = False) -> dict[str, Any]:
    """The record of one answer: mention, date, and the candidates, best first."""
    written = [mention, *(_capitals(mention) if typed and mention.islower() else ())]
    found = [candidates(words, on, tables=tables) for words in written]
    best = max(found, key=lambda some: some[0].score if some else 0)
    return {"mention": mention, "date": on, "candidates": [_candidate(c, on, tables) for c in best]}


def _capitals(mention: str) -> tuple[str, str]:
    """Small letters as names are written, and as abbreviations are.

    >>> _capitals("china's al-shabaab")
    ("China's Al-Shabaab", "CHINA'S AL-SHABAAB")
    """
    return _FIRST.sub(lambda found: found[0].upper(), mention), mention.upper()


_FIRST = re.compile(r"(?<![^\s(-])\w")
"""The first letter of a word."""


def _candidate(c: Candidate, on: str | None, tables: Tables) -> dict[str, Any]:
    cow, gw = tables.numbers(c.country, on)
    return {
        "name": c.name, "country": c.country, "cow": cow, "gw": gw, "sector": c.sector, "role": c.role, "kind": c.kind,
        "score": c.score, "reason": c.reason,
    }  # fmt: skip


def _lines(one: dict[str, Any]) -> Iterator[Line]:
    asked = {"mention": one["mention"], "date": one["date"]}
    for rank, candidate in enumerate(one["candidates"], 1):
        yield Line(**asked, rank=rank, **candidate)
    if not one["candidates"]:
        yield Line(**asked)


def _table(one: dict[str, Any]) -> Table:
    title = f"{one['mention']}" + (f" on {one['date']}" if one["date"] else "")
    columns = ("name", "country", "cow", "gw", "sector", "role", "score", "reason")
    table = Table(*columns, title=title, title_justify="left", box=None, caption=None if one["candidates"] else "nobody known")
    for c in one["candidates"]:
        table.add_row(*("" if c[column] is None else str(c[column]) for column in columns))
    return table
