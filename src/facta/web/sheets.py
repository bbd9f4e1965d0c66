"""Records as CSV for a spreadsheet, nested ones as columns of their own."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_type_hints

import msgspec
from litestar import Response

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # text of strangers that begins so is run by spreadsheets


def sheet(records: Iterable[msgspec.Struct], name: str, kind: type[msgspec.Struct] | None = None) -> Response[str]:
    """A CSV file of records of one kind.

    kind: what the records are, which names the columns where there is no record too. What a kind has of its own stands before
    what it shares with others: the period before its measures.
    """
    held = list(records)
    kind = kind or (type(held[0]) if held else None)
    rows = [dict(_flat(msgspec.to_builtins(record))) for record in held]
    columns = dict.fromkeys(_columns(kind) if kind else ())
    nested = {column.rpartition("_")[0] for column in columns}  # a record that is null is empty in its own columns
    for row in rows:
        columns |= dict.fromkeys(column for column in row if column not in nested or row[column] is not None)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), lineterminator="\r\n", extrasaction="ignore")
    if columns:
        writer.writeheader()
    writer.writerows(rows)
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _columns(kind: type[msgspec.Struct], before: str = "") -> Iterator[str]:
    """The columns of a kind of record; a mapping has those that its rows have."""
    hints = get_type_hints(kind)
    shared = {name for base in kind.__bases__ for name in getattr(base, "__struct_fields__", ())}
    for name in sorted(kind.__struct_fields__, key=shared.__contains__):
        options = [hints[name], *get_args(hints[name])]
        nested = next((one for one in options if isinstance(one, type) and issubclass(one, msgspec.Struct)), None)
        if nested:
            yield from _columns(nested, f"{before}{name}_")
        elif not any(getattr(one, "__origin__", one) in (dict, Mapping) for one in options):
            yield before + name


def _flat(record: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Columns with their values.

    >>> dict(_flat({"deed": {"coop": 2}, "outlets": ["a", "b"], "names": ("A", "B"), "words": "=1+1", "gap": -0.5}))
    {'deed_coop': 2, 'outlets': 'a; b', 'names': 'A; B', 'words': "'=1+1", 'gap': -0.5}
    """
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}_")
        else:
            told = "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
            yield before + name, f"'{told}" if isinstance(told, str) and told.startswith(_FORMULAS) else told
