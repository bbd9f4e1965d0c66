"""Discourse: topics as served to crawlers and as its script draws them, and the comments it embeds into other sites."""

import re

from facta.read import forums, markup, trees
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_attribute, by_class, by_tag, within

SIGNS = Signs(("crawler-post", "cooked"))
_POST = re.compile(r"post[_-](\d+)")
_FURNITURE = by_class(
    "username", "quote-controls", "meta", "post-replies", "crawler-linkback-list", "post-likes", "cooked-selection-barrier"
)
_named = trees.with_class("crawler-post", "onscreen-post", "boxed", "post")
_cooked = trees.with_class("cooked")
_CREATOR = by_class("creator")


def recognises(tree: Element) -> bool:
    """Whether any element is a post in one of the three forms."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts after the opening one; a reply is told by the post it quotes, an embedded one by the link to what it answers."""
    return forums.read(tree, _items(tree), FORUM)


def _items(tree: Element) -> list[Element]:
    """The posts as served, or the articles with cooked text, as Discourse calls it, that its script draws or embeds."""
    holders = forums.holders(_cooked(tree), lambda e: e.tag == "article" and bool(_POST.fullmatch(e.get("id") or "")))
    return [e for e in _named(tree) if _is_served(e) or e in holders]


def _is_served(element: Element) -> bool:
    return "crawler-post" in markup.classes(element)


def _is_embedded(post: Element) -> bool:
    return (post.get("id") or "").startswith("post-")


def _ident(post: Element) -> str | None:
    found = _POST.fullmatch(post.get("id") or "")
    return found[1] if found else str(_position(post) or "") or None


def _place(post: Element) -> int | None:
    """The post's number, but for embedded posts, whose ids count all posts of a site."""
    return 0 if _is_embedded(post) else int(_ident(post) or 0) or None


def _position(post: Element) -> int | None:
    printed = next((e for e in markup.own(post, _is_served) if e.get("itemprop") == "position"), None)
    number = "" if printed is None else re.sub(r"\D", "", printed.get("content") or markup.line(printed))
    return int(number) if 0 < len(number) < 10 else None


def _is_quote(element: Element) -> bool:
    """Whether this quotes a post of the same topic (others are linked by their title), or links to what its post answers."""
    if element.tag == "aside":
        title = next((e for e in element.iter("div") if "title" in markup.classes(e)), None)
        return element.get("data-post") is not None and (title is None or next(title.iter("a"), None) is None)
    return "in-reply-to" in markup.classes(element)


FORUM = forums.Forum(
    fields=Fields(
        author=(
            within(_CREATOR, by_attribute("itemprop", "name")),
            within(_CREATOR, by_tag("a")),
            _CREATOR,
            within(by_class("username"), by_tag("a")),
            by_class("username"),
        ),
        date=(by_class("post-time"), by_class("relative-date"), by_class("post-date"), by_tag("time")),
        text=(by_class("cooked"), by_class("post"), by_attribute("itemprop", "text", "articleBody")),
        furniture=_FURNITURE,
    ),
    ident=_ident,
    place=_place,
    quote=_is_quote,
)
