"""What an HTML page says about when it was published, in linked data, meta elements, `time` elements, print and address."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree, html

from facta.read import dates, furniture, linked, markup, order, printed
from facta.read.dates import Order
from facta.read.linked import Linked
from facta.read.stamps import Said
from facta.records import DateOrigin
from facta.values.dates import clean, is_to_come

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


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Where a page says when it was published."""

    tree: html.HtmlElement
    data: Linked
    metas: Metas
    near: Sequence[Shown]
    """The elements by its headline."""
    address: str | None


def read(page: Sources, reckoned: Order | None = None) -> list[Said]:
    """All statements of a page about when it was published, the most believed first.

    reckoned: whether its numeric dates name the day or the month first.
    """
    said = [
        *_days("linked", [linked.text(page.data.article.get("datePublished"))], reckoned),
        *_days("meta", map(page.metas.get, _PUBLISHED), reckoned),
        *_days("time", _times(page.tree, page.near), reckoned),
        *_days("text", filter(None, (_printed(element, line, reckoned) for element, line in page.near)), reckoned),
    ]
    said = said or list(islice(_days("text", _issued(page.tree), reckoned), 1)) or list(islice(_todays(page.near), 1))
    day = dates.in_address(page.address) if page.address else None
    return [*said, Said("url", page.address, day)] if page.address and day and not is_to_come(day) else said


def no_day(page: Sources) -> str | None:
    """The first day that a page declares itself to be of and that no calendar has."""
    told = (
        linked.text(page.data.article.get("datePublished")),
        *map(page.metas.get, _PUBLISHED),
        *_times(page.tree, page.near),
    )
    return next(filter(None, (dates.no_day(text) for text in told if text)), None)


def since(page: Sources, fetched: str | None) -> list[Said]:
    """How long ago a page says by its headline that it was published, as a date; fetched: as for `ago.day`."""
    if not fetched:
        return []
    lines = [(text, True) for text in _times(page.tree, page.near)]
    lines += [(line, _MARK.search(_marks(e)) is not None) for e, line in page.near if not _changed(e)]
    told = (printed.since(line, fetched, marked=marked) for line, marked in lines)
    return [Said("text", *one) for one in islice(filter(None, told), 1) if not is_to_come(one[1])]


_ZEROS = frozenset(("0001-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1969-12-31", "1970-01-01"))
"""The days from which machines count, which they tell where they know none; with the eve on which some zones have that hour."""


def is_idle(tree: html.HtmlElement, day: str, answered: Collection[str] = ()) -> bool:
    """Whether a page shows a day only in its footer, among readers' comments, or where it says when it was made or printed.

    answered: days on which readers wrote; one of them that the page itself does not show is only theirs.
    """
    told = [
        (element, text) for element, text in _texts(tree) if day[:4] in text and day in (dates.day(text), *dates.readings(text))
    ]
    if not told:
        return day in answered
    return all(furniture.begins("idle_days", text.strip()) or _is_beside(element) for element, text in told)


def _is_beside(element: html.HtmlElement) -> bool:
    around = (element, *islice(element.iterancestors(), MAX_AROUND))
    return any(e.tag == "footer" or _BESIDE.search(f"{e.get('class') or ''} {e.get('id') or ''}".lower()) for e in around)


_BESIDE = re.compile(r"(?:^|[\s_-])(?:footer|copyright|colophon|imprint|comments?|comment-?list|discussion)(?:$|[\s_-])")
MAX_AROUND = 12
"""Levels around a text that are asked whether they are the page's footer."""


def modified(page: Sources, reckoned: Order | None = None) -> str | None:
    """The ISO day of the last change that a page declares or, by its headline, prints."""
    texts = (linked.text(page.data.article.get("dateModified")), *map(page.metas.get, _MODIFIED))
    return next((said.iso for said in _days("meta", texts, reckoned)), None) or shown_change(page, reckoned)


def shown_change(page: Sources, reckoned: Order | None = None) -> str | None:
    """The ISO day of a change that a page prints by its headline."""
    shown = (_day_of_change(element, line, reckoned) for element, line in page.near)
    return next(filter(None, shown), None)


def order_of(page: Sources) -> Order | None:
    """Whether the page's numeric dates name the day or the month first, as far as anything on it tells."""
    told = [linked.text(page.data.article.get(name)) for name in ("datePublished", "dateModified")]
    told += map(page.metas.get, (*_PUBLISHED, *_MODIFIED))
    declared = [text for text in told if text]
    days = [dates.day(text) or clean(text) for text in declared] + [dates.in_address(page.address or "")]
    lines = [*declared, *(line for _, line in page.near)]
    doubtful = any(map(dates.readings, lines))
    language = page.tree.get("lang") or page.metas.get("og:locale")
    return order.of([*lines, *numeric(page.tree)] if doubtful else lines, language, [day for day in days if day])


