"""CSV for spreadsheets and statistics (RFC 4180, UTF-8 without a mark): one flat row a record.

Text is always in quotation marks, numbers never; an unknown value is empty without them, so it stays apart from an empty text.

News and comments are strangers' words, and a spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage
return as a formula, which can send data away. Such a cell gets an apostrophe in front (so does one that already begins with
apostrophes and then such a character, so that taking one apostrophe off always gives the text back), and the export says how many
it changed. The other forms are not opened by spreadsheets and hold the text unchanged.
"""

from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from facta.store.exports import Written
from facta.store.rowset import Rows
from facta.store.shapes import Shape
from facta.values.counts import counted

SHAPE: Shape = "flat"
_RUNS = r"^('*[=+\-@\t\r])"


def write(rows: Rows, out: BinaryIO) -> Written:
    """A header, then a line a row."""
    count = changed = 0
    with pa_csv.CSVWriter(out, rows.schema) as writer:
        for batch in rows.batches():
            safe, more = _disarmed(batch)
            writer.write_batch(safe)
            count, changed = count + batch.num_rows, changed + more
    if not changed:
        return Written(count)
    return Written(
        count,
        [f"{counted(changed, 'cell')} that a spreadsheet would run as a formula got an apostrophe in front (jsonl has none)."],
    )


def _disarmed(batch: pa.RecordBatch) -> tuple[pa.RecordBatch, int]:
    """The batch with an apostrophe before what looks like a formula, and how many cells that changed."""
    changed, columns = 0, []
    for column in batch.columns:
        if pa.types.is_string(column.type):
            changed += pc.sum(pc.match_substring_regex(column, _RUNS)).as_py() or 0
            columns.append(pc.replace_substring_regex(column, _RUNS, r"'\1"))
        else:
            columns.append(column)
    return pa.record_batch(columns, schema=batch.schema), changed
