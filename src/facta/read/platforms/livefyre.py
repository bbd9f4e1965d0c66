"""Livefyre, closed in 2021 and kept in many a saved page: `fyre-` classes, replies inside the article of the post they answer."""

from facta.read import trees
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, by_tag

SIGNS = Signs(("fyre-comment-article",))
FIELDS = Fields(
    author=(by_class("fyre-comment-username"), by_class("fyre-comment-author-name", "fyre-user-name")),
    date=(by_class("fyre-comment-date"), by_tag("time")),
    text=(by_class("fyre-comment"), by_class("fyre-comment-body")),
    furniture=by_class("fyre-comment-media", "fyre-comment-footer", "fyre-comment-replies", "fyre-comment-see-more"),
)
_items = trees.with_class("fyre-comment-article")


def recognises(tree: Element) -> bool:
    """Whether any element is one of Livefyre's articles, as it calls a post."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts, each with its replies below it."""
    items = _items(tree)
    return Extraction(trees.read(items, FIELDS), trees.roots(items))
