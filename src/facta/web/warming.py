"""Asks for what most visitors open first as soon as the server is up, so that it is counted by the time they do."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

from anyio import to_thread
from litestar.types import ASGIApp

from facta.errors import FactaError
from facta.relations.busiest import busiest
from facta.store.search import Index, understand
from facta.web.calling import ask
from facta.web.pages import address
from facta.web.shelf import Shelf

FIRST = ("/", "/world", "/ledger", "/add", "/api/openapi.json")
LAST = "/journeys"
"""Of all states these take longest to list, so that what the start page links to goes before."""


async def warm(app: ASGIApp, shelf: Shelf, token: str | None) -> None:
    """Ask for the heavy views of the menu, then for what the start page links to, then for all journeys; one at a time."""
    for where in FIRST:
        await _asked(app, where, token)
    with suppress(FactaError):
        await to_thread.run_sync(_read_index, shelf)
    await to_thread.run_sync(understand, "What did Russia say about China?")  # loads who is who
    with suppress(FactaError):
        pairs = await to_thread.run_sync(shelf.answer, busiest)
        for where in _linked([(pair.a, pair.b) for pair in pairs]):
            await _asked(app, where, token)
    await _asked(app, LAST, token)


def _read_index(shelf: Shelf) -> None:
    with shelf.reading() as store:
        index = Index(store)
    index.read_through()  # the store may be closed meanwhile


def _linked(pairs: list[tuple[str, str]]) -> Iterator[str]:
    for a, b in pairs:
        yield address("pair", a, b, both=1)
        yield address("ledger", a, b)
    for a, b in pairs:
        yield address("pair", a, b)
        yield address("pair", b, a)


async def _asked(app: ASGIApp, where: str, token: str | None) -> None:
    await ask(app, where, token)
    await asyncio.sleep(0.01)  # visitors go first
