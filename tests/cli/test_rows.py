"""Answers of a store to stdout."""

import json

import pytest

from facta.cli.rows import USAGE, answer, nothing
from facta.errors import FactaError
from facta.store import EventQuery, ThreadQuery, open_store
from tests.stories.story_makers import act, put, report


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A store of one page; nobody writes to it."""
    where = tmp_path_factory.mktemp("rows") / "news.duckdb"
    with open_store(where) as store:
        put(store, report("a", act("AID", "CHN", "RUS", date="2018-04-02")))
    return str(where)


def test_rows_go_to_stdout_and_nothing_is_said(path, capsysbinary):
    """In the form asked for."""
    assert 0 == answer(path, EventQuery(), "jsonl")
    got = capsysbinary.readouterr()
    assert ("AID", b"") == (json.loads(got.out)["type"], got.err)


def test_an_answer_without_rows_is_said_and_is_no_mistake(path, capsysbinary):
    """Stdout holds only what the form demands."""
    assert 0 == answer(path, ThreadQuery(), "json")
    got = capsysbinary.readouterr()
    assert (b"[]\n", f"facta: nothing in {path} answers this.\n".encode()) == (got.out, got.err)


def test_a_misspelt_state_is_a_mistake_only_where_nothing_answers(path, capsysbinary):
    """A person may have a name like a state's."""
    assert USAGE == answer(path, EventQuery(actor="Chna"), "json", ("Chna", None))
    assert b"no state or group is called 'Chna'; nearest: China" in capsysbinary.readouterr().err
    assert 0 == answer(path, EventQuery(), "json", ("Chna",))
    assert 0 == answer(path, EventQuery(actor="Nobody Known"), "json", ("Nobody Known",))


@pytest.mark.parametrize(
    ("query", "form", "why"),
    [
        (EventQuery(), "xml", "xml"),
        (EventQuery(page="nowhere.html"), None, "nowhere.html"),
    ],
)
def test_what_cannot_be_answered_is_one_clear_error(path, query, form, why):
    """Which names what was asked."""
    with pytest.raises(FactaError, match=why) as error:
        answer(path, query, form)
    assert "\n" not in str(error.value)


def test_an_empty_store_is_said_to_be_empty(tmp_path):
    """Rather than that nothing answers; a better reason is told where it holds pages."""
    with open_store(tmp_path / "empty.duckdb") as store:
        assert "is empty: no page has been added" in nothing(store, "too few deeds.")
        put(store, report("a"))
        assert "facta: too few deeds." == nothing(store, "too few deeds.")
