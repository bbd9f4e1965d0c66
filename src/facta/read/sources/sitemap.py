"""A sitemap: the pages that a site names for programs, fetched one by one; an index of sitemaps leads to them all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple, cast

from lxml import etree

from facta.errors import InputError
from facta.read.raw import Failure, Options, Raw
from facta.read.sources import _listing, _web
from facta.read.sources._content import HEAD, Content
from facta.read.sources._given import Given
from facta.read.sources._listing import Link
from facta.read.sources._rows import Seen
from facta.values import dates

ORDER = 53
SUFFIXES = ()

ROOTS = ("urlset", "sitemapindex")
MAX_LEVELS = 3
"""Indexes within indexes that are followed; the protocol knows one."""
_MAX_VALUE = 4096
"""Characters of one value; source: sitemaps.org, which allows an address 2,048. Half an address would be another one."""
_BARE = re.compile(rb"&(?!#?\w{1,32};)")
_LONGEST = 40
"""Bytes of the longest entity."""


def claims(given: Given, options: Options) -> bool:
    """By its first element, in a file of XML or on the web."""
    return given.content is not None and _listing.root(given) in ROOTS


def items(given: Given, options: Options) -> Iterator[Raw | Failure]:
    """The pages it names; InputError when it is damaged, after those before, or names none."""
    yield from _listing.follow(_links(given, 1, Seen()), given)


def _links(given: Given, level: int, seen: Seen) -> Iterator[Link | Failure]:
    """The pages of a sitemap and of the sitemaps below it, one sitemap open at a time."""
    number = 0
    for entry in _entries(given.opened):
        number += 1
        if entry.kind == "url":
            yield Link(url=entry.said("loc"), title=entry.said("title"), published=_day(entry), outlet=entry.said("name"))
        else:
            yield from _below(entry, given, level, seen)
    if given.opened.damage:
        raise InputError(f"{given.opened.damage} after {number} addresses; those were taken.")
    if not number:
        raise InputError("is a sitemap that names no page.")


def _below(entry: "_Entry", given: Given, level: int, seen: Seen) -> Iterator[Link | Failure]:
    """The links of one sitemap of an index; whatever is wrong with it costs the others nothing."""
    source = (entry.said("loc") or "")[:200]
    try:
        source = _listing.address(source, given)
        if seen.first(source, level) is not None:
            return
        if level > MAX_LEVELS:
            raise InputError(f"lies more than {MAX_LEVELS} sitemaps deep and is left out.")
        found = _web.fetch(source)
        below = Given(spec=source, key_source=source, content=Content(BytesIO(found.body)), url=found.url)
        if not claims(below, Options()):
            raise InputError(f"is no sitemap, though {given.spec} says so.")
        yield from _links(below, level + 1, seen)
    except InputError as error:
        yield Failure(source=source or given.spec, message=str(error))


class _Entry(NamedTuple):
    """A `url` or `sitemap` element and what stands in it."""

    kind: str
    values: dict[str, str]

    def said(self, name: str) -> str | None:
        return self.values.get(name, "").strip() or None


def _day(entry: _Entry) -> str | None:
    return dates.clean(entry.said("publication_date"))  # `lastmod` is when it was changed, often by a machine


_PLACES = {
    ("loc",): "loc",
    ("news", "title"): "title",
    ("news", "publication_date"): "publication_date",
    ("news", "publication", "name"): "name",
}
"""Where in an entry its values stand; elements of the same names stand in those of images and videos."""


@dataclass
class _Target:
    """What lxml calls for each tag, so that no tree grows with a sitemap of any length."""

    done: list[_Entry] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)

    def start(self, tag: str, attributes: object) -> None:
        self.path.append(tag.rpartition("}")[2])

    def data(self, text: str) -> None:
        name = _PLACES.get(tuple(self.path[2:]))
        if name and len(self.values.get(name, "")) <= _MAX_VALUE:
            self.values[name] = self.values.get(name, "") + text

    def end(self, tag: str) -> None:
        kind = self.path.pop() if self.path else ""
        if len(self.path) == 1 and kind in ("url", "sitemap"):
            self.done.append(_Entry(kind, {name: value for name, value in self.values.items() if len(value) <= _MAX_VALUE}))
            self.values = {}

    def close(self) -> None:
        """Nothing is left to give."""


def _entries(content: Content) -> Iterator[_Entry]:
    """Entries while they are read; a broken or cut document brings those before, and `content.damage` says so."""
    target = _Target()
    # no entity is resolved and nothing is loaded from elsewhere, so neither bombs nor other files come in
    parser = etree.XMLParser(target=cast(Any, target), recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    whole = False
    try:
        for piece in _mended(content):
            parser.feed(piece)
            yield from _taken(target)
        whole = not target.path  # at the end of the document every element is closed; recovering closes those of a cut one
        parser.close()
    except etree.XMLSyntaxError:
        whole = False
    yield from _taken(target) if whole else ()
    if not whole and not content.damage:
        content.damage = "is cut off or no sound XML"


def _mended(content: Content) -> Iterator[bytes]:
    """The bytes with `&amp;` for each `&` that somebody forgot to write so: left alone, it would go and change the address."""
    kept = b""
    while piece := content.read(HEAD):
        piece = kept + piece
        at = piece.rfind(b"&", max(0, len(piece) - _LONGEST))
        piece, kept = (piece[:at], piece[at:]) if at >= 0 else (piece, b"")
        yield _BARE.sub(b"&amp;", piece) if b"\0" not in piece else piece  # zeros are UTF-16's
    if kept:
        yield _BARE.sub(b"&amp;", kept)


def _taken(target: _Target) -> list[_Entry]:
    done, target.done = target.done, []
    return done
