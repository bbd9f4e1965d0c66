"""A person's version of an event, from a form: what may be chosen comes from the ontology, what is named stands in the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from facta import __version__
from facta.errors import InputError, UsageError, unknown
from facta.events.ontology import QUADS, ontology
from facta.language.sentences import sentences
from facta.quotes.origin import origin
from facta.records import ARTICLE, Actor, Event, Made, Page, Party, Reading, Span, When
from facta.relations.states import UnknownSideError, sharing, side
from facta.resolve.sectors import sectors
from facta.values import dates
from facta.values.spans import Range, inside, range_of
from facta.web.places import Text

STATUSES = {
    "actual": "it happened",
    "planned": "it is announced for later",
    "possible": "it is feared, conditional or asked about",
    "negated": "it is said not to have happened",
    "historical": "background from long before",
}
SIDES = {"actor": "Who did it", "recipient": "To whom"}
FIRST = "CONSULT"
"""The act that the form of a new event proposes: the most frequent."""
SPARE = 2
"""Empty rows for further parties on each side."""
_MOST = 40
"""Parties of one side."""


@dataclass(frozen=True)
class Choice:
    """A kind of act that may be chosen."""

    value: str
    """`CONSULT` or `CONSULT:visit`."""
    label: str
    definition: str


@dataclass(frozen=True)
class Group:
    """The kinds of act of one type."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Row:
    """A party as the fields of its row have it."""

    text: str
    country: str | None
    sector: str | None


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of a form."""

    chosen: str
    status: str
    date: str
    sides: Mapping[str, tuple[Row, ...]]


def acts() -> list[Group]:
    """Every type of the ontology with its modes."""
    found = []
    for name, kind in ontology().types.items():
        own = Choice(name, f"{name} in general" if kind.modes else name, kind.definition)
        modes = (Choice(f"{name}:{mode}", f"{name} {mode.replace('-', ' ')}", m.definition) for mode, m in kind.modes.items())
        found.append(Group(f"{name}: {QUADS[kind.quad]}", (own, *modes)))
    return found


def chosen(event: Event) -> str:
    """The choice that an event's act is."""
    return f"{event.type}:{event.mode}" if event.mode else event.type


def held(event: Event) -> Typed:
    """The fields as a new form of the event has them."""
    sides = {"actor": event.actors, "recipient": event.recipients}
    rows = {name: tuple(Row(p.text, p.country, p.sector) for p in parties) for name, parties in sides.items()}
    return Typed(chosen(event), event.status, shown_date(event.date), rows)


def typed(event: Event, form: Mapping[str, str]) -> Typed:
    """The fields as somebody filled them in, whether they fit or not; what the form does not have is the event's."""
    own = held(event)
    rows = {
        name: tuple(_rows(form, name)) if any(key.startswith(f"{name}-") for key in form) else own.sides[name] for name in SIDES
    }
    return Typed(form.get("act", own.chosen), form.get("status", own.status), form.get("date", own.date), rows)


def _rows(form: Mapping[str, str], name: str) -> Iterator[Row]:
    for n in range(_MOST):
        words, country, sector = (form.get(f"{name}-{n}-{part}", "") for part in ("text", "country", "sector"))
        if words.strip():
            yield Row(words, country or None, sector or None)


def phrases(reading: Reading, comment: str | None) -> list[str]:
    """What the text calls its actors: proposals for a party's words."""
    mentions = (m for actor in reading.actors for m in actor.mentions if m.comment == comment)
    return sorted({m.text for m in mentions if "\n" not in m.text})


def missed(reading: Reading, form: Mapping[str, str]) -> Event:
    """An event that the machine did not find, before anything is said of it but its words: a form of a correction shows it.

    The words stand at `start` to `end` (Unicode code points of the page's text) where those are given and hold them, else they
    are `words`, the `nth` time that they occur. InputError where they are nowhere, or it is not said which ones are meant.
    """
    page = reading.page
    words = _chosen_words(Text(page.text), form)
    proof = next(
        (Span(start=s.start, end=s.end, text=page.text[s.start : s.end]) for s in _sentences(page) if inside(words, s)), words
    )
    day = dates.clean(page.published)
    kind = ontology().type(form.get("act", "").partition(":")[0] or FIRST)
    return Event(
        id="",
        type=kind.name,
        quad=kind.quad,
        rung=ontology().rung(kind.name, None, "actual", words.text),
        trigger=words,
        evidence=proof,
        date=When(iso=day, precision="reported") if day else None,
        assertion=origin(page),
        confidence=1.0,
        made_by=Made(step="correction.added", version=__version__, kind="human"),
    )


