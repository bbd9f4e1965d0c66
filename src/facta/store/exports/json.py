"""One JSON array of records as in the contract; nothing is lost."""

from typing import BinaryIO

import msgspec

from facta.store.exports import Written
from facta.store.rowset import Rows
from facta.store.shapes import Shape

SHAPE: Shape = "record"


def write(rows: Rows, out: BinaryIO) -> Written:
    """An array with a row a line, UTF-8; unknown values are null."""
    count = 0
    for row in rows:
        out.write((b",\n" if count else b"[\n") + msgspec.json.encode(row))
        count += 1
    out.write(b"\n]\n" if count else b"[]\n")
    return Written(count)
