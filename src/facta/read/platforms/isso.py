"""Isso, a comment server of its own; a saved page has what its script drew: `isso-` classes, bare ones up to version 0.12."""

from facta.read import trees
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, by_tag

SIGNS = Signs(("isso-comment",))
FIELDS = Fields(
    author=(by_class("isso-author", "author"),),
    date=(by_tag("time"), by_class("isso-permalink", "permalink")),
    text=(by_class("isso-text", "text"),),
    furniture=by_class("isso-comment-footer", "isso-feedback", "isso-follow-up"),
)
_items = trees.with_class("isso-comment")
_places = trees.finder('//*[@id="isso-thread"]')


def recognises(tree: Element) -> bool:
    """Whether Isso has drawn a comment."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts; replies stand in the `isso-follow-up` of the post they answer, the form for new ones beside them."""
    items = _items(tree)
    return Extraction(trees.read(items, FIELDS), (*_places(tree), *trees.roots(items)))
