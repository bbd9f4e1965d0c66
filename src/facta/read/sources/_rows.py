"""One line of a JSONL file or one row of a table as a page: which field means what, and which lines are refused."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from math import isnan
from types import MappingProxyType

from facta.errors import InputError, unknown
from facta.read import dates as printed
from facta.read import encoding, order
from facta.read.dates import Order
from facta.read.raw import Form, Options, Raw
from facta.read.sources._content import max_bytes, too_large
from facta.read.sources._given import Given, stating
from facta.values import dates

NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "item", "doc_id"),
        "text": ("text",),
        "html": ("html",),
        "title": ("title",),
        "published": ("published", "date"),
        "outlet": ("outlet", "site"),
        "url": ("url",),
        "fetched": ("fetched", "crawled"),
    }
)
"""Field -> the names it goes by in files, best first; the same names are taken on the left of `--columns`."""

MISSING = frozenset(("NA", "N/A", "NaN", "nan", "NaT", "None", "NULL", "null", r"\N", "."))
"""What R, pandas, databases and Stata write into a cell that holds nothing; an id may be called so all the same."""

_DAMAGED = "Some bytes are not of the file's encoding and were read as U+FFFD."


def columns(header: Sequence[str], options: Options) -> list[str]:
    """The columns of a table by the names that rows are asked for; InputError for a named one that is missing, or no text."""
    asked = {column.casefold(): column for column in options.columns.values()}
    known = {name.casefold() for name in header}
    missing = [column for folded, column in asked.items() if folded not in known]
    if missing:
        raise InputError(unknown("column", missing[0], header))
    if not options.columns.keys() & {"text", "html"} and not known & {*NAMES["text"], *NAMES["html"]}:
        raise InputError(f"{unknown('column', 'text', header)} Say which holds the text: --columns text=COL.")
    return [asked.get(name.casefold(), name.casefold()) for name in header]


def spelt(row: dict[str, object], options: Options) -> dict[str, object]:
    """An object of a JSONL file by the names that rows are asked for, in whatever case it has them.

    A field spelt exactly so goes before one that differs in case.
    """
    asked = {column.casefold(): column for column in options.columns.values()}
    return {asked.get(name.casefold(), name.casefold()): row[name] for name in reversed(row)} | row


def demand_text(sample: Iterable[Mapping[str, object]], options: Options) -> None:
    """InputError where no row of a sample has a field for the text: one line that names what there is, not one for each row."""
    wanted = [(asked,) if (asked := options.columns.get(name)) else NAMES[name] for name in ("text", "html")]
    fields = {field for row in sample for field in row}
    if fields and {field.casefold() for field in fields}.isdisjoint(map(str.casefold, chain.from_iterable(wanted))):
        raise InputError(f"{unknown('field', wanted[0][0], fields)} Say which holds the text: --columns text=FIELD.")


class Seen:
    """Remembers ids on disk, since ten million of them would not stay small in memory."""

    def __init__(self) -> None:
        # an empty name is a temporary database of SQLite, which pages to disk and goes away with the connection
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._db.executescript(
            "pragma journal_mode=off; create table seen (id text primary key, number int) without rowid; begin"
        )

    def first(self, key: str, number: int) -> int | None:
        """The number under which this id was seen first; None when this is the first time."""
        if self._db.execute("insert or ignore into seen values (?, ?)", (key, number)).rowcount:
            return None
        found: int = self._db.execute("select number from seen where id = ?", (key,)).fetchone()[0]
        return found


@dataclass
class Rows:
    """Makes pages of the rows of one source and refuses an id that it saw before."""

    given: Given
    options: Options
    unit: str
    """What a row is called in messages: `line` or `row`."""
    seen: Seen = field(default_factory=Seen)
    limit: int = field(default_factory=max_bytes)  # looked up once: a setting may come from a file
    order: Order | None = None
    """Whether its numeric dates name the day or the month first, as far as `learn` was shown."""

    def learn(self, sample: Iterable[Mapping[str, object]]) -> None:
        """Take from some rows how all write their dates: one that can be read in a single way decides for those that cannot."""
        self.order = order.of([told for row in sample if (told := self._value(row, "published"))])

    def raw(self, row: Mapping[str, object], number: int, *, numbered: bool = False, damaged: bool = False) -> Raw:
        """The page of one row; InputError says why there is none.

        number: of the line or row in its file, from 1.
        numbered: the number serves as id where the row has none.
        damaged: some of its bytes were not text.
        """
        own = {name: self._value(row, name) for name in NAMES}
        form, data = self._content(own, number)
        given_id = own["id"] or None
        first = self.seen.first(given_id, number) if given_id else None
        if first is not None:
            raise InputError(
                f"{self.unit} {number} has the id {given_id!r} of {self.unit} {first} and is left out; give each its own id."
            )
        part = given_id or str(number)
        page = Raw(
            source=f"{self.given.spec}#{part}",
            key_source=self._key_source(data),
            form=form,
            data=data,
            encoding="utf-8" if form == "html" else None,
            id=part if given_id or numbered else None,
            url=_trimmed(own["url"]),
            title=_trimmed(own["title"]),
            published=_day(own["published"], self.order),
            outlet=_trimmed(own["outlet"]),
            fetched=_moment(own["fetched"]),
            problems=(*_undated(own["published"], self.order), *([_DAMAGED] if damaged else [])),
        )
        return stating(page)

    def _content(self, own: Mapping[str, str | None], number: int) -> tuple[Form, str | bytes]:
        text, html = own["text"] or "", own["html"] or ""
        if not text.strip() and not html.strip():
            wanted = self.options.columns.get("text", "text")
            raise InputError(f"{self.unit} {number} has no text (field {wanted!r}); the others go on.")
        if max(len(text), len(html)) > self.limit:
            raise InputError(f"{self.unit} {number} {too_large()}")
        return ("text", text) if text.strip() else ("html", html.encode())

    def _key_source(self, data: str | bytes) -> str:
        """Every stream is called `-`, so there an id is no key: two streams numbered from 1 must live side by side."""
        if self.given.key_source != "-":
            return self.given.key_source
        return f"-#{blake2b(data.encode() if isinstance(data, str) else data, digest_size=16).hexdigest()}"

    def _value(self, row: Mapping[str, object], name: str) -> str | None:
        asked = self.options.columns.get(name)
        for column in [asked] if asked else NAMES[name]:
            value = row.get(column)
            if isinstance(value, str) and value.strip() in MISSING and name != "id":
                continue
            if isinstance(value, str):
                return encoding.without_surrogates(value)
            if isinstance(value, bytes):
                return encoding.decode(value) if name == "html" else encoding.decode_text(value)
            if isinstance(value, int | float) and not isinstance(value, bool) and not isnan(value):
                return str(value)
        return None


def _trimmed(value: str | None) -> str | None:
    return (value or "").strip() or None


def _day(published: str | None, reckoned: Order | None) -> str | None:
    """The date in a row, in any form that has but one reading: ISO, `20180403`, "April 3 2018", seconds since 1970."""
    told = (published or "").strip().removesuffix(".0")  # a column of numbers in which some are missing is one of fractions
    if _COMPACT.fullmatch(told):
        told = f"{told[:4]}-{told[4:6]}-{told[6:]}"
    moment = printed.moment(told)
    return dates.clean(told) or (moment[:10] if moment else printed.day(told, reckoned))


def _moment(fetched: str | None) -> str | None:
    """The moment in a row, or its day where it tells no hour."""
    told = (fetched or "").strip().removesuffix(".0")
    return printed.moment(told) or dates.clean(told)


_COMPACT = re.compile(r"(?:19|20)\d{6}")


def _undated(published: str | None, reckoned: Order | None) -> tuple[str, ...]:
    if not (published or "").strip() or _day(published, reckoned):
        return ()
    two = printed.readings(published or "")
    why = f"could be {two[0]} or {two[1]}, and no other row decides; it is" if len(two) == 2 else "is not understood and"
    return (f"The date {published!r} {why} left out; write it as 2018-04-03, 2018-04 or 2018.",)
