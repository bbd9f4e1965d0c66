"""Answers that stream: a query's rows as Arrow batches or as dicts, never all in memory at once."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa


class Rows:
    """The rows of one query; can be gone through once."""

    def __init__(self, reader: pa.RecordBatchReader) -> None:
        """Over a reader of Arrow record batches."""
        self._reader = reader
        self.schema: pa.Schema = reader.schema
        self.columns: list[str] = reader.schema.names

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows in Arrow record batches of at most some thousand rows."""
        yield from self._reader

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The rows as dicts, nested records as dicts and lists."""
        for batch in self._reader:
            yield from batch.to_pylist()
