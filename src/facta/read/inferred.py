"""What trafilatura infers of a page that declares too little about itself, each part only where it is asked for.

Its `extract_metadata` looks for everything at once, and for authors it asks Python about each element several times, which takes
as long as the article. Here the same places are looked at in one walk.
"""

import re
from collections.abc import Callable, Collection
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from htmldate import find_date
from lxml import etree, html
from trafilatura import metadata
from trafilatura.json_metadata import normalize_authors

from facta.read import markup, trees

Part = Literal["site", "authors", "day", "address"]
Element = html.HtmlElement


@dataclass(frozen=True)
class Inferred:
    """What was asked for, as far as it was found; with it what costs nothing."""

    site: str | None = None
    authors: str | None = None
    """The names, parted by semicolons, and at times what is no name."""
    day: str | None = None
    """ISO day."""
    address: str | None = None


def read(tree: Element, url: str | None, missing: Collection[Part]) -> Inferred:
    """What trafilatura says of the parts of a page that are missing.

    url: the page's address, where it is known.
    """
    known = metadata.examine_meta(tree)
    known.author = known.author if known.author and " " in known.author else None
    with suppress(Exception):  # its reader of JSON-LD has faults, which it passes over itself
        known = metadata.extract_meta_json(tree, known)
    if "authors" in missing and not known.author:
        known.author = _author(tree)
    known.url = known.url or metadata.extract_url(tree, url)
    if "day" in missing:
        known.date = find_date(tree, extensive_search=False, original_date=True, url=known.url)
    known.sitename = known.sitename or metadata.extract_sitename(tree)
    known.clean_and_trim()
    return Inferred(_titled(known.sitename) or _host(known.url), known.author, known.date, known.url)


def _titled(site: str | None) -> str | None:
    """A site's name without the mark of a handle and with a capital, unless it is an address."""
    name = (site or "").lstrip("@")
    return (name.title() if name and "." not in name and not name[0].isupper() else name) or None


def _host(url: str | None) -> str | None:
    found = metadata.META_URL.match(url or "")
    return found[1] if found else None


class _Names(NamedTuple):
    """The attributes by which an element may be named for an author."""

    id: str
    class_: str
    itemprop: str
    rel: str
    test: str
    component: str


_ATTRIBUTES = ("id", "class", "itemprop", "rel", "data-testid", "data-component")
_HINT = re.compile(
    "[Aa]uthor|[Bb]yline|byl|username|BBL|zuozhe|bianji|xiaobian|channel-name|submitted-by|posted-by|journalist|screenname|writer"
)
_SURE = re.compile("author-?name|AuthorName|authorName")
_ID = re.compile("author|zuozhe|bianji|xiaobian")
_CLASS = re.compile("author|channel-name|zuozhe|bianji|xiaobian|submitted-by|posted-by|journalist-name")
_LAST_ID = re.compile("[Aa]uthor")
_LAST_CLASS = re.compile("[Aa]uthor|screenname|writer|[Bb]yline")
_OTHER_ID = re.compile("^comments|comment-?list|ProductReviews")
_OTHER_CLASS = re.compile(
    "^[Cc]omments|commentlist|comments-list|sidebar|is-hidden|quote|embedly-instagram|article-(?:share|support)|print|category"
    "|meta-date|meta-reviewer|^(?:title|date)$"
)
MAX_NAMES = 120
"""Characters of a line of authors."""
SMALL = 60
"""Elements that one which names authors may hold."""


def _author(tree: Element) -> str | None:
    """The first line of authors that stands in an element of the surest kind there is; trafilatura's kinds, in its order."""
    named = [(e, _names(e)) for e in tree.iter(etree.Element) if _HINT.search(" ".join(e.values()))]
    own = [pair for pair, other in zip(named, trees.around((e for e, _ in named), _is_other), strict=True) if other is None]
    for names_author, tags in _KINDS:
        for element, names in own:
            if (not tags or element.tag in tags) and names_author(names) and (line := _line(element)):
                return str(normalize_authors(None, line) or "") or None
    return None


def _names(element: Element) -> _Names:
    return _Names(*(element.get(name) or "" for name in _ATTRIBUTES))


def _is_sure(names: _Names) -> bool:
    said = "author" in (names.rel, names.id, names.class_) or names.itemprop == "author name"
    return said or names.test in ("AuthorCard", "AuthorURL") or bool(_SURE.search(names.class_))


def _is_likely(names: _Names) -> bool:
    said = names.class_ in ("byline", "username", "byl", "BBL") or "author" in names.itemprop
    return said or bool(_ID.search(names.id) or _CLASS.search(names.class_))


def _is_last(names: _Names) -> bool:
    said = "Byline" in names.component or "author" in names.itemprop or bool(_LAST_ID.search(names.id))
    return said or bool(_LAST_CLASS.search(names.class_))


_KINDS: tuple[tuple[Callable[[_Names], bool], frozenset[str]], ...] = (
    (_is_sure, frozenset(["a", "address", "div", "link", "p", "span", "strong"])),
    (_is_likely, frozenset(["a", "div", "h3", "h4", "p", "span"])),
    (_is_last, frozenset()),
)
"""What names an author and on which elements, any where none is told; the surest first."""


def _line(element: Element) -> str | None:
    """The words of a small element, those of dates, figures and the like in it left out; None where they are too many or none."""
    if any(True for _ in islice(element.iter(), SMALL, None)) or _is_other(element):
        return None
    copied = deepcopy(element)
    markup.cut(*[e for e in copied.iterdescendants() if _is_other(e)])
    line = " ".join(" ".join(copied.itertext()).split())
    return line if 2 < len(line) < MAX_NAMES else None


def _is_other(element: Element) -> bool:
    """Whether no author of the article stands in an element: lists of comments, dates, figures, boxes beside the article."""
    if element.tag in ("time", "figure"):
        return True
    names = _names(element)
    named = names.class_ in ("comments", "title", "date") or "Figure" in names.component
    named = named or bool(_OTHER_ID.search(names.id) or _OTHER_CLASS.search(names.class_))
    return named and element.tag in ("a", "div", "section", "span")
