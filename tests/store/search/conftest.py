"""Stores to search, with indexes in a folder of each test."""

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Indexes are made in a folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def full(store, visit, another):
    """A store with both pages."""
    store.put_many([(visit, "d1"), (another, "d2")])
    return store
