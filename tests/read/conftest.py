"""Small sources made on the spot, one call that opens them, and a web server on loopback to fetch from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from facta.read.fetch import Fetcher
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import open_sources

Opened = list[Raw | Failure]
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture
def opened() -> Callable[..., Opened]:
    """Everything that sources yield, as a list: `opened(path, ..., columns={...})`."""

    def call(*specs: str | Path, **options: object) -> Opened:
        return list(open_sources([str(spec) for spec in specs], Options(**options)))  # type: ignore[arg-type]

    return call


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Write a file under the test's own folder: `make("a/page.html", "<html>")`."""

    def call(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return call


@pytest.fixture
def messages() -> Callable[[Opened], list[str]]:
    """The messages of the failures among what was opened."""

    def call(items: Opened) -> list[str]:
        return [item.message for item in items if isinstance(item, Failure)]

    return call


@dataclass
class Site:
    """What the server answers by path, and what it was asked."""

    base: str = ""
    answers: dict[str, list[Answer] | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def lay(self, path: str, *answers: Answer | bytes) -> str:
        """Answers to a path, one a request, the last again and again; bytes alone are an HTML page. The address comes back."""
        self.answers[path] = [a if isinstance(a, tuple) else (200, {"Content-Type": "text/html"}, a) for a in answers]
        return self.base + path

    def paths(self) -> list[str]:
        """What was asked for, in order, robots.txt apart."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    """A server for one test."""
    about = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            about.asked.append((self.path, dict(self.headers)))
            answers = about.answers.get(self.path, [(404, {}, b"")])
            if callable(answers):
                return answers(self)
            status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
            self.send_response_only(status)  # with no headers but its own
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            return None

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    about.base = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield about
    server.shutdown()
    server.server_close()


@pytest.fixture
def pauses() -> list[float]:
    """The seconds the fetcher would have slept."""
    return []


@pytest.fixture
def fetcher(tmp_path, pauses) -> Fetcher:
    """May ask this machine, sleeps on paper only."""
    return Fetcher(allow_private=True, cache=tmp_path / "cache", delay=0, timeout=2, sleep=pauses.append)
