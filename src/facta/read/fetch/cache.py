"""Pages that were fetched before, so that an unchanged page costs its server one short answer."""

import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from facta.settings import text


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An answer with status 200 and what its server knows it by."""

    url: str
    etag: str | None
    modified: str | None
    """The Last-Modified header, as written."""
    content_type: str | None
    coding: str | None
    """The Content-Encoding the body is kept in."""
    body: bytes
    date: str | None = None
    """When its server made it, as ISO timestamp; entries of old have none."""

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


class Cache:
    """One file an address; a folder that can't be written is no reason not to read a page."""

    def __init__(self, folder: Path | None = None) -> None:
        """folder: by default the setting `fetch_cache`, else the user's cache folder."""
        self.folder = folder or _default()

    def get(self, url: str) -> Entry | None:
        """What is kept of an address; None when there is nothing or it can't be read."""
        try:
            entry = msgspec.msgpack.decode(self._path(url).read_bytes(), type=Entry)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return entry if entry.url == url else None

    def put(self, entry: Entry) -> None:
        """Keep an answer that can be asked for again by a condition; whole or not at all."""
        if not entry.conditions():
            return
        path = self._path(entry.url)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(msgspec.msgpack.encode(entry))
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)

    def _path(self, url: str) -> Path:
        name = blake2b(url.encode(), digest_size=16).hexdigest()
        return self.folder / name[:2] / name


def _default() -> Path:
    given = text("fetch_cache")
    if given:
        return Path(given).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "facta" / "pages"