def _chosen_words(text: Text, form: Mapping[str, str]) -> Span:
    said = " ".join(form.get("words", "").split())
    start, end, nth = (_number(form.get(name, "")) for name in ("start", "end", "nth"))
    if start is not None and end is not None:
        there = text.around(start, end)
        if not said or " ".join(there.text.split()) == said:
            return there
    if not said:
        raise InputError("Which words tell the act? Type them as they stand in the text, or select them there.")
    found = text.all(said)
    if start is not None or len(found) < 2:
        return text.nearest(said, start or 0)
    if nth is None or not 1 <= nth <= len(found):
        raise InputError(
            f"The words {said!r} stand {len(found)} times in the text. Say which time is meant, or type more of them."
        )
    return found[nth - 1]


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _sentences(page: Page) -> tuple[Range, ...]:
    return sentences(page.text, [range_of(p) for p in page.paragraphs] or None)


def corrected(reading: Reading, event: Event, form: Mapping[str, str]) -> Event:
    """The event as a form has it; InputError or UsageError with one line on what does not fit."""
    name, _, mode = form.get("act", chosen(event)).partition(":")
    kind = ontology().type(name)
    if mode and kind.mode(mode) is None:
        raise UsageError(unknown(f"mode of {name}", mode, kind.modes))
    status = form.get("status", event.status)
    if status not in STATUSES:
        raise UsageError(unknown("status", status, STATUSES))
    actors, recipients = (
        tuple(_parties(reading, event, form, side)) if any(key.startswith(f"{side}-") for key in form) else held
        for side, held in (("actor", event.actors), ("recipient", event.recipients))
    )
    return msgspec.structs.replace(
        event,
        type=name,
        mode=mode or None,
        quad=kind.quad,
        rung=ontology().rung(name, mode or None, status, event.trigger.text),  # type: ignore[arg-type]
        status=status,
        actors=actors,
        recipients=recipients,
        date=_date(form.get("date"), event.date),
    )


def shown_date(date: When | None) -> str:
    """A date as its field has it."""
    if date is None:
        return ""
    return f"{date.iso}/{date.end}" if date.end else date.iso


def _date(said: str | None, held: When | None) -> When | None:
    said = shown_date(held) if said is None else said.strip()
    if said == shown_date(held):
        return held
    if not said:
        return None
    first, slash, last = (part.strip() for part in said.partition("/"))
    begin, end = dates.clean(first), dates.clean(last) if slash else None
    if not begin or (slash and not end):
        raise InputError(
            f"The date {said!r} is none; write it as 2018-04-03, 2018-04, 2018, or 2018-04-03/2018-04-05 for a range."
        )
    if end and end < begin:
        raise InputError(f"The date {said!r} ends before it begins.")
    return When(iso=begin, end=end, precision=dates.precision(begin))  # type: ignore[arg-type]


def _parties(reading: Reading, event: Event, form: Mapping[str, str], name: str) -> Iterator[Party]:
    """One side as the form's rows have it; a row without words is nobody."""
    held = event.actors if name == "actor" else event.recipients
    for n in range(_MOST):
        words = " ".join(form.get(f"{name}-{n}-text", "").split())
        if not words:
            continue
        country, sector = _country(form.get(f"{name}-{n}-country", "")), form.get(f"{name}-{n}-sector") or None
        if sector is not None and sector not in sectors():
            raise UsageError(unknown("sector", sector, sectors()))
        same = n < len(held) and " ".join(held[n].text.split()) == words
        party = held[n] if same else _party(reading, event, words)
        # what a new party's row leaves open, the page may know
        yield msgspec.structs.replace(
            party, country=country or (None if same else party.country), sector=sector or (None if same else party.sector)
        )


def _party(reading: Reading, event: Event, words: str) -> Party:
    """A party whose words a person has written: where they stand, and the actor that the page knows by them."""
    place = Text(reading.texts()[ARTICLE if event.comment is None else event.comment])
    found = place.named(words, event.evidence or event.trigger, event.trigger.start)
    known = _actor(reading, event.comment, found, words)
    facts = (known.name, known.country, known.sector, known.role, known.id) if known else (None,) * 5
    name, country, sector, role, actor = facts
    return Party(
        text=found.text,
        start=found.start,
        end=found.end,
        name=name,
        country=country,
        sector=sector,
        role=role,
        actor=actor,
    )


def _actor(reading: Reading, comment: str | None, found: Span, words: str) -> Actor | None:
    """Whom the page knows by these words, or by the one name among them; None where there is none or it could be several."""
    own = [(actor, m) for actor in reading.actors for m in actor.mentions if m.comment == comment]
    same = [actor for actor, m in own if m.text == words]
    among = {actor.id: actor for actor, m in own if m.start < found.end and found.start < m.end}
    return same[0] if same else next(iter(among.values())) if len(among) == 1 else None


def _country(said: str) -> str | None:
    """The code of a state or body that a person named by code or name."""
    said = said.strip()
    if not said or said == "---":
        return None
    try:
        found = side(said)
    except UnknownSideError as error:
        if body := sharing(said):
            return body.country
        # of a field of the form, not of the page
        raise InputError(str(error)) from None
    if len(found.members) != 1 or found.members[0].country != found.code:
        raise InputError(f"{found.name} is a group of states; a party has one state or body.")
    return found.code
