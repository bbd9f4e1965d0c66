"""The API is called through the explorer's application, over the same demo store."""

from tests.web.conftest import cache, client, demo_store, indexed

__all__ = ["cache", "client", "demo_store", "indexed"]
