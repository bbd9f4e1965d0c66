"""Writes the copy: from the start page along every link that it holds, into a folder that appears only when it is whole."""

import asyncio
import re
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from urllib.parse import unquote

from facta.errors import FactaError, UsageError
from facta.relations.busiest import busiest
from facta.store import open_store
from facta.values.counts import counted
from facta.web import pages as served
from facta.web.site.asking import Explorer
from facta.web.site.index import FILE, SCRIPT, entries, listed
from facta.web.site.pages import still
from facta.web.site.scope import Scope, file_of

_STEP = 200
"""Pages after which is said how many there are."""
_AHEAD = 100
"""Pages that are read from the store at once."""
_LICENCES = {f"vendor/licences/{font}-LICENSE.txt" for font in ("source-sans-3", "source-serif-4")}
_URL = re.compile(r"url\(\"?([^)\"]+)\"?\)")


@dataclass(frozen=True)
class Copied:
    """What a copy holds."""

    folder: Path
    pages: int
    files: int
    bytes: int


def export(store: str | Path, folder: str | Path, *, pairs: int = 12, tell: Callable[[str], None] = lambda _: None) -> Copied:
    """Write a copy of the explorer of a store, with its busiest pairs; `tell` hears how far it is.

    UsageError when the folder has content, or the store holds no pair. Nothing is left where it stops before the end.
    """
    target = Path(folder).expanduser()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} is no empty folder. Name a new one: nothing is ever overwritten.")
    with open_store(store, read_only=True) as opened:
        chosen = busiest(opened, pairs)
    if not chosen:
        raise UsageError(f"{store} holds no pair of states that act upon each other, so there is nothing to copy.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as made:
            whole = Path(made) / "site"
            with ThreadPoolExecutor(1) as apart:  # a notebook's thread already runs a loop of its own
                count = apart.submit(asyncio.run, _written(store, whole, Scope(chosen), tell)).result()
            if target.exists():
                target.rmdir()
            whole.rename(target)
    except OSError as error:
        raise FactaError(f"{target} cannot be written: {error.strerror or error}.") from None
    files = [path for path in target.rglob("*") if path.is_file()]
    return Copied(target, count, len(files), sum(path.stat().st_size for path in files))


async def _written(store: str | Path, folder: Path, scope: Scope, tell: Callable[[str], None]) -> int:
    """Every page along the links, then the page of pages and the static files; how many pages."""
    done: dict[str, None] = {}
    waiting = ["/", "/ledger", "/world"]
    async with Explorer(store) as live:
        writer = _Writer(live, folder, scope)
        while waiting:
            address = waiting.pop()
            if address not in done and address != "/search":
                done[address] = None
                _read_ahead(live, address, (one for one in reversed(waiting) if one not in done))
                waiting += await writer.copy(address)
                if len(done) % _STEP == 0:
                    tell(f"{counted(len(done), 'page')} copied.")
    keys = {key: file_of(address) for address in done if (key := _page(address))}
    with open_store(store, read_only=True) as opened:
        home = (folder / "index.html").read_text("utf-8")
        _put(folder / FILE, listed(home, entries(opened, list(keys)), keys).encode())
    _static(folder, writer.files)
    return 1 + sum(file_of(address).endswith(".html") for address in done)


def _read_ahead(live: Explorer, address: str, following: Iterable[str]) -> None:
    """Where a page is asked for that was not read, read it with some of those that follow: one by one they would take most of
    the time of a copy."""
    key = _page(address)
    if key and not live.has(key):
        later = (found for one in following if (found := _page(one)))
        live.ahead(list(islice(dict.fromkeys(chain([key], later)), _AHEAD)))


def _page(address: str) -> str | None:
    """The key of the page at an address; None for any other view, and for the further parts of a thread."""
    found = re.fullmatch(r"/page/([^/?]+)", address)
    return unquote(found[1]) if found else None


class _Writer:
    """Writes one answer after the other."""

    def __init__(self, live: Explorer, folder: Path, scope: Scope) -> None:
        self._live, self._folder, self._scope = live, folder, scope
        self._day = f"{datetime.now(UTC):%Y-%m-%d}"
        self.files = {SCRIPT}
        """Static files that the pages load."""

    async def copy(self, address: str) -> list[str]:
        """Write the answer to an address; where it leads."""
        found = await self._live.get(address)
        if found is None:
            raise FactaError(f"The explorer links to {address}, which is not there; the store was changed meanwhile. Try again.")
        if not found.kind.startswith("text/html"):
            _put(self._folder / file_of(address), bytes(found.body))
            return []
        text, links = still(found.body.decode(), address, self._scope, self._day)
        _put(self._folder / file_of(address), text.encode())
        self.files |= links.files
        return links.pages


def _static(folder: Path, files: set[str]) -> None:
    """Styles, pictures, the fonts that styles ask for, and the licences of what is others'."""
    for name in files | _LICENCES:
        path = served.served(name)
        if path is None:
            continue
        _put(folder / name, path.read_bytes())
        if name.endswith(".css"):
            for asked in _URL.findall(path.read_text("utf-8")):
                font = (path.parent / asked).resolve()
                _put(folder / font.relative_to(served.HOME), font.read_bytes())


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
