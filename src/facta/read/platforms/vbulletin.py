"""vBulletin: topics of versions 3 (`table#post1`), 4 (`li#post_1`) and 5 (`li.b-post`)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facta.read import forums, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, first

SIGNS = Signs(("td_post_", "postbit", "postcontainer", "b-post", "b-comment", "js-comment"))
_POST = re.compile(r"post_?(\d+)")
_named = trees.finder("//li[starts-with(@id, 'post_') or @data-node-id] | //table[starts-with(@id, 'post')]")
_cells = trees.finder("//td[starts-with(@id, 'td_post_')]")
_NODE = by_class("b-post", "b-comment", "js-comment")
_COUNTER = by_class("postcounter", "b-post__count")
_FURNITURE = by_class("bbcode_description", "signature", "signaturecontainer", "post-signature", "bbcode_quote_container")
_NOTICE = by_class("deletedmessage", "deletedpost", "b-post__deleted", "postbody", "alt1")


def recognises(tree: Element) -> bool:
    """Whether any element is a post by its id, or by version 5's class and node."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts after the opening one; a reply is told by the post it quotes, version 5's comment stands inside its post."""
    return forums.read(tree, _items(tree), FORUM)


def _items(tree: Element) -> list[Element]:
    """The posts; a table is version 3's if it has a cell for the text of its number, an item version 4's by its class."""
    cells = {cell.get("id") for cell in _cells(tree)}
    return [e for e in _named(tree) if (n := _ident(e)) and (f"td_post_{n}" in cells if e.tag == "table" else _is_item(e))]


def _is_item(item: Element) -> bool:
    return _NODE(item) or any(name.startswith(("postbit", "postcontainer")) for name in markup.classes(item))


def _ident(post: Element) -> str | None:
    found = _POST.fullmatch(post.get("id") or "")
    return found[1] if found else post.get("data-node-id") if _NODE(post) else None


def _place(post: Element) -> int | None:
    counter = next((e for e in post.iter("a", "span") if _COUNTER(e) or (e.get("id") or "").startswith("postcount")), None)
    number = "" if counter is None else re.sub(r"\D", "", markup.line(counter))
    return int(number) if 0 < len(number) < 10 else None


def _is_text(element: Element) -> bool:
    return (element.get("id") or "").startswith("post_message_")


def _is_name(element: Element) -> bool:
    return (element.get("id") or "").startswith("postmenu_")


def _is_date(element: Element) -> bool:
    """Whether this is version 3's bar above a post, or the half of it that hasn't the post's number."""
    bar = element if element.tag == "td" else element.getparent()
    if bar is None or "thead" not in markup.classes(bar) or (element is not bar and element.tag != "div"):
        return False
    whole = next(element.iter("div"), element) is element
    return (
        whole and bool(markup.line(element)) and not any((e.get("id") or "").startswith("postcount") for e in element.iter("a"))
    )


def _is_quote(element: Element) -> bool:
    inset = element.tag == "td" and "alt2" in markup.classes(element) and "inset" in (element.get("style") or "")
    return inset or "bbcode_quote" in markup.classes(element)


def _is_furniture(element: Element) -> bool:
    """Signatures, and the label over version 3's quotations and code."""
    label = "smallfont" in markup.classes(element) and (after := element.getnext()) is not None and after.tag in ("table", "pre")
    return bool(label) or _FURNITURE(element)


def _completed(post: Post, item: Element, inner: Sequence[Element]) -> Post:
    """With what stands in place of a deleted post's text."""
    gone = any("deleted" in name for name in markup.classes(item))
    notice = first(inner, (_NOTICE,)) if gone and not post.text else None
    return replace(post, text=post.text if notice is None else markup.line(notice), deleted=gone)


FORUM = forums.Forum(
    fields=Fields(
        author=(by_class("bigusername"), _is_name, by_class("username"), by_class("author")),
        date=(by_class("postdate"), _is_date, by_class("b-post__timestamp")),
        text=(_is_text, by_class("js-post__content-text"), by_class("postcontent")),
        furniture=_is_furniture,
    ),
    ident=_ident,
    place=_place,
    quote=_is_quote,
    finish=_completed,
)
