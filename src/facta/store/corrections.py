"""Keep, correct, reject or add: what a person says stands beside the machine's coding and can train the next machine.

`keep`, `correct`, `reject` and `take_back` take the id of an event or of a quotation, `add` an event that the machine missed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar

import msgspec

from facta import __version__
from facta.errors import InputError, NotFoundError
from facta.records import ARTICLE, Event, Made, Party, Quote, Reading, Record, Source
from facta.store.human import Claim, Verdict, misplaced, placed
from facta.store.store import Store
from facta.store.writing import revise_page
from facta.values.ident import ident

STEP = "correction"
UNKNOWN_STATE, UNKNOWN_SECTOR = "---", "UNK"
"""What the codebook writes for what nobody knows."""
_ASSERTING = ("person", "institution")
Kind = Literal["event", "quote"]
_KINDS: dict[Kind, type[Event] | type[Quote]] = {"event": Event, "quote": Quote}
C = TypeVar("C", Event, Quote)


class Correction(Record, frozen=True, kw_only=True):
    """What a person said of an event, beside what the machine said."""

    page: str
    """Key of the page."""
    event: str
    """Id of the event."""
    verdict: Verdict
    machine: Event | None
    """As the machine coded it last; null for one that a person added and no machine has found since."""
    human: Event | None
    """As the person has it; null for a rejected one, and for one whose words are no longer in the page."""
    said: datetime
    """UTC."""


class QuoteCorrection(Record, frozen=True, kw_only=True):
    """What a person said of a quotation, beside what the machine said."""

    page: str
    quote: str
    """Id of the quotation."""
    verdict: Verdict
    machine: Quote | None
    human: Quote | None
    said: datetime


def corrections(store: Store, page: str | None = None) -> tuple[Correction, ...]:
    """What people said of events, of one page (by key) or of all, in the order in which it was said."""
    return tuple(
        Correction(page=row["page"], event=row["id"], verdict=row["verdict"], machine=machine, human=mine, said=row["said"])
        for row, machine, mine in _said(store, page, "event", Event)
    )


def quotations(store: Store, page: str | None = None) -> tuple[QuoteCorrection, ...]:
    """What people said of quotations, in the same order."""
    return tuple(
        QuoteCorrection(page=row["page"], quote=row["id"], verdict=row["verdict"], machine=machine, human=mine, said=row["said"])
        for row, machine, mine in _said(store, page, "quote", Quote)
    )


def _said(store: Store, page: str | None, kind: Kind, type_: type[C]) -> Iterator[tuple[dict[str, Any], C | None, C | None]]:
    """Rows of what was said, with the machine's record and the person's."""
    rows = list(
        store.sql(
            f"SELECT page, id, verdict, machine, said FROM corrections WHERE kind = ? {'' if page is None else 'AND page = ?'} "
            "ORDER BY said, page, id",
            [kind, *([] if page is None else [page])],
        )
    )
    mine = {
        (reading.page.key, claim.id): claim
        for reading in store.readings({row["page"] for row in rows})
        for claim in _claims(reading)
        if claim.made_by.kind == "human"
    }
    for row in rows:
        machine = msgspec.json.decode(row["machine"], type=type_) if row["machine"] else None
        own = mine.get((row["page"], row["id"])) if row["verdict"] != "rejected" else None
        yield row, machine, own if isinstance(own, type_) else None


def keep(store: Store, page: str, id_: str) -> None:
    """Confirm an event or a quotation as the machine coded it; `page` is a key. NotFoundError where there is none."""
    reading = store.reading(page)
    _say(store, reading, id_, "kept", _machines(store, reading, id_))


def correct(store: Store, page: str, changed: Claim) -> None:
    """Put a person's version of the record of this id beside the machine's; InputError when its spans do not fit the page."""
    reading = store.reading(page)
    _fit(reading, changed)
    verdict: Verdict = "added" if _verdict(store, page, changed.id) == "added" else "corrected"
    _say(store, reading, changed.id, verdict, changed)


def add(store: Store, page: str, event: Event) -> str:
    """Store an event that the machine missed, under an id of its words and type; the id.

    InputError when its spans do not fit the page, or the page has it already.
    """
    reading = store.reading(page)
    _fit(reading, event)
    place = (event.comment or ARTICLE, event.type, event.trigger.start, event.trigger.end)
    id_ = ident("e", STEP, reading.page.key, *place)  # never the id of a machine's event that was rejected here
    if any(one.id == id_ or _same(one, event) for one in reading.events):
        raise InputError(f"The page has this act already: {event.type} in the words {event.trigger.text!r}. Correct that one.")
    _say(store, reading, id_, "added", event)
    return id_


def reject(store: Store, page: str, id_: str) -> None:
    """Say that a record is none: it leaves the page and is remembered, so that no later coding brings it back.

    InputError for one that a person added: that one is taken back.
    """
    if _verdict(store, page, id_) == "added":
        raise InputError("A person added this event, so there is no coding of the machine's to reject. Take it back.")
    _say(store, store.reading(page), id_, "rejected", None)


def take_back(store: Store, page: str, id_: str) -> None:
    """Forget what was said of a record; the machine's coding stands again, and one that it never had is gone."""
    reading = store.reading(page)
    machine: Claim | None = _machines(store, reading, id_)
    if _verdict(store, page, id_) == "added" and machine and machine.made_by.kind == "human":
        machine = None  # no machine has found it since
    digest = _digest(store, page)
    with store.changing() as con:
        con.execute("DELETE FROM corrections WHERE page = ? AND id = ?", [page, id_])
        con.execute("DELETE FROM set_aside WHERE page = ? AND id = ?", [page, id_])
        revise_page(con, _with(reading, id_, machine), digest)


