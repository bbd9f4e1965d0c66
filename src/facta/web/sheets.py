"""Records as CSV for a spreadsheet, nested ones as columns of their own."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from litestar import Response

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # text of strangers that begins so is run by spreadsheets


def sheet(records: Iterable[msgspec.Struct], name: str) -> Response[str]:
    """A CSV file of records of one kind; columns are named in the order in which they first occur."""
    rows = [dict(_flat(msgspec.to_builtins(record))) for record in records]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _flat(record: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Columns with their values.

    >>> dict(_flat({"deed": {"coop": 2}, "outlets": ["a", "b"], "words": "=1+1", "gap": -0.5}))
    {'deed_coop': 2, 'outlets': 'a; b', 'words': "'=1+1", 'gap': -0.5}
    """
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}_")
        else:
            told = "; ".join(map(str, value)) if isinstance(value, list) else value
            yield before + name, f"'{told}" if isinstance(told, str) and told.startswith(_FORMULAS) else told
