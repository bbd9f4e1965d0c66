"""What the reader shows of a page: its text in pieces, its events as cards, its quotations, and the readers' thread as a tree."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facta.language.analyse import STEP as LANGUAGE
from facta.language.detect import ENGLISH
from facta.quotes.origin import outlet
from facta.read.draft import BARRED
from facta.records import ARTICLE, READ, Actor, Comment, Event, Page, Paragraph, Party, Quote, Reading, Source
from facta.store import Store
from facta.store.corrections import Correction, QuoteCorrection
from facta.store.human import placed
from facta.web import stale
from facta.web.marking import Mark, Piece, pieces
from facta.web.wording import act, day

DEEPEST = 8
"""Replies deeper than this stand beside the last one: a column has only so much room."""
POSTS = 200
"""Comments of one part of a thread."""
_TITLE = 70
"""Characters of a text that stand for a title it does not have."""
_SHOWN = READ | {"credit"}


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


@dataclass(frozen=True)
class Block:
    """A paragraph in pieces."""

    id: str
    kind: str
    start: int
    """Where it begins in the page's text."""
    pieces: tuple[Piece, ...]


@dataclass
class Post:
    """A comment with what it claims and its replies."""

    comment: Comment
    when: str
    pieces: tuple[Piece, ...]
    cards: list[Card]
    quotes: list[Said]
    reply_to: str | None
    """Whom it answers, where it stands no longer under that."""
    replies: list["Post"] = field(default_factory=list)

    @property
    def below(self) -> int:
        """How many replies stand under it."""
        return sum(1 + reply.below for reply in self.replies)


@dataclass(frozen=True)
class Shown:
    """All of a page."""

    page: Page
    outlet: str | None
    headline: Block | None
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    quotes: tuple[Said, ...]
    actors: tuple[Named, ...]
    unknown: int
    """Actors that nobody knows and that play no part."""
    thread: tuple[Post, ...]
    posts: int
    """Comments in all."""
    part: int
    """Which part of the thread is shown, from 1."""
    parts: int
    first: int
    """Comments before this part."""
    step: int
    """Comments of a part."""
    claims: int
    """Events that readers claim."""
    heads: Mapping[str, Card | Said]
    """Events and quotations by their marks."""
    problems: tuple[str, ...]
    coded: bool
    """Whether acts were looked for in the article at all."""

    def css(self, piece: Piece) -> str:
        """The classes of a piece of text."""
        acts = [head for of in piece.of if (head := self.heads.get(of.removesuffix(":act")))]
        tones = dict.fromkeys(f"m-{head.tone}" for head in acts if isinstance(head, Card))
        return " ".join(("m", *(f"m-{role}" for role in piece.roles), *tones))

    def anchor(self, mark: str) -> str:
        """The id in the text of an event's act or a quotation's first words."""
        head = self.heads[mark]
        return f"t-{head.event.id if isinstance(head, Card) else head.quote.id}"


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


