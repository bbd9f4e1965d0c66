"""A store in memory, empty for each test, and groups of states read anew."""

from collections.abc import Iterator

import pytest

from facta.relations import states
from facta.store import Store, open_store
from tests.stories.story_makers import emptied


@pytest.fixture(scope="session")
def memory() -> Iterator[Store]:
    """A store that is emptied for each test, since making one takes longer than a test does."""
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def store(memory) -> Store:
    """An empty store."""
    return emptied(memory)


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
