"""What a user may ask of a store, and the SQL that answers; the same over every backend.

An actor or a recipient is asked for by country code (three capital letters: `RUS`, `NAT`), by several codes or dated members of a
group (`Term`) for any of them, or by name (whole words, in any case, with or without accents: `shoigu`, `erdogan`). Asked for
both, the pairs are those of `dyads_v`: a meeting of Russia and China answers either order, and a country with itself is no pair.
Types belong to the ontology, which the store does not know: whoever asks checks them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol, get_args

from facta.errors import UsageError, unknown
from facta.records import CommentKind, QuoteKind, Rung, SpeechAct, Status
from facta.store.conditions import OTHERS, Asked, Comments, Conditions, codes
from facta.store.days import bounds
from facta.store.journeys import JOURNEYS
from facta.store.shapes import COLUMNS, PAGES, Shape

How = Literal["visit", "talks", "said"]
"""What tells a stay best: a visit, talks that are none, or what was said there."""


class Query(Protocol):
    """A question: which rows of which table, in which order."""

    TABLE: ClassVar[str]
    ORDER: ClassVar[str]

    @property
    def limit(self) -> int | None:
        """Most rows to give; None for all."""

    def conditions(self) -> Conditions:
        """Which rows, by the table's own columns."""


def to_sql(query: Query, shape: Shape) -> tuple[str, list[object]]:
    """The SELECT of a query with its parameters.

    Rows are chosen from the table alone and joined with their pages after: so DuckDB reads the wide nested columns only of the
    rows that a limit leaves (at ten million events six times as fast).
    """
    where = query.conditions()
    hits = f"SELECT * FROM {query.TABLE}{where.clause()}"
    if query.limit is not None:
        hits += f" ORDER BY {query.ORDER}{limit_sql(query)}"
    sql = f"SELECT {COLUMNS[query.TABLE][shape]} FROM ({hits}) JOIN pages_v USING (page_no) ORDER BY {query.ORDER}"
    return sql, where.parameters


def count_sql(query: Query) -> tuple[str, list[object]]:
    """The SELECT of how many rows a query has, with its parameters; nothing is ordered or joined for it."""
    where = query.conditions()
    return f"SELECT count(*) AS n FROM (SELECT 1 FROM {query.TABLE}{where.clause()}{limit_sql(query)})", where.parameters


def limit_sql(query: Query) -> str:
    """The LIMIT of a SELECT; none for more rows than SQL can count."""
    return f" LIMIT {query.limit}" if query.limit is not None and query.limit < _COUNTLESS else ""


_COUNTLESS = 2**63


@dataclass(frozen=True, kw_only=True)
class EventQuery:
    """Which events; an argument left out asks for nothing in particular."""

    actor: Asked | None = None
    """Country code or name of one who acts; several codes for any of these countries."""
    recipient: Asked | None = None
    """The same of one who is acted upon, or the other side of a symmetric event."""
    type: str | Sequence[str] = ()
    """One or several PLOVER types."""
    rung: str | Sequence[str] = ()
    status: str | Sequence[str] = ()
    min_confidence: float | None = None
    """Between 0 and 1."""
    since: str | None = None
    """ISO date at any precision; an event counts when any day its date covers is inside."""
    until: str | None = None
    """ISO date at any precision, whose last day is included."""
    comments: Comments = "article"
    page: str | None = None
    """Key, id, url or source of one page."""
    limit: int | None = None

    TABLE: ClassVar[str] = "events"
    ORDER: ClassVar[str] = "first_day NULLS LAST, page_no, n"

    def __post_init__(self) -> None:
        """Check every value that the store can judge."""
        _known("rung", _several(self.rung), get_args(Rung))
        _known("status", _several(self.status), get_args(Status))
        _check(self.comments, self.min_confidence, self.limit)
        _told(actor=self.actor, recipient=self.recipient)
        bounds(self.since, self.until)

    def conditions(self) -> Conditions:
        """Which rows of `events`."""
        where = Conditions()
        where.parties(self.actor, self.recipient)
        where.one_of('"type"', _several(self.type))
        where.one_of("rung", _several(self.rung))
        where.one_of("status", _several(self.status))
        where.between("first_day", "last_day", self.since, self.until)
        where.whose(self.comments)
        where.page(self.page)
        if self.min_confidence is not None:
            where.add("confidence >= ?", self.min_confidence)
        return where


