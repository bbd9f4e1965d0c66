"""Asks the explorer of a store for pages inside this process."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from facta.errors import StoreError
from facta.store import open_store
from facta.web.app import create_app
from facta.web.calling import Answer, ask
from facta.web.held import Pages


class Explorer:
    """The explorer of a store, asked directly; an asynchronous context manager."""

    def __init__(self, store: str | Path, *, warm: bool = False) -> None:
        """warm: whether it prepares answers from its start on, as `facta serve` does."""
        self._store = store
        self._pages = Pages()
        self._app = create_app(store, warm=warm, ahead=self._pages)
        self._life = self._app.lifespan()

    async def __aenter__(self) -> Self:
        """Begin to ask."""
        await self._life.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Let go of the store; what went wrong goes on as it is, where the application would wrap it."""
        await self._life.__aexit__(None, None, None)

    def has(self, key: str) -> bool:
        """Whether a page was read ahead."""
        return self._pages.has(key)

    def ahead(self, keys: Sequence[str]) -> None:
        """Read pages of a store, by their keys, that are asked for next, all at once."""
        with open_store(self._store, read_only=True) as opened:
            self._pages.ahead(opened, keys)

    async def get(self, address: str) -> Answer | None:
        """The answer to an address; None where there is no such page; StoreError with what it says when it cannot be had."""
        found = await ask(self._app, address)
        if found.status == 404:
            return None
        if found.status != 200:
            raise StoreError(f"{address} cannot be copied: the explorer answers with status {found.status}.")
        return found
