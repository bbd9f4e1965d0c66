"""Answers in parts: the rows of a query after a place, and the place where the next part begins.

A place is what a query's rows are ordered by, so a part costs the same wherever it begins, and what is added to the store
meanwhile neither doubles nor hides a row.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from datetime import date
from sys import maxunicode

import msgspec
import pyarrow as pa

from facta.errors import UsageError
from facta.store.query import Query
from facta.store.shapes import COLUMNS
from facta.store.store import Store

_LAST = date.max
"""Stands for the day of what has none, which comes last; the last character does so for words."""
_COLUMNS: dict[str, tuple[type, str]] = {
    "first_day": (date, f"coalesce(first_day, DATE '{_LAST}')"),
    "page_no": (int, "page_no"),
    "n": (int, "n"),
    '"type"': (str, '"type"'),
    "evidence": (str, f"coalesce(evidence, chr({maxunicode}))"),
    "id": (str, "id"),
    "traveller": (str, "traveller"),
    "host": (str, "host"),
    "event": (str, "event"),
}
"""What rows are ordered by -> its type, and the SQL that gives it for every row."""
_KEY = "_place_"


def part(store: Store, query: Query, *, after: str | None = None, limit: int) -> tuple[pa.Table, str | None]:
    """At most `limit` rows of a query, in its order, and the place to give as `after` for the next part; None when there is none.

    The query's own limit is not looked at. UsageError when `after` is no place of such a query.
    """
    names = [column.removesuffix(" NULLS LAST") for column in query.ORDER.split(", ")]
    keys = [_COLUMNS[name][1] for name in names]
    where = query.conditions()
    if after is not None:
        where.add(f"({', '.join(keys)}) > ({', '.join('?' for _ in keys)})", *_read(after, names))
    sql = f"""
        SELECT {COLUMNS[query.TABLE]["record"]}, {", ".join(f"{_KEY}{n}" for n in range(len(keys)))}
        FROM (SELECT *, {", ".join(f"{key} AS {_KEY}{n}" for n, key in enumerate(keys))}
              FROM {query.TABLE}{where.clause()} ORDER BY {query.ORDER} LIMIT {limit + 1})
        JOIN pages_v USING (page_no) ORDER BY {", ".join(f"{_KEY}{n}" for n in range(len(keys)))}
    """
    rows = store.sql(sql, where.parameters)
    table = pa.Table.from_batches(rows.batches(), rows.schema)
    more = table.num_rows > limit
    table = table.slice(0, limit)
    held = [name for name in table.column_names if name.startswith(_KEY)]
    place = [table[name][-1].as_py() for name in held] if more else None
    return table.drop_columns(held), _written(place) if place else None


def _written(place: list[object]) -> str:
    return urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def _read(after: str, names: list[str]) -> list[object]:
    kinds = tuple(_COLUMNS[name][0] for name in names)
    try:
        found = msgspec.json.decode(urlsafe_b64decode(after + "=" * (-len(after) % 4)), type=tuple[kinds])  # type: ignore[valid-type]
    except (msgspec.ValidationError, msgspec.DecodeError, NotBase64, UnicodeError, ValueError):
        raise UsageError(
            f"No part begins at {after!r}. Take `after` from the Link header of the part before, unchanged."
        ) from None
    return list(found)
