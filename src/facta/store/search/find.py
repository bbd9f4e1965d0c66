"""Finds what a question asks for, counts what it can be narrowed down by, and cuts out the words around what was found."""

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from facta.records import Record
from facta.store.search.documents import Kind
from facta.store.search.index import Held, Index
from facta.store.search.question import Meaning, Term, understand

MOST = 4000
"""Of more matches than these, the newest are counted and shown, unranked: to rank them all of them would have to be read."""
SHOWN = 20
AROUND = 260
"""Characters of a text that are shown."""
_VALUES, _YEARS = 12, 40
"""Values of a facet that are shown."""
_PEOPLE = 6

KINDS: tuple[Kind, ...] = ("sentence", "quotation", "actor", "comment")
Field = Literal["year", "outlet", "country", "type", "rung"]
FIELDS: tuple[Field, ...] = ("year", "outlet", "country", "type", "rung")
Given = Literal["time", "words", "topic"]
_COLUMNS = {"year": "substr(p.day, 1, 4)", "outlet": "p.outlet"}
_LAST = 2**62
_LEFT, _RIGHT = "\x02", "\x03"
"""Stand around the words found; no text has them (`documents.clean`)."""


class Wanted(Record, frozen=True, kw_only=True):
    """A question and what it is narrowed down to."""

    q: str = ""
    kind: Kind | None = None
    year: str | None = None
    outlet: str | None = None
    country: str | None = None
    type: str | None = None
    rung: str | None = None
    plain: bool = False
    """Whether the words are taken as they are."""


class Piece(Record, frozen=True, kw_only=True):
    """A stretch of a text."""

    text: str
    found: bool
    """Whether it is what was looked for."""


class Hit(Record, frozen=True, kw_only=True):
    """Something found."""

    kind: Kind
    page: str
    """Key of its page."""
    ref: str
    """What its address on the page ends with: the id of an event or a quotation, or a paragraph."""
    title: str | None
    outlet: str | None
    published: str | None
    who: str
    """Who speaks, acts or is acted upon, or wrote the comment."""
    text: tuple[Piece, ...]
    types: tuple[str, ...]
    rungs: tuple[str, ...]


class Person(Record, frozen=True, kw_only=True):
    """An actor that the words name."""

    name: str
    role: str
    country: str | None
    pages: int
    page: str
    """Key of the newest page with it."""
    ref: str


class Facet(Record, frozen=True, kw_only=True):
    """A value that an answer can be narrowed down to."""

    value: str
    count: int


class Found(Record, frozen=True, kw_only=True):
    """The answer to a question."""

    meaning: Meaning
    kind: Kind
    """Of the hits."""
    kinds: Mapping[str, int]
    """Matches of each kind."""
    given_up: tuple[Given, ...]
    """What of the question nothing answers, so that what answers the rest is shown: its time, some of its words, its topic."""
    capped: bool
    """Whether only the newest of very many matches were counted, and are shown in their order."""
    hits: tuple[Hit, ...]
    people: tuple[Person, ...]
    facets: Mapping[str, tuple[Facet, ...]]
    pages: int
    """Pages that have been indexed."""
    of: int
    """Pages of the store."""

    @property
    def count(self) -> int:
        """Matches of the kind shown."""
        return self.kinds.get(self.kind, 0)


def find(
    index: Index, wanted: Wanted, *, offset: int = 0, limit: int = SHOWN, held: Held | None = None, seconds: float = 1.0
) -> Found:
    """Answer a question.

    held: how far the index has come; where nobody says, it first catches up with the store, for at most about so many seconds.
    """
    held = index.sync(seconds) if held is None else held
    meaning = understand(wanted.q, plain=wanted.plain)
    with index.open() as con:
        con.execute("PRAGMA temp_store = MEMORY")
        return _answer(con, wanted, meaning, held, (offset, limit))