@dataclass(frozen=True, kw_only=True)
class StoryQuery:
    """Which stories; an argument left out asks for nothing in particular."""

    actor: Asked = ()
    """One or several country codes, one of which acts; stories know no names."""
    recipient: Asked = ()
    """The same of one who is acted upon, or the other side of a symmetric act."""
    type: str | Sequence[str] = ()
    rung: str | Sequence[str] = ()
    status: str | Sequence[str] = ()
    min_independent: int | None = None
    """Fewest texts, no copies of each other, that tell it."""
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    TABLE: ClassVar[str] = "stories"
    ORDER: ClassVar[str] = 'first_day NULLS LAST, "type", evidence NULLS LAST, id'
    """By what they tell: an id changes with the address or place that its page was read from."""

    def __post_init__(self) -> None:
        """Check every value that the store can judge."""
        _known("rung", _several(self.rung), get_args(Rung))
        _known("status", _several(self.status), get_args(Status))
        _check("all", None, self.limit)
        bounds(self.since, self.until)
        for asked in (self.actor, self.recipient):
            if asked and not codes(asked):
                raise UsageError(f"Stories are asked for by country codes such as RUS, but {asked!r} is none.")

    def conditions(self) -> Conditions:
        """Which rows of `stories`."""
        where = Conditions()
        if self.actor:
            where.side("actor_countries", self.actor)
        if self.recipient:
            where.side(OTHERS, self.recipient)
        if self.actor and self.recipient:
            both = "len(list_distinct(list_concat(actor_countries, recipient_countries))) > 1"
            where.add(both)  # a country with itself is no pair
        where.one_of('"type"', _several(self.type))
        where.one_of("rung", _several(self.rung))
        where.one_of("status", _several(self.status))
        where.between("first_day", "last_day", self.since, self.until)
        if self.min_independent is not None:
            where.add("n_independent >= ?", self.min_independent)
        return where


@dataclass(frozen=True, kw_only=True)
class JourneyQuery:
    """Which stays of persons in other states; an argument left out asks for nothing in particular."""

    traveller: Asked | None = None
    """Country code or name of who travels; several codes for any of these countries."""
    host: Asked = ()
    """One or several country codes of where the stay is."""
    how: str | Sequence[str] = ()
    """What tells it: visit, talks or said."""
    status: str | Sequence[str] = ("actual",)
    min_confidence: float | None = None
    since: str | None = None
    """ISO date at any precision; a stay counts when any of its days is inside."""
    until: str | None = None
    limit: int | None = None

    TABLE: ClassVar[str] = JOURNEYS
    ORDER: ClassVar[str] = "first_day, traveller, host, event"

    def __post_init__(self) -> None:
        """Check every value that the store can judge."""
        _known("way to tell a stay", _several(self.how), get_args(How))
        _known("status", _several(self.status), get_args(Status))
        _check("all", self.min_confidence, self.limit)
        _told(traveller=self.traveller)
        bounds(self.since, self.until)
        if self.host and not codes(self.host):
            raise UsageError(f"Hosts are asked for by country codes such as RUS, but {self.host!r} is none.")

    def conditions(self) -> Conditions:
        """Which rows of `JOURNEYS`."""
        where = Conditions()
        where.country("country", self.traveller)
        where.country("host", self.host)
        if isinstance(self.traveller, str) and not codes(self.traveller):
            where.called(self.traveller, "traveller")
        where.one_of("how", _several(self.how))
        where.one_of("status", _several(self.status))
        where.between("first_day", "last_day", self.since, self.until)
        if self.min_confidence is not None:
            where.add("confidence >= ?", self.min_confidence)
        return where


