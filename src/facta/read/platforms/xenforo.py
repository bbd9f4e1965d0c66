"""XenForo: topics of versions 1 (`li.message`) and 2 (`article.message`), and the posts that sites show below an article."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facta.read import forums, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, first, within

SIGNS = Signs(("js-post-", "message--", "messageList", "profilePostComment-", "xenforo-comment", "js-comment"))
_POST = re.compile(r"(?:js-)?(?:post|profilePostComment|xenforo-comment)-(\d+)")
_PLACE = re.compile(r"#([\d,.]{1,9})")
_named = trees.with_class("message", "xenforo-comment", "js-comment")
_NOTICE = by_class("messagenotice", "deletedmessage", "messagenotice--deleted")
_FURNITURE = by_class(
    "bbcodeblock-expandlink", "quoteexpand", "attributionlink", "messagetextendmarker", "js-selecttoquoteend", "message-lastedit",
    "editdate", "message-attachments", "attachedfiles", "signature", "message-signature", "likessummary", "reactionsbar",
    "xf-comment-reply",
)  # fmt: skip


def recognises(tree: Element) -> bool:
    """Whether any element is a post by its classes and its id."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The posts after the opening one; a reply is told by the post it quotes, a remark on a post stands inside it."""
    return forums.read(tree, _items(tree), FORUM)


def _items(tree: Element) -> list[Element]:
    return [e for e in _named(tree) if _ident(e)]


def _ident(post: Element) -> str | None:
    found = _POST.fullmatch(post.get("id") or "") or _POST.fullmatch(post.get("data-content") or "")
    return found[1] if found else None


def _place(post: Element) -> int | None:
    """The number a post prints beside its date, or as version 1's link to itself; below an article there are only replies."""
    if "xenforo-comment" in markup.classes(post):
        return 0
    outer = by_class("message-attribution", "message-attribution-opposite", "postnumber")
    for element in markup.own(post, by_class("message-body", "messagetext")):
        if outer(element):
            found = _PLACE.search(markup.line(element))
            if found:
                return int(re.sub(r"\D", "", found[1]) or 0)
    return None


def _completed(post: Post, item: Element, inner: Sequence[Element]) -> Post:
    """With the author as the post's own attribute states it, and what stands in place of a deleted one's text."""
    notice = None if post.text else first(inner, (_NOTICE,))
    return replace(
        post,
        author=item.get("data-author") or post.author,
        text=post.text if notice is None else markup.line(notice),
        deleted=notice is not None or not markup.classes(item).isdisjoint({"message--deleted", "deleted"}),
    )


FORUM = forums.Forum(
    fields=Fields(
        author=(by_class("message-name"), by_class("username"), by_class("author-name")),
        date=(
            by_class("u-dt"),
            within(by_class("messagemeta"), by_class("datetime")),
            by_class("datetime"),
            by_class("post-date"),
        ),
        text=(by_class("message-body", "comment-body"), by_class("messagetext"), by_class("bbwrapper"), by_class("js-read-more")),
        furniture=_FURNITURE,
    ),
    ident=_ident,
    place=_place,
    quote=by_class("bbcodeblock--quote", "bbcodequote"),
    finish=_completed,
)
