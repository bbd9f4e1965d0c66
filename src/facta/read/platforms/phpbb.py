"""phpBB 3 in styles made from prosilver: posts are `div.post` with ids like `p1`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facta.read import forums, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, by_tag, first, within

SIGNS = Signs(("postbody",))
_POST = re.compile(r"p(\d+)")
_named = trees.with_class("post")
_bodies = trees.with_class("postbody")
_cites = trees.finder("//blockquote/div/cite | //blockquote/cite")
_HEAD = by_class("author")
_FURNITURE = by_class(
    "signature", "notice", "post-buttons", "attachbox", "inline-attachment", "responsive-hide", "back2top", "codehead"
)
_NOTICE = by_class("ignore", "post-ignore", "postbody")


def recognises(tree: Element) -> bool:
    """Whether any element is a post by its class and id and holds a body."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts after the opening one; a reply is told by the post it quotes."""
    for cite in _cites(tree):
        cite.tag = "div"  # prosilver shows who is quoted as a line of its own, which the name of the element doesn't tell
    return forums.read(tree, _items(tree), FORUM)


def _items(tree: Element) -> list[Element]:
    holders = forums.holders(_bodies(tree), lambda e: "post" in markup.classes(e) and _ident(e) is not None)
    return [e for e in _named(tree) if e in holders]


def _ident(post: Element) -> str | None:
    found = _POST.fullmatch(post.get("id") or "")
    return found[1] if found else None


def _is_quote(element: Element) -> bool:
    return element.tag == "blockquote"


def _is_furniture(element: Element) -> bool:
    """Buttons and signatures; a quotation's arrow to the post it is from; the line over a block of code."""
    parent = element.getparent()
    label = element.tag == "p" and parent is not None and "codebox" in markup.classes(parent)
    return label or element.get("data-post-id") is not None or _FURNITURE(element)


def _completed(post: Post, item: Element, inner: Sequence[Element]) -> Post:
    """With the date where a style prints it bare, after "by NAME »", and what stands in place of a deleted post's text."""
    gone = any("deleted" in name for name in markup.classes(item))
    notice = first(inner, (_NOTICE,)) if gone and not post.text else None
    head = first(inner, (_HEAD,))
    date = post.date_text if post.date_text or head is None else markup.line(head).rpartition("»")[2].strip()
    return replace(post, date_text=date, text=post.text if notice is None else markup.line(notice), deleted=gone)


FORUM = forums.Forum(
    fields=Fields(
        author=(within(_HEAD, by_tag("strong")), by_class("username", "username-coloured", "postauthor")),
        date=(within(_HEAD, by_tag("time")), by_tag("time")),
        text=(by_class("content"),),
        furniture=_is_furniture,
    ),
    ident=_ident,
    place=lambda _: None,
    quote=_is_quote,
    finish=_completed,
)