def _answer(con: sqlite3.Connection, wanted: Wanted, meaning: Meaning, held: Held, window: tuple[int, int]) -> Found:
    asked = wanted.kind or meaning.kind
    for given, less, loose in _attempts(meaning):  # noqa: B007 - the first that is answered
        match = expression(less, loose=loose)
        capped = _collect(con, match, wanted, less)
        kinds = _kinds(con)
        if kinds.get(asked) if asked and meaning.kind else kinds:
            break
    else:
        given = ()
    kind = wanted.kind or meaning.kind or "sentence"
    if not kinds.get(kind) and wanted.kind is None:
        kind = next((k for k in KINDS if kinds.get(k)), kind)
    return Found(
        meaning=meaning,
        kind=kind,
        kinds=kinds,
        given_up=given,
        capped=capped,
        hits=() if kind == "actor" else tuple(_hits(con, match, kind, window, ranked=not capped)),
        people=tuple(_people(con, window if kind == "actor" else (0, _PEOPLE))),
        facets=_facets(con, kind),
        pages=held.pages,
        of=held.of,
    )


def _attempts(meaning: Meaning) -> Iterator[tuple[tuple[Given, ...], Meaning, bool]]:
    """The question, then with less and less of it: what was given up, what is left, whether any of its words does."""
    yield (), meaning, False
    timed = meaning.since or meaning.until
    timeless = msgspec.structs.replace(meaning, since=None, until=None)
    someone = meaning.speaker or meaning.by or meaning.to
    if timed and (meaning.terms or someone):
        yield ("time",), timeless, False
    if len(meaning.terms) > 1:
        yield ("words",), meaning, True
    if meaning.terms and someone:
        topicless = msgspec.structs.replace(meaning, terms=())
        yield ("topic",), topicless, False
        if timed:
            yield ("topic", "time"), msgspec.structs.replace(topicless, since=None, until=None), False


def expression(meaning: Meaning, *, loose: bool = False) -> str:
    """What FTS5 is asked for; every word of the user's stands in quotation marks, so none can be an operator.

    >>> expression(understand('say "a b" NEAR(', plain=True))
    '{text who} : ("a b") AND {text who} : ("say") AND {text who} : ("NEAR")'
    """
    # of a speaker's words also those around tell what they are about; words alone have to stand in what is shown
    where = "" if meaning.kind else "{text who} : "
    about = [where + _group(term) for term in meaning.terms]
    joined = (" OR " if loose else " AND ").join(about)
    speaker = f"who : {_group(meaning.speaker)}" if meaning.speaker else ""
    if loose and joined:
        joined = f"({joined})"
    return " AND ".join(filter(None, (speaker, joined)))


def _group(term: Term) -> str:
    return "(" + " OR ".join(f'"{_plain(phrase)}"' for phrase in term.phrases if _plain(phrase)) + ")"


def _plain(phrase: str) -> str:
    return phrase.replace('"', " ").replace("\0", " ").strip()


def _collect(con: sqlite3.Connection, match: str, wanted: Wanted, meaning: Meaning) -> bool:
    """Put the matches that meet every condition into the table `hits`; whether there were more than are looked at."""
    con.execute("DROP TABLE IF EXISTS temp.hits")
    con.execute("CREATE TEMP TABLE hits (id INTEGER PRIMARY KEY, kind TEXT, page INTEGER)")
    conditions = list(_conditions(wanted, meaning))
    if not match and not conditions:
        return False
    source, first = _source(match, conditions, _bounds(con, wanted, meaning))
    where = f"WHERE {' AND '.join(sql for sql, _ in conditions)}" if conditions else ""
    made = con.execute(
        f"""
        INSERT INTO temp.hits SELECT d.id, d.kind, d.page
        FROM {source} w CROSS JOIN docs d ON d.id = w.id CROSS JOIN pages p ON p.no = d.page {where} LIMIT {MOST + 1}
        """,
        [*first, *(value for _, values in conditions for value in values)],
    )
    return made.rowcount > MOST


Condition = tuple[str, list[Any]]
"""SQL over `docs` d and `pages` p, with its parameters."""


def _source(match: str, conditions: Sequence[Condition], bounds: tuple[int, int]) -> Condition:
    """Where candidates come from, the newest first: the words, else what the narrowest of the other conditions allows."""
    if match:
        return "(SELECT rowid AS id FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC)", [
            match,
            *bounds,
        ]
    held = [values for sql, values in conditions if sql == _HAS]
    if held:
        among = "field = ? AND value = ? AND doc BETWEEN ? AND ?"
        return f"(SELECT doc AS id FROM facets WHERE {among} ORDER BY doc DESC)", [*held[0], *bounds]
    return "(SELECT id FROM docs WHERE id BETWEEN ? AND ? ORDER BY id DESC)", [*bounds]


