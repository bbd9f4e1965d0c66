"""Answers that stream: a query's rows as Arrow batches or as dicts, never all in memory at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from facta.store.failures import guarded


class Rows:
    """The rows of one query; can be gone through once."""

    def __init__(self, reader: pa.RecordBatchReader, path: Path) -> None:
        """Over a reader of Arrow record batches from the store at `path`."""
        self._reader = reader
        self._path = path
        self.schema: pa.Schema = reader.schema
        self.columns: list[str] = reader.schema.names

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows in Arrow record batches of at most some thousand rows."""
        while True:
            with guarded(self._path):  # blocks are read, and found damaged, only as the answer streams
                batch = next(self._reader, None)
            if batch is None:
                return
            yield batch

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The rows as dicts, nested records as dicts and lists."""
        for batch in self.batches():
            yield from batch.to_pylist()
