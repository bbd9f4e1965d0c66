"""Corrections as a table for a person."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from facta.cli.page import FAINT
from facta.records import Event, Quote
from facta.relations.commitments.verdicts import Said
from facta.store.corrections import Correction, QuoteCorrection


def matches(said: Sequence[Said]) -> Table:
    """A row a match of the ledger: what was said of it, the commitment and the act."""
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name, ratio, width in (("said", None, 10), ("", None, 9), ("commitment", 1, None), ("act", 1, None)):
        made.add_column(name, ratio=ratio, min_width=width, overflow="fold")
    for one in said:
        sides = ((one.commitment, one.commitment_words), (one.deed, one.deed_words))
        shown = (Text(" ".join(f"{words or 'no longer coded'}".split())).append(f" {id_}", FAINT) for id_, words in sides)
        made.add_row(f"{one.said:%Y-%m-%d}", one.way or one.verdict, *shown)
    return made


def table(said: Sequence[Correction | QuoteCorrection]) -> Table:
    """A row an event or a quotation: what was said of it, what it is, what the machine said where that differs."""
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name, ratio, width in (
        ("said", None, 10),
        ("", None, 9),
        ("as it is", 3, None),
        ("the machine said", 3, None),
        ("words", 4, None),
    ):
        made.add_column(name, ratio=ratio, min_width=width, overflow="fold")
    for one in said:
        machine = _line(one.machine) if one.machine else "nothing"
        gone = "" if one.verdict == "rejected" else "its words are no longer in the page"
        person = _line(one.human) if one.human else gone
        shown = one.human or one.machine
        words = Text(_words(shown) if shown else "", FAINT)
        made.add_row(f"{one.said:%Y-%m-%d}", one.verdict, person, "" if machine == person else machine, words)
    return made


def _line(claim: Event | Quote) -> str:
    return _event(claim) if isinstance(claim, Event) else f"quotation ({claim.act}) of {_spoken(claim)}"


def _event(event: Event) -> str:
    kind = " ".join(filter(None, (event.type, event.mode)))
    sides = (", ".join(f"{p.name or p.text} ({p.country or '?'})" for p in side) for side in (event.actors, event.recipients))
    return (
        f"{kind} ({event.status}, {event.date.iso if event.date else 'undated'}): {' → '.join(filter(None, sides)) or 'nobody'}"
    )


def _spoken(quote: Quote) -> str:
    return " ".join(" ".join(span.text for span in quote.speaker).split()) or "nobody named"


def _words(claim: Event | Quote) -> str:
    spans = [claim.evidence or claim.trigger] if isinstance(claim, Event) else claim.content
    return " … ".join(" ".join(span.text.split()) for span in spans)
