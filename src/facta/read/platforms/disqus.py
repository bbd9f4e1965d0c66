"""Disqus: the thread its frame draws, the data that frame carries, and what a site prints for readers without scripts."""

from dataclasses import replace

from facta.read import markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_attribute, by_class, by_tag

SIGNS = Signs(("post-content", "dsq-comment", "disqus_thread", "disqus-threadData"))
_contents = trees.finder('//@data-role[.="post-content"]/../..')
_HIGHLIGHTED = by_attribute("data-role", "highlighted-post")
_fallback = trees.finder(
    '//*[starts-with(@id, "dsq-comment-")][number(substring(@id, 13)) = number(substring(@id, 13))]'
    ' | //*[@id="dsq-comments"]//li[contains(@class, "pingback") or contains(@class, "trackback")]'
)
_printed = trees.finder(
    '(//*[@id="disqus_thread"])[1]//*[contains(concat(" ", normalize-space(@class), " "), " comment ")]'
    '[not(contains(@class, "depth-"))]'
)
_data = trees.finder('//script[@id="disqus-threadData"]')

DRAWN = Fields(
    author=(by_class("author"), by_class("post-byline")),
    date=(by_attribute("data-role", "relative-time"), by_class("time-ago"), by_tag("time"), by_class("post-meta")),
    text=(by_attribute("data-role", "message"), by_class("post-message")),
    furniture=by_class("see-more", "post-media", "media-container", "badge", "parent-link", "comment__footer"),
)
FALLBACK = Fields(
    author=(lambda e: (e.get("id") or "").startswith("dsq-author-user"), by_class("dsq-commenter-name"), by_tag("cite")),
    date=(by_class("dsq-comment-header-time", "dsq-comment-meta"), by_tag("time")),
    text=(by_class("dsq-comment-message", "dsq-comment-text"), by_class("dsq-comment-body")),
    furniture=by_class("dsq-comment-footer", "dsq-comment-rate", "dsq-comment-buttons"),
)
PRINTED = Fields(
    author=(by_class("comment-author", "author", "username", "name"), by_tag("cite")),
    date=(by_tag("time"), by_class("comment-date", "comment-time", "date", "time")),
    text=(by_class("comment-body", "comment-content", "comment-text", "message", "body"), by_tag("blockquote")),
    furniture=by_class("reply", "avatar"),
)


def recognises(tree: Element) -> bool:
    """Whether the page has posts in any of Disqus's four forms; the empty place for its frame alone is no thread."""
    return any(find(tree) for find in (_drawn, _data, _fallback, _printed))


def threads(tree: Element) -> Extraction:
    """The posts in the richest form the page has: all are of the same thread."""
    if items := _drawn(tree):
        posts = trees.stamped(trees.read(items, DRAWN), items, lambda e: any(t(e) for t in DRAWN.date), "title")
        return Extraction(posts, trees.roots(items))
    if posts := tuple(p for script in _data(tree) for p in _recorded(script)):
        return Extraction(posts, ())
    if items := _fallback(tree):
        posts = tuple(_ping(*pair) for pair in zip(trees.read(items, FALLBACK), items, strict=True))
        return Extraction(posts, trees.roots(items))
    items = _printed(tree)
    posts = tuple(_raw(*pair) for pair in zip(trees.read(items, PRINTED), items, strict=True))
    return Extraction(posts, trees.roots(items))


def _drawn(tree: Element) -> list[Element]:
    """The posts of the list, without what is shown a second time above it."""
    items = _contents(tree)
    return [i for i, twice in zip(items, trees.around(items, _HIGHLIGHTED), strict=True) if twice is None]


def _recorded(script: Element) -> tuple[Post, ...]:
    """The posts of the data that Disqus's frame is drawn from."""
    found = trees.at(trees.load(script.text), "response", "posts")
    listed = [p for p in found if isinstance(p, dict) and "id" in p] if isinstance(found, list) else []
    return trees.in_order([trees.Record(str(p["id"]), _id(p.get("parent")), _record(p)) for p in listed])


def _id(parent: object) -> str | None:
    return None if parent is None else str(parent)


def _record(data: dict[str, object]) -> Post:
    author, created = trees.at(data, "author", "name"), data.get("createdAt")
    return Post(
        author=author if isinstance(author, str) else None,
        date_text=created if isinstance(created, str) else None,
        stamp=created if isinstance(created, str) else None,
        text=trees.text_of(data.get("message")),
        deleted=data.get("isDeleted") is True,
    )


def _ping(post: Post, item: Element) -> Post:
    """A link from another page, which Disqus's plug-in for WordPress prints as "Pingback: TITLE"."""
    kind = next((k for k in ("pingback", "trackback") if k in markup.classes(item)), None)
    if kind is None:
        return post
    title = next((markup.line(a) for a in item.iter("a")), None)
    return replace(post, kind=kind, author=post.author or title, text=post.text or title or "")


def _raw(post: Post, item: Element) -> Post:
    """Where a site prints a message as its reader typed it, white space is all that parts its lines."""
    text = next((e for test in PRINTED.text for e in markup.own(item, by_class("comment")) if test(e)), None)
    return replace(post, text=trees.plain(text.text or "")) if text is not None and len(text) == 0 else post
