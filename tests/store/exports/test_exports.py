"""Every export writes the same rows through the same call."""

import csv
import io
import json
import os
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from facta import plugins
from facta.records import Comment
from facta.store import EventQuery, QuoteQuery, ThreadQuery, exports

KIND = "facta.store.exports"
OURS = ["csv", "json", "jsonl", "parquet", "table"]


def exported(store, name, query):
    """What an export writes, and what it says about it."""
    export, out = plugins.load(KIND, name), io.BytesIO()
    written = export.write(store.rows(query, export.SHAPE), out)
    return out.getvalue(), written


def test_every_form_is_of_all_records_or_of_acts_alone():
    """A new form is either tried by all tests below (OURS), or takes acts alone and says so; the docs tell of it."""
    of_acts = {name for name in plugins.names(KIND) if exports.of_acts(exports.load(name))}
    assert set(plugins.names(KIND)) == of_acts | set(OURS)
    page = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    assert [] == [name for name in plugins.names(KIND) if f"`{name}`" not in page]


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("query", [EventQuery(), QuoteQuery(), ThreadQuery()])
def test_every_export_counts_its_rows(filled, name, query):
    """For events, quotes and threads alike."""
    _, written = exported(filled, name, query)
    assert len(list(filled.rows(query))) == written.rows


@pytest.mark.parametrize(("name", "content"), [("json", b"[]\n"), ("jsonl", b""), ("table", b"")])
def test_no_rows_make_a_valid_empty_answer(filled, name, content):
    """An empty array is still an array."""
    out, written = exported(filled, name, EventQuery(actor="FRA"))
    assert (content, 0) == (out, written.rows)


def test_json_forms_hold_the_same_records(filled):
    """As an array and as lines, both equal to the rows."""
    rows = list(filled.rows(EventQuery()))
    array, _ = exported(filled, "json", EventQuery())
    lines, _ = exported(filled, "jsonl", EventQuery())
    assert rows == json.loads(array)
    assert rows == [json.loads(line) for line in lines.splitlines()]


def test_parquet_holds_the_nested_records(filled):
    """Equal to the rows, and written to something that cannot seek."""
    read, write = os.pipe()
    with os.fdopen(read, "rb") as source, os.fdopen(write, "wb") as pipe:
        plugins.load(KIND, "parquet").write(filled.rows(EventQuery()), pipe)
        pipe.close()
        table = pq.read_table(io.BytesIO(source.read()))
    assert list(filled.rows(EventQuery())) == table.to_pylist()


def with_comments(visit, *texts):
    """The visit with these comments."""
    return msgspec.structs.replace(visit, thread=tuple(Comment(id=f"c{i}", text=text) for i, text in enumerate(texts)))


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
    plugins.load(KIND, "csv").write(rows, out)
    assert b'"lat","text"\n-1.5,"\'-1.5"\n' == out.getvalue()


def test_a_table_is_cut_to_the_terminal(filled, monkeypatch):
    """No line is wider than the terminal, and a cut cell says so."""
    monkeypatch.setenv("COLUMNS", "100")
    content, _ = exported(filled, "table", EventQuery())
    lines = content.decode("utf-8").splitlines()
    assert 4 == len(lines)
    assert max(map(len, lines)) <= 100
    assert "…" in lines[1]


def test_a_table_leaves_empty_columns_out(filled):
    """None of these events is a reader's, so there is no column for the comment."""
    content, _ = exported(filled, "table", EventQuery())
    assert "comment" not in content.decode("utf-8").splitlines()[0].split()


def test_a_table_cannot_steer_the_terminal(store, visit):
    """Strangers' control characters and line breaks become spaces."""
    store.put(with_comments(visit, "a\x1b[31mred\nb\u2028c"), "d")
    content, _ = exported(store, "table", ThreadQuery())
    assert "a [31mred b c" in content.decode("utf-8")


def test_a_table_cannot_be_turned_around_and_right_to_left_words_stay(store, visit):
    """Controls of the direction of writing go, without a gap; Hebrew and Persian letters, with the joiners they need, do not."""
    store.put(with_comments(visit, "a\u202eb\u2066c\u2069d\u200fe\u061cf", "שלום world", "می\u200cخواهم"), "d")
    content = exported(store, "table", ThreadQuery())[0].decode("utf-8")
    assert [True] * 3 == [words in content for words in ("abcdef", "שלום world", "می\u200cخواهم")]


def test_wide_letters_keep_the_columns_straight(store, visit):
    """A Chinese character takes two cells."""
    store.put(with_comments(visit, "习近平", "abcdef"), "d")
    _, first, second = exported(store, "table", ThreadQuery())[0].decode("utf-8").splitlines()
    assert len(second) - 3 == len(first)
