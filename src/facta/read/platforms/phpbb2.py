"""phpBB in tables: subSilver of version 2 (`span.name`, `span.postbody`) and subsilver2 of version 3 (`b.postauthor`)."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from facta.read import forums, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class

SIGNS = Signs(("postdetails", "postauthor"))
_bodies = trees.with_class("postbody")
_named = trees.finder("//span[@class='name'] | //b[@class='postauthor']")
_BODY = by_class("postbody")
_IDENT = re.compile(r"p?(\d+)")
_LINE = re.compile(r"\s*_{8,}\s*")
"""What parts a signature from the text above it, in the same element."""
_SAYS = re.compile(r"(?P<name>\S.{0,60}?)\s+\S+:")
"""The label over a quotation: "Ada wrote:", whatever the language."""
MAX_ABOVE = 8
"""Elements between a name, or a text, and its post's own."""


def recognises(tree: Element) -> bool:
    """Whether a row or a table has a name and a text as the templates mark them."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts after the opening one; a quotation names but the author of what it is from."""
    items = _items(tree)
    for item in items:
        _cut_signature(item)
    found = forums.read(tree, items, FORUM)
    readers = items[len(items) - len(found.posts) :]
    quoted = dict(zip(readers, map(_quoted, readers), strict=True))
    last: dict[str, int] = {}
    posts = []
    for n, (item, post) in enumerate(zip(readers, found.posts, strict=True)):
        posts.append(replace(post, parent=last.get(quoted[item] or "", post.parent)))
        last[post.author or ""] = n
    heads = [row for item in items[:1] for row in item.itersiblings("tr", preceding=True) if row.find("th") is not None]
    return Extraction(tuple(posts), (*found.roots, *heads))


def _cut_signature(item: Element) -> None:
    line = next((br for br in item.iter("br") if _LINE.fullmatch(br.tail or "")), None)
    below = [] if line is None else [line, *line.itersiblings()]
    for element in below:
        element.tail = None
    markup.cut(*below)


def _items(tree: Element) -> list[Element]:
    """The nearest row or table around each name that also holds a text."""
    holders = {a for body in _bodies(tree) for a in islice(body.iterancestors(), MAX_ABOVE)}
    found = dict.fromkeys(item for name in _named(tree) if (item := _around(name, holders)) is not None)
    return [item for item in found if not any(a in found for a in item.iterancestors())]


def _around(name: Element, holders: Collection[Element]) -> Element | None:
    return next((e for e in islice(name.iterancestors("tr", "table"), MAX_ABOVE) if e in holders), None)


def _ident(post: Element) -> str | None:
    names = (found for a in post.iter("a") if (found := _IDENT.fullmatch(a.get("name") or "")))
    return next((found[1] for found in names), None)


def _quoted(item: Element) -> str | None:
    """The author that the first quotation of a post names above it."""
    quote = next((e for e in item.iter("td", "div") if "quote" in markup.classes(e) or "quotetitle" in markup.classes(e)), None)
    if quote is None:
        return None
    table = next(quote.iterancestors("table"), None) if quote.tag == "td" else None
    label = next(table.iter("b"), None) if table is not None else quote
    found = _SAYS.fullmatch(markup.line(label)) if label is not None else None
    return found["name"] if found else None


def _is_text(element: Element) -> bool:
    """Whether this is what stands around a text that quotations part into several."""
    return element.tag == "td" and any(_BODY(child) for child in element)


def _is_date(element: Element) -> bool:
    """Whether this is the line over a text, "Posted: DATE", and not what stands below a name or beside a subject."""
    if element.tag == "div":
        bar, style = element.getparent(), element.get("style") or ""
        return bar is not None and "gensmall" in markup.classes(bar) and "right" in style and ":" in markup.line(element)
    return "postdetails" in markup.classes(element) and next(element.iter("br"), None) is None and ":" in markup.line(element)


def _completed(post: Post, item: Element, inner: Sequence[Element]) -> Post:
    """With the date alone, without the label before it and the subject behind it."""
    bar = next(filter(_is_date, inner), None)
    told = "" if bar is None else (bar.text or "").strip().partition("\xa0")[0] or markup.line(bar)
    return replace(post, date_text=told.partition(":")[2].strip() or None)


FORUM = forums.Forum(
    fields=Fields(
        author=(by_class("postauthor"), by_class("name")),
        date=(_is_date,),
        text=(_is_text, _BODY),
        furniture=by_class("gensmall", "signature", "attachtitle"),
    ),
    ident=_ident,
    place=lambda _: None,
    quote=lambda e: False,
    finish=_completed,
)
