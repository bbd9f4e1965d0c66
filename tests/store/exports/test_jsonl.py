"""JSON lines and the array of the same records."""

import json

from facta.store import EventQuery
from tests.store.exports.written import exported


def test_json_forms_hold_the_same_records(filled):
    """As an array and as lines, both equal to the rows."""
    rows = list(filled.rows(EventQuery()))
    array, _ = exported(filled, "json", EventQuery())
    lines, _ = exported(filled, "jsonl", EventQuery())
    assert rows == json.loads(array)
    assert rows == [json.loads(line) for line in lines.splitlines()]
