"""Coral: `coral-` classes and lists of replies since version 5, `talk-` classes of its forerunner Talk before."""

import re
from dataclasses import replace
from itertools import chain

from facta.read import markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, Test, by_class, by_tag, within

SIGNS = Signs(("coral-", "talk-stream-comment"))
_TOMBSTONES = ("coral-deletedTombstone", "coral-rejectedTombstone", "coral-ignoredTombstone")
_coral = trees.with_class("coral-comment", *_TOMBSTONES)
_talk = trees.finder('//*[contains(@class, "talk-stream-comment-wrapper-level-")]')
_COMMENT = by_class("coral-comment")
_LISTS = by_class("talk-load-more-replies")
_LEVEL = re.compile(r"\bcoral-indent-(\d{1,2})\b")
_REPLIES = "coral-comments-replyList-log--"

CORAL = Fields(
    author=(by_class("coral-comment-username"), by_class("coral-username")),
    date=(within(by_class("coral-comment-timestamp"), by_tag("time")), by_class("coral-comment-timestamp"), by_tag("time")),
    text=(by_class("coral-comment-content"), by_class("coral-content")),
    furniture=by_class("coral-comment-actionbar", "coral-comment-inreplyto"),
)
TALK = Fields(
    author=(
        within(by_class("talk-plugin-author-menu-button"), by_tag("span")),
        lambda e: "AuthorName__name" in (e.get("class") or ""),
        by_class("talk-stream-comment-user-name"),
    ),
    date=(
        within(by_class("talk-stream-comment-published-date"), lambda e: e.get("title") is not None),
        by_class("talk-stream-comment-published-date"),
        by_tag("time"),
    ),
    text=(by_class("talk-stream-comment-content"), lambda e: "CommentContent__content" in (e.get("class") or "")),
    furniture=by_class("talk-stream-comment-footer", "talk-load-more-replies"),
)


def recognises(tree: Element) -> bool:
    """Whether the page has comments drawn by Coral or by Talk."""
    return bool(_coral(tree)) or bool(_talk(tree))


def threads(tree: Element) -> Extraction:
    """The posts; Talk's replies stand inside the post they answer, Coral's in a list after it that bears its id."""
    if items := _talk(tree):
        posts = trees.stamped(trees.read(items, TALK), items, lambda e: any(t(e) for t in TALK.date), "title", "datetime")
        return Extraction(_gone(posts, items), trees.roots(items))
    drawn = _coral(tree)
    around = trees.around(drawn, _COMMENT)
    items = [i for i, outer in zip(drawn, around, strict=True) if outer is None or _COMMENT(i)]  # a tombstone may stand in one
    posts = trees.read(items, CORAL, _answered(items))
    return Extraction(_gone(posts, items), trees.roots(items))


def _gone(posts: tuple[Post, ...], items: list[Element]) -> tuple[Post, ...]:
    """The posts with what the platform says in the place of one that is gone."""
    mine = frozenset(items)
    return tuple(_notice(p, i, mine) if not (p.author or p.text) else p for p, i in zip(posts, items, strict=True))


def _notice(post: Post, item: Element, mine: frozenset[Element]) -> Post:
    return replace(post, text=markup.paragraphs(item, lambda e: e in mine or _LISTS(e)), deleted=True)


def _answered(items: list[Element]) -> list[int | None]:
    """Which post each one answers: that of the list of replies it stands in, else the last one less indented."""
    lists = trees.around(items, _is_list)
    deeper = trees.by_depth(_levels(items))
    index: dict[str, int] = {}
    found: list[int | None] = []
    for n, (place, named) in enumerate(zip(lists, _ids(items), strict=True)):
        found.append(deeper[n] if place is None else index.get(place.get("id", "").removeprefix(_REPLIES), deeper[n]))
        index[named] = n
    return found


def _is_list(element: Element) -> bool:
    return element.get("id", "").startswith(_REPLIES)


def _ids(items: list[Element]) -> list[str]:
    """The comments' ids, each on its own element or on one around it."""
    named: Test = lambda e: e.get("id", "").startswith("comment-")  # noqa: E731
    places = (i if named(i) else a for i, a in zip(items, trees.around(items, named), strict=True))
    return ["" if place is None else place.get("id", "").removeprefix("comment-") for place in places]


def _levels(items: list[Element]) -> list[int]:
    """How far each comment is indented: a class in or around it tells, else the lists of replies around it."""
    mine = frozenset(items)
    indented: Test = lambda e: _LEVEL.search(e.get("class") or "") is not None  # noqa: E731
    levels: list[int] = []
    for item, outer, lists in zip(items, trees.around(items, indented), trees.nesting(items, _is_list), strict=True):
        place = next(filter(indented, chain([item], markup.own(item, mine.__contains__))), outer)
        found = _LEVEL.search(place.get("class", "")) if place is not None else None
        levels.append(int(found[1]) if found else lists)
    return levels
