"""CSV is read as it was written, and a spreadsheet runs nothing in it."""

import csv
import io

import pytest

from facta.store import ThreadQuery
from facta.store.exports import csv as form
from tests.store.exports.written import exported, with_comments


def test_csv_keeps_quotation_marks_lines_and_letters(store, visit):
    """What csv readers read is what was written; an unknown value stays apart from an empty text."""
    texts = ['said "no"', "two\nlines", "comma, semicolon;", "Erdoğan 习近平", "", "a\r\nb", " space "]
    store.put(with_comments(visit, *texts), "d")
    content, written = exported(store, "csv", ThreadQuery())
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    assert texts == [row["text"] for row in rows]
    assert b'"c4",,0,,,"comment",false,"",' in content
    assert () == tuple(written.notes)


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''+1"])
def test_csv_disarms_formulas_and_says_so(store, visit, text):
    """A spreadsheet gets a text; taking one apostrophe off gives the words back; the number of such cells is told."""
    store.put(with_comments(visit, text, "harmless - text"), "d")
    content, written = exported(store, "csv", ThreadQuery())
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    assert ["'" + text, "harmless - text"] == [row["text"] for row in rows]
    assert ["1 cell that a spreadsheet would run"] == [note[:35] for note in written.notes]


def test_csv_leaves_numbers_alone(filled):
    """A negative number is no formula."""
    rows = filled.sql("SELECT -1.5 AS lat, '-1.5' AS text")
    out = io.BytesIO()
    form.write(rows, out)
    assert b'"lat","text"\n-1.5,"\'-1.5"\n' == out.getvalue()
