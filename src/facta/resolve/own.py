"""A user's own table of actors, which goes before ours: checked row by row, so that a slip names its row and column.

The table is CSV with a header (`name` and what else is known of `aliases`, `country`, `sector`, `role`, `from`, `to`); several
aliases are separated by "; ". A row with a role is a person's term of office, one without is a body, group or person as such.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from facta.errors import DataError, unknown
from facta.resolve.sectors import sectors
from facta.resolve.words import key
from facta.values import dates

COLUMNS = ("name", "aliases", "country", "sector", "role", "from", "to", "kind")
Kind = Literal["organisation", "group", "person"]
KINDS: tuple[Kind, ...] = ("organisation", "group", "person")
OLDEST = "1816"
"""First year of the lists of states, by the Correlates of War."""


class Own(NamedTuple):
    """One row."""

    name: str
    aliases: tuple[str, ...]
    country: str
    sector: str
    role: str
    start: str
    end: str
    kind: Kind


class Known(NamedTuple):
    """What a row may refer to."""

    countries: frozenset[str]
    """Codes of states and bodies."""
    roles: Mapping[str, bool]
    """Offices, and whether one person holds each at a time."""
    spans: Mapping[str, tuple[str, str]] = {}
    """First and last day of states that began after 1945 or are no more; empty for open."""


def read(path: Path, known: Known) -> list[Own]:
    """The rows of a user's table; DataError names file, row and column of the first one that cannot be."""
    table = csv.DictReader(io.StringIO(_text(path), newline=""), restkey="more", strict=True)
    found: list[tuple[int, Own]] = []
    try:
        _header(path, table.fieldnames or ())
        for number, row in enumerate(table, 2):
            found.append((number, _row(path, number, row, known)))
    except csv.Error as error:
        broken = "a quotation mark that opens a cell is never closed" if "end of data" in str(error) else str(error)
        raise DataError(f"{path}, row {len(found) + 2}: {broken}.") from None
    _no_rivals(path, found, known)
    _no_namesakes(path, found)
    return [row for _, row in found]


