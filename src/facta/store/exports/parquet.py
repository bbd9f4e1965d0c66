"""Parquet: typed and compressed, nested as in the contract; nothing is lost."""

from typing import BinaryIO

import pyarrow.parquet as pq

from facta.store.exports import Written
from facta.store.rowset import Rows
from facta.store.shapes import Shape

SHAPE: Shape = "record"


def write(rows: Rows, out: BinaryIO) -> Written:
    """One Parquet file; `out` need not be seekable."""
    count = 0
    with pq.ParquetWriter(out, rows.schema, compression="zstd") as writer:
        for batch in rows.batches():
            writer.write_batch(batch)
            count += batch.num_rows
    return Written(count)
