"""wpDiscuz, the WordPress plug-in with its own markup: `wc-` classes up to version 5, `wpd-` classes since 7."""

import re

from facta.read import trees
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class

SIGNS = Signs(("_comment_level-",))
_LEVEL = re.compile(r"\bw(?:c|pd)_comment_level-\d+")
_levelled = trees.finder('//div[contains(@class, "_comment_level-")]')
_COMMENT = by_class("wc-comment", "wpd-comment")
_FURNITURE = re.compile(
    r"wpdiscuz-readmore|wpd-tool|wc-vote|wpd-vote|wc-comment-link|wpd-comment-link|wc-footer|wpd-comment-footer|wpdiscuz-hellip"
)

FIELDS = Fields(
    author=(by_class("wc-comment-author", "wpd-comment-author"),),
    date=(by_class("wc-comment-date", "wpd-comment-date"),),
    text=(by_class("wc-comment-text", "wpd-comment-text"),),
    furniture=lambda e: bool(_FURNITURE.search(e.get("class") or "")),
)


def recognises(tree: Element) -> bool:
    """Whether any element carries wpDiscuz's level."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts; replies stand inside the element of the post they answer."""
    items = _items(tree)
    posts = trees.stamped(trees.read(items, FIELDS), items, FIELDS.date[0], "title")
    return Extraction(posts, trees.roots(items))


def _items(tree: Element) -> list[Element]:
    return [e for e in _levelled(tree) if _COMMENT(e) and _LEVEL.search(e.get("class", ""))]
