"""A store in memory, empty for each test, and groups of states read anew."""

from collections.abc import Iterator

import pytest

from facta.relations import states
from tests.stories.stores import memory, store

__all__ = ["memory", "store"]


@pytest.fixture(autouse=True)
def ours(monkeypatch) -> Iterator[None]:
    """No settings of whoever runs the tests, and no group remembered from another test."""
    monkeypatch.setenv("FACTA_SETTINGS", "/dev/null")
    monkeypatch.delenv("FACTA_GROUPS", raising=False)
    states.groups.cache_clear()
    yield
    states.groups.cache_clear()


@pytest.fixture
def groups(tmp_path, monkeypatch):
    """Writes a user's file of groups and puts it in force."""

    def write(table: str | bytes):
        path = tmp_path / "groups.tsv"
        path.write_bytes(table.encode() if isinstance(table, str) else table)
        monkeypatch.setenv("FACTA_GROUPS", str(path))
        states.groups.cache_clear()
        return path

    return write
