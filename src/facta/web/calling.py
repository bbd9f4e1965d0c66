"""Asks the application for a page inside this process, as a browser on this machine would, without a port."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from litestar.types import ASGIApp, HTTPRequestEvent, Message


@dataclass
class Answer:
    """What came back."""

    status: int = 0
    kind: str = ""
    body: bytearray = field(default_factory=bytearray)


async def ask(app: ASGIApp, address: str, token: str | None = None) -> Answer:
    """The answer to a GET of an address of ours; token: what the application asks of everybody."""
    split = urlsplit(address)
    headers = [(b"host", b"localhost"), (b"accept", b"text/html")]
    if token:
        headers.append((b"authorization", f"Bearer {token}".encode()))
    scope = {
        **{"type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "root_path": ""},
        **{"path": split.path, "raw_path": split.path.encode(), "query_string": split.query.encode()},
        "headers": headers,
        **{"client": ("127.0.0.1", 0), "server": ("localhost", 80), "extensions": {}, "state": {}, "asgi": {"version": "3.0"}},
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

    await app(scope, receive, send)  # type: ignore[arg-type]
    return found
