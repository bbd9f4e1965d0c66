"""What a user may ask of a store, and the SQL that answers; the same over every backend.

An actor or a recipient is asked for by country code (three capital letters: `RUS`, `NAT`), by several codes or dated members of a
group (`Term`) for any of them, or by name (whole words, in any case, with or without accents: `shoigu`, `erdogan`). Asked for
both, the pairs are those of `dyads_v`: a meeting of Russia and China answers either order, and a country with itself is no pair.
Types belong to the ontology, which the store does not know: whoever asks checks them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal, NamedTuple, Protocol, get_args
from unicodedata import combining, normalize

from facta.errors import UsageError, unknown
from facta.records import CommentKind, QuoteKind, Rung, SpeechAct, Status
from facta.store.days import bounds
from facta.store.journeys import JOURNEYS
from facta.store.shapes import COLUMNS, PAGES, Shape
from facta.values.country import well_formed

Comments = Literal["article", "readers", "all"]
"""Whose claims: the article's (the default), the reader comments', or both side by side."""
How = Literal["visit", "talks", "said"]
"""What tells a stay best: a visit, talks that are none, or what was said there."""


class Term(NamedTuple):
    """A country in the days, both included, in which it belonged to a group; what has no day is asked of today's members."""

    country: str
    since: date = date.min
    until: date = date.max


Asked = str | Sequence[str | Term]


@dataclass
class Conditions:
    """SQL conditions with their parameters, in step."""

    sql: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def add(self, sql: str, *parameters: object) -> None:
        """Demand one more thing."""
        self.sql.append(sql)
        self.parameters += parameters

    def one_of(self, column: str, values: Sequence[str]) -> None:
        """Demand one of several values; none named demands nothing.

        By a function and not by `IN (SELECT ..)`, a join, behind which DuckDB first computes all of `JOURNEYS`.
        """
        if values:
            self.add(f"list_contains(?::VARCHAR[], {column})", list(values))

    def between(self, first: str, last: str, since: str | None, until: str | None) -> None:
        """Demand that the days from column `first` to column `last` touch the inclusive bounds; what has no date is out."""
        begin, end = bounds(since, until)
        if begin is not None:
            self.add(f"{last} >= ?", begin)
        if end is not None:
            self.add(f"{first} <= ?", end)

    def whose(self, comments: Comments) -> None:
        """Demand the article's claims, the readers', or neither in particular."""
        if comments != "all":
            self.add("comment IS NULL" if comments == "article" else "comment IS NOT NULL")

    def clause(self) -> str:
        """The WHERE of a SELECT; nothing where nothing is demanded."""
        return " WHERE " + " AND ".join(f"({one})" for one in self.sql) if self.sql else ""

    def page(self, page: str | None) -> None:
        """Demand one page, by key, id, url or source."""
        if page is not None:
            self.add("page_no IN (SELECT no FROM pages WHERE ? IN (key, id, url, source))", page)


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
        _add_parties(where, self.actor, self.recipient)
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
            if asked and not _codes(asked):
                raise UsageError(f"Stories are asked for by country codes such as RUS, but {asked!r} is none.")

    def conditions(self) -> Conditions:
        """Which rows of `stories`."""
        where = Conditions()
        if self.actor:
            _add_side(where, "actor_countries", self.actor)
        if self.recipient:
            _add_side(where, _OTHERS, self.recipient)
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
        if self.host and not _codes(self.host):
            raise UsageError(f"Hosts are asked for by country codes such as RUS, but {self.host!r} is none.")

    def conditions(self) -> Conditions:
        """Which rows of `JOURNEYS`."""
        where = Conditions()
        _add_one(where, "country", self.traveller)
        _add_one(where, "host", self.host)
        if isinstance(self.traveller, str) and not _codes(self.traveller):
            where.add(_NAMED.format("traveller"), _pattern(self.traveller))
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
        _add_one(where, "speaker_country", self.speaker)
        if isinstance(self.speaker, str) and not _codes(self.speaker):
            spoken = "array_to_string(list_transform(speaker, lambda s: s.text), ' ')"
            where.add(f"{_NAMED.format('speaker_name')} OR {_NAMED.format(spoken)}", *2 * [_pattern(self.speaker)])
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
            where.add(_NAMED.format("author"), _pattern(self.author))
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
            named = _NAMED.format("outlet")
            where.add(f"page_no IN (SELECT page_no FROM pages_v WHERE {named})", _pattern(self.outlet))
        if self.words is not None:
            told = "contains(lower(concat_ws(chr(10), title, url, source)), lower(?))"
            where.add(f"page_no IN (SELECT no FROM pages WHERE {told})", self.words)
        where.between("first_day", "first_day", self.since, self.until)
        where.page(self.page)
        return where


_NAMED = "coalesce(regexp_matches(strip_accents(lower({})), ?), false)"
"""Whether a name matches a pattern of `_pattern`, whatever its case and accents."""


