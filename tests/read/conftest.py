"""Small sources made on the spot, and one call that opens them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facta.read.raw import Failure, Options, Raw
from facta.read.sources import open_sources

Opened = list[Raw | Failure]


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
