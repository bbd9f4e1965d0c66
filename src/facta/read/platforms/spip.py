"""SPIP's forums below articles, in its own templates and those made from them: `forum-` classes in nested lists."""

from dataclasses import replace

from facta.read import bylines, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, by_tag, within

SIGNS = Signs(("forum-message", "forum-chapo"))
_HEAD = by_class("forum-chapo", "comment-meta")
_TITLE = by_class("forum-titre")
_MESSAGE = by_class("forum-message")
_PREVIEW = by_class("previsu")
FIELDS = Fields(
    author=(
        by_class("fn", "forum-auteur", "comment-author"),
        within(_HEAD, within(by_tag("small"), by_tag("span", "strong"))),
        within(_HEAD, within(by_class("par"), by_tag("span", "a"))),
        within(_HEAD, lambda e: e.tag == "strong" and not _TITLE(e)),
    ),
    date=(within(_HEAD, by_tag("abbr", "time")), by_class("date", "forum-date", "published")),
    text=(by_class("comment-texte"), by_class("forum-texte", "forum-item"), by_class("comment-content")),
    furniture=by_class("repondre", "forum-repondre", "comment-reply", "hyperlien", "forum-lien", "forum-chapo", "moderation"),
)
_messages = trees.with_class("forum-message", "forum-chapo")


def recognises(tree: Element) -> bool:
    """Whether any element is one of the messages of SPIP's forum."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts; a reply stands in a list inside the list item of the post it answers."""
    items = _items(tree)
    posts = trees.stamped(trees.read(items, FIELDS), items, lambda e: any(t(e) for t in FIELDS.date), "datetime", "title")
    mine = frozenset(items)
    return Extraction(tuple(_headed(p, i, mine) for p, i in zip(posts, items, strict=True)), trees.roots(items))


def _items(tree: Element) -> list[Element]:
    """The elements that hold one message each: its list item, else the message; a preview of what the reader types is none."""
    messages = _messages(tree)
    previews, items, outer = (trees.around(messages, test) for test in (_PREVIEW, by_tag("li"), _MESSAGE))
    placed = zip(messages, previews, items, outer, strict=True)
    return list(dict.fromkeys(next(e for e in (item, out, m) if e is not None) for m, no, item, out in placed if no is None))


def _headed(post: Post, item: Element, mine: frozenset[Element]) -> Post:
    """The post with author and date from its heading's line, where the template marks up neither."""
    if post.author and post.date_text:
        return post
    head = next((e for e in markup.own(item, mine.__contains__) if _HEAD(e)), None)
    if head is None:
        return post
    line = " ".join(markup.paragraphs(head, lambda e: _TITLE(e) or FIELDS.furniture(e)).split())
    author, date = bylines.split(line)
    author = post.author or author
    return replace(post, author=author, date_text=post.date_text or date or bylines.beside(line, author))
