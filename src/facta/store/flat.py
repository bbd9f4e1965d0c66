"""Records as CSV for a spreadsheet, nested ones as columns of their own; by the one CSV export, whose rules hold for them too."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, get_args, get_type_hints

import msgspec
import pyarrow as pa

from facta.store.exports import Written, csv
from facta.store.rowset import Rows

NONE: Mapping[str, str] = {}


def write(
    records: Iterable[msgspec.Struct], kind: type[msgspec.Struct], out: BinaryIO, *, first: Mapping[str, str] = NONE
) -> Written:
    """A line for each record of one kind, below its columns, which stand there without records too.

    What a kind has of its own stands before what it shares with others: the period before its measures. `first` are columns
    before them that are the same in every line.
    """
    rows = [{**first, **dict(_flat(msgspec.to_builtins(record)))} for record in records]
    columns = dict.fromkeys([*first, *_columns(kind)])
    nested = {column.rpartition("_")[0] for column in columns}  # a record that is null is empty in its own columns
    for row in rows:
        columns |= dict.fromkeys(column for column in row if column not in nested or row[column] is not None)
    table = pa.table({column: pa.array([row.get(column) for row in rows]) for column in columns})
    return csv.write(Rows(table.to_reader(), Path("-")), out)


def _columns(kind: type[msgspec.Struct], before: str = "") -> Iterator[str]:
    """The columns of a kind of record; a mapping has those that its rows have."""
    hints = get_type_hints(kind)
    shared = {name for base in kind.__bases__ for name in getattr(base, "__struct_fields__", ())}
    for name in sorted(kind.__struct_fields__, key=shared.__contains__):
        options = [hints[name], *get_args(hints[name])]
        if any(getattr(one, "__origin__", one) in (dict, Mapping) for one in options):
            continue
        nested = next((one for one in options if isinstance(one, type) and issubclass(one, msgspec.Struct)), None)
        if nested:
            yield from _columns(nested, f"{before}{name}_")
        else:
            yield before + name


def _flat(record: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Columns with their values.

    >>> dict(_flat({"deed": {"coop": 2}, "outlets": ["a", "b"], "names": ("A", "B"), "gap": -0.5}))
    {'deed_coop': 2, 'outlets': 'a; b', 'names': 'A; B', 'gap': -0.5}
    """
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}_")
        else:
            yield before + name, "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
