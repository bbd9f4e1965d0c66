"""CSV and TSV: one text a row, the form in which spreadsheets and data portals hand texts over."""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import StringIO, TextIOWrapper
from itertools import count
from typing import Literal, TypedDict

from facta.errors import InputError
from facta.read.encoding import encoding_of, has_surrogates
from facta.read.raw import Failure, Options, Raw
from facta.read.sources._content import max_bytes, too_large
from facta.read.sources._given import Given
from facta.read.sources._rows import Rows, columns
from facta.values.counts import counted

ORDER = 70
SUFFIXES = (".csv", ".tsv")

_DELIMITERS = ",;\t"


class _Dialect(TypedDict):
    delimiter: str
    quoting: Literal[0, 3]


def claims(given: Given, options: Options) -> bool:
    """By name; a stream without a name when the user named columns."""
    return given.content is not None and (given.name.endswith(SUFFIXES) or (not given.name and bool(options.columns)))


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """A page for each row, a Failure for each row that is none; InputError when a column is missing."""
    content = given.opened
    encoding = encoding_of(content.head)
    head = content.head.decode(encoding, "replace")
    dialect = _dialect(head, options)
    # a limit of the whole process, by default too small for an article; it is only ever raised
    csv.field_size_limit(max(csv.field_size_limit(), max_bytes()))
    with content.text(encoding, "") as lines:
        tape = _Tape(_lines(lines))
        reader = csv.reader(tape, strict=True, **dialect)
        header = _header(reader, options)
        rows = Rows(given, options, "row")
        rows.learn(_sample(head, header, dialect))
        yield from _pages(rows, header, _cells(reader, tape, len(header), dialect))
    if content.damage:
        raise InputError(f"{content.damage} near line {reader.line_num}; the rows before were read.")


def _lines(stream: TextIOWrapper) -> Iterator[str]:
    limit = max_bytes()
    for number in count(1):
        line = stream.readline(limit)
        if not line:
            return
        if len(line) == limit:
            raise InputError(f"holds at line {number} one that {too_large()} The rows before were read.")
        yield line


def _dialect(head: str, options: Options) -> _Dialect:
    """The delimiter that finds most of the named columns, or of any, in the first row; and whether cells are enclosed."""
    wanted = {name.casefold() for name in options.columns.values()}

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            header = {name.strip().casefold() for name in next(csv.reader(StringIO(head, ""), delimiter=delimiter), [])}
        except csv.Error:
            return 0, 0
        return len(wanted & header), len(header)

    delimiter = max(_DELIMITERS, key=fit)
    plain = delimiter == "\t" and not _encloses(head)
    return _Dialect(delimiter=delimiter, quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL)


def _encloses(head: str) -> bool:
    """Whether quotation marks in a tab-separated text enclose cells; in many such files they are but part of the text."""
    try:
        for _ in csv.reader(StringIO(head, ""), delimiter="\t", strict=True):
            pass
    except csv.Error as error:
        return "end of data" in str(error)  # the head may end within a cell
    return True


def _sample(head: str, header: Sequence[str], dialect: _Dialect) -> Iterator[dict[str, str]]:
    """The rows in the first bytes of a table, up to one that is broken or cut."""
    reader = csv.reader(StringIO(head, ""), **dialect)
    with suppress(csv.Error):
        next(filter(None, reader), None)
        yield from (dict(zip(header, cells, strict=False)) for cells in reader)


def _header(reader: Iterator[list[str]], options: Options) -> list[str]:
    try:
        header = [name.strip() for name in next(filter(None, reader), [])]
    except csv.Error as error:
        raise InputError(f"has a first line that is no CSV: {error}.") from None
    return columns(header, options)


def _pages(rows: Rows, header: Sequence[str], read: Iterator[list[str] | str]) -> Iterator[Raw | Failure]:
    number = 0
    for number, cells in enumerate(read, 1):
        try:
            if isinstance(cells, str):
                raise InputError(f"row {number} {cells}")
            yield rows.raw(_row(header, cells, number), number, numbered=True, damaged=any(map(has_surrogates, cells)))
        except InputError as error:
            yield Failure(source=rows.given.spec, message=str(error))
    if not number:
        raise InputError("is empty: a header line and no rows.")


def _cells(reader: Iterator[list[str]], tape: "_Tape", width: int, dialect: _Dialect) -> Iterator[list[str] | str]:
    """Rows that are not blank; in place of a broken one what is wrong with it, after which the reader takes up the next line.

    A quotation mark that nothing closes swallows all that follows; lines that are rows by themselves are read again.
    """
    while True:
        tape.taken.clear()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            if "end of data" not in str(error):
                yield f"is no CSV: {error}; the others go on."
            elif _are_rows(tape.taken[1:], width, dialect):
                tape.again()
                yield "opens a quotation mark that nothing closes; the others go on."
            else:
                yield "opens a quotation mark that nothing closes, so what follows is not read; close it or take it out."
            continue
        if cells is None:
            return
        if cells:
            yield cells


def _are_rows(lines: Sequence[str], width: int, dialect: _Dialect) -> bool:
    """Whether each line has a cell for each column: paragraphs of a text that was cut have not."""
    try:
        return all(len(cells) == width for cells in csv.reader(lines, **dialect) if cells)
    except csv.Error:
        return False


class _Tape:
    """Lines of which those that a row took can be read again."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines, self._back = lines, deque[str]()
        self.taken: list[str] = []
        """What the row that is being read has taken so far."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._lines)
        self.taken.append(line)
        return line

    def again(self) -> None:
        """All lines of the row but its first come once more."""
        self._back.extend(self.taken[1:])


def _row(header: Sequence[str], cells: Sequence[str], number: int) -> dict[str, str]:
    if any(cells[len(header) :]):
        # the text may be among what is too much, cut at a delimiter that was meant as part of it
        raise InputError(
            f"row {number} has {counted(len(cells), 'cell')}, the header {len(header)}; enclose texts in quotation marks."
        )
    return dict(reversed(list(zip(header, cells, strict=False))))  # of two columns with one name the first counts
