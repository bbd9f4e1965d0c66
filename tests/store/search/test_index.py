"""The side file holds what the store does, and comes to do so bit by bit."""

import os
import sqlite3

import pytest

from facta.errors import StoreError
from facta.store import open_store
from facta.store.search import Index, Wanted, find
from facta.store.search import index as side


def hits(store, q):
    """What words are found in."""
    return list(find(Index(store), Wanted(q=q)).hits)


def test_the_index_follows_the_store(full, visit):
    """What is forgotten is found no more, what is coded anew as it is now."""
    assert 1 == len(hits(full, "fined"))
    full.forget("p0000000visit")
    assert [] == hits(full, "fined")
    full.put(visit, "d3")
    assert 1 == len(hits(full, "fined"))


def test_an_index_is_made_bit_by_bit(full, monkeypatch):
    """Where there is no time for all pages, the answer says how far it has come, and the next goes on from there."""
    monkeypatch.setattr("facta.store.search.index.BATCH", 1)
    first, second = (find(Index(full), Wanted(q="visited"), seconds=0) for _ in range(2))
    assert [(1, 2), (2, 2)] == [(found.pages, found.of) for found in (first, second)]
    assert (0, 1) == (len(first.hits), len(second.hits))


def test_another_store_in_the_same_place_has_another_index(tmp_path, visit, another):
    """A file that was deleted leaves nothing behind that could be taken for the next one's."""
    path = tmp_path / "news.duckdb"
    with open_store(path) as store:
        store.put(visit, "d")
        assert 1 == len(hits(store, "fined"))
    path.unlink()
    with open_store(path) as store:
        store.put(another, "d")
        assert [] == hits(store, "fined")


def test_nothing_is_written_into_the_store(written, cache):
    """It may be open for reading only, or a folder of Parquet files."""
    for path in written.values():
        with open_store(path, read_only=True) as store:
            assert 1 == len(hits(store, "fined"))
    assert 2 == len(list(cache.glob("facta/search/*.sqlite")))


def test_a_damaged_index_is_made_anew(full):
    """It holds nothing that the store does not."""
    assert 1 == len(hits(full, "fined"))
    index = Index(full)
    index.path.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="has been deleted"):
        hits(full, "fined")
    assert 1 == len(hits(full, "fined"))


def test_the_log_of_a_damaged_index_goes_with_it(full):
    """Else it would be played into the one made anew."""
    index = Index(full)
    index.sync(5)
    sides = [index.path.with_name(f"{index.path.name}-{end}") for end in ("wal", "shm")]
    for path in (index.path, *sides):
        path.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="has been deleted"):
        index.held()
    assert [] == [path for path in (index.path, *sides) if path.exists()]


@pytest.mark.parametrize(
    ("mistake", "error"),
    [
        ("INSERT INTO meta VALUES ('state', 1), ('state', 2)", sqlite3.IntegrityError),
        ("SELECT ?", sqlite3.ProgrammingError),
    ],
)
def test_a_mistake_of_ours_costs_nobody_the_index(full, mistake, error):
    """It is raised as it is; to make the index of a large store again takes long."""
    index = Index(full)
    index.sync(5)
    with pytest.raises(error), index.open() as con:
        con.execute(mistake)
    assert index.held().complete


def test_damage_within_the_index_is_damage_too(full):
    """A page of the file may be lost while its head is whole; so may what only the full text says is there."""
    index = Index(full)
    index.sync(5)
    with index.open() as con:
        con.execute("UPDATE words_data SET block = x'00' WHERE id > 10")
    with pytest.raises(StoreError, match="has been deleted"), index.open() as con:
        con.execute("SELECT * FROM words WHERE words MATCH 'fined'").fetchall()
    assert not index.path.exists()


def test_the_side_file_is_a_database_of_its_own(full):
    """That anybody may read and delete."""
    index = Index(full)
    index.sync(5)
    con = sqlite3.connect(index.path)
    assert 2 == con.execute("SELECT count(*) FROM pages").fetchone()[0]
    con.close()


def test_indexes_of_stores_long_gone_are_deleted(full, cache):
    """When another is made; those in use stay."""
    old = cache / "facta" / "search" / "old.1.sqlite"
    old.parent.mkdir(parents=True)
    for name, age in (("old", 100), ("new", 10)):
        path = old.with_name(f"{name}.1.sqlite")
        path.touch()
        os.utime(path, (path.stat().st_mtime - age * 86_400,) * 2)
    Index(full).sync(5)
    assert [False, True] == [old.exists(), old.with_name("new.1.sqlite").exists()]


def test_an_index_that_is_not_made_yet_is_read_through_without_being_made(full):
    """Reading changes nothing; one that is there is read to its end."""
    index = Index(full)
    index.path.unlink(missing_ok=True)
    index.read_through()
    assert not index.path.exists()
    index.sync(60)
    before = index.path.read_bytes()
    index.read_through()
    assert before == index.path.read_bytes()


def test_an_empty_store_has_a_complete_index(store):
    """There is nothing to wait for."""
    index = Index(store)
    assert (0, 1, False) == (*index.held(), index.held().complete)
    assert index.sync(5).complete
    assert (0, 0, True) == (*index.held(), index.held().complete)


def test_a_page_that_is_forgotten_or_stored_again_is_not_found_as_it_was(full, visit):
    """Neither its words nor what they could be narrowed down by."""
    index = Index(full)
    index.sync(5)
    full.forget(visit.page.key)
    assert not index.held().complete
    index.sync(5)
    with index.open() as con:
        held = [con.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("pages", "docs", "facets")]
        pages = con.execute("SELECT DISTINCT page FROM docs").fetchall()
        lost = con.execute("SELECT count(*) FROM facets WHERE doc NOT IN (SELECT id FROM docs)").fetchone()[0]
    assert (1, 1, 0) == (held[0], len(pages), lost)
    assert held[1] > 0


def test_who_stops_between_two_steps_loses_nothing(full, monkeypatch):
    """What is written stays, and is not written twice."""
    monkeypatch.setattr(side, "BATCH", 1)
    index = Index(full)
    steps = index.steps()
    first = next(steps)
    steps.close()
    assert (1, 2, False) == (*first, first.complete)
    assert (1, 2) == tuple(index.held())
    assert index.sync(5).complete
    assert 1 == len(hits(full, "fined"))


def test_the_index_lies_elsewhere_where_the_cache_cannot_be_written(tmp_path, monkeypatch):
    """Somebody without a home can search too."""
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert side.folder().is_dir()
    assert tmp_path not in side.folder().parents
    assert side.folder() == side.folder()


def test_an_index_that_cannot_be_opened_is_said_to_be_unusable(full):
    """In one line, with the way out."""
    index = Index(full)
    index.path.mkdir(parents=True)
    with pytest.raises(StoreError, match=r"cannot be used: .* It can be deleted; it is made again"):
        index.held()
