"""What the reader shows of a page: its text in pieces, what stands beside it (`margin`), and the readers' thread as a tree."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facta.language.analyse import STEP as LANGUAGE
from facta.language.detect import ENGLISH
from facta.quotes.origin import outlet
from facta.read.draft import BARRED
from facta.records import ARTICLE, READ, Comment, Event, Page, Paragraph, Quote, Reading
from facta.store.corrections import Correction, QuoteCorrection
from facta.web import margin
from facta.web.margin import Card, Counted, Named, Said
from facta.web.marking import Mark, Piece, pieces
from facta.web.wording import day

DEEPEST = 8
"""Replies deeper than this stand beside the last one: a column has only so much room."""
POSTS = 200
"""Comments of one part of a thread."""
_TITLE = 70
"""Characters of a text that stand for a title it does not have."""
_SHOWN = READ | {"credit"}


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
    cards = margin.cards(reading, stories, corrected)
    quotes = margin.sayings(reading, requoted)
    actors = margin.actors(reading)
    near = {None, *(one.id for one in reading.thread[first : first + POSTS])}
    marks = _marks([c for c in cards if c.event.comment in near], [q for q in quotes if q.quote.comment in near], actors)
    blocks = [*_blocks(reading.page, marks[ARTICLE])]
    headline = next((b for b in blocks if b.kind == "headline"), None)
    parts = {p.actor for c in cards for p in (*c.event.actors, *c.event.recipients)} | {q.speaker_actor for q in reading.quotes}
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


def part_with(reading: Reading, ref: str, claims: Iterable[Event | Quote | None] = ()) -> int | None:
    """The part of the thread that holds a comment (`c-ID`), an event or a quotation; None where the thread does not hold it.

    claims: what the page no longer has, as a person rejected it.
    """
    mine = next((one for one in (*reading.events, *reading.quotes, *claims) if one and one.id == ref), None)
    comment = mine.comment if mine else ref.removeprefix("c-")
    return next((n // POSTS + 1 for n, one in enumerate(reading.thread) if one.id == comment), None)


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
    coming, near = deque(sorted(marks, key=lambda m: m.start)), list[Mark]()
    for p in paragraphs:  # in the order of the text, so that each mark is looked at where it stands and nowhere else
        while coming and coming[0].start < p.end:
            near.append(coming.popleft())
        near = [mark for mark in near if mark.end > p.start]
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
