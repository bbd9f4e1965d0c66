"""A table is for the eye."""

from facta.store import EventQuery, ThreadQuery
from tests.store.exports.written import exported, with_comments


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
