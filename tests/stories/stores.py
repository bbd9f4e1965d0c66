"""A store in memory, empty for each test: fixtures that the tests of stories and of relations both use."""

from collections.abc import Iterator

import pytest

from facta.store import Store, open_store
from tests.stories.story_makers import emptied


@pytest.fixture(scope="session")
def memory() -> Iterator[Store]:
    """A store that is emptied for each test, since making one takes longer than a test does."""
    with open_store(":memory:") as opened:
        yield opened


@pytest.fixture
def store(memory: Store) -> Store:
    """An empty store."""
    return emptied(memory)