def shown(
    reading: Reading,
    stories: Mapping[str, Counted],
    corrected: Sequence[Correction],
    requoted: Sequence[QuoteCorrection] = (),
    *,
    part: int = 1,
) -> Shown:
    """Everything that the reader's template asks for, with one part of the thread; where there are fewer, the last."""
    parts_of_thread = max(1, -(-len(reading.thread) // POSTS))
    part = min(part, parts_of_thread)
    first = (part - 1) * POSTS
    judged = {one.event: one for one in corrected}
    events = _with_rejected(reading.events, corrected)
    cards = _cards(events, stories, judged)
    quotes = _quotes(reading, requoted)
    actors = [Named(a, f"a{n}", _facts(a), sum(m.comment is None for m in a.mentions)) for n, a in enumerate(reading.actors, 1)]
    near = {None, *(one.id for one in reading.thread[first : first + POSTS])}
    marks = _marks([c for c in cards if c.event.comment in near], [q for q in quotes if q.quote.comment in near], actors)
    blocks = [*_blocks(reading.page, marks[ARTICLE])]
    headline = next((b for b in blocks if b.kind == "headline"), None)
    parts = {p.actor for e in events for p in (*e.actors, *e.recipients)} | {q.speaker_actor for q in reading.quotes}
    known = [a for a in actors if a.times and (a.actor.country or a.actor.id in parts)]
    return Shown(
        page=reading.page,
        outlet=outlet(reading.page),
        headline=headline,
        blocks=tuple(b for b in blocks if b is not headline),
        cards=tuple(c for c in cards if c.event.comment is None),
        quotes=tuple(q for q in quotes if q.quote.comment is None),
        actors=tuple(sorted(known, key=lambda a: (-a.times, a.actor.name))),
        unknown=sum(a.times > 0 for a in actors) - len(known),
        thread=tuple(_thread(reading.thread, first, marks, cards, quotes)),
        posts=len(reading.thread),
        part=part,
        parts=parts_of_thread,
        first=first,
        step=POSTS,
        claims=sum(c.event.comment is not None and not c.rejected for c in cards),
        heads={**{c.mark: c for c in cards}, **{q.mark: q for q in quotes}},
        problems=tuple(dict.fromkeys(p.message for p in reading.problems)),
        coded=_is_coded(reading),
    )


def _is_coded(reading: Reading) -> bool:
    """Whether the article's own language and access let it be coded; a problem of that kind may also be one of its comments'."""
    steps = {problem.step for problem in reading.problems}
    return BARRED not in steps and (LANGUAGE not in steps or reading.page.language == ENGLISH)


def card(reading: Reading, event: str, stories: Mapping[str, Counted], corrected: Sequence[Correction]) -> Card | None:
    """The card of one event; None when the page has none of this id."""
    judged = {one.event: one for one in corrected}
    found = _cards(_with_rejected(reading.events, corrected), stories, judged)
    return next((one for one in found if one.event.id == event), None)


def part_with(reading: Reading, ref: str, claims: Iterable[Event | Quote | None] = ()) -> int | None:
    """The part of the thread that holds a comment (`c-ID`), an event or a quotation; None where the thread does not hold it.

    claims: what the page no longer has, as a person rejected it.
    """
    mine = next((one for one in (*reading.events, *reading.quotes, *claims) if one and one.id == ref), None)
    comment = mine.comment if mine else ref.removeprefix("c-")
    return next((n // POSTS + 1 for n, one in enumerate(reading.thread) if one.id == comment), None)


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


def title(page: Page) -> str:
    """What a page is called where its headline has to be plain text; its first words where it has no title."""
    headline = next((p for p in page.paragraphs if p.kind == "headline"), None)
    text = page.title or (page.text[headline.start : headline.end] if headline else "")
    words = " ".join((text or page.text[: 4 * _TITLE]).split())
    if len(words) > _TITLE and not text:
        begun = words[:_TITLE]
        words = f"{begun.rpartition(' ')[0] or begun} …"  # no blank parts words in Chinese
    return words or "A page without words"


def web_address(page: Page) -> str | None:
    """The page's address on the web, where it is one that a browser may be sent to."""
    return page.url if page.url and page.url.lower().startswith(("http://", "https://")) else None


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


def _cards(events: Sequence[Event], stories: Mapping[str, Counted], said: Mapping[str, Correction]) -> list[Card]:
    cards: list[Card] = []
    counts: dict[str | None, int] = defaultdict(int)
    for n, event in enumerate(events, 1):
        correction = said.get(event.id)
        gone = correction is not None and correction.verdict == "rejected"
        counts[event.comment] += not gone
        number = "" if gone else f"{counts[event.comment]}"
        machine = correction.machine if correction and not gone else None
        differences = _differences(event, machine) if machine else ()
        cards.append(Card(event, f"e{n}", number, links(event.assertion), stories.get(event.id), correction, tuple(differences)))
    return cards


def _differences(event: Event, machine: Event) -> Iterator[Difference]:
    for what, told in _TOLD:
        if told(event) != told(machine):
            yield Difference(what, told(machine) or "nobody")


def _seen(claim: Event | Quote, correction: Correction | QuoteCorrection | None) -> str:
    return stale.mark(claim, *((correction.verdict, correction.said) if correction else ()))


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
    return next((one for one in _quotes(reading, requoted) if one.quote.id == quote), None)


def _quotes(reading: Reading, requoted: Sequence[QuoteCorrection]) -> list[Said]:
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


def _facts(actor: Actor) -> str:
    return " · ".join(filter(None, (actor.role, actor.country, actor.sector))) or actor.kind


def _marks(cards: Sequence[Card], quotes: Sequence[Said], actors: Sequence[Named]) -> dict[str, list[Mark]]:
    """All marks by the text they are in: ARTICLE, or the id of a comment."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for card in cards:
        if card.number:
            found[card.event.comment or ARTICLE] += _of_event(card.event, card.mark)
    for one in quotes:
        if not one.rejected:
            found[one.quote.comment or ARTICLE] += _of_quote(one.quote, one.mark)
    for named in actors:
        for mention in named.actor.mentions:
            found[mention.comment or ARTICLE].append(Mark(mention.start, mention.end, "name", named.mark))
    return found


def _of_event(event: Event, of: str) -> Iterator[Mark]:
    yield Mark(event.trigger.start, event.trigger.end, "act", of)
    for span in (*((event.evidence,) if event.evidence else ()), *event.also):
        yield Mark(span.start, span.end, "proof", of)
    for party in event.actors:
        yield Mark(party.start, party.end, "from", of)
    for party in event.recipients:
        yield Mark(party.start, party.end, "to", of)
    for source in event.assertion:
        if source.start is not None and source.end is not None:
            yield Mark(source.start, source.end, "source", of)


def _of_quote(quote: Quote, of: str) -> Iterator[Mark]:
    for role, spans in (("words", quote.content), ("cue", quote.cue), ("speaker", quote.speaker)):
        for span in spans:
            yield Mark(span.start, span.end, role, of)  # type: ignore[arg-type]
    for source in quote.chain:
        if source.start is not None and source.end is not None:
            yield Mark(source.start, source.end, "source", of)


def _blocks(page: Page, marks: Sequence[Mark]) -> Iterator[Block]:
    paragraphs = [p for p in page.paragraphs if p.kind in _SHOWN]
    if not page.paragraphs and page.text:
        paragraphs = [Paragraph(id="p1", kind="body", start=0, end=len(page.text))]
    ordered = sorted(marks, key=lambda m: m.end)
    ends = [m.end for m in ordered]
    for p in paragraphs:
        # marks that end before the paragraph are far more than those it has
        near = ordered[bisect_left(ends, p.start) :]
        yield Block(p.id, p.kind, p.start, tuple(pieces(page.text, p.start, p.end, near)))


def _thread(
    posts: Sequence[Comment], first: int, marks: Mapping[str, list[Mark]], cards: Sequence[Card], quotes: Sequence[Said]
) -> Iterator[Post]:
    """The part of a thread that begins at a comment, as a tree; what answers a comment of another part says whom."""
    claims: dict[str | None, list[Card]] = defaultdict(list)
    for one in cards:
        claims[one.event.comment].append(one)
    spoken: dict[str | None, list[Said]] = defaultdict(list)
    for quote in quotes:
        spoken[quote.quote.comment].append(quote)
    made: dict[str, tuple[Post, int, Post | None]] = {}
    elsewhere = {one.id: one for one in posts}
    for comment in posts[first : first + POSTS]:
        parent, depth, home = made.get(comment.parent or "", (None, 0, None))
        beside = parent is not None and depth >= DEEPEST
        answered = parent.comment if parent and beside else None if parent else elsewhere.get(comment.parent or "")
        post = Post(
            comment,
            day(comment.date) if comment.date else comment.date_text or "",
            tuple(pieces(comment.text, 0, len(comment.text), marks.get(comment.id, ()))),
            claims[comment.id],
            spoken[comment.id],
            (answered.author or ("the last" if parent else "someone")) if answered else None,
        )
        above = home if beside else parent
        made[comment.id] = (post, depth + (not beside), above)
        if above is None:
            yield post
        else:
            above.replies.append(post)
