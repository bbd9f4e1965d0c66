"""WordPress's own comments in any theme: told by the classes its `comment_class()` prints (type of comment and `depth-N`)."""

import re
from dataclasses import replace

from facta.read import markup
from facta.read.posts import Post
from facta.read.threads import Element, Extraction, Fields, by_attribute, by_class, by_tag, dated, parent_of, read_post, within
from facta.records import CommentKind

_DEPTH = re.compile(r"depth-(\d{1,3})")
_KINDS: tuple[CommentKind, ...] = ("pingback", "trackback", "comment")
_PING = re.compile(r"^(?:pingback|trackback|ping)s?\s*:\s*", re.IGNORECASE)

_META = by_class("comment-metadata", "commentmetadata", "comment-meta", "comment_meta", "comment-info", "comment-header", "meta")
_FURNITURE = by_class(
    "reply", "comment-reply-link", "comment-edit-link", "edit-link", "says", "comment-awaiting-moderation", "avatar",
    "comment-respond", "comment-author", "comment-meta", "comment-metadata", "commentmetadata", "sharedaddy",
    "comment-likes", "comment-actions",
)  # fmt: skip
FIELDS = Fields(
    author=(
        by_class("fn"),
        by_class(
            "comment-author-name", "comment-author-link", "comment_author", "comment-author", "comment_name", "commentauthor"
        ),
        by_tag("cite"),
        by_attribute("itemprop", "author", "creator"),
        by_class("author", "vcard", "comment-name"),
    ),
    date=(
        by_tag("time"),
        by_class("comment-date", "comment_date", "comment-time", "comment_time", "commentdate"),
        within(_META, dated(by_tag("a", "span", "small"))),
        _META,
        by_class("date"),
    ),
    text=(
        by_class(
            "comment-content", "comment_content", "comment-text", "comment_text", "commenttext", "comment-entry", "commententry"
        ),
        by_attribute("itemprop", "text", "commentText"),
        by_class("format_text", "comment-body-text"),
        by_class("comment-body", "comment_body", "comment-container"),
    ),
    furniture=lambda e: _FURNITURE(e) or (e.get("id") or "").startswith("respond"),
)


def recognises(tree: Element) -> bool:
    """Whether any element carries a depth and one of WordPress's types of comment."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts; a reply is nested in its parent's element, or in flat themes follows it one depth further in."""
    items = _items(tree)
    index = {item: n for n, item in enumerate(items)}
    posts: list[Post] = []
    for n, item in enumerate(items):
        parent = parent_of(item, index)
        posts.append(_post(item, index, _by_depth(items, n) if parent is None else parent))
    return Extraction(tuple(posts), tuple(i for i in items if parent_of(i, index) is None) + _bodies(items))


def _items(tree: Element) -> list[Element]:
    return [e for e in tree.iter("li", "div", "article", "dt", "section") if _depth(e) and (e.tag != "div" or not _repeats(e))]


def _depth(element: Element) -> int:
    """The depth that `comment_class()` prints, from 1; 0 for any other element."""
    names = element.get("class") or ""
    found = _DEPTH.search(names)
    return int(found[1]) if found and not markup.classes(element).isdisjoint(_KINDS) else 0


def _repeats(element: Element) -> bool:
    """Whether a theme prints the classes again on an element inside the same post's."""
    parent = element.getparent()
    return parent is not None and _depth(parent) == _depth(element)


def _by_depth(items: list[Element], n: int) -> int | None:
    depth = _depth(items[n])
    return next((k for k in range(n - 1, -1, -1) if _depth(items[k]) < depth), None) if depth > 1 else None


def _bodies(items: list[Element]) -> tuple[Element, ...]:
    """Where a theme sets posts as definition lists, the `dd` that follows each `dt`."""
    following = (i.getnext() for i in items if i.tag == "dt")
    return tuple(f for f in following if f is not None and f.tag == "dd")


def _post(item: Element, index: dict[Element, int], parent: int | None) -> Post:
    kind = next(k for k in _KINDS if k in markup.classes(item))
    post = replace(read_post(item, FIELDS, index.__contains__, parent), kind=kind)
    if item.tag == "dt" and (body := item.getnext()) is not None and body.tag == "dd":
        post = replace(post, text=markup.paragraphs(body, FIELDS.furniture))
    if kind == "comment":
        return post if post.text else replace(post, text=_bare_text(item, index))
    title = _ping_title(item, index)
    return replace(post, author=post.author or title, text=_PING.sub("", post.text) or title or "")


def _bare_text(item: Element, index: dict[Element, int]) -> str:
    """The text of a theme that names no container for it: the post's own paragraphs."""
    own = markup.own(item, lambda e: e in index or FIELDS.furniture(e))
    return "\n\n".join(filter(None, (markup.paragraphs(e) for e in own if e.tag == "p")))


def _ping_title(item: Element, index: dict[Element, int]) -> str | None:
    """The title of the page that links here: what stands after "Pingback:"."""
    text = " ".join(markup.paragraphs(item, lambda e: e in index or FIELDS.furniture(e)).split())
    return _PING.sub("", text) or None