def _say(store: Store, reading: Reading, id_: str, verdict: Verdict, mine: Claim | None) -> None:
    page, digest = reading.page.key, _digest(store, reading.page.key)
    machine = None if verdict == "added" else _machines(store, reading, id_)
    if mine is not None:
        made = Made(step=f"{STEP}.{verdict}", version=f"facta {__version__}", kind="human")
        mine = msgspec.structs.replace(mine, id=id_, confidence=1.0, made_by=made)
    kind = next(name for name, type_ in _KINDS.items() if isinstance(mine or machine, type_))
    told = msgspec.json.encode(machine).decode() if machine else None
    with store.changing() as con:
        con.execute("DELETE FROM corrections WHERE page = ? AND id = ?", [page, id_])
        con.execute("DELETE FROM set_aside WHERE page = ? AND id = ?", [page, id_])
        row = [page, kind, id_, verdict, told, datetime.now(UTC).replace(tzinfo=None)]
        con.execute("INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?)", row)
        revise_page(con, _with(reading, id_, mine), digest)


def _with(reading: Reading, id_: str, claim: Claim | None) -> Reading:
    """The page with this record in place of the one of this id; without it where there is none to put there."""
    quotes, events = reading.quotes, reading.events
    return msgspec.structs.replace(
        reading,
        quotes=_instead(quotes, id_, claim if isinstance(claim, Quote) else None),
        events=_instead(events, id_, claim if isinstance(claim, Event) else None),
    )


def _instead(held: Sequence[C], id_: str, claim: C | None) -> tuple[C, ...]:
    if claim is None:
        return tuple(one for one in held if one.id != id_)
    if any(one.id == id_ for one in held):
        return tuple(claim if one.id == id_ else one for one in held)
    return placed(held, claim)


def _fit(reading: Reading, claim: Claim) -> None:
    if strange := next(misplaced(claim, reading.texts()), None):
        raise InputError(f"The words {strange.text!r} do not stand at {strange.start} of the page.")


def _same(one: Event, other: Event) -> bool:
    return (one.comment, one.type, one.trigger) == (other.comment, other.type, other.trigger)


def _claims(reading: Reading) -> tuple[Claim, ...]:
    return (*reading.quotes, *reading.events)


def _digest(store: Store, key: str) -> str:
    return str(next(iter(store.sql("SELECT digest FROM pages WHERE key = ?", [key])))["digest"])


def _verdict(store: Store, page: str, id_: str) -> str | None:
    rows = store.sql("SELECT verdict FROM corrections WHERE page = ? AND id = ?", [page, id_])
    return next((row["verdict"] for row in rows), None)


