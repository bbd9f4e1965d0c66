"""What the schemas of other projects share: tab separated lines, CAMEO codes, who acts on whom, days; the unknown stays empty."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO

from facta.resolve import load_tables
from facta.store.exports import Written
from facta.store.rowset import Rows
from facta.values.country import STATELESS
from facta.values.datafile import load

Row = Mapping[str, Any]
Party = Mapping[str, Any]

NOBODY: Party = {}
_BREAKS = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " ") | {"\0": None})


def lines(
    rows: Rows,
    out: BinaryIO,
    columns: Sequence[str],
    made: Callable[[Row], Iterable[Row]],
    *,
    header: bool,
    empty: str = "",
) -> Written:
    """Write each row's lines, their values by column, separated by tabs; `empty` stands for what is unknown."""
    if header:
        out.write(("\t".join(columns) + "\n").encode())
    count = undated = 0
    for row in rows:
        undated += day(row) is None
        for line in made(row):
            told = (empty if line.get(column) in (None, "") else str(line[column]).translate(_BREAKS) for column in columns)
            out.write(("\t".join(told) + "\n").encode())
            count += 1
    notes = [f"{undated:,} without a day, dated no more precisely than a month or not at all."] if undated else []
    return Written(count, notes)


def cameo(row: Row) -> str:
    """The CAMEO code of an event's type and mode.

    >>> cameo({"type": "CONSULT", "mode": "visit"}), cameo({"type": "AGREE", "mode": None})
    ('042', '030')
    """
    by_mode = load("facta.store.exports", "cameo.toml", dict[str, dict[str, str]])[row["type"]]
    return by_mode.get(row["mode"] or "", by_mode[""])


def parties(row: Row, side: str) -> tuple[Party, ...]:
    """Those who act (`actors`) or are acted upon (`recipients`), each country once.

    Of a story also countries that only other reports name.
    """
    told = list(row.get(side) or ())
    held = dict.fromkeys(row.get(f"{side.removesuffix('s')}_countries") or ())
    known = {party.get("country") for party in told}
    found: dict[str, Party] = {}
    for party in [*told, *({"country": code} for code in held if code not in known)]:
        found.setdefault(party.get("country") or party.get("name") or party.get("text") or "", party)
    return tuple(found.values())


def pairs(row: Row) -> Iterator[tuple[Party, Party]]:
    """Each ordered pair of one who acts and one who is acted upon; every two of a meeting; nobody where one side is not told."""
    actors, recipients = parties(row, "actors"), parties(row, "recipients")
    if recipients or len(actors) < 2:
        yield from ((a, r) for a in actors or (NOBODY,) for r in recipients or (NOBODY,))
    else:
        yield from ((a, b) for a in actors for b in actors if a is not b)


def state(code: str | None) -> str | None:
    """The name of a state or body."""
    known = load_tables().states.get(code or "")
    return known.name if known else STATELESS.get(code or "")


def cow(code: str | None, on: str | None) -> int | None:
    """The Correlates of War number of a state on a day."""
    return load_tables().numbers(code, on)[0]


def day(row: Row) -> date | None:
    """The day of the act; None where it is told no more precisely than a month."""
    iso = (row.get("date") or {}).get("iso") or ""
    try:
        return date.fromisoformat(iso[:10]) if len(iso) >= 10 else None
    except ValueError:
        return None


def reported(row: Row) -> str | None:
    """The day of the report, ISO; None where it is not known to the day."""
    told = (row.get("page") or {}).get("published") or ""
    return told[:10] if len(told) >= 10 else None
