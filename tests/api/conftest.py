"""The API is called through the explorer's application, over the same demo store."""

from tests.web.conftest import client, demo_store

__all__ = ["client", "demo_store"]
