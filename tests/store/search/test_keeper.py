"""The index is kept in step beside those who search."""

from contextlib import contextmanager
from threading import Event
from time import monotonic

import pytest

from facta.errors import StoreError
from facta.store import open_store
from facta.store.search import Index, Keeper, Wanted, find
from facta.store.search import index as side


def never():
    """Nobody reads, nobody waits to write."""
    return False


def test_a_keeper_makes_the_index_beside_who_searches(full, path):
    """Who asks is told how far it is, and nobody is kept from writing."""
    wanted = [True]
    keeper = Keeper(lambda: open_store(path, read_only=True), lambda: True, lambda: wanted[0])
    full.close()
    with open_store(path, read_only=True) as store:
        assert (2, True) == (keeper.held(store, 20).of, keeper.held(store, 20).complete)
        assert 1 == len(find(Index(store), Wanted(q="visited"), held=keeper.held(store)).hits)
    keeper.close()


def test_an_index_that_is_complete_costs_nobody_a_thread(full):
    """Nothing is opened a second time."""
    Index(full).sync(5)

    def reading():
        raise AssertionError

    keeper = Keeper(reading, never, never)
    assert keeper.held(full).complete
    keeper.close()


def test_who_would_write_is_let_in_between_two_batches(full, path, monkeypatch):
    """The store is let go of, and taken up again for the rest."""
    monkeypatch.setattr(side, "BATCH", 1)
    opened = []

    @contextmanager
    def reading():
        opened.append(1)
        with open_store(path, read_only=True) as store:
            yield store

    full.close()
    keeper = Keeper(reading, never, lambda: len(opened) < 2)
    with open_store(path, read_only=True) as store:
        assert keeper.held(store, 20).complete
    keeper.close()
    assert 2 == len(opened)


def test_a_store_that_cannot_be_opened_rests_and_is_tried_again(full, caplog):
    """Who asks is told how far it is; the reason stands in the log."""

    def reading():
        raise StoreError("It is in use.")

    keeper = Keeper(reading, never, never)
    assert [False, False] == [keeper.held(full, 20).complete for _ in range(2)]
    keeper.close()
    assert ["the search index rests: It is in use."] * 2 == [record.getMessage() for record in caplog.records]


def test_a_keeper_that_is_closed_begins_nothing_more(full):
    """It answers from what is there, at once."""

    def reading():
        raise AssertionError

    keeper = Keeper(reading, never, never)
    keeper.close()
    begun = monotonic()
    assert not keeper.held(full).complete
    assert monotonic() - begun < 5


@pytest.mark.parametrize("patience", [0, 0.01])
def test_who_has_no_patience_is_answered_before_the_index_is_made(full, patience):
    """And with how many pages there are to come."""
    released = Event()

    @contextmanager
    def reading():
        released.wait(20)
        raise StoreError("late")
        yield

    keeper = Keeper(reading, never, never)
    assert (2, False) == (keeper.held(full, patience).of, keeper.held(full, patience).complete)
    released.set()
    keeper.close()