@dataclass(frozen=True, kw_only=True)
class QuoteQuery:
    """Which quotations; an argument left out asks for nothing in particular."""

    speaker: Asked | None = None
    """Country code or name of who speaks; several codes for any of these countries."""
    kind: str | Sequence[str] = ()
    act: str | Sequence[str] = ()
    words: str | None = None
    """Words that stand in the content, in any case."""
    min_confidence: float | None = None
    since: str | None = None
    """ISO date at any precision, of the page's publication."""
    until: str | None = None
    comments: Comments = "article"
    page: str | None = None
    limit: int | None = None

    TABLE: ClassVar[str] = "quotes"
    ORDER: ClassVar[str] = "first_day NULLS LAST, page_no, n"

    def __post_init__(self) -> None:
        """Check every value."""
        _known("kind of quotation", _several(self.kind), get_args(QuoteKind))
        _known("act", _several(self.act), get_args(SpeechAct))
        _check(self.comments, self.min_confidence, self.limit)
        _told(speaker=self.speaker, words=self.words)
        bounds(self.since, self.until)

    def conditions(self) -> Conditions:
        """Which rows of `quotes`."""
        where = Conditions()
        where.country("speaker_country", self.speaker)
        if isinstance(self.speaker, str) and not codes(self.speaker):
            spoken = "array_to_string(list_transform(speaker, lambda s: s.text), ' ')"
            where.called(self.speaker, "speaker_name", spoken)
        if self.words is not None:
            where.add("contains(lower(array_to_string(list_transform(content, lambda s: s.text), ' ')), lower(?))", self.words)
        where.one_of("kind", _several(self.kind))
        where.one_of("act", _several(self.act))
        where.between("first_day", "first_day", self.since, self.until)
        where.whose(self.comments)
        where.page(self.page)
        if self.min_confidence is not None:
            where.add("confidence >= ?", self.min_confidence)
        return where


@dataclass(frozen=True, kw_only=True)
class ThreadQuery:
    """Which reader comments, in the order of their threads; an argument left out asks for nothing in particular."""

    author: str | None = None
    """Name of who posted, whole words, in any case."""
    kind: str | Sequence[str] = ()
    words: str | None = None
    """Words that stand in the comment, in any case."""
    since: str | None = None
    """ISO date at any precision, of the comment."""
    until: str | None = None
    page: str | None = None
    limit: int | None = None

    TABLE: ClassVar[str] = "comments"
    ORDER: ClassVar[str] = "page_no, n"

    def __post_init__(self) -> None:
        """Check every value."""
        _known("kind of comment", _several(self.kind), get_args(CommentKind))
        _check("all", None, self.limit)
        _told(author=self.author, words=self.words)
        bounds(self.since, self.until)

    def conditions(self) -> Conditions:
        """Which rows of `comments`."""
        where = Conditions()
        if self.author is not None:
            where.called(self.author, "author")
        if self.words is not None:
            where.add('contains(lower("text"), lower(?))', self.words)
        where.one_of("kind", _several(self.kind))
        where.between("first_day", "first_day", self.since, self.until)
        where.page(self.page)
        return where


@dataclass(frozen=True, kw_only=True)
class PageQuery:
    """Which pages; an argument left out asks for nothing in particular."""

    outlet: str | None = None
    """Name of the outlet, whole words, in any case."""
    words: str | None = None
    """Words that stand in the title or the address, in any case."""
    since: str | None = None
    """ISO date at any precision, of the page's publication."""
    until: str | None = None
    page: str | None = None
    limit: int | None = None

    TABLE: ClassVar[str] = PAGES
    ORDER: ClassVar[str] = "first_day NULLS LAST, page_no"

    def __post_init__(self) -> None:
        """Check every value."""
        _check("all", None, self.limit)
        _told(outlet=self.outlet, words=self.words)
        bounds(self.since, self.until)

    def conditions(self) -> Conditions:
        """Which rows of `PAGES`."""
        where = Conditions()
        if self.outlet is not None:
            outlet = Conditions()
            outlet.called(self.outlet, "outlet")
            where.add(f"page_no IN (SELECT page_no FROM pages_v{outlet.clause()})", *outlet.parameters)
        if self.words is not None:
            told = "contains(lower(concat_ws(chr(10), title, url, source)), lower(?))"
            where.add(f"page_no IN (SELECT no FROM pages WHERE {told})", self.words)
        where.between("first_day", "first_day", self.since, self.until)
        where.page(self.page)
        return where


def _several(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _known(kind: str, values: Sequence[str], known: Sequence[str]) -> None:
    for value in values:
        if value not in known:
            raise UsageError(unknown(kind, value, known))


def _told(**asked: Asked | None) -> None:
    """UsageError for an empty name or words, as from a variable that is not set: they would ask for anything or nothing."""
    empty = next((name for name, value in asked.items() if isinstance(value, str) and not value.strip()), None)
    if empty:
        raise UsageError(f"{empty} is empty; leave it out to ask for nothing in particular.")


def _check(comments: str, confidence: float | None, limit: int | None) -> None:
    _known("choice of comments", [comments], get_args(Comments))
    if confidence is not None and not 0 <= confidence <= 1:
        raise UsageError(f"A confidence is between 0 and 1, but {confidence} is asked for.")
    if limit is not None and limit < 1:
        raise UsageError(f"A limit is 1 or more, but {limit} is asked for.")
