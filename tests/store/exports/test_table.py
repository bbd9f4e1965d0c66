"""A table is for the eye."""

from itertools import pairwise

import pytest

from facta.store import EventQuery, PageQuery, ThreadQuery
from tests.store.exports.written import exported, with_comments


def test_a_table_is_cut_to_the_terminal(filled, monkeypatch):
    """No line is wider than the terminal, and a cut cell says so."""
    monkeypatch.setenv("COLUMNS", "100")
    content, _ = exported(filled, "table", EventQuery())
    lines = content.decode("utf-8").splitlines()
    assert 4 == len(lines)
    assert max(map(len, lines)) <= 100
    assert "…" in lines[1]


@pytest.mark.parametrize("width", ["80", "60", "20"])
def test_what_is_shown_of_an_id_can_be_copied(filled, monkeypatch, width):
    """As much of it as finds the record, and all of a page's key; a day is whole."""
    monkeypatch.setenv("COLUMNS", width)
    lines = exported(filled, "table", EventQuery())[0].decode("utf-8").splitlines()[1:]
    for line, event in zip(lines, filled.rows(EventQuery()), strict=True):
        shown = line.split()[-1]
        assert event["id"].startswith(shown) and len(shown) >= 9
        assert line.startswith(event["date"]["iso"] if event["date"] else " ")
    pages = exported(filled, "table", PageQuery())[0].decode("utf-8").splitlines()[1:]
    assert [row["key"] for row in filled.rows(PageQuery())] == [line.split()[-1] for line in pages]


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


def test_where_not_all_fits_ids_give_way_first_and_words_last(filled, monkeypatch):
    """An id is cut to what finds the record before anything else is cut; the evidence keeps twice what others keep."""
    monkeypatch.setenv("COLUMNS", "400")
    header, *whole = exported(filled, "table", EventQuery())[0].decode("utf-8").splitlines()
    width = max(map(len, whole))
    monkeypatch.setenv("COLUMNS", str(width - 3))
    lines = exported(filled, "table", EventQuery())[0].decode("utf-8").splitlines()[1:]
    assert [line[: width - 3].rstrip() for line in whole] == lines
    monkeypatch.setenv("COLUMNS", "90")
    header = exported(filled, "table", EventQuery())[0].decode("utf-8").splitlines()[0]
    starts = [header.index(name) for name in ("actors", "recipi", "evidence", "outlet")]
    actors, recipients, evidence = (after - start for start, after in pairwise(starts))
    assert evidence > actors and evidence > recipients


def test_a_comment_is_shown_as_explain_takes_it(store, visit):
    """Its id alone is that of many pages' comments."""
    store.put(with_comments(visit, "a" * 300, "b"), "d")
    lines = exported(store, "table", ThreadQuery())[0].decode("utf-8").splitlines()
    assert "comment" == lines[0].split()[-1]
    assert ["c0", "c1"] == [store.explain(line.split()[-1]).record.id for line in lines[1:]]
