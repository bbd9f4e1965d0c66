"""What stands in the margin beside a page: its events as cards, its quotations, its actors, and what a person changed of them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from facta.records import ARTICLE, Actor, Event, Party, Quote, Reading, Source
from facta.store import Store
from facta.store.corrections import Correction, QuoteCorrection
from facta.store.human import placed
from facta.web import stale
from facta.web.wording import act, day


@dataclass(frozen=True)
class Link:
    """A link of the chain that vouches for something."""

    name: str
    notes: tuple[str, ...]
    """`agency`, `state media`, `unnamed`."""


@dataclass(frozen=True)
class Counted:
    """How a story is told."""

    independent: int
    reports: int
    outlets: int


@dataclass(frozen=True)
class Difference:
    """What is said of one thing where a person says something else."""

    what: str
    said: str


@dataclass(frozen=True)
class Card:
    """An event in the margin."""

    event: Event
    mark: str
    """`e3`: the word by which the marks in the text belong to it."""
    number: str
    """As it stands behind the act in the text; empty for a rejected one."""
    chain: tuple[Link, ...]
    counted: Counted | None
    correction: Correction | None
    differences: tuple[Difference, ...] = ()

    @property
    def tone(self) -> str:
        """`coop` or `conf`."""
        return "coop" if self.event.quad <= 2 else "conf"

    @property
    def rejected(self) -> bool:
        """Whether a person says that this is no event."""
        return self.correction is not None and self.correction.verdict == "rejected"

    @property
    def when(self) -> str:
        """Its date in words."""
        return when(self.event)

    @property
    def seen(self) -> str:
        """The mark of what the card shows, by which a form made from an earlier one is known."""
        return _seen(self.event, self.correction)

    @property
    def now(self) -> tuple[Difference, ...]:
        """What the event is now, in the words of its form."""
        told = ((what, say(self.event)) for what, say in _TOLD)
        return tuple(Difference(what, said or "nobody") for what, said in told)


@dataclass(frozen=True)
class Said:
    """A quotation in the margin."""

    quote: Quote
    mark: str
    speaker: str
    about: str
    """Who the speaker is."""
    words: str
    chain: tuple[Link, ...]
    correction: QuoteCorrection | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether a person says that this is no quotation."""
        return self.correction is not None and self.correction.verdict == "rejected"

    @property
    def seen(self) -> str:
        """The mark of what the margin shows, by which a form made from an earlier one is known."""
        return _seen(self.quote, self.correction)

    @property
    def now(self) -> tuple[Difference, ...]:
        """What the quotation is now, in the words of its form."""
        return Difference("speaker", self.speaker), Difference("words", self.words), Difference("act", self.quote.act)


@dataclass(frozen=True)
class Named:
    """An actor in the margin."""

    actor: Actor
    mark: str
    facts: str
    times: int
    """How often the article names it."""


def counted(store: Store, keys: Sequence[str]) -> dict[str, dict[str, Counted]]:
    """How the stories of pages' events are told, by page and by the events' ids; what has not been folded yet is not in it."""
    rows = store.sql(
        """
        SELECT p.key, t.event, s.n_independent, s.n_reports, s.n_outlets
        FROM tellings t JOIN stories s ON s.id = t.story JOIN pages p ON p.no = t.page_no
        WHERE t.page_no IN (SELECT no FROM pages WHERE key IN (SELECT unnest(?::VARCHAR[])))
        """,
        [list(keys)],
    )
    out: dict[str, dict[str, Counted]] = defaultdict(dict)
    for row in rows:
        out[row["key"]][row["event"]] = Counted(row["n_independent"], row["n_reports"], row["n_outlets"])
    return out


def card(reading: Reading, event: str, stories: Mapping[str, Counted], corrected: Sequence[Correction]) -> Card | None:
    """The card of one event; None when the page has none of this id."""
    return next((one for one in cards(reading, stories, corrected) if one.event.id == event), None)


def cards(reading: Reading, stories: Mapping[str, Counted], corrected: Sequence[Correction]) -> list[Card]:
    """The events of a page and its thread in the order of the text, with those that a person rejected where they stood.

    stories: how each event's story is told, by the event's id.
    """
    found: list[Card] = []
    judged = {one.event: one for one in corrected}
    counts: dict[str | None, int] = defaultdict(int)
    for n, event in enumerate(_with_rejected(reading.events, corrected), 1):
        correction = judged.get(event.id)
        gone = correction is not None and correction.verdict == "rejected"
        counts[event.comment] += not gone
        number = "" if gone else f"{counts[event.comment]}"
        machine = correction.machine if correction and not gone else None
        differences = _differences(event, machine) if machine else ()
        found.append(Card(event, f"e{n}", number, links(event.assertion), stories.get(event.id), correction, tuple(differences)))
    return found


