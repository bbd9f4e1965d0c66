"""The page of all pages in a copy: a list that reads without a script, and that a small script searches."""

import copy
from dataclasses import dataclass

from lxml import etree, html

from facta.store import Store

FILE = "search.html"
SCRIPT = "static/site.js"


@dataclass(frozen=True)
class Entry:
    """A page of the copy with the sentences that it is cited for."""

    key: str
    title: str
    outlet: str | None
    published: str | None
    sentences: tuple[str, ...]


def entries(store: Store, keys: list[str]) -> list[Entry]:
    """Pages by day, the newest first."""
    rows = store.sql(
        """
        SELECT p.page AS key, coalesce(p.title, p.url, regexp_extract(p.source, '[^/\\\\]*$')) AS title, p.outlet, p.published,
               list(DISTINCT e.evidence."text") FILTER (e.evidence IS NOT NULL AND e.comment IS NULL) AS sentences
        FROM pages_v p LEFT JOIN events e ON e.page_no = p.page_no
        WHERE p.page IN (SELECT unnest(?::VARCHAR[])) GROUP BY ALL ORDER BY p.published DESC NULLS LAST, title
        """,
        [keys],
    )
    return [
        Entry(row["key"], row["title"], row["outlet"], row["published"], tuple(sorted(row["sentences"] or ()))) for row in rows
    ]


def listed(home: str, found: list[Entry], files: dict[str, str]) -> str:
    """The page, in the frame of the copied start page; files: of each key."""
    tree = copy.deepcopy(html.document_fromstring(home))
    (main,) = tree.xpath("//main")
    for child in list(main):
        child.drop_tree()
    main.text = None
    for element in tree.xpath("//nav[contains(@class, 'menu')]//a"):
        element.attrib.pop("aria-current", None)
        if element.get("href") == FILE:
            element.set("aria-current", "true")
    for title in tree.xpath("//title"):
        title.text = "Pages of this copy · facta"
    (head,) = tree.xpath("//head")
    etree.SubElement(head, "script", src=SCRIPT, defer="defer")
    wrap = _in(main, "div", "wrap narrow")
    _in(wrap, "h1", text="Pages of this copy")
    _in(wrap, "p", "lead", text=f"{len(found):,} reports that the views cite, with the sentences that tell who did what.")
    field_ = _in(wrap, "div", "field", id="find", hidden="hidden")
    _in(field_, "label", text="Words, all of which must occur").set("for", "words")
    _in(field_, "input", id="words", type="search", autocomplete="off")
    _in(wrap, "p", "soft small", id="count", role="status")
    told = _in(wrap, "ul", "told", id="pages")
    for entry in found:
        _entry(_in(told, "li", "story"), entry, files[entry.key])
    return etree.tostring(tree, method="html", encoding="unicode", doctype="<!doctype html>")


def _entry(item: html.HtmlElement, entry: Entry, file: str) -> None:
    _in(_in(item, "h3"), "a", text=entry.title, href=file)
    _in(item, "p", "source", text=", ".join(filter(None, (entry.outlet, entry.published))))
    for sentence in entry.sentences:
        _in(item, "p", "words", text=sentence)


def _in(holder: html.HtmlElement, tag: str, kind: str = "", *, text: str | None = None, **attributes: str) -> html.HtmlElement:
    made: html.HtmlElement = etree.SubElement(holder, tag)
    for name, value in (({"class": kind} if kind else {}) | attributes).items():
        made.set(name, value)
    made.text = text
    return made
