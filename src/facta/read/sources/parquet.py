"""Parquet: one text a row, the form in which data platforms hand large corpora over, read a few rows at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _looks
from facta.read.sources._content import BOMB, is_bomb, max_bytes
from facta.read.sources._given import Given
from facta.read.sources._rows import NAMES, Rows, columns
from facta.values.counts import counted

if TYPE_CHECKING:
    import pyarrow
    from pyarrow.parquet import ParquetFile

ORDER = 56
SUFFIXES = (".parquet",)

_ROWS = 16
"""Rows in memory at a time: a file may hold a large text once and name it in every row."""
_SAMPLE = 1000
"""Rows whose dates tell how the file writes them."""


def claims(given: Given, options: Options) -> bool:
    """By content, or by a name that then is told to be wrong."""
    return given.content is not None and (given.opened.head.startswith(_looks.PARQUET) or given.name.endswith(SUFFIXES))


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """A page for each row, a Failure for each row that is none; InputError when a column is missing."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    if given.opened.file is None:
        raise InputError("is a Parquet file, which is read from its end; save it as a file of its own, not packed.")
    number = 0
    try:
        with ParquetFile(given.opened.file, pre_buffer=False, buffer_size=1 << 16) as file:
            header = _header(file)
            names = columns(header, options)
            _check(file)
            rows = Rows(given, options, "row")
            rows.learn(islice(_rows(file, header, names, options, ("published",)), _SAMPLE))
            for number, row in enumerate(_rows(file, header, names, options), 1):
                yield _page(rows, row, number)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise InputError(f"{_damage(error)}; {counted(number, 'row')} could be read. Get it again.") from None
    if not number:
        raise InputError("is empty: it has columns and no rows.")


def _header(file: "ParquetFile") -> list[str]:
    """Names of the columns that hold one value a row."""
    from pyarrow import types

    return [field.name for field in file.schema_arrow if not types.is_nested(field.type)]


def _check(file: "ParquetFile") -> None:
    for n in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(n)
        packed = sum(group.column(c).total_compressed_size for c in range(group.num_columns))
        if is_bomb(packed, group.total_byte_size, 2 * max_bytes()):
            raise InputError(f"unpacks to more than {BOMB} times its size (a compression bomb), so it is not read.")


def _rows(
    file: "ParquetFile", header: list[str], names: list[str], options: Options, fields: Iterable[str] = NAMES
) -> Iterator[dict[str, object]]:
    """Rows by the names they are asked for; columns that nobody asks for stay unread."""
    wanted = {name for field in fields for name in [options.columns.get(field), *NAMES[field]] if name}
    taken = dict(reversed([(name, column) for column, name in zip(header, names, strict=True) if name in wanted]))
    for batch in file.iter_batches(_ROWS, columns=list(taken.values())):
        values = {name: _values(batch.column(column)) for name, column in taken.items()}
        for n in range(batch.num_rows):
            yield {name: column[n].as_py() for name, column in values.items()}


def _values(column: "pyarrow.Array") -> "pyarrow.Array":
    from pyarrow import string, types

    return column.cast(string()) if types.is_temporal(column.type) else column


def _page(rows: Rows, row: dict[str, object], number: int) -> Raw | Failure:
    try:
        return rows.raw(row, number, numbered=True)
    except InputError as error:
        return Failure(source=rows.given.spec, message=str(error))


def _damage(error: Exception) -> str:
    if "footer" in str(error) or "smaller than" in str(error):
        return "is no whole Parquet file: the list of its columns, which stands at the end, is missing"
    return f"is damaged ({' '.join(str(error).split())[:200]})"