def _with_rejected(events: Sequence[Event], corrected: Sequence[Correction]) -> list[Event]:
    """The events, with those that a person rejected where they stood."""
    rejected = [c.machine for c in corrected if c.verdict == "rejected" and c.machine]
    if not rejected:
        return list(events)
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in [*events, *rejected]:
        groups[event.comment or ARTICLE].append(event)
    # the order of the text; sorting is stable, so acts at one place keep their order
    return [event for group in groups.values() for event in sorted(group, key=lambda e: e.trigger.start)]


def _differences(event: Event, machine: Event) -> Iterator[Difference]:
    for what, told in _TOLD:
        if told(event) != told(machine):
            yield Difference(what, told(machine) or "nobody")


def _seen(claim: Event | Quote, correction: Correction | QuoteCorrection | None) -> str:
    return stale.mark(claim, *((correction.verdict, correction.said) if correction else ()))


def when(event: Event) -> str:
    """The date of an event in words, and how it is known where that matters."""
    date = event.date
    if date is None:
        return "undated"
    told = f"{int(date.iso[:4]) // 10 * 10}s" if date.precision == "decade" else day(date.iso)
    if date.end:
        told += f" to {day(date.end)}"
    return f"{told}, the report’s day" if date.precision == "reported" else told


def links(chain: Sequence[Source]) -> tuple[Link, ...]:
    """The chain of sources from the outlet inward, with what is known of each."""
    found = []
    for source in chain:
        notes: list[str] = [source.kind] if source.kind in ("agency", "institution") else []
        notes += ["state media"] if source.state_controlled else []
        notes += ["unnamed"] if source.anonymous else []
        nobody = "an unknown outlet" if source.kind == "outlet" else "an unnamed source"
        found.append(Link(source.name or nobody, tuple(notes)))
    return tuple(found)


def _kind(event: Event) -> str:
    return act(event)


def _status(event: Event) -> str:
    return event.status


def _who(event: Event) -> str:
    return names(event.actors)


def _whom(event: Event) -> str:
    return names(event.recipients)


_TOLD: tuple[tuple[str, Callable[[Event], str]], ...] = (
    ("act", _kind),
    ("status", _status),
    ("date", when),
    ("who", _who),
    ("whom", _whom),
)


def names(parties: Sequence[Party]) -> str:
    """Parties in a line."""
    return ", ".join(f"{p.name or p.text} ({p.country or '?'}{f', {p.sector}' if p.sector else ''})" for p in parties)


def said(reading: Reading, quote: str, requoted: Sequence[QuoteCorrection]) -> Said | None:
    """One quotation as the margin has it; None when the page has none of this id."""
    return next((one for one in sayings(reading, requoted) if one.quote.id == quote), None)


def sayings(reading: Reading, requoted: Sequence[QuoteCorrection]) -> list[Said]:
    """The quotations of a page and its thread in the order of the text, with those that a person rejected where they stood."""
    by_id = {a.id: a for a in reading.actors}
    judged = {one.quote: one for one in requoted}
    gone = [one.machine for one in requoted if one.verdict == "rejected" and one.machine]
    shown = reading.quotes
    for quote in gone:
        shown = placed(shown, quote)
    found = []
    for n, quote in enumerate(shown, 1):
        one = judged.get(quote.id)
        machine = one.machine if one and one.human else None
        differences = _requoted(quote, machine, by_id) if machine else ()
        actor = by_id.get(quote.speaker_actor or "")
        about = _facts(actor) if actor else ""
        speaker, words = _speaker(quote, by_id), _words(quote)
        found.append(Said(quote, f"q{n}", speaker, about, words, links(quote.chain), one, tuple(differences)))
    return found


def _speaker(quote: Quote, by_id: Mapping[str, Actor]) -> str:
    actor = by_id.get(quote.speaker_actor or "")
    spoken = " ".join(" ".join(s.text for s in quote.speaker).split())
    return actor.name if actor else spoken or "nobody named"


def _words(quote: Quote) -> str:
    return " … ".join(" ".join(s.text.split()) for s in quote.content)


def _requoted(quote: Quote, machine: Quote, by_id: Mapping[str, Actor]) -> Iterator[Difference]:
    for what, now, before in (
        ("speaker", _speaker(quote, by_id), _speaker(machine, by_id)),
        ("words", _words(quote), _words(machine)),
        ("act", quote.act, machine.act),
    ):
        if now != before:
            yield Difference(what, before)


def actors(reading: Reading) -> list[Named]:
    """All of a page's, in their order."""
    return [
        Named(actor, f"a{n}", _facts(actor), sum(mention.comment is None for mention in actor.mentions))
        for n, actor in enumerate(reading.actors, 1)
    ]


def _facts(actor: Actor) -> str:
    return " · ".join(filter(None, (actor.role, actor.country, actor.sector))) or actor.kind
