"""Answers stream, and a failure on the way is told as one of the file."""

from pathlib import Path

import pyarrow as pa
import pytest

from facta.errors import StoreError
from facta.store.rowset import Rows

SCHEMA = pa.schema([("n", pa.int64())])


def rows(*batches, then=None):
    """Rows of batches of numbers; `then` is raised behind them."""

    def made():
        for some in batches:
            yield pa.record_batch([pa.array(some, pa.int64())], schema=SCHEMA)
        if then:
            raise then

    return Rows(pa.RecordBatchReader.from_batches(SCHEMA, made()), Path("news.duckdb"))


def test_rows_come_once_as_dicts_or_as_batches():
    """In order; empty batches are no end."""
    assert [{"n": 1}, {"n": 2}, {"n": 3}] == list(rows([1, 2], [], [3]))
    assert [2, 0, 1] == [batch.num_rows for batch in rows([1, 2], [], [3]).batches()]
    once = rows([1])
    assert ([{"n": 1}], []) == (list(once), list(once))
    assert (["n"], []) == (rows().columns, list(rows()))


def test_what_came_before_a_damaged_block_was_read():
    """Then one line says which file it is."""
    stream = iter(rows([1], then=pa.ArrowInvalid("checksum failed")))
    assert {"n": 1} == next(stream)
    with pytest.raises(StoreError, match=r"news\.duckdb is damaged"):
        next(stream)
