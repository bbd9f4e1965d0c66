"""Stack Exchange: answers, and the comments on them and on the question, which is the page's article."""

import re
from dataclasses import replace

from facta.read import forums, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_attribute, by_class, by_tag, first, read_post, within

SIGNS = Signs(("comment-copy", "answer"))
_COMMENT = re.compile(r"comment-\d+")
_OWNER = within(by_class("user-details"), by_attribute("itemprop", "name"))
_TIME = by_class("relativetime", "relativetime-clean")
FIELDS = Fields(
    author=(by_class("comment-user"),),
    date=(within(by_class("comment-date"), _TIME),),
    text=(by_class("comment-copy"), by_class("js-post-body"), by_class("post-text"), by_class("s-prose")),
    furniture=by_class("post-signature", "s-notice", "snippet-ctas"),
)
_named = trees.with_class("answer", "comment")
_copies = trees.with_class("comment-copy")
_areas = trees.finder("//div[@id='answers' or starts-with(@id, 'comments-')]")


def recognises(tree: Element) -> bool:
    """Whether any element is an answer or a comment by its class and number."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts: a comment on an answer stands inside it, one on the question answers no other post."""
    items = _items(tree)
    around = trees.parents(items)
    mine = frozenset(items)
    posts = tuple(_post(item, mine, parent) for item, parent in zip(items, around, strict=True))
    return Extraction(posts, (*trees.roots(items), *(_areas(tree) if items else ())))


def _items(tree: Element) -> list[Element]:
    holders = forums.holders(_copies(tree), lambda e: bool(_COMMENT.fullmatch(e.get("id") or "")))
    return [e for e in _named(tree) if e.get("data-answerid") or e in holders]


def _post(item: Element, mine: frozenset[Element], parent: int | None) -> Post:
    """One post; an answer's author and date stand in the last of its signatures, editors before it."""
    post = read_post(item, FIELDS, mine.__contains__, parent)
    inner = list(markup.own(item, mine.__contains__))
    gone = "deleted-answer" in markup.classes(item)
    if not item.get("data-answerid"):
        return forums.with_stamp(post, first(inner, FIELDS.date))
    signature = [e for e in inner if "user-info" in markup.classes(e)][-1:]
    signed = [e for box in signature for e in box.iterdescendants()]
    author = first(
        signed, (_OWNER, within(by_class("user-details"), by_tag("a")), by_class("community-wiki"), by_class("user-details"))
    )
    date = first(signed, (_TIME,))
    post = replace(
        post,
        author=markup.line(author) if author is not None else None,
        date_text=markup.line(date) if date is not None else None,
        deleted=gone,
    )
    return forums.with_stamp(post, date)
