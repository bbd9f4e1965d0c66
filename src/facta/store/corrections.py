"""Keep, correct or reject an event: what a person says stands beside the machine's coding and can train the next machine."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from facta import __version__
from facta.errors import InputError, StoreError
from facta.records import ARTICLE, Event, Made, Party, Reading, Record, Source
from facta.store.human import Verdict
from facta.store.store import Store
from facta.store.writing import revise_page

STEP = "correction"
UNKNOWN_STATE, UNKNOWN_SECTOR = "---", "UNK"
"""What the codebook writes for what nobody knows."""
_ASSERTING = ("person", "institution")


class Correction(Record, frozen=True, kw_only=True):
    """What a person said of an event, beside what the machine said."""

    page: str
    """Key of the page."""
    event: str
    """Id of the event."""
    verdict: Verdict
    machine: Event
    """As the machine coded it last."""
    human: Event | None
    """As the person has it; null for a rejected one, and for one whose words are no longer in the page."""
    said: datetime
    """UTC."""


def corrections(store: Store, page: str | None = None) -> tuple[Correction, ...]:
    """What people said of events, of one page (by key) or of all, in the order in which it was said."""
    rows = store.sql(
        f"SELECT page, event, verdict, machine, said FROM corrections {'' if page is None else 'WHERE page = ?'} "
        "ORDER BY said, page, event",
        [] if page is None else [page],
    )
    held = list(rows)
    mine = {
        (reading.page.key, event.id): event
        for reading in store.readings({row["page"] for row in held})
        for event in reading.events
        if event.made_by.kind == "human"
    }
    return tuple(
        Correction(
            page=row["page"],
            event=row["event"],
            verdict=row["verdict"],
            machine=msgspec.json.decode(row["machine"], type=Event),
            human=mine.get((row["page"], row["event"])) if row["verdict"] != "rejected" else None,
            said=row["said"],
        )
        for row in held
    )


def keep(store: Store, page: str, event: str) -> None:
    """Confirm an event as the machine coded it; `page` is a key, `event` an id. StoreError where there is none."""
    reading = _page(store, page)
    _say(store, reading, event, "kept", _machines(store, reading, event))


def correct(store: Store, page: str, changed: Event) -> None:
    """Put a person's version of the event of this id beside the machine's; InputError when its spans do not fit the page."""
    reading = _page(store, page)
    text = reading.texts().get(ARTICLE if changed.comment is None else changed.comment, "")
    for part in (changed.trigger, *changed.actors, *changed.recipients, *((changed.evidence,) if changed.evidence else ())):
        if text[part.start : part.end] != part.text:
            raise InputError(f"The words {part.text!r} do not stand at {part.start} of the page.")
    _say(store, reading, changed.id, "corrected", changed)


def reject(store: Store, page: str, event: str) -> None:
    """Say that an event is none: it leaves the page's events and is remembered, so that no later coding brings it back."""
    _say(store, _page(store, page), event, "rejected", None)


def take_back(store: Store, page: str, event: str) -> None:
    """Forget what was said of an event; the machine's coding stands again."""
    reading = _page(store, page)
    machine = _machines(store, reading, event)
    events = [machine if one.id == event else one for one in reading.events]
    if machine not in events:
        events = _by_place([*events, machine])
    digest = _digest(store, page)
    with store.changing() as con:
        con.execute("DELETE FROM corrections WHERE page = ? AND event = ?", [page, event])
        con.execute("DELETE FROM set_aside WHERE page = ? AND id = ?", [page, event])
        revise_page(con, msgspec.structs.replace(reading, events=tuple(events)), digest)


def _say(store: Store, reading: Reading, event: str, verdict: Verdict, mine: Event | None) -> None:
    page = reading.page.key
    machine, digest = _machines(store, reading, event), _digest(store, page)
    events = [one for one in reading.events if one.id != event]
    if mine is not None:
        made = Made(step=f"{STEP}.{verdict}", version=f"facta {__version__}", kind="human")
        mine = msgspec.structs.replace(mine, id=event, confidence=1.0, made_by=made)
        known = any(one.id == event for one in reading.events)
        events = [mine if one.id == event else one for one in reading.events] if known else _by_place([*events, mine])
    with store.changing() as con:
        con.execute("DELETE FROM corrections WHERE page = ? AND event = ?", [page, event])
        con.execute("DELETE FROM set_aside WHERE page = ? AND id = ?", [page, event])
        row = [page, event, verdict, msgspec.json.encode(machine).decode(), datetime.now(UTC).replace(tzinfo=None)]
        con.execute("INSERT INTO corrections VALUES (?, ?, ?, ?, ?)", row)
        revise_page(con, msgspec.structs.replace(reading, events=tuple(events)), digest)


