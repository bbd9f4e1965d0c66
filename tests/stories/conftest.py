"""A store in memory, empty for each test."""

from tests.stories.stores import memory, store

__all__ = ["memory", "store"]
