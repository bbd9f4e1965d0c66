"""What an HTML page says about when it was published, in linked data, meta elements, `time` elements, print and address."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from lxml import html

from facta.read import dates, furniture, linked, markup, plain
from facta.read.linked import Linked
from facta.read.stamps import Said
from facta.records import DateOrigin
from facta.values.dates import clean

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "article.published",
    "publish-date",
    "pubdate",
    "date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified")
_MARK = re.compile(
    r"(?:^|[_-])(?:date|published|pub-?date|posted(?:-?on)?|time-?stamp|datum|fecha|dateline|byline|meta)(?:$|[_-])"
)
_CHANGED = re.compile(r"modif|updat|aktual|chang|actualis|actualiz")
SMALL = 20
"""Elements that one which prints a date may hold."""
Metas = Mapping[str, str]
"""What the page's meta elements say, by name in small letters."""
Shown = tuple[html.HtmlElement, str]
"""An element beside the headline, and its text as a line where it is small."""


def read(tree: html.HtmlElement, data: Linked, metas: Metas, near: Sequence[Shown], address: str | None) -> list[Said]:
    """All statements of a page about when it was published, the most believed first; `near` are the elements by its headline."""
    said = [
        *_days("linked", [linked.text(data.article.get("datePublished"))]),
        *_days("meta", map(metas.get, _PUBLISHED)),
        *_days("time", _times(tree, near)),
        *_days("text", filter(None, (_printed(element, line) for element, line in near))),
    ]
    said = said or list(islice(_days("text", _issued(tree)), 1))
    day = dates.in_address(address) if address else None
    return [*said, Said("url", address, day)] if address and day else said


def modified(data: Linked, metas: Metas) -> str | None:
    """The ISO day of the last change that a page declares."""
    texts = (linked.text(data.article.get("dateModified")), *map(metas.get, _MODIFIED))
    return next((said.iso for said in _days("meta", texts)), None)


def _days(origin: DateOrigin, texts: Iterable[str | None]) -> Iterator[Said]:
    for text in texts:
        day = (dates.day(text) or clean(text)) if text else None
        if text and day:
            yield Said(origin, text, day)


def _times(tree: html.HtmlElement, near: Sequence[Shown]) -> Iterator[str]:
    """The dates of `time` elements: marked as the publication's, then those beside the headline, then the page's only one."""
    all_ = list(islice(tree.iter("time"), 500))
    marked = [t for t in all_ if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"]
    beside = [e for e, _ in near if e.tag == "time"]
    for element in (*marked, *beside, *(all_ if len(all_) == 1 else ())):
        if not _changed(element):
            yield element.get("datetime") or markup.line(element)


def _printed(element: html.HtmlElement, line: str) -> str | None:
    """The date that an element beside the headline prints, if it prints nothing else or is marked as a date."""
    if len(line) > 2 * dates.MAX_LENGTH or not any(map(str.isdigit, line)) or element.tag == "time":
        return None
    line = _unchanged(line)
    if not 6 <= len(line) <= dates.MAX_LENGTH or _changed(element) or element.find(".//time") is not None:
        return None
    if dates.line_day(line):
        return line
    if not _MARK.search(_marks(element)) and not plain.printed_day(line):
        return None
    return next((piece for piece in (line, *_BARS.split(line)) if dates.day(piece)), None)


_BARS = re.compile(r"\s+[|·•–—-]\s+")


def _issued(tree: html.HtmlElement) -> Iterator[str]:
    """Lines anywhere on the page that say when it was published."""
    for element in tree.iter():
        text = (element.text or "").lstrip() if isinstance(element.tag, str) else ""
        if 8 < len(text) <= dates.MAX_LENGTH and furniture.begins("issued", text):
            yield _unchanged(markup.line(element, SMALL))


def _unchanged(line: str) -> str:
    """A line without the day of a change behind that of the publication."""
    found = furniture.pattern("changed").search(line)
    return line[: found.start()].strip(" |·•–—-(/") if found else line


def _changed(element: html.HtmlElement) -> bool:
    """Whether an element is marked as the day of a change; WordPress marks an unchanged day as published and updated at once."""
    marks = _marks(element)
    return _CHANGED.search(marks) is not None and "publish" not in marks


def _marks(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower().replace(" ", "_")
