"""Corrections as a table for a person, and as lines of a sheet."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich import box
from rich.table import Table
from rich.text import Text

from facta.cli.page import FAINT
from facta.records import Event, Party, Quote, Record
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


class Claimed(Record, frozen=True, kw_only=True):
    """What an event or a quotation says, as far as a cell holds it."""

    type: str | None = None
    mode: str | None = None
    status: str | None = None
    date: str | None = None
    actor_countries: str | None = None
    actors: str | None = None
    recipient_countries: str | None = None
    recipients: str | None = None
    act: str | None = None
    """Of a quotation, as its speaker."""
    speaker: str | None = None
    words: str | None = None


class Line(Record, frozen=True, kw_only=True):
    """One judgement: of an event, a quotation, or whether an act answers a commitment."""

    said: datetime
    kind: str
    """event, quotation or match (of the ledger)."""
    verdict: str
    id: str
    """Of a match, the event of the commitment."""
    page: str | None = None
    """Null for a match, which is of two."""
    human: Claimed | None = None
    """Null where it was rejected, or its words are no longer in the page."""
    machine: Claimed | None = None
    way: str | None = None
    """Of a match, as all that follows: whether the act keeps or breaks the commitment, where the person said which."""
    commitment: str | None = None
    """Its words."""
    deed: str | None = None
    """Id of the act."""
    deed_words: str | None = None


def lines(said: Sequence[Correction | QuoteCorrection], matches: Sequence[Said]) -> Iterator[Line]:
    """A line a judgement, those of events before those of quotations and of matches, each in the order in which it was said."""
    for one in said:
        kind, id_ = ("event", one.event) if isinstance(one, Correction) else ("quotation", one.quote)
        yield Line(
            said=one.said,
            kind=kind,
            verdict=one.verdict,
            id=id_,
            page=one.page,
            human=_claimed(one.human),
            machine=_claimed(one.machine),
        )
    for match in matches:
        yield Line(
            said=match.said,
            kind="match",
            verdict=match.verdict,
            id=match.commitment,
            way=match.way,
            commitment=match.commitment_words,
            deed=match.deed,
            deed_words=match.deed_words,
        )


def _claimed(claim: Event | Quote | None) -> Claimed | None:
    if isinstance(claim, Event):
        return Claimed(
            type=claim.type,
            mode=claim.mode,
            status=claim.status,
            date=claim.date.iso if claim.date else None,
            actor_countries=_countries(claim.actors),
            actors=_names(claim.actors),
            recipient_countries=_countries(claim.recipients),
            recipients=_names(claim.recipients),
            words=_words(claim),
        )
    return Claimed(act=claim.act, speaker=_spoken(claim) or None, words=_words(claim)) if claim else None


def _countries(parties: Sequence[Party]) -> str:
    return ";".join(sorted({party.country for party in parties if party.country}))


def _names(parties: Sequence[Party]) -> str:
    return "; ".join(party.name or party.text for party in parties)


def _line(claim: Event | Quote) -> str:
    return _event(claim) if isinstance(claim, Event) else f"quotation ({claim.act}) of {_spoken(claim) or 'nobody named'}"


def _event(event: Event) -> str:
    kind = " ".join(filter(None, (event.type, event.mode)))
    sides = (", ".join(f"{p.name or p.text} ({p.country or '?'})" for p in side) for side in (event.actors, event.recipients))
    return (
        f"{kind} ({event.status}, {event.date.iso if event.date else 'undated'}): {' → '.join(filter(None, sides)) or 'nobody'}"
    )


def _spoken(quote: Quote) -> str:
    return " ".join(" ".join(span.text for span in quote.speaker).split())


def _words(claim: Event | Quote) -> str:
    spans = [claim.evidence or claim.trigger] if isinstance(claim, Event) else claim.content
    return " … ".join(" ".join(span.text.split()) for span in spans)
