"""Live blogs: the dated parts of a page that grows, told by its linked data or by entries that each bear a time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import islice

from lxml import etree, html

from facta.read import called, dates, linked, markup
from facta.read.linked import Linked, Thing
from facta.read.signs import Marks

_UPDATES = etree.XPath("//*[@itemprop='liveBlogUpdate']")
_LIVE = etree.XPath(
    "//*[contains(@class, 'ive') or contains(@class, 'ticker') or contains(@class, 'minute') or contains(@id, 'ive')"
    " or contains(@id, 'ticker') or contains(@itemtype, 'LiveBlog') or self::amp-live-list]"
)
_HEADINGS = ("h2", "h3", "h4", "h5")
_HINTS = (
    "ticker",
    "minute-by-minute",
    *(f"live{gap}{word}" for gap in ("", "-", "_", "-_") for word in ("blog", "update", "feed", "post", "entr", "coverage")),
)
"""Of these one stands, in small letters, among the values of a page that marks a live blog, or it has the element of AMP's."""
LEAST = 2
"""Entries that make a live blog; a page with one is an article."""
MAX_ENTRIES = 1_000
MAX_TIMES = 4_000
"""Times of a page that are looked at to find its entries."""
CLIMB = 6
"""Levels between a time and the entry it dates."""
MAX_CONTAINERS = 20


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One dated part before it has a place in the text."""

    headline: str | None = None
    date_text: str | None = None
    stamp: str | None = None
    """The time in a form for machines."""
    lines: tuple[str, ...] = ()


def take(tree: html.HtmlElement, marks: Marks) -> tuple[Entry, ...]:
    """The entries that the page shows, in its order, cut out of the tree; empty for other pages."""
    named = (any(hint in marks.small for hint in _HINTS) and _live().search(marks.small)) or _holds_live_list(tree)
    for find in (*((_marked, _timed) if named else ()), _told_of):
        read = [(element, _shown(element)) for element in find(tree)[:MAX_ENTRIES]]
        full = [(element, entry) for element, entry in read if entry.lines]
        if len(full) >= LEAST:
            markup.cut(*(element for element, _ in full))
            return tuple(entry for _, entry in full)
    return ()


@cache
def _live() -> re.Pattern[str]:
    return re.compile(called.either("live"))


def _holds_live_list(tree: html.HtmlElement) -> bool:
    return next(tree.iter("amp-live-list"), None) is not None


def told(data: Linked) -> tuple[Entry, ...]:
    """The entries that the page's linked data tells, in its order; empty for other pages."""
    items = data.article.get("liveBlogUpdate")
    read = [e for t in (items if isinstance(items, list) else [])[:MAX_ENTRIES] if isinstance(t, dict) and (e := _told(t)).lines]
    return tuple(read) if len(read) >= LEAST else ()


def _marked(tree: html.HtmlElement) -> list[html.HtmlElement]:
    return [e for e in _UPDATES(tree) if all(a.get("itemprop") != "liveBlogUpdate" for a in islice(e.iterancestors(), 20))]


def _timed(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """The sibling elements, each with a time of its own, inside what is named a live blog."""
    named = (e for e in _LIVE(tree) if _live().search(_marks(e)) and "comment" not in _marks(e))
    for container in islice(named, MAX_CONTAINERS):
        if best := _siblings(_times(container), container):
            return best
    return []


def _told_of(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """The sibling elements that show the entries of the page's linked data, each with its time or its headline.

    What the page shows is whole, while its linked data may tell only how each entry begins; but a page may show only the latest
    of those that its data tells, and then it has less to say.
    """
    scripts = (script.text or "" for script in tree.iter("script"))
    if not any("liveBlogUpdate" in source for source in scripts):
        return []
    entries = told(linked.read(tree))
    stamps = {moment for entry in entries if (moment := _minute(entry.stamp))}
    headlines = {markup.folded(entry.headline) for entry in entries if entry.headline}
    times = (time for time in _times(tree) if _minute(time.get("datetime")) in stamps)
    headings = (e for e in tree.iter(*_HEADINGS) if markup.folded(markup.line(e)) in headlines)
    found = _siblings(times, tree) or _siblings(headings, tree)
    told_size = sum(len(line) for entry in entries for line in entry.lines)
    return found if sum(map(markup.visible_size, found)) >= told_size else []


def _minute(stamp: str | None) -> datetime | None:
    """The moment that a stamp tells, whatever its zone, without seconds."""
    moment_ = dates.moment(stamp or "")
    at = datetime.fromisoformat(moment_) if moment_ else None
    return (at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)).replace(second=0, microsecond=0) if at else None


def _siblings(anchors: Iterator[html.HtmlElement], container: html.HtmlElement) -> list[html.HtmlElement]:
    """The most siblings within a container that each hold one of some elements; empty where there are too few."""
    holders: dict[html.HtmlElement, dict[html.HtmlElement, None]] = {}
    for anchor in islice(anchors, MAX_TIMES):
        for child, parent in _above(anchor, container):
            holders.setdefault(parent, {})[child] = None
    best = max(holders.values(), key=len, default={})
    return list(best) if len(best) >= LEAST else []


def _times(container: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for element in container.iter():
        if isinstance(element.tag, str) and (element.tag == "time" or element.get("data-sort-time")):
            yield element


def _above(time: html.HtmlElement, container: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, html.HtmlElement]]:
    """The pairs of an element and its parent from a time upwards, as far as its container."""
    child = time
    for _ in range(CLIMB):
        parent = child.getparent()
        if child is container or parent is None:
            return
        yield child, parent
        child = parent


def _shown(element: html.HtmlElement) -> Entry:
    inner = [e for e in islice(element.iter(), 2_000) if isinstance(e.tag, str)]
    time = next((e for e in inner if e.tag == "time"), None)
    heading = next((e for e in inner if e.tag in _HEADINGS), None)
    date_text = markup.line(time) if time is not None else ""
    return Entry(
        headline=(markup.line(heading) or None) if heading is not None else None,
        date_text=date_text or None,
        stamp=(time.get("datetime") if time is not None else None) or element.get("data-sort-time"),
        lines=tuple(markup.text_pieces(element, lambda e: e is time)),
    )


def _told(thing: Thing) -> Entry:
    headline, body = linked.text(thing.get("headline")), thing.get("articleBody")
    lines = paragraphs(body) if isinstance(body, str) else []
    return Entry(
        headline=headline,
        date_text=linked.text(thing.get("datePublished")),
        stamp=linked.text(thing.get("datePublished")),
        lines=tuple([headline, *lines] if headline else lines),
    )


def paragraphs(body: str) -> list[str]:
    """The paragraphs of a text from linked data, where it may be markup."""
    if "<" in body:
        try:
            return list(markup.text_pieces(html.fragment_fromstring(body[:MAX_BODY], create_parent="div")))
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return []
    return [" ".join(line.split()) for line in body[:MAX_BODY].splitlines() if line.strip()]


MAX_BODY = 200_000
"""Characters of an article told by linked data."""


def day(entry: Entry, published: str | None) -> str | None:
    """The ISO day of an entry: its own, or the page's where it tells only an hour."""
    told = (moment(entry), entry.stamp, entry.date_text)
    return next((d for text in told if text and (d := dates.day(text))), published)


def moment(entry: Entry) -> str | None:
    """The ISO timestamp of an entry, hours included, where its page gives one."""
    return dates.moment(entry.stamp or "")


def _marks(element: html.HtmlElement) -> str:
    named = (element.get(name) or "" for name in ("class", "id", "itemtype"))
    return " ".join((str(element.tag), *named)).lower()
