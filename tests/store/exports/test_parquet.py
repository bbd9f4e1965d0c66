"""Parquet holds records as they are."""

import io
import os

import pyarrow.parquet as pq

from facta.store import EventQuery
from facta.store.exports import parquet


def test_parquet_holds_the_nested_records(filled):
    """Equal to the rows, and written to something that cannot seek."""
    read, write = os.pipe()
    with os.fdopen(read, "rb") as source, os.fdopen(write, "wb") as pipe:
        parquet.write(filled.rows(EventQuery()), pipe)
        pipe.close()
        table = pq.read_table(io.BytesIO(source.read()))
    assert list(filled.rows(EventQuery())) == table.to_pylist()
