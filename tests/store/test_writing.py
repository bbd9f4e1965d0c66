"""Batches in and pages out, whole or not at all."""

import duckdb
import msgspec
import pyarrow as pa
import pytest

from facta.store import writing
from facta.store.transaction import transaction


def count(con, table):
    return con.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]


@pytest.fixture
def con(store):
    """The connection of a new store, nothing begun."""
    return store._con


def test_a_batch_that_breaks_leaves_nothing(con, visit, another, monkeypatch):
    """Neither its own pages nor a hole where they would have replaced others."""
    writing.replace_pages(con, [(visit, "d1")])
    again = msgspec.structs.replace(visit, events=())
    monkeypatch.setattr(writing, "_set_aside", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        writing.replace_pages(con, [(another, "d2"), (again, "d3")])
    assert [("p0000000visit", "d1")] == con.execute("SELECT key, digest FROM pages").fetchall()
    assert len(visit.events) == count(con, "events")


def test_what_stopped_a_batch_is_what_is_told(con):
    """Not that its transaction takes no statement more, as the one that gives a lent name back; the name is free again."""
    table = pa.table({"n": [1]})
    for _ in range(2):
        with pytest.raises(duckdb.Error, match="No space left"), transaction(con), writing.lent(con, "incoming", table):
            con.execute("SELECT error('No space left on device') FROM incoming")
    with writing.lent(con, "incoming", table):
        assert 1 == count(con, "incoming")
    with pytest.raises(duckdb.CatalogException):
        count(con, "incoming")


def test_a_page_stored_again_gets_a_new_number(con, visit):
    """So that whatever was derived from it is derived anew."""
    assert 1 == writing.replace_pages(con, [(visit, "d1"), (visit, "d2")])
    first = con.execute("SELECT no, digest FROM pages").fetchall()
    writing.replace_pages(con, [(visit, "d3")])
    second = con.execute("SELECT no, digest FROM pages").fetchall()
    assert ["d2", "d3"] == [first[0][1], second[0][1]]
    assert second[0][0] > first[0][0]


def test_what_is_taken_out_is_counted_by_table(con, visit, another):
    """With everything that was made of it, and nothing of the next page."""
    writing.replace_pages(con, [(visit, "d1"), (another, "d2")])
    number, key = con.execute("SELECT no, key FROM pages WHERE key = 'p0000000visit'").fetchall()[0]
    lost = writing.remove_pages(con, [number], [key])
    assert {"pages": 1, "events": 3, "quotes": 1, "actors": 1, "comments": 2} == {name: n for name, n in lost.items() if n}
    assert [1, 1, 0] == [count(con, table) for table in ("pages", "events", "quotes")]


def test_rows_are_told_by_their_columns_names(con):
    """Also where there are none, and where the names are given."""
    assert [{"a": 1, "b": "x"}] == writing.fetch(con, "SELECT 1 AS a, $b AS b", {"b": "x"})
    assert [] == writing.fetch(con, "SELECT 1 AS a WHERE false")
