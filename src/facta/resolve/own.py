"""A user's own table of actors, which goes before ours: checked row by row, so that a slip names its row and column.

The table is CSV with a header (`name` and what else is known of `aliases`, `country`, `sector`, `role`, `from`, `to`); several
aliases are separated by "; ". A row with a role is a person's term of office, one without is a body, group or person as such.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from facta.errors import DataError, unknown
from facta.values import dates

COLUMNS = ("name", "aliases", "country", "sector", "role", "from", "to", "kind")
Kind = Literal["organisation", "group", "person"]
KINDS: tuple[Kind, ...] = ("organisation", "group", "person")
SECTORS = frozenset(
    {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB", "UAF", "BUS", "JRN", "CVL", "NGO", "IGO", "REL"}
    | {"EDU", "LAB", "REF", "CRM", "MED", "ELI", "UNK"}
)
"""The codebook's."""


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


def read(path: Path, known: Known) -> list[Own]:
    """The rows of a user's table; DataError names file, row and column of the first one that cannot be."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file, restkey="more")
            _header(path, table.fieldnames or ())
            found = [(n, _row(path, n, row, known)) for n, row in enumerate(table, 2)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            f"The table of actors {path} cannot be read: {error}. It must be CSV in UTF-8; see docs/actors.md."
        ) from None
    _no_rivals(path, found, known)
    return [row for _, row in found]


def _header(path: Path, names: Sequence[str]) -> None:
    strange = [name for name in names if name not in COLUMNS]
    if strange:
        raise DataError(f"{path}, row 1: {unknown('column', strange[0], COLUMNS)}")
    if "name" not in names:
        raise DataError(f"{path}, row 1: the column 'name' is missing. Known: {', '.join(COLUMNS)}.")


def _row(path: Path, number: int, row: Mapping[str, str | None], known: Known) -> Own:
    cell = {name: " ".join((row.get(name) or "").split()) for name in COLUMNS}  # spreadsheets break lines in cells
    where = f"{path}, row {number}"
    if "more" in row:
        raise DataError(f"{where}: more cells than the header has columns; put a cell with a comma between quotation marks.")
    if not cell["name"]:
        raise DataError(f"{where}, column name: empty; every actor needs a name.")
    for column, kind, allowed in (
        ("country", "code of a state or body", known.countries),
        ("sector", "sector", SECTORS),
        ("role", "office", known.roles),
        ("kind", "kind", KINDS),
    ):
        if cell[column] and cell[column] not in allowed:
            raise DataError(f"{where}, column {column}: {unknown(kind, cell[column], _near(cell[column], allowed))}")
    if cell["role"] and not cell["country"]:
        raise DataError(
            f"{where}, column country: empty, but {cell['name']} holds an office ({cell['role']}) of some state or body."
        )
    for column in ("from", "to"):
        if cell[column] and dates.clean(cell[column]) != cell[column]:
            raise DataError(f"{where}, column {column}: {cell[column]!r} is no date; write 2018, 2018-04 or 2018-04-03.")
    if cell["from"] and cell["to"] and cell["from"] > cell["to"]:
        raise DataError(f"{where}, column to: {cell['to']} lies before {cell['from']} in column from.")
    return Own(
        cell["name"], tuple(a.strip() for a in cell["aliases"].split(";") if a.strip()), cell["country"], cell["sector"],
        cell["role"], cell["from"], cell["to"], next((k for k in KINDS if k == cell["kind"]), "organisation"),
    )  # fmt: skip


def _near(asked: str, allowed: Iterable[str]) -> list[str]:
    """What to show of a long list: what begins alike, else its beginning."""
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
            if name != rival and start[: len(end)] < end[: len(start)] and _days(start, end) > 31:
                raise DataError(
                    f"{path}, rows {one} and {other}, columns from and to: {name} and {rival} would both be {role} of {country} "
                    f"from {start or 'the beginning'} {'on' if end[:4] == '9999' else 'to ' + end}."
                )


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
