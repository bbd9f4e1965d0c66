"""Threads written as elements: repeated blocks that each say who, when and what."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice

from lxml import etree

from facta.read import headline, markup
from facta.read.generic import areas as areas_
from facta.read.generic import certain, dating, evidence, naming, opening, parents, repeats, telling, when, words
from facta.read.generic.areas import Area
from facta.read.generic.dating import Date
from facta.read.generic.evidence import Evidence
from facta.read.posts import Post
from facta.read.threads import Element, Extraction
from facta.records import CommentKind

MAX_MARK = 60
"""Characters beside author and date from which the element that holds both holds text as well."""
TOP = 20
"""First elements of an item among which the title of an article is sought."""
_PINGS: tuple[CommentKind, ...] = ("pingback", "trackback")


def find(tree: Element) -> Extraction:
    """The posts of the likeliest set of elements that is surely a thread; empty where none is."""
    found = evidence.gather(tree)
    marks = {d.element for d in found.dates} | set(found.authors) | found.controls
    for likely in repeats.candidates(found):
        areas = areas_.split(_beside_article(likely.items), marks)
        posts = read(areas, found)
        filled = [area.item for area, post in zip(areas, posts, strict=True) if post.author or post.text or post.date_text]
        filled = _once(filled)
        if 0 < len(filled) < len(areas):  # forms and buttons named like posts
            areas = areas_.split(filled, marks)
            posts = read(areas, found)
        if certain.is_thread(likely, areas, posts, found.controls):
            buttons: tuple[Element, ...] = ()
            if opening.is_first(likely, areas, posts):
                buttons = tuple(e for e in areas[0].own if e in found.controls)
                areas, posts = areas[1:], [_lowered(post) for post in posts[1:]]
            return Extraction(ordered(posts), (*_roots(areas), *buttons))
    return Extraction((), ())


def ordered(posts: Sequence[Post]) -> tuple[Post, ...]:
    """The posts with parents before replies."""
    order = parents.in_order([p.parent for p in posts])
    place = {n: k for k, n in enumerate(order)}
    return tuple(_moved(posts[n], place) for n in order)


def _beside_article(items: Sequence[Element]) -> list[Element]:
    """The items without that of the article where a layout's rows hold both; one that is left says nothing of a list."""
    titles = headline.declared(items[0].getroottree().getroot())
    titled = [item for item in items if titles and _shows(item, titles)]
    article = titled if len(titled) == 1 else []  # posts of a forum may each repeat their topic
    beside = [item for item in items if item not in article and next(item.iter("h1"), None) is None]
    return beside if len(beside) > 1 else list(items)


def _shows(item: Element, titles: Collection[str]) -> bool:
    """Whether the page's title stands at the top of an item."""
    top = (e.text for e in islice(item.iter(etree.Element), TOP) if e.text)
    return any(markup.folded(text) in titles for text in top if len(text) <= headline.MAX_TITLE)


def _once(items: list[Element]) -> list[Element]:
    """The items without those shown a second time above the others, which have the id of one that follows."""
    last = {e.get("id"): e for e in items if e.get("id")}
    return [e for e in items if last.get(e.get("id"), e) is e]


def _lowered(post: Post) -> Post:
    """A post as it stands without the first, which it may have answered."""
    return replace(post, parent=post.parent - 1 if post.parent else None)


def _moved(post: Post, place: dict[int, int]) -> Post:
    return post if post.parent is None else replace(post, parent=place[post.parent])


def _roots(areas: Sequence[Area]) -> tuple[Element, ...]:
    mine = {root for area in areas for root in area.roots}
    return tuple(root for area in areas for root in area.roots if not any(a in mine for a in root.iterancestors()))


def read(areas: Sequence[Area], found: Evidence) -> list[Post]:
    """The post of each area, in the same order; its parent is an index, which may be larger than its own."""
    dates = dating.read(areas, found.dates)
    names = naming.read(areas, dates, frozenset(found.authors))
    marks = [_marks(area, date, element) for area, date, (_, element) in zip(areas, dates, names, strict=True)]
    texts = telling.read(areas, marks, found.controls)
    above = parents.read(areas, [name for name, _ in names])
    return [
        _post(area, author, date, text, parent)
        for area, (author, _), date, text, parent in zip(areas, names, dates, texts, above, strict=True)
    ]


def _marks(area: Area, date: Date, author: Element | None) -> set[Element]:
    """The elements that say who and when, but for one so large that it holds the text too."""
    marks = {author} if author is not None else set()
    said = len(date.text or "") + (len(markup.line(author)) if author is not None else 0)
    return marks | {
        e for e in date.elements if e is not area.item and len(markup.line(e)) <= said + MAX_MARK and not _goes_on(e, date)
    }


def _goes_on(element: Element, date: Date) -> bool:
    """Whether a post's words stand below its date in the same element, parted from it by a break."""
    if date.text is None or element.find(".//br") is None:
        return False
    lines = [line for piece in markup.text_pieces(element) for line in piece.split("\n")]
    told = next((n for n, line in enumerate(lines) if date.text in line), len(lines))
    return any(any(map(str.isalpha, line)) and not when.is_clock(line) for line in lines[told + 1 :])


def _post(area: Area, author: str | None, date: Date, text: str, parent: int | None) -> Post:
    named = words.of(area.item)
    kind: CommentKind = next((k for k in _PINGS if k in named or text.lower().startswith(k)), "comment")
    if kind != "comment":
        text = telling.unpinged(text)
        text = text if any(c.isalnum() for c in text) else ""
        title = author or (text.split("\n")[0] if len(text) <= 200 else None)
        return Post(parent=parent, author=title, date_text=date.text, stamp=date.stamp, text=text or title or "", kind=kind)
    head, _, rest = text.partition("\n\n")
    if author and rest and len(head) <= MAX_MARK + len(author) and naming.clean(head) == author:
        text = rest
    gone = words.is_("removed", " ".join(text.split())) or (len(text) <= 120 and not named.isdisjoint(words.named("removed")))
    return Post(parent=parent, author=author, date_text=date.text, stamp=date.stamp, text=text, kind=kind, deleted=gone)
