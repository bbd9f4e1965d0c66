"""JSON Lines: one record a line, as in the contract; nothing is lost."""

from typing import BinaryIO

import msgspec

from facta.store.exports import Written
from facta.store.rowset import Rows
from facta.store.shapes import Shape

SHAPE: Shape = "record"


def write(rows: Rows, out: BinaryIO) -> Written:
    """A line a row, UTF-8; unknown values are null."""
    encoder, count = msgspec.json.Encoder(), 0
    for batch in rows.batches():
        out.write(encoder.encode_lines(batch.to_pylist()))
        count += batch.num_rows
    return Written(count)
