"""Make a user's table of actors from the result of a Wikidata query (docs/actors.md has the query).

Wikidata names thousands of offices; which of ours one is, the words of its label say (`Prime Minister of Chile`), and whose
it is, the ISO code of the jurisdiction, so that nothing is looked up by Wikidata's own numbers.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from facta.errors import DataError, InputError
from facta.resolve.own import COLUMNS
from facta.resolve.phrase import parse
from facta.resolve.tables import Tables, load_tables
from facta.values import dates

NEEDED = ("personLabel", "iso3", "positionLabel", "start", "end")
ALIASES = "aliases"
_UNSURE = "-01-01"
"""Wikidata writes a year as its first day."""


@dataclass
class Done:
    """What a conversion came to."""

    rows: int = 0
    left_out: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Why rows were left out: how many, and one of them."""

    def leave_out(self, reason: str, example: str) -> None:
        """Count a row that cannot be used."""
        times, first = self.left_out.get(reason, (0, example))
        self.left_out[reason] = (times + 1, first)


def convert(result: str, into: str) -> Done:
    """Write the terms of a query result as a user's table; InputError or DataError when the result cannot be read."""
    done = Done()
    found: dict[tuple[str, str, str, str], dict[str, str]] = {}
    for row in _rows(Path(result)):
        term = _term(row, load_tables(), done)
        if term is not None:
            found[term["name"], term["country"], term["role"], term["from"]] = term
    try:
        with Path(into).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            for term in _without_rivals(found.values(), done):
                writer.writerow(term)
                done.rows += 1
    except OSError as error:
        raise InputError(f"The table {into} cannot be written: {error.strerror}.") from None
    return done


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            missing = [name for name in NEEDED if name not in (table.fieldnames or ())]
            if missing:
                raise DataError(
                    f"{path}, row 1: the column {missing[0]!r} is missing. The query in docs/actors.md gives {', '.join(NEEDED)}."
                )
            yield from ({k: v or "" for k, v in row.items() if k and not isinstance(v, list)} for row in table)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"The query result {path} cannot be read: {why}. Save the result as CSV in UTF-8.") from None


def _term(row: Mapping[str, str], tables: Tables, done: Done) -> dict[str, str] | None:
    name, label, state = row["personLabel"].strip(), row["positionLabel"].strip(), row["iso3"].strip().upper()
    office = parse(label, tables).title
    start, end = _date(row["start"]), _date(row["end"])
    if not name or (name[:1] == "Q" and name[1:].isdigit()):
        done.leave_out("no name in English", name or label)
    elif state not in tables.states:
        done.leave_out("no state of ours", state or label)
    elif office is None or office.office is None or not office.office.portfolio:
        done.leave_out("no office of ours", label)
    elif not start:
        done.leave_out("no day of beginning", f"{name}, {label}")
    elif end and end < start:
        done.leave_out("an end before the beginning", f"{name}, {label}")
    else:
        role = office.office.role
        aliases = "; ".join(a.strip() for a in row.get(ALIASES, "").split("|") if a.strip() and a.strip() != name)
        return dict(zip(COLUMNS, (name, aliases, state, office.office.sector, role, start, end, "person"), strict=True))
    return None


def _date(value: str) -> str:
    clean = dates.clean(value.strip().lstrip("+")) or ""
    return clean.removesuffix(_UNSURE) if clean.endswith(_UNSURE) else clean


def _without_rivals(terms: Iterable[dict[str, str]], done: Done) -> Iterator[dict[str, str]]:
    """Terms in order of office and beginning; one that the next one of a single-headed office cuts short ends there."""
    unique = {o.role for o in load_tables().offices.values() if o.unique}
    held: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for term in terms:
        held[term["country"], term["role"]].append(term)
    for (_, role), some in sorted(held.items()):
        some.sort(key=lambda t: (t["from"], t["to"] or "9"))
        for term, following in zip(some, [*some[1:], None], strict=True):
            overlaps = following is not None and (not term["to"] or term["to"] > following["from"])
            if following is None or role not in unique or not overlaps or following["name"] == term["name"]:
                yield term
            elif following["from"] > term["from"]:
                yield {**term, "to": following["from"]}
            else:
                done.leave_out("two holders at once", f"{term['name']}, {role} of {term['country']}")
