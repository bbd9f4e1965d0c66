"""Follows the addresses that a feed or a sitemap lists, so that both lead to the same pages in the same way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from facta.errors import InputError
from facta.read.fetch import tidy
from facta.read.raw import Failure, Raw
from facta.read.sources import _looks, _web
from facta.read.sources._given import Given, supplied
from facta.read.sources._rows import Seen

NAMED = (".xml", ".rss", ".atom", ".rdf", ".json")
"""Endings of lists that are saved as files. Others stay what they are called: only a named file may lead to the network."""
_HELD = "This is what the feed holds of it."


@dataclass(frozen=True, kw_only=True)
class Link:
    """An address in a list, and what the list says of the page there."""

    url: str | None
    """As written, perhaps relative; None where a feed brings a text without an address."""
    title: str | None = None
    published: str | None = None
    """ISO date."""
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    text: Raw | None = None
    """The page's text as far as the list holds it."""


def root(given: Given) -> str:
    """The local name of the first element of what may be a list; empty for what is none by its name or content."""
    named = given.url is not None or "." not in given.name or given.name.endswith(NAMED)
    return _looks.root(given.opened.head) if named else ""


def address(url: str, given: Given) -> str:
    """An address of a list in the form in which it is asked for; InputError when it is none."""
    try:
        return tidy(urljoin(given.url or "", url.strip()))
    except ValueError:
        raise InputError("is no address on the web; write it as https://host/path.") from None


def follow(links: Iterable[Link | Failure], given: Given) -> Iterator[Raw | Failure]:
    """The page of each link, fetched when its turn comes and once only; what the list says fills in for silent pages."""
    seen = Seen()
    for number, link in enumerate(links, 1):
        item = link if isinstance(link, Failure) else _item(link, number, given, seen)
        if item is not None:
            yield item


def _item(link: Link, number: int, given: Given, seen: Seen) -> Raw | Failure | None:
    """The page of one link; None for one that came before."""
    part = f"{given.spec}#{number}"
    if link.url is None:
        return link.text or Failure(source=part, message="names no address.")
    try:
        url = address(link.url, given)
    except InputError as error:
        why = f"leads to {link.url[:200]!r}, which {error}"
        if link.text is None:
            return Failure(source=part, message=why)
        return replace(link.text, problems=(*link.text.problems, f"The entry {why} {_HELD}"))
    if seen.first(url, number) is not None:
        return None
    try:
        page = _web.page(url, _web.fetch(url))
    except InputError as error:
        if link.text is None:
            return Failure(source=url, message=str(error))
        problems = (*link.text.problems, f"The page itself {error} {_HELD}")
        page = replace(link.text, source=url, key_source=url, id=None, url=url, problems=problems)
    return supplied(page, title=link.title, published=link.published, outlet=link.outlet, byline=link.byline)
