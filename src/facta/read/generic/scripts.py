"""The data that a page carries in its scripts: JSON-LD, JSON, and state assigned to a variable."""

import json
import re
from collections.abc import Iterator

from facta.read.threads import Element

MAX_CHARS = 8_000_000
"""Characters of one script; longer ones are not read."""
MAX_VALUES = 40
"""Values of one script that are read."""
_ASSIGNED = re.compile(r"=\s{0,20}(?:JSON\.parse\(\s{0,20})?(?=[{\[\"'])")
_HINT = re.compile(r"comment|repl(?:y|ies)|message|post", re.IGNORECASE)
_DECODER = json.JSONDecoder(strict=False)


def values(tree: Element) -> Iterator[object]:
    """Each JSON value in the page's scripts that may speak of comments."""
    for script in tree.iter("script"):
        source = script.text or ""
        if not 20 <= len(source) <= MAX_CHARS or not _HINT.search(source):
            continue
        kind = (script.get("type") or "").lower()
        if "json" in kind or source.lstrip()[:1] in ("{", "["):
            yield from _read(source.strip(), 0)
        elif not kind or "javascript" in kind or kind == "module":
            yield from _assigned(source)


def _assigned(source: str) -> Iterator[object]:
    at = 0
    for _ in range(MAX_VALUES):
        found = _ASSIGNED.search(source, at)
        if found is None:
            return
        at = found.end()
        if source[at] in '{["':
            for value, end in _decoded(source, at):
                at = end
                yield from _read(value, 0) if isinstance(value, str) else [value]


def _read(source: str, start: int) -> Iterator[object]:
    yield from (value for value, _ in _decoded(source, start)) if source[start : start + 1] in ("{", "[") else ()


def _decoded(source: str, start: int) -> Iterator[tuple[object, int]]:
    try:
        yield _DECODER.raw_decode(source, start)
    except (ValueError, RecursionError):
        return