_OTHERS = 'CASE WHEN "symmetric" THEN actor_countries ELSE recipient_countries END'
"""The countries on the other side of the actors."""

_IN_NAMES = _NAMED.format("array_to_string(list_transform({}, lambda p: concat_ws(' | ', p.name, p.text)), ' | ')")
"""Whether a list of parties names one: one string an event, since a pattern on each party takes six times as long."""


def _pattern(name: str) -> str:
    """A regular expression (RE2) that finds the name, lowered and without accents, as whole words."""
    plain = "".join(c for c in normalize("NFD", name.lower()) if not combining(c))
    words = [re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", word) for word in plain.split()]  # RE2 takes no escape of other signs
    return r"(^|[^\pL\pN])" + r"\s+".join(words) + r"($|[^\pL\pN])"


_AS_OF = """list_transform(
    list_filter(
        ?::STRUCT(country VARCHAR, since DATE, until DATE)[],
        lambda m: coalesce(first_day, current_date) BETWEEN m.since AND m.until
    ),
    lambda m: m.country
)"""
"""The members of a group on the day of a row."""


def _codes(asked: Asked | None) -> list[str]:
    """The country codes that are asked for, whenever they belonged; none for a name."""
    if isinstance(asked, str):
        return [asked] if well_formed(asked) else []
    return [term if isinstance(term, str) else term.country for term in asked or ()]


def _dated(asked: Asked | None) -> bool:
    return not isinstance(asked, str) and any(isinstance(term, Term) for term in asked or ())


def _listed(asked: Asked | None) -> tuple[str, list[object]]:
    """The codes that are asked for as a list in SQL, with its parameter; those of a group as of the row's day."""
    if not _dated(asked):
        return "?::VARCHAR[]", [_codes(asked)]
    terms = [Term(term) if isinstance(term, str) else term for term in asked or ()]
    return _AS_OF, [[term._asdict() for term in terms]]


def _add_one(where: Conditions, column: str, asked: Asked | None) -> None:
    """Demand that a column is one of the codes; a name demands nothing here."""
    where.one_of(column, _codes(asked))
    if _dated(asked):
        where.add(f"list_contains({_AS_OF}, {column})", *_listed(asked)[1])


def _add_side(where: Conditions, countries: str, asked: Asked) -> None:
    """Demand that a list holds one of the codes; for one code DuckDB has a form that takes a quarter of the time."""
    codes = _codes(asked)
    if len(codes) == 1:
        where.add(f"list_contains({countries}, ?)", codes[0])
    else:
        where.add(f"list_has_any({countries}, ?::VARCHAR[])", codes)
    if _dated(asked):
        listed, parameters = _listed(asked)
        where.add(f"list_has_any({countries}, {listed})", *parameters)


def _add_parties(where: Conditions, actor: Asked | None, recipient: Asked | None) -> None:
    if actor and _codes(actor):
        _add_side(where, "actor_countries", actor)
    elif isinstance(actor, str):
        where.add(_IN_NAMES.format("actors"), _pattern(actor))
    if recipient and _codes(recipient):
        _add_side(where, _OTHERS, recipient)
    elif isinstance(recipient, str):
        either = f'{_IN_NAMES.format("recipients")} OR ("symmetric" AND {_IN_NAMES.format("actors")})'
        where.add(either, *[_pattern(recipient)] * 2)
    if actor and recipient:
        _add_pair(where, actor, recipient)


def _add_pair(where: Conditions, actor: Asked, recipient: Asked) -> None:
    """Beyond each side: a country with itself is no pair, and the two of a symmetric event are of different countries."""
    ones, twos = _codes(actor), _codes(recipient)
    if len(ones) == len(twos) == 1:
        where.add("? <> ?", *ones, *twos)  # each side is demanded already, so a look into the lists would only cost time
        return
    if ones and twos:
        (one, first), (two, second) = _listed(actor), _listed(recipient)
        other = f"len(list_filter({_OTHERS}, lambda r: list_contains({two}, r) AND a <> r)) > 0"
        where.add(f"len(list_filter(actor_countries, lambda a: list_contains({one}, a) AND {other})) > 0", *first, *second)
        return
    is_actor, actor_parameters = _party("a", actor)
    is_recipient, recipient_parameters = _party("r", recipient)
    others = f"list_filter(actors, lambda r: {is_recipient} AND a.country <> r.country)"
    pairs = f"list_filter(actors, lambda a: {is_actor} AND len({others}) > 0)"
    where.add(f'NOT "symmetric" OR len({pairs}) > 0', *actor_parameters, *recipient_parameters)


def _party(variable: str, asked: Asked) -> tuple[str, list[object]]:
    """The condition that one party is the one asked for."""
    if not isinstance(asked, str) or well_formed(asked):
        listed, parameters = _listed(asked)
        return f"list_contains({listed}, {variable}.country)", parameters
    return f"({_NAMED.format(f'{variable}.name')} OR {_NAMED.format(f'{variable}.text')})", [_pattern(asked)] * 2


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