def _bounds(con: sqlite3.Connection, wanted: Wanted, meaning: Meaning) -> tuple[int, int]:
    """Numbers of documents outside of which nothing is of the time asked for: both grow with the pages' numbers."""
    since, until = meaning.since, meaning.until
    if wanted.year:
        since, until = max(since or "", f"{wanted.year}-01-01"), min(until or "9999", f"{wanted.year}-12-31")
    if not since and not until:
        return 0, _LAST
    first, last = con.execute(
        "SELECT min(no), max(no) FROM pages WHERE day BETWEEN ? AND ?", [since or "", until or "9999"]
    ).fetchone()
    if first is None:
        return 1, 0
    (low,) = con.execute("SELECT min(id) FROM docs WHERE page = (SELECT min(page) FROM docs WHERE page >= ?)", [first]).fetchone()
    (high,) = con.execute("SELECT max(id) FROM docs WHERE page = (SELECT max(page) FROM docs WHERE page <= ?)", [last]).fetchone()
    return low or 0, high or 0


def _conditions(wanted: Wanted, meaning: Meaning) -> Iterator[Condition]:
    if meaning.by and meaning.to:
        yield _HAS, ["pair", f"{meaning.by}>{meaning.to}"]
    elif meaning.by or meaning.to:
        yield _HAS, ["by", meaning.by] if meaning.by else ["country", meaning.to]
    for field in FIELDS:
        value = getattr(wanted, field)
        if value is not None:
            own = _COLUMNS.get(field)
            yield (f"{own} = ?", [value]) if own else (_HAS, [field, value])
    if meaning.since:
        yield "p.day >= ?", [meaning.since]
    if meaning.until:
        yield "p.day <= ?", [meaning.until]
    if meaning.types:
        among = ", ".join("?" for _ in meaning.types)
        yield (
            f"EXISTS (SELECT 1 FROM facets f WHERE f.doc = d.id AND f.field = 'type' AND f.value IN ({among}))",
            [*meaning.types],
        )


_HAS = "EXISTS (SELECT 1 FROM facets f WHERE f.doc = d.id AND f.field = ? AND f.value = ?)"


def _kinds(con: sqlite3.Connection) -> dict[str, int]:
    return dict(con.execute("SELECT kind, count(*) FROM temp.hits GROUP BY kind").fetchall())


def _hits(con: sqlite3.Connection, match: str, kind: Kind, window: tuple[int, int], *, ranked: bool) -> Iterator[Hit]:
    """The best first, of equals the newest; without words to look for, or where they are not ranked, the newest."""
    found = _best(con, match, kind, window) if match and ranked else _newest(con, kind, window)
    for id_ in found:
        marked = _marked(con, match, id_)
        page, ref, who, title, outlet, published = con.execute(
            """
            SELECT p.key, d.ref, d.who, p.title, p.outlet, p.published FROM docs d JOIN pages p ON p.no = d.page WHERE d.id = ?
            """,
            [id_],
        ).fetchone()
        values = con.execute("SELECT field, value FROM facets WHERE doc = ? ORDER BY value", [id_]).fetchall()
        yield Hit(
            kind=kind,
            page=page,
            ref=ref,
            title=title or None,
            outlet=outlet,
            published=published,
            who=_who(kind, who),
            text=snippet(marked),
            types=tuple(value for field, value in values if field == "type"),
            rungs=tuple(value for field, value in values if field == "rung"),
        )


def _who(kind: Kind, named: str) -> str:
    """Names as `documents` writes them, for a person: of a speaker the fullest and the office."""
    parts = [part.strip() for part in named.split(" ; ")]
    if kind == "quotation":
        return ", ".join(parts[1:] or parts)
    return " · ".join(dict.fromkeys(name.strip() for part in parts for name in part.split(" , ") if name.strip()))


def _best(con: sqlite3.Connection, match: str, kind: Kind, window: tuple[int, int]) -> list[int]:
    rows = con.execute(
        """
        SELECT w.rowid FROM words w JOIN temp.hits h ON h.id = w.rowid JOIN pages p ON p.no = h.page
        WHERE words MATCH ? AND h.kind = ?
        ORDER BY round(bm25(words, 1.0, 0.5, 0.2), 1), p.day DESC, w.rowid LIMIT ? OFFSET ?
        """,
        [match, kind, window[1], window[0]],
    )
    return [id_ for (id_,) in rows.fetchall()]