def _page(store: Store, key: str) -> Reading:
    found = next(store.readings([key]), None)
    if found is None:
        raise StoreError(f"No page has the key {key!r}.")
    return found


def _digest(store: Store, key: str) -> str:
    return str(next(iter(store.sql("SELECT digest FROM pages WHERE key = ?", [key])))["digest"])


def _machines(store: Store, reading: Reading, event: str) -> Event:
    """The machine's coding of an event, judged already or not."""
    for row in store.sql("SELECT machine FROM corrections WHERE page = ? AND event = ?", [reading.page.key, event]):
        return msgspec.json.decode(row["machine"], type=Event)
    found = next((one for one in reading.events if one.id == event), None)
    if found is None:
        raise StoreError(f"The page has no event {event!r}; it may have been coded anew. Load it again.")
    return found


def _by_place(events: Sequence[Event]) -> list[Event]:
    """In the order of the text: the article's events first, then those of each comment."""
    seen = {comment: n for n, comment in enumerate(dict.fromkeys(e.comment for e in events if e.comment is not None), 1)}
    return sorted(events, key=lambda e: (seen.get(e.comment or "", 0), e.trigger.start))


# --------------------------------------------------------------------------------------------------------------------------------
# As training data, in the form in which reports are coded by hand.


def protocol(store: Store) -> Iterator[dict[str, Any]]:
    """One line for each text of which a person has judged an event: what that person says are its events.

    The form is that in which people code reports (a line an item, strings verbatim from its text), with more beside it:
    `rejected` lists what the machine took for an event and the person did not, `machine` what it said where the person corrected
    it, `unjudged` counts the machine's events of the text that nobody has looked at: at 0 the item is coded whole.
    """
    said: dict[str, dict[str, Correction]] = defaultdict(dict)
    for one in corrections(store):
        said[one.page][one.event] = one
    for reading in store.readings(said):
        texts = reading.texts()
        judged = said[reading.page.key]
        for comment in dict.fromkeys(one.machine.comment for one in judged.values()):
            if comment is None or comment in texts:
                yield _item(reading, comment, texts[ARTICLE if comment is None else comment], judged)


def _item(reading: Reading, comment: str | None, text: str, judged: dict[str, Correction]) -> dict[str, Any]:
    page, here = reading.page, [one for one in judged.values() if one.machine.comment == comment]
    mine = [one for one in here if one.human]
    return {
        "item": page.key if comment is None else f"{page.key}/{comment}",
        "date": page.published,
        "text": text,
        "events": [_coded(one.human, text) for one in mine if one.human],
        "rejected": [_coded(one.machine, text) for one in here if one.verdict == "rejected" and _verbatim(one.machine, text)],
        "machine": [_coded(one.machine, text) for one in mine if one.verdict == "corrected" and _verbatim(one.machine, text)],
        "unjudged": sum(e.comment == comment and e.id not in judged and e.made_by.kind == "model" for e in reading.events),
    }


def _verbatim(event: Event, text: str) -> bool:
    """Whether the text still has the words that were judged."""
    return text[event.trigger.start : event.trigger.end] == event.trigger.text


def _coded(event: Event, text: str) -> dict[str, Any]:
    date = event.date
    return {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actor": [_party(party) for party in event.actors],
        "recipient": [_party(party) for party in event.recipients],
        "trigger": event.trigger.text,
        "evidence": (event.evidence or event.trigger).text,
        "date": (f"{date.iso}/{date.end}" if date.end else date.iso) if date else None,
        "place": event.place.text if event.place else None,
        "speaker": _speaker(event.assertion, text),
        "also": [span.text for span in event.also],
    }


def _party(party: Party) -> list[str]:
    return [party.text, party.country or UNKNOWN_STATE, party.sector or UNKNOWN_SECTOR]


def _speaker(chain: Sequence[Source], text: str) -> str | None:
    """The words that name who asserts the event inside the text; none where the reporter does."""
    last = chain[-1] if chain else None
    if last is None or last.kind not in _ASSERTING or last.start is None or last.end is None:
        return None
    return text[last.start : last.end]