def _text(path: Path) -> str:
    """What the file holds; DataError names the row of the first byte that is no UTF-8, or a sign that no text has."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"The table of actors {path} cannot be read: {error.strerror}; see docs/actors.md.") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}, row {row}: not in UTF-8; save the table as CSV in UTF-8.") from None
    if "\0" in text:
        raise DataError(
            f"{path}, row {text.count(chr(10), 0, text.index(chr(0))) + 1}: holds a NUL sign, as no CSV in UTF-8 does."
        )
    return text


def _header(path: Path, names: Sequence[str]) -> None:
    if len(names) == 1 and (other := next((sign for sign in ";\t|" if sign in names[0]), None)):
        raise DataError(f"{path}, row 1: the columns are separated by {other!r}; separate them by commas.")
    strange = [name for name in names if name not in COLUMNS]
    if strange and not strange[0].strip():
        raise DataError(f"{path}, row 1, column {names.index(strange[0]) + 1}: has no name. Known: {', '.join(COLUMNS)}.")
    if strange:
        raise DataError(f"{path}, row 1: {unknown('column', strange[0], COLUMNS)}")
    twice = next((name for i, name in enumerate(names) if name in names[:i]), None)
    if twice:
        raise DataError(f"{path}, row 1: the column {twice!r} stands there twice.")
    if "name" not in names:
        raise DataError(f"{path}, row 1: the column 'name' is missing. Known: {', '.join(COLUMNS)}.")


def _row(path: Path, number: int, row: Mapping[str, str | None], known: Known) -> Own:
    cell = {name: " ".join((row.get(name) or "").split()) for name in COLUMNS}  # spreadsheets break lines in cells
    where = f"{path}, row {number}"
    if "more" in row:
        raise DataError(f"{where}: more cells than the header has columns; put a cell with a comma between quotation marks.")
    if not cell["name"]:
        raise DataError(f"{where}, column name: empty; every actor needs a name.")
    _named(where, cell)
    for column, kind, allowed in (
        ("country", "code of a state or body", known.countries),
        ("sector", "sector", sectors()),
        ("role", "office", known.roles),
        ("kind", "kind", KINDS),
    ):
        if cell[column] and cell[column] not in allowed:
            raise DataError(f"{where}, column {column}: {unknown(kind, cell[column], _near(cell[column], allowed))}")
    if cell["role"] and cell["kind"] not in ("", "person"):
        raise DataError(
            f"{where}, column kind: {cell['kind']}, but a row with a role ({cell['role']}) is a person's; leave it empty."
        )
    if cell["role"] and not cell["country"]:
        raise DataError(
            f"{where}, column country: empty, but {cell['name']} holds an office ({cell['role']}) of some state or body."
        )
    _dated(where, cell, known)
    return Own(
        cell["name"], tuple(a.strip() for a in cell["aliases"].split(";") if a.strip()), cell["country"], cell["sector"],
        cell["role"], cell["from"], cell["to"], next((k for k in KINDS if k == cell["kind"]), "organisation"),
    )  # fmt: skip


LONGEST = 200
"""Characters of a name; what is longer is a cell that was not closed."""


def _named(where: str, cell: Mapping[str, str]) -> None:
    for column, names in (("name", [cell["name"]]), ("aliases", [a.strip() for a in cell["aliases"].split(";") if a.strip()])):
        for name in names:
            if len(name) > LONGEST:
                raise DataError(
                    f"{where}, column {column}: a name of {len(name)} characters ({name[:40]}...); {LONGEST} is the most."
                )
            if not key(name):
                raise DataError(
                    f"{where}, column {column}: {name!r} holds no letter or digit, so nothing in a text can match it."
                )


def _dated(where: str, cell: Mapping[str, str], known: Known) -> None:
    for column in ("from", "to"):
        if cell[column] and dates.clean(cell[column]) != cell[column]:
            raise DataError(f"{where}, column {column}: {cell[column]!r} is no date; write 2018, 2018-04 or 2018-04-03.")
    start, end, country = cell["from"], cell["to"], cell["country"]
    if start and end and start[: len(end)] > end[: len(start)]:
        raise DataError(f"{where}, column to: {end} lies before {start} in column from.")
    if end and end[:4] < OLDEST:
        raise DataError(f"{where}, column to: {end} lies before {OLDEST}, where the tables of states begin.")
    first, last = known.spans.get(country, ("", ""))
    if end and first and end < first[: len(end)]:
        raise DataError(f"{where}, column to: {end} lies before {country} began ({first}).")
    if start and last and start > last[: len(start)]:
        raise DataError(f"{where}, column from: {start} lies after {country} ended ({last}).")


def _near(asked: str, allowed: Collection[str]) -> list[str]:
    """What to show of a long list: the same in capitals, else what begins alike, else its beginning."""
    if asked.upper() in allowed:
        return [asked.upper()]
    names = sorted(allowed)
    return [n for n in names if n[:1].casefold() == asked[:1].casefold()] or names[:20]


def _no_rivals(path: Path, found: Sequence[tuple[int, Own]], known: Known) -> None:
    """Two persons must not hold an office at a time that one person holds; a handover of a month may overlap."""
    held: dict[tuple[str, str], list[tuple[str, str, int, str]]] = defaultdict(list)
    for number, row in found:
        if row.role and known.roles[row.role]:
            held[row.country, row.role].append((row.start, row.end or "9999-12-31", number, row.name))
    for (country, role), terms in held.items():
        for (_, end, one, name), (start, _, other, rival) in pairwise(sorted(terms)):
            at_once = not start or start[: len(end)] < end[: len(start)]
            if name != rival and at_once and _days(start, end) > 31:
                raise DataError(
                    f"{path}, rows {one} and {other}, columns from and to: {name} and {rival} would both be {role} of {country} "
                    f"from {start or 'the beginning'} {'on' if end[:4] == '9999' else 'to ' + end}."
                )


def _no_namesakes(path: Path, found: Sequence[tuple[int, Own]]) -> None:
    """Two bodies must not bear one name at a time, since a name then means neither."""
    bearers: dict[str, tuple[int, Own]] = {}
    for number, row in found:
        if row.role or row.kind == "person":
            continue
        for column, name in (("name", row.name), *(("aliases", a) for a in row.aliases)):
            one, other = bearers.setdefault(key(name), (number, row))
            same = (other.name, other.country, other.sector) == (row.name, row.country, row.sector)
            apart = (other.end and row.start > other.end) or (row.end and other.start > row.end)
            if one != number and not same and not apart:
                raise DataError(
                    f"{path}, rows {one} and {number}, column {column}: {name!r} would name both {_told(other)} and {_told(row)}."
                )


def _told(row: Own) -> str:
    return f"{row.name} ({', '.join(filter(None, (row.country, row.sector))) or 'no country'})"


def _days(start: str, end: str) -> int:
    first = dates.first_day(start or "0001")
    return (dates.first_day(min(end, "9000")) - first).days


def outside(start: str, end: str, own: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What is left of a term (ISO dates, empty for open) outside other terms.

    >>> outside("2020", "", [("2024-05-01", "")])
    [('2020', '2024-04-30')]
    """
    left = [(start, end)]
    for first, last in own:
        left = [part for term in left for part in _cut(*term, first, last)]
    return left


def _cut(start: str, end: str, first: str, last: str) -> Iterator[tuple[str, str]]:
    if (last and start > last) or (end and end < first):
        yield start, end
        return
    if first and start < first:
        yield start, _day_before(first)
    if last and (not end or end > last):
        yield last, end


def _day_before(iso: str) -> str:
    day = dates.first_day(iso)
    return day.fromordinal(max(1, day.toordinal() - 1)).isoformat()
