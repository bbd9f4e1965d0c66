"""Corrections as a table for a person."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from facta.cli.page import FAINT
from facta.records import Event
from facta.store.corrections import Correction


def table(said: Sequence[Correction]) -> Table:
    """A row an event: what was said of it, what it is, what the machine said where that differs."""
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name, ratio, width in (
        ("said", None, 10),
        ("", None, 9),
        ("event", 3, None),
        ("the machine said", 3, None),
        ("words", 4, None),
    ):
        made.add_column(name, ratio=ratio, min_width=width, overflow="fold")
    for one in said:
        machine = _line(one.machine)
        person = _line(one.human) if one.human else ("" if one.verdict == "rejected" else "its words are no longer in the page")
        words = " ".join((one.machine.evidence or one.machine.trigger).text.split())
        made.add_row(f"{one.said:%Y-%m-%d}", one.verdict, person, "" if machine == person else machine, Text(words, FAINT))
    return made


def _line(event: Event) -> str:
    kind = " ".join(filter(None, (event.type, event.mode)))
    sides = (", ".join(f"{p.name or p.text} ({p.country or '?'})" for p in side) for side in (event.actors, event.recipients))
    return (
        f"{kind} ({event.status}, {event.date.iso if event.date else 'undated'}): {' → '.join(filter(None, sides)) or 'nobody'}"
    )
