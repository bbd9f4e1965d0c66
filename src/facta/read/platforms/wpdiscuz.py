"""wpDiscuz, the WordPress plug-in with its own markup: `wc-` classes up to version 5, `wpd-` classes since 7."""

import re

from facta.read import markup
from facta.read.threads import Element, Extraction, Fields, by_class, parent_of, read_posts

_LEVEL = re.compile(r"\bw(?:c|pd)_comment_level-\d+")
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
    index = {item: n for n, item in enumerate(items)}
    return Extraction(read_posts(items, FIELDS), tuple(i for i in items if parent_of(i, index) is None))


def _items(tree: Element) -> list[Element]:
    return [
        e
        for e in tree.iter("div")
        if _LEVEL.search(e.get("class") or "") and not markup.classes(e).isdisjoint({"wc-comment", "wpd-comment"})
    ]
