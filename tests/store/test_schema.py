"""Stores of every age are brought to the newest shape or refused, whole."""

import duckdb
import msgspec
import pytest

from facta.errors import OldStoreError, StoreError
from facta.store import open_store, schema
from facta.store.corrections import corrections


def versions(path):
    """The migrations that a store says it has."""
    con = duckdb.connect(str(path), read_only=True)
    try:
        return [row[0] for row in con.execute("SELECT version FROM facta_store ORDER BY 1").fetchall()]
    finally:
        con.close()


@pytest.fixture
def another_migration(monkeypatch):
    """Makes this facta newer by one migration of the SQL given."""

    def add(sql):
        number = schema.newest() + 1
        longer = (*schema.migrations(), (number, f"{number:04}_test.sql", sql))
        monkeypatch.setattr(schema, "migrations", lambda: longer)
        return number

    return add


def test_migrations_are_numbered_without_gaps():
    """From 1, each once."""
    assert list(range(1, schema.newest() + 1)) == [number for number, _, _ in schema.migrations()]


def test_a_new_store_has_every_migration(path):
    """In order, and opening again adds none."""
    for _ in range(2):
        open_store(path).close()
    assert list(range(1, schema.newest() + 1)) == versions(path)


def test_an_older_store_is_brought_up_to_date(path, visit, another_migration):
    """Its pages stay, and it can then be read by the newer facta."""
    with open_store(path) as store:
        store.put(visit, "d")
    number = another_migration("CREATE TABLE later (i INTEGER);")
    with open_store(path) as store:
        assert [visit] == list(store.readings())
        assert [] == list(store.sql("SELECT * FROM later"))
    assert number == versions(path)[-1]


def test_an_older_store_is_not_changed_by_reading(path, another_migration):
    """The line says how it is brought up to date."""
    open_store(path).close()
    before = path.read_bytes()
    another_migration("CREATE TABLE later (i INTEGER);")
    with pytest.raises(OldStoreError, match=r"older facta .*so does: facta stories --store "):
        open_store(path, read_only=True)
    assert before == path.read_bytes()


def test_a_migration_that_fails_leaves_the_store_as_it_was(path, another_migration):
    """Half a migration never stays."""
    open_store(path).close()
    another_migration("CREATE TABLE later (i INTEGER); INSERT INTO nowhere VALUES (1);")
    with pytest.raises(duckdb.CatalogException):
        open_store(path)
    con = duckdb.connect(str(path))
    assert [] == con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'later'").fetchall()
    con.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_of_a_newer_facta_is_refused_and_untouched(path, read_only):
    """One line with both versions and what to do; not a byte of the file changes."""
    open_store(path).close()
    con = duckdb.connect(str(path))
    con.execute("INSERT INTO facta_store VALUES (99, '0099_later.sql', '9.9', now()::TIMESTAMP)")
    con.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer facta \(store version 99, .* pip install -U facta"):
        open_store(path, read_only=read_only)
    assert before == path.read_bytes()
    assert [path] == list(path.parent.iterdir())


def test_what_people_said_before_quotations_could_be_judged_stays(path, visit, monkeypatch):
    """Corrections of a store of version 5 are those of events."""
    older = schema.migrations()[:5]
    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrations", lambda: older)
        open_store(path).close()
        con = duckdb.connect(str(path))
        event = visit.events[0]
        con.execute(
            "INSERT INTO corrections VALUES (?, ?, 'rejected', ?, now()::TIMESTAMP)",
            [visit.page.key, event.id, msgspec.json.encode(event).decode()],
        )
        con.close()
    with open_store(path) as store:
        (one,) = corrections(store)
    assert (event.id, "rejected", event) == (one.event, one.verdict, one.machine)