def _newest(con: sqlite3.Connection, kind: Kind, window: tuple[int, int]) -> list[int]:
    rows = con.execute(
        """
        SELECT h.id FROM temp.hits h JOIN pages p ON p.no = h.page
        WHERE h.kind = ? ORDER BY p.day IS NULL, p.day DESC, h.id LIMIT ? OFFSET ?
        """,
        [kind, window[1], window[0]],
    )
    return [id_ for (id_,) in rows.fetchall()]


def _marked(con: sqlite3.Connection, match: str, id_: int) -> str:
    """A text with the words found between marks."""
    if not match:
        return str(con.execute("SELECT text FROM docs WHERE id = ?", [id_]).fetchone()[0])
    marked = "SELECT highlight(words, 0, ?, ?) FROM words WHERE words MATCH ? AND rowid = ?"
    return str(con.execute(marked, [_LEFT, _RIGHT, match, id_]).fetchone()[0])


def _people(con: sqlite3.Connection, window: tuple[int, int]) -> Iterator[Person]:
    """Actors among the matches, each once, those on the most pages first."""
    offset, limit = window
    rows = con.execute(
        """
        SELECT d.text, max(d.who), f.value, count(DISTINCT d.page),
               max(coalesce(p.day, '') || char(1) || p.key || char(1) || d.ref)
        FROM temp.hits h JOIN docs d ON d.id = h.id JOIN pages p ON p.no = d.page
        LEFT JOIN facets f ON f.doc = d.id AND f.field = 'country'
        WHERE h.kind = 'actor' GROUP BY d.text, f.value ORDER BY 4 DESC, 1 LIMIT ? OFFSET ?
        """,
        [limit, offset],
    )
    for name, role, code, pages, newest in rows.fetchall():
        _, page, ref = newest.split("\x01")
        yield Person(name=name, role=role, country=code, pages=pages, page=page, ref=ref)


def _facets(con: sqlite3.Connection, kind: Kind) -> dict[str, tuple[Facet, ...]]:
    """Values by field, the most frequent first, years from the newest; a cross join has SQLite begin with the matches."""
    found: dict[str, list[Facet]] = {field: [] for field in FIELDS}
    for field, column in _COLUMNS.items():
        order, most = ("1 DESC", _YEARS) if field == "year" else ("2 DESC, 1", _VALUES)
        rows = con.execute(
            f"""
            SELECT {column}, count(*) FROM temp.hits h CROSS JOIN pages p ON p.no = h.page
            WHERE h.kind = ? AND {column} IS NOT NULL GROUP BY 1 ORDER BY {order} LIMIT {most}
            """,
            [kind],
        )
        found[field] = [Facet(value=value, count=count) for value, count in rows]
    rows = con.execute(
        """
        SELECT f.field, f.value, count(*) FROM temp.hits h CROSS JOIN facets f ON f.doc = h.id
        WHERE h.kind = ? AND f.field IN ('country', 'type', 'rung') GROUP BY 1, 2 ORDER BY 3 DESC, 2
        """,
        [kind],
    )
    for field, value, count in rows:
        if len(found[field]) < _VALUES:
            found[field].append(Facet(value=value, count=count))
    return {field: tuple(facets) for field, facets in found.items() if facets}


def snippet(marked: str) -> tuple[Piece, ...]:
    """A text around the first words found, in pieces; cut between words.

    >>> [(p.text, p.found) for p in snippet("Wei \\x02met\\x03 Shoigu")]
    [('Wei ', False), ('met', True), (' Shoigu', False)]
    """
    first = max(marked.find(_LEFT), 0)
    start = 0 if first < AROUND else marked.rfind(" ", 0, first - AROUND // 3) + 1
    end = len(marked) if len(marked) <= start + AROUND + 60 else marked.rfind(" ", start, start + AROUND)
    end = end if end > start else start + AROUND
    part = marked[start:end]
    if part.count(_LEFT) > part.count(_RIGHT):
        part += _RIGHT
    parts = [Piece(text="… ", found=False)] if start else []
    for n, text in enumerate(re.split(f"[{_LEFT}{_RIGHT}]", part)):
        if text:
            parts.append(Piece(text=text, found=bool(n % 2)))
    return (*parts, Piece(text=" …", found=False)) if end < len(marked) else tuple(parts)
