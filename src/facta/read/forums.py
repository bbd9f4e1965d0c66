"""What flat forums share: the opening post stands where an article would, and a reply names the post it quotes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from facta.read import dates, markup, trees
from facta.read.posts import Post
from facta.read.threads import Element, Extraction, Fields, Test, by_class, by_tag, first, read_post

_NUMBER = re.compile(r"(?:^|post\D{0,4}|#p?|[?&]p=)(\d{1,12})$")
_PAGE = re.compile(r"[1-9]\d{0,5}")
_LATER = re.compile(r"[?&]start=[1-9]|(?:[?&]page=|/page-?|/index)(?:[2-9]|1\d)")
_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?")
ARTICLE_SIZE = 400
"""Characters from which an article element outside all posts is what the topic is about."""


@dataclass(frozen=True)
class Forum:
    """How a forum marks its posts; every question is asked of one post or of an element inside it."""

    fields: Fields
    ident: Callable[[Element], str | None]
    """The number by which quotes name the post."""
    place: Callable[[Element], int | None]
    """The post's place in its topic as printed, 1 for the opening one, 0 in a list of nothing but replies; None where unknown."""
    quote: Test
    """What stands around a quotation of another post."""
    finish: Callable[[Post, Element, Sequence[Element]], Post] = lambda post, item, inner: post
    """What only this forum knows about a post, from its element and those inside that belong to no other post."""


def read(tree: Element, items: Sequence[Element], forum: Forum) -> Extraction:
    """The readers' posts among all posts of a page in document order; the opening one is left in the tree as its article."""
    opening = _opening(tree, items, forum) if items else None
    readers = [i for i in items if i is not opening]
    index = {item: n for n, item in enumerate(readers)}
    numbers = {number: n for n in range(len(readers) - 1, -1, -1) if (number := forum.ident(readers[n]))}
    around = trees.parents(readers)
    posts = []
    for n, item in enumerate(readers):
        inner = list(markup.own(item, index.__contains__))
        answered = numbers.get(quoted(inner, forum.quote) or "", n)
        parent = answered if around[n] is None and answered < n else around[n]
        post = with_stamp(read_post(item, forum.fields, index.__contains__, parent), first(inner, forum.fields.date))
        posts.append(forum.finish(post, item, inner))
    if opening is not None:
        _keep_date(opening, forum, index.__contains__)
    outermost = tuple(item for item, nest in zip(readers, around, strict=True) if nest is None)
    return Extraction(tuple(posts), outermost + _beside(opening, index.__contains__, forum.fields.text))


def holders(inner: Sequence[Element], test: Test) -> frozenset[Element]:
    """The nearest element around each of some that passes a test, no more than MAX_ABOVE levels up."""
    return frozenset(h for e in inner if (h := next(filter(test, islice(e.iterancestors(), MAX_ABOVE)), None)) is not None)


MAX_ABOVE = 8
"""Levels within which a post's text has its post, by the templates of forums."""


def quoted(elements: Sequence[Element], quote: Test) -> str | None:
    """The number of the post that the first quotation with a number names; what is quoted inside a quotation doesn't count."""
    inside: set[Element] = set()
    for element in elements:
        if element.getparent() in inside:
            inside.add(element)
        elif quote(element):
            inside.add(element)
            number = next(filter(None, map(_number, (element, *markup.own(element, quote)))), None)
            if number:
                return number
    return None


def _number(element: Element) -> str | None:
    """The number of a post in the attributes by which forums point to one."""
    for name in ("data-source", "data-post-id", "data-link-to-post", "data-post", "href"):
        found = _NUMBER.search(element.get(name) or "")
        if found:
            return found[1]
    return None


def with_stamp(post: Post, date: Element | None) -> Post:
    """The post with the date that its date element has for machines beside the words."""
    return replace(post, stamp=stamp(date)) if date is not None else post


def stamp(date: Element) -> str | None:
    """The moment in an element's attributes: ISO, words that name a day, or seconds or milliseconds since 1970."""
    for name in ("datetime", "content", "title", "ts"):
        value = date.get(name) or ""
        iso = _ISO.search(value)
        if iso or dates.day(value):
            return iso[0] if iso else value
    return trees.epoch(date.get("data-time") or date.get("data-timestamp"))


def _opening(tree: Element, items: Sequence[Element], forum: Forum) -> Element | None:
    """The post that opens the topic, unless the page shows a later part of it or has an article besides."""
    place = forum.place(items[0])
    opens = not _is_later(tree) if place is None else place == 1
    return items[0] if opens and not _has_article(tree, items) else None


def _is_later(tree: Element) -> bool:
    """Whether a topic's page says that it isn't the first: by its links to others, or the marked one among its page numbers."""
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() in ("prev", "previous"):
            return True
        if link.get("rel") == "canonical" and _LATER.search(link.get("href") or ""):
            return True
    pages = next((e for e in tree.iter("div", "nav", "ul", "td") if "pagination" in markup.classes(e)), None)
    here = None if pages is None else first(list(pages.iterdescendants()), (by_class("active", "current"), by_tag("strong")))
    return here is not None and (number := _PAGE.fullmatch(markup.line(here))) is not None and int(number[0]) > 1


def _has_article(tree: Element, items: Sequence[Element]) -> bool:
    """Whether an article of some length stands neither in a post nor around one."""
    posts = frozenset(items)
    nodes = [e for e in tree.iter() if e in posts or e.tag == "article" or e.get("itemprop") == "articleBody"]
    inside: list[bool] = []
    for node, around in zip(nodes, trees.parents(nodes), strict=True):
        inside.append(node in posts or (around is not None and inside[around]))
    outside = islice((node for node, within_post in zip(nodes, inside, strict=True) if not within_post), MAX_ARTICLES)
    return any(posts.isdisjoint(e.iterdescendants()) and markup.visible_size(e) >= ARTICLE_SIZE for e in outside)


MAX_ARTICLES = 20
"""Article elements outside all posts that are looked at; a page with more is a list."""


def _keep_date(opening: Element, forum: Forum, other: Test) -> None:
    """Put the date of the opening post above its text, where the article's is sought, if only words beside it tell it."""
    inner = list(markup.own(opening, other))
    place = first(inner, forum.fields.text)
    if place is None or any(e.tag == "time" for e in inner):
        return
    post = forum.finish(read_post(opening, forum.fields, other), opening, inner)
    if post.date_text:
        line = place.makeelement("p")
        shown = etree.SubElement(line, "time")
        shown.text, line.tail, place.text = post.date_text, place.text, None
        place.insert(0, line)


def _beside(post: Element | None, other: Test, text: Sequence[Test]) -> tuple[Element, ...]:
    """What an opening post has beside its text: who wrote it, buttons, signature; its date stays, as it is the article's."""
    place = None if post is None else first(list(markup.own(post, other)), text)
    around = () if place is None else beside(place, post)
    return tuple(e for e in around if not other(e) and next(e.iter("h1", "time"), None) is None)


def beside(element: Element, within: Element | None = None) -> Iterator[Element]:
    """What stands on either side of an element and of those around it, up to one of them or the page's body."""
    place: Element | None = element
    while place is not None and place is not within and place.tag != "body":
        for preceding in (True, False):
            yield from (e for e in place.itersiblings(preceding=preceding) if isinstance(e.tag, str))
        place = place.getparent()
