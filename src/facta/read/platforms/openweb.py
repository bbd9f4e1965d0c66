"""OpenWeb, once Spot.IM: its script marks the parts of a message by `data-spot-im-class`, whatever the names of its styles."""

from itertools import islice

from facta.read import markup, trees
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_attribute, by_class, by_tag

SIGNS = Signs(("message-text",))
_MARK = "data-spot-im-class"
FIELDS = Fields(
    author=(
        by_attribute(_MARK, "message-username"),
        by_class("src-components-username-index__button", "sppre_username"),
        by_attribute(_MARK, "user-info-username"),
    ),
    date=(by_attribute(_MARK, "message-timestamp"), by_tag("time")),
    text=(by_attribute(_MARK, "message-text"),),
    furniture=by_attribute(_MARK, "message-actions", "message-footer", "message-see-more"),
)
_texts = trees.finder(f'//*[@{_MARK}="message-text"]')
_STACKS = by_class("sppre_message-stack", "spcv_list-item")


_CLIMB = 30
"""Elements between a text and its message's own, at most."""


def recognises(tree: Element) -> bool:
    """Whether any element holds the text of a message."""
    return bool(_texts(tree))


def threads(tree: Element) -> Extraction:
    """The posts; replies stand in a list inside the list item of the message they answer."""
    items = _items(tree)
    posts = trees.stamped(trees.read(items, FIELDS), items, lambda e: any(t(e) for t in FIELDS.date), "datetime", "title")
    return Extraction(posts, trees.roots(items))


def _items(tree: Element) -> list[Element]:
    """The element around each text that holds no other text but those of replies: its list item, else its article or view."""
    found: dict[Element, None] = {}
    for text in _texts(tree):
        near = islice(text.iterancestors(), _CLIMB)
        around = [a for a in near if a.tag in ("li", "article") or _STACKS(a) or _is_view(a)]
        item = next((a for a in reversed(around[: _own(around)]) if a not in found), None)
        if item is not None:
            found[item] = None
    return list(found)


def _own(around: list[Element]) -> int:
    """How many of the elements around a text are its own: up to the first list item."""
    return next((n for n, a in enumerate(around, start=1) if a.tag == "li" or _STACKS(a)), len(around))


def _is_view(element: Element) -> bool:
    return any("message-view" in name or "message-container" in name for name in markup.classes(element))
