"""Gold events as a page that is read but not resolved: their parties and places stand where the gold has them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from facta.events.ontology import ontology
from facta.records import Event, Made, Page, Paragraph, Party, Reading, When, Where, span
from facta.values.spans import Range

SIDES = ("actor", "recipient")
_MADE = Made(step="gold", version="1")


def find(text: str, piece: str, near: Range | None) -> Range | None:
    """Where a verbatim piece stands, inside `near` if it occurs there."""
    at = text.find(piece, near.start) if near else -1
    if near is None or at < 0 or at >= near.end:
        at = text.find(piece)
    return Range(at, at + len(piece)) if at >= 0 and piece else None


def nearest(text: str, piece: str, near: Range | None, trigger: Range) -> Range | None:
    """Where a party stands: inside the evidence, else its last naming before the act, else the first after it."""
    at = text.find(piece, near.start, near.end) if near else -1
    if at < 0:
        at = text.rfind(piece, 0, trigger.start)
    if at < 0:
        at = text.find(piece, trigger.start)
    if at < 0:
        at = text.find(piece)  # around the trigger
    return Range(at, at + len(piece)) if at >= 0 and piece else None


def reading(row: Mapping[str, Any]) -> tuple[Reading, list[list[Sequence[str]]]]:
    """A gold row (`events/README.md` of the data) as a reading without countries, sectors and names.

    Beside it, for each of its events, the gold parties (text, country, sector) in the order of actors and recipients.
    """
    text = row["text"]
    paragraphs = tuple(
        Paragraph(id=f"p{n}", kind="body", start=m.start(), end=m.end())
        for n, m in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text))
    )
    placed = [(event, parties) for event in row["events"] if (parties := _parties(text, event)) is not None]
    page = Page(
        id="gold", key=row.get("item") or row["doc_id"], source="-", text=text, published=row["date"], paragraphs=paragraphs
    )
    events = tuple(_event(f"e{n}", text, event, parties) for n, (event, parties) in enumerate(placed))
    gold = [[p for side in SIDES for p, _ in parties[side]] for _, parties in placed]
    return Reading(page=page, events=events), gold


_Placed = dict[str, list[tuple[Sequence[str], Range]]]


def _parties(text: str, event: Mapping[str, Any]) -> _Placed | None:
    evidence = find(text, event["evidence"], None)
    trigger = find(text, event["trigger"], evidence)
    if evidence is None or trigger is None:
        return None
    return {side: [(p, r) for p in event[side] if (r := nearest(text, p[0], evidence, trigger))] for side in SIDES}


def _event(name: str, text: str, event: Mapping[str, Any], parties: _Placed) -> Event:
    evidence = find(text, event["evidence"], None)
    trigger = find(text, event["trigger"], evidence)
    assert evidence is not None
    assert trigger is not None
    sides = [tuple(Party(text=p[0], start=r.start, end=r.end) for p, r in parties[side]) for side in SIDES]
    return Event(
        id=name,
        type=event["type"],
        mode=event.get("mode"),
        quad=ontology().quad(event["type"]),
        rung=None,
        status=event["status"],
        actors=sides[0],
        recipients=sides[1],
        trigger=span(text, *trigger),
        evidence=span(text, *evidence),
        date=When(iso="", precision="reported"),
        place=Where(name=event["place"], text=event["place"]) if event.get("place") else None,
        assertion=(),
        confidence=1.0,
        made_by=_MADE,
    )