def _machines(store: Store, reading: Reading, id_: str) -> Claim:
    """The machine's coding of a record, judged already or not."""
    for row in store.sql("SELECT kind, machine FROM corrections WHERE page = ? AND id = ?", [reading.page.key, id_]):
        if row["machine"]:
            held: Claim = msgspec.json.decode(row["machine"], type=_KINDS[row["kind"]])
            return held
    found: Claim | None = next((one for one in _claims(reading) if one.id == id_), None)
    if found is None:
        raise NotFoundError(f"The page has no event or quotation {id_!r}; it may have been coded anew. Load it again.")
    return found


# --------------------------------------------------------------------------------------------------------------------------------
# As training data, in the form in which reports are coded by hand.


def protocol(store: Store) -> Iterator[dict[str, Any]]:
    """One line for each text of which a person has judged something: what that person says are its events and quotations.

    The form is that in which people code reports (a line an item, strings verbatim from its text), with more beside it:
    `rejected` lists what the machine took for an event and the person did not, `machine` what it said where the person corrected
    it, `added` the triggers of those that it missed, `unjudged` counts the machine's events of the text that nobody has looked
    at: at 0 the item is coded whole. `quotations` holds the same of quotations.
    """
    events: dict[str, dict[str, Correction]] = defaultdict(dict)
    quotes: dict[str, dict[str, QuoteCorrection]] = defaultdict(dict)
    for event in corrections(store):
        events[event.page][event.event] = event
    for quote in quotations(store):
        quotes[quote.page][quote.quote] = quote
    for reading in store.readings({*events, *quotes}):
        texts, key = reading.texts(), reading.page.key
        judged: list[Correction | QuoteCorrection] = [*events[key].values(), *quotes[key].values()]
        for comment in dict.fromkeys(claim.comment for one in judged if (claim := one.human or one.machine)):
            if comment is None or comment in texts:
                yield _item(reading, comment, texts[ARTICLE if comment is None else comment], events[key], quotes[key])


def _item(
    reading: Reading, comment: str | None, text: str, events: dict[str, Correction], quotes: dict[str, QuoteCorrection]
) -> dict[str, Any]:
    page = reading.page
    here = [one for one in events.values() if _comment(one.human or one.machine) == comment]
    mine = [one for one in here if one.human]
    judged = [one for one in quotes.values() if _comment(one.human or one.machine) == comment]
    return {
        "item": page.key if comment is None else f"{page.key}/{comment}",
        "date": page.published,
        "text": text,
        "events": [_coded(one.human, text) for one in mine if one.human],
        "rejected": [_coded(m, text) for one in here if one.verdict == "rejected" and (m := _verbatim(one.machine, text))],
        "machine": [_coded(m, text) for one in mine if one.verdict == "corrected" and (m := _verbatim(one.machine, text))],
        "added": [one.human.trigger.text for one in mine if one.human and one.verdict == "added"],
        "unjudged": _unjudged(reading.events, comment, events),
        "quotations": {
            "quotes": [_quoted(one.human) for one in judged if one.human],
            "rejected": [_quoted(one.machine) for one in judged if one.verdict == "rejected" and one.machine],
            "machine": [_quoted(one.machine) for one in judged if one.verdict == "corrected" and one.human and one.machine],
            "unjudged": _unjudged(reading.quotes, comment, quotes),
        },
    }


def _comment(claim: Claim | None) -> str | None:
    return claim.comment if claim else None


def _unjudged(claims: Sequence[Claim], comment: str | None, judged: Collection[str]) -> int:
    """How many of the machine's nobody has looked at."""
    return sum(one.comment == comment and one.id not in judged and one.made_by.kind == "model" for one in claims)


def _quoted(quote: Quote) -> dict[str, Any]:
    parts = {name: [span.text for span in getattr(quote, name)] for name in ("content", "cue", "speaker")}
    return {"kind": quote.kind, "act": quote.act, **parts}


def _verbatim(event: Event | None, text: str) -> Event | None:
    """The event where the text still has the words that were judged."""
    return event if event and text[event.trigger.start : event.trigger.end] == event.trigger.text else None


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
