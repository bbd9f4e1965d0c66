"""Whether the tables know who led a state on a date: `python -m eval.leaders FILE.csv`, a list in the form of REIGN.

REIGN (Bell, Besaw and Frank 2021) is test data: no fact of the tables comes from it, and what it shows to be wrong is mended from
other sources. Every term of at least a month that touches 2000 to 2021 is asked for at its middle.
"""

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from facta.resolve import load_tables
from facta.resolve.tables import Tables
from facta.resolve.who import candidates
from facta.resolve.words import split

FIRST, LAST = date(2000, 1, 1), date(2021, 3, 31)
OFFICES = ("president", "prime minister", "leader", "king", "chancellor", "emir", "sultan")


class Leader(NamedTuple):
    """A term of office."""

    state: str
    """ISO code."""
    name: str
    """The surname, as the list has it."""
    on: str
    """A day in the middle of the term, as far as it lies in the years asked for."""


def leaders(path: Path, tables: Tables) -> Iterator[Leader]:
    """The terms of a list whose state the tables know by its Correlates of War number."""
    states = {s.cow: s.iso3 for s in tables.states.values() if s.cow is not None and not s.end}
    with path.open(encoding="latin-1", newline="") as file:
        for row in filter(lambda r: r["syear"], csv.DictReader(file)):
            start = date(int(row["syear"]), int(row["smonth"]), 1)
            end = date(int(row["eyear"] or LAST.year), int(row["emonth"] or LAST.month), 28)
            low, high = max(start, FIRST), min(end, LAST)
            state = states.get(int(row["ccode"]))
            if state and (high - low).days > 30:
                yield Leader(state, row["leader"].strip(), (low + (high - low) / 2).isoformat())


def person_right(leader: Leader, tables: Tables) -> bool:
    """Whether some usual office of the state, or `leader`, asked for on the date, gives the person first."""
    state = tables.states[leader.state].name
    return any(_same(leader, f"{office} of {state}", tables) for office in OFFICES)


def _same(leader: Leader, asked: str, tables: Tables) -> bool:
    found = candidates(asked, leader.on, tables=tables)
    return bool(found and found[0].name) and _alike(leader.name, found[0].name or "")


def _alike(listed: str, name: str) -> bool:
    """Whether a word of the name in the list is one of the name found; the list writes surnames in one word."""
    words = {w.norm for w in split(listed)}
    ours = [w.norm for w in split(name)]
    return bool(words & set(ours)) or "".join(words) in "".join(ours)


def country_right(leader: Leader, tables: Tables) -> bool:
    """Whether the surname alone gives the state on the date."""
    found = candidates(leader.name, leader.on, tables=tables)
    return bool(found) and found[0].country == leader.state


def main() -> None:
    """Print both shares."""
    print(json.dumps(accuracy(Path(sys.argv[1]))))


def accuracy(path: Path) -> dict[str, float]:
    """Share of terms whose person is right, and whose surname gives the right state."""
    tables = load_tables()
    asked = list(leaders(path, tables))
    return {
        "person": round(sum(person_right(x, tables) for x in asked) / len(asked), 4),
        "country": round(sum(country_right(x, tables) for x in asked) / len(asked), 4),
    }


if __name__ == "__main__":
    main()
