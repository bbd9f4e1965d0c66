"""One JSON array, a row a line."""

import json

from facta.store import EventQuery
from tests.store.exports.written import exported


def test_an_answer_without_rows_is_an_empty_array(memory):
    """Valid JSON as well."""
    content, written = exported(memory, "json", EventQuery())
    assert ([], 0) == (json.loads(content), written.rows)


def test_each_row_is_a_line_with_every_field(filled):
    """Unknown values are null, never left out; letters stay letters."""
    content, written = exported(filled, "json", EventQuery())
    lines = content.decode().splitlines()
    assert ("[", "]", written.rows) == (lines[0], lines[-1], len(lines) - 2)
    rows = json.loads(content)
    assert 1 == len({tuple(row) for row in rows})
    assert "Erdoğan" in content.decode()