def numeric(tree: html.HtmlElement) -> Iterator[str]:
    """The short texts of a page that hold a numeric date."""
    return (text for _, text in _texts(tree) if dates.has_numeric(text))


def _texts(tree: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """The short texts of a page, each with the element that it stands in or behind."""
    for element in tree.iter(etree.Element):
        for text in (None if element.tag in ("script", "style") else element.text, element.tail):
            if text and 8 <= len(text) <= MAX_TEXT:
                yield element, text


MAX_TEXT = 300
"""Characters, blanks included, of a text that prints a date; longer ones are prose."""


def undecided(page: Sources, day: str | None = None) -> str | None:
    """What the page prints by its headline, or for a given day anywhere, whose day and month could be swapped."""
    lines = numeric(page.tree) if day else (line for element, line in page.near if _is_dated(element, line))
    pieces = (piece for line in lines for piece in printed.issued(line))
    return next((piece for piece in pieces if (days := dates.readings(piece)) and (day is None or day in days)), None)


def _is_dated(element: html.HtmlElement, line: str) -> bool:
    """Whether an element by the headline prints a date, be it marked as one or nothing else."""
    if len(line) > printed.MAX_LINE or _changed(element):
        return False
    return printed.is_stamp(line) or _MARK.search(_marks(element)) is not None


def _days(origin: DateOrigin, texts: Iterable[str | None], reckoned: Order | None = None) -> Iterator[Said]:
    for text in texts:
        day = (dates.day(text, reckoned) or clean(text)) if text else None
        if text and day and not is_to_come(day) and (origin == "text" or day not in _ZEROS):
            yield Said(origin, text, day)


def _times(tree: html.HtmlElement, near: Sequence[Shown]) -> Iterator[str]:
    """The dates of `time` elements: marked as the publication's, then those beside the headline, then the page's only one."""
    all_ = list(islice(tree.iter("time"), 500))
    marked = [t for t in all_ if t.get("pubdate") is not None or t.get("itemprop") == "datePublished"]
    beside = [e for e, _ in near if e.tag == "time"]
    for element in (*marked, *beside, *(all_ if len(all_) == 1 else ())):
        if not _changed(element):
            yield element.get("datetime") or markup.line(element)


def _printed(element: html.HtmlElement, line: str, reckoned: Order | None) -> str | None:
    """The date that an element beside the headline prints, if it prints nothing else or is marked as a date."""
    if not 6 <= len(line) <= printed.MAX_LINE or not any(map(str.isdigit, line)) or element.tag == "time":
        return None
    if _changed(element) or element.find(".//time") is not None or furniture.begins("idle_days", line):
        return None
    alone = any(dates.line_day(piece, reckoned) for piece in printed.issued(line))
    if not (alone or _MARK.search(_marks(element)) or printed.is_stamp(line)):  # only then: it may ask for other languages
        return None
    told = printed.day(line, reckoned)
    return told[0] if told and len(told[0]) <= dates.MAX_LENGTH else None


def _day_of_change(element: html.HtmlElement, line: str, reckoned: Order | None) -> str | None:
    """The day of a change that an element beside the headline prints with a word for it, or is marked as."""
    if len(line) > printed.MAX_LINE:
        return None
    marked = element.get("datetime") or line if element.tag == "time" and _changed(element) else None
    return printed.changed(line, reckoned) or (dates.day(marked, reckoned) if marked else None)


def _issued(tree: html.HtmlElement) -> Iterator[str]:
    """What lines anywhere on the page that begin with a word for it say of when it was published."""
    for element in tree.iter():
        text = (element.text or "").lstrip() if isinstance(element.tag, str) else ""
        if 8 < len(text) <= printed.MAX_LINE and (furniture.begins("issued", text) or furniture.begins("changed", text)):
            yield from (piece for piece in printed.issued(markup.line(element, SMALL)) if furniture.begins("issued", piece))


def _todays(near: Sequence[Shown]) -> Iterator[Said]:
    """The day that one of the first lines by the headline says it is."""
    told = (printed.today(line) for line in islice(filter(None, (line for _, line in near)), FIRST))
    return (Said("text", *one) for one in told if one and one[1][:4] >= FIRST_YEAR and not is_to_come(one[1]))


FIRST = 20
"""Lines by the headline, some of them told by several elements, among which such a line stands."""
FIRST_YEAR = "1994"
"""Before that there were no pages; what they tell of older days in the present is history."""


def _changed(element: html.HtmlElement) -> bool:
    """Whether an element is marked as the day of a change; WordPress marks an unchanged day as published and updated at once."""
    marks = _marks(element)
    return _CHANGED.search(marks) is not None and "publish" not in marks


def _marks(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower().replace(" ", "_")
