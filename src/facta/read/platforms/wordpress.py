"""WordPress's own comments in any theme: told by what its `comment_class()` prints (type and `depth-N`), else by list and id."""

import re
from dataclasses import replace
from itertools import islice

from facta.read import markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_attribute, by_class, by_tag, dated, read_post, within
from facta.records import CommentKind

SIGNS = Signs(
    (
        "depth-",
        "/wp-content/",
        "/wp-includes/",
        "wp-comments-post.php",
        "comment-reply-link",
        "WordPress",
        "comment-list",
        "commentlist",
    )
)
_DEPTH = re.compile(r"depth-(\d{1,3})")
_KINDS: tuple[CommentKind, ...] = ("pingback", "trackback", "comment")
_PING = re.compile(r"^(?:pingback|trackback|ping)s?\s*:\s*", re.IGNORECASE)

_META = by_class("comment-metadata", "commentmetadata", "comment-meta", "comment_meta", "comment-info", "comment-header", "meta")
_FURNITURE = by_class(
    "reply", "comment-reply-link", "comment-edit-link", "edit-link", "says", "comment-awaiting-moderation", "avatar",
    "comment-respond", "comment-author", "comment-meta", "comment-metadata", "commentmetadata", "sharedaddy",
    "comment-likes", "comment-actions", "wp-block-comment-reply-link", "wp-block-comment-edit-link",
)  # fmt: skip
FIELDS = Fields(
    author=(
        by_class("fn"),
        by_class(
            "comment-author-name",
            "comment-author-link",
            "comment_author",
            "comment-author",
            "comment_name",
            "commentauthor",
            "wp-block-comment-author-name",
        ),
        by_tag("cite"),
        by_attribute("itemprop", "author", "creator"),
        by_class("author", "vcard", "comment-name"),
    ),
    date=(
        by_tag("time"),
        by_class("comment-date", "comment_date", "comment-time", "comment_time", "commentdate", "wp-block-comment-date"),
        within(_META, dated(by_tag("a", "span", "small"))),
        _META,
        by_class("date"),
    ),
    text=(
        by_class(
            "comment-content",
            "comment_content",
            "comment-text",
            "comment_text",
            "commenttext",
            "comment-entry",
            "commententry",
            "wp-block-comment-content",
        ),
        by_attribute("itemprop", "text", "commentText"),
        by_class("format_text", "comment-body-text"),
        by_class("comment-body", "comment_body", "comment-container"),
    ),
    furniture=lambda e: _FURNITURE(e) or (e.get("id") or "").startswith("respond"),
)


_classed = trees.finder(
    '//@class[contains(., "depth-")]'
    '[not(contains(., "wpd-comment") or contains(., "wc-comment"))]'  # wpDiscuz's, which has a file of its own
    "/parent::*[self::li or self::div or self::article or self::dt or self::section]"
)
_numbered = trees.finder('//@id[contains(., "comment-")]/parent::*[self::li or self::div or self::article]')
_signs = trees.finder(
    'boolean(//@src[contains(., "/wp-content/") or contains(., "/wp-includes/")])'
    ' or boolean(//@href[contains(., "/wp-content/")]) or boolean(//@action[contains(., "wp-comments-post.php")])'
    ' or boolean(//@class[contains(., "comment-reply-link")]) or boolean(//meta[contains(@content, "WordPress")])'
)
_LIST = by_class("commentlist", "comment-list", "comments-list", "comment_list", "commentslist", "comment-lists")
_AUTHOR = by_class("comment-author", "comment_author", "fn")
MAX_INNER = 40
"""Elements of a comment among which its author and the link to it stand."""
_ID = re.compile(r"(?:li-|div-)?comment-(\d+)")


def recognises(tree: Element) -> bool:
    """Whether any element is a comment as WordPress names them."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts; a reply is nested in its parent's element, or in flat themes follows it one depth further in."""
    items = _items(tree)
    index = {item: n for n, item in enumerate(items)}
    nested, deeper = trees.parents(items), trees.by_depth(map(_depth, items))
    answered = [deeper[n] if around is None else around for n, around in enumerate(nested)]
    posts = tuple(_post(item, index, parent) for item, parent in zip(items, answered, strict=True))
    return Extraction(posts, (*trees.roots(items), *_bodies(items)))


def _items(tree: Element) -> list[Element]:
    """The comments' elements; in themes older than `comment_class()`, or with their own idea of it, those with ids."""
    items = [e for e in _classed(tree) if _depth(e) and (e.tag != "div" or not _repeats(e))]
    return items or _by_id(tree)


def _by_id(tree: Element) -> list[Element]:
    numbered = [e for e in _numbered(tree) if _ID.fullmatch(e.get("id", ""))]
    told = bool(numbered) and _signs(tree)
    items: dict[str, Element] = {}
    for element, place in zip(numbered, trees.around(numbered, _LIST), strict=True):
        if (told and (place is not None or _is_own(element))) or (place is not None and _is_listed(element)):
            items.setdefault(element.get("id", "").rpartition("-")[2], element)  # an inner element may repeat the number
    return list(items.values())


def _is_listed(element: Element) -> bool:
    """Whether an element of a list is a comment on a page without any other sign: a theme's own `li.comment`, with its number."""
    return element.tag == "li" and not markup.classes(element).isdisjoint(_KINDS)


def _is_own(element: Element) -> bool:
    """Whether an element outside any list is a comment all the same: it names an author, and its date links to itself."""
    number = element.get("id", "").rpartition("-")[2]
    inner = list(islice(element.iterdescendants(), MAX_INNER))
    linked = any(e.tag == "a" and (e.get("href") or "").endswith(f"#comment-{number}") for e in inner)
    return linked and any(_AUTHOR(e) for e in inner if isinstance(e.tag, str))


def _depth(element: Element) -> int:
    """The depth that `comment_class()` prints, from 1; 0 for any other element."""
    names = element.get("class") or ""
    found = _DEPTH.search(names)
    return int(found[1]) if found and not markup.classes(element).isdisjoint(_KINDS) else 0


def _repeats(element: Element) -> bool:
    """Whether a theme prints the classes again on an element inside the same post's."""
    parent = element.getparent()
    return parent is not None and _depth(parent) == _depth(element)


def _bodies(items: list[Element]) -> tuple[Element, ...]:
    """Where a theme sets posts as definition lists, the `dd` that follows each `dt`."""
    following = (i.getnext() for i in items if i.tag == "dt")
    return tuple(f for f in following if f is not None and f.tag == "dd")


def _post(item: Element, index: dict[Element, int], parent: int | None) -> Post:
    kind: CommentKind = next((k for k in _KINDS if k in markup.classes(item)), "comment")
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
