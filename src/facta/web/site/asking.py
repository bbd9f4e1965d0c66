"""Asks the explorer for pages inside this process, as a browser on this machine would, without a port."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from litestar.types import HTTPRequestEvent, Message

from facta.errors import StoreError
from facta.web.app import create_app


@dataclass
class Answer:
    """What came back."""

    status: int = 0
    kind: str = ""
    body: bytearray = field(default_factory=bytearray)


class Explorer:
    """The explorer of a store, asked directly; an asynchronous context manager."""

    def __init__(self, store: str | Path) -> None:
        self._app = create_app(store)
        self._life = self._app.lifespan()

    async def __aenter__(self) -> Self:
        """Begin to ask."""
        await self._life.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Let go of the store; what went wrong goes on as it is, where the application would wrap it."""
        await self._life.__aexit__(None, None, None)

    async def get(self, address: str) -> Answer | None:
        """The answer to an address; None where there is no such page; StoreError with what it says when it cannot be had."""
        split = urlsplit(address)
        scope = {
            **{"type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "root_path": ""},
            **{"path": split.path, "raw_path": split.path.encode(), "query_string": split.query.encode()},
            **{"headers": [(b"host", b"localhost"), (b"accept", b"text/html")]},
            **{
                "client": ("127.0.0.1", 0),
                "server": ("localhost", 80),
                "extensions": {},
                "state": {},
                "asgi": {"version": "3.0"},
            },
        }
        found = Answer()

        async def receive() -> HTTPRequestEvent:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                found.status = message["status"]
                found.kind = next((v.decode() for k, v in message["headers"] if k.lower() == b"content-type"), "")
            elif message["type"] == "http.response.body":
                found.body += message["body"]

        await self._app(scope, receive, send)  # type: ignore[arg-type]
        if found.status == 404:
            return None
        if found.status != 200:
            raise StoreError(f"{address} cannot be copied: the explorer answers with status {found.status}.")
        return found
