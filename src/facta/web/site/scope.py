"""Which addresses a copy holds, in one form each, and under which file: what the pairs chosen need, and no more."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from facta.relations.busiest import Pair

PARTS = 4
"""Pages of stories, or of commitments, that follow each other in the copy."""
SHOWN = 25
"""Stories on one page of the explorer."""
_SAFE = re.compile(r"[A-Za-z0-9._-]{1,120}")


@dataclass(frozen=True)
class Scope:
    """The pairs of a copy, and the pages that their views cite."""

    pairs: tuple[Pair, ...]
    sides: frozenset[tuple[str, str]] = field(init=False)
    """Every pair in either order."""
    states: frozenset[str] = field(init=False)
    _asked: dict[str, str | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """What follows from the pairs."""
        both = {side for pair in self.pairs for side in ((pair.a, pair.b), (pair.b, pair.a))}
        object.__setattr__(self, "sides", frozenset(both))
        object.__setattr__(self, "states", frozenset(code for side in both for code in side))

    def held(self, address: str) -> str | None:
        """The address of the same page in the one form that the copy has, without fragment; None for what it does not hold.

        Remembered: each page has the same links around it.
        """
        if address not in self._asked:
            self._asked[address] = self._held(address)
        return self._asked[address]

    def _held(self, address: str) -> str | None:
        split = urlsplit(address)
        first, *rest = [unquote(part) for part in split.path.split("/") if part] or [""]
        held = {"": _start, "search": _search, "world": self._world, "pair": self._pair, "ledger": self._ledger, "page": _page}
        return held[first](rest, dict(parse_qsl(split.query))) if first in held else None

    def _world(self, rest: list[str], query: dict[str, str]) -> str | None:
        if rest not in ([], ["triads.csv"]):
            return None
        if query.get("state") and (query["state"] not in self.states or query.get("year") or query.get("rung")):
            return None
        if query.get("rung") and query.get("year"):
            return None
        return _kept(["world", *rest], query, "year", "state", "rung")

    def _pair(self, rest: list[str], query: dict[str, str]) -> str | None:
        """Of a pair its own page for the whole time; its stories for the whole time and for every period, whatever their rung."""
        if tuple(rest[:2]) not in self.sides:
            return None
        if len(rest) == 2 and "open" not in query:
            return _kept(["pair", *rest], query, "both")
        if rest[2:] not in ([], ["stories"]) or "rung" in query or not _in_parts(query.get("offset", "0")):
            return None
        return _kept(["pair", *rest[:2], "stories"], query, "both", "by", "open", "offset")

    def _ledger(self, rest: list[str], query: dict[str, str]) -> str | None:
        if not rest:
            return "/ledger"
        return _kept(["ledger", *sorted(rest)], query, "state", "offset") if tuple(rest) in self.sides else None


def _in_parts(offset: str) -> bool:
    return offset.isascii() and offset.isdigit() and int(offset) < PARTS * SHOWN


def _start(rest: list[str], query: dict[str, str]) -> str | None:
    return None if rest or query else "/"


def _search(rest: list[str], query: dict[str, str]) -> str | None:
    return None if rest or query else "/search"


def _page(rest: list[str], query: dict[str, str]) -> str | None:
    match rest:
        case [key]:
            return _kept(["page", key], query, "thread")
        case [key, "story", event] if not query:
            return _kept(["page", key, "story", event], {})
    return None


def _kept(parts: list[str], query: dict[str, str], *names: str) -> str:
    """An address with only some of its values, in a fixed order; what only pages on the way asked for is left out."""
    values = [(name, query[name]) for name in names if query.get(name) not in (None, "", "0")]
    if "open" not in query:
        values = [(name, value) for name, value in values if name != "by"]
    return "/" + "/".join(quote(part, safe="") for part in parts) + (f"?{urlencode(values)}" if values else "")


@lru_cache(maxsize=65536)
def file_of(address: str) -> str:
    """The file of an address, relative to the folder of the copy.

    >>> file_of("/"), file_of("/world?year=2018"), file_of("/pair/CHN/RUS"), file_of("/world/triads.csv?year=2018")
    ('index.html', 'world/year-2018.html', 'pair/CHN/RUS/index.html', 'world/triads-year-2018.csv')
    """
    if address == "/search":
        return "search.html"
    split = urlsplit(address)
    parts = [_name(unquote(part)) for part in split.path.split("/") if part]
    query = _name("-".join(f"{name}-{value}" for name, value in parse_qsl(split.query))) if split.query else ""
    if parts and parts[-1].endswith(".csv"):
        name = parts.pop().removesuffix(".csv")
        return "/".join([*parts, f"{name}-{query}.csv" if query else f"{name}.csv"])
    return "/".join([*parts, f"{query or 'index'}.html"])


def _name(text: str) -> str:
    """A part of an address as the name of a file on any system."""
    return text if _SAFE.fullmatch(text) and not text.startswith(".") else sha256(text.encode()).hexdigest()[:20]
