"""Reddit's pages since 2018: the redesign's flat `div.Comment`, the state its script was sent, and today's `shreddit-comment`."""

import re
from dataclasses import replace

from facta.read import forums, markup, trees
from facta.read.platforms import _redditstate
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, any_of, by_attribute, by_class, by_tag, first, read_post, within

SIGNS = Signs(("t1_",), scripts=("window.___r",))
_ID = re.compile(r"t1_[a-z0-9]{1,12}")
NEW = Fields(
    author=(),
    date=(within(by_tag("faceplate-timeago"), by_tag("time")), by_tag("faceplate-timeago"), by_tag("time")),
    text=(by_attribute("slot", "comment"), lambda e: (e.get("id") or "").endswith("-comment-rtjson-content")),
    furniture=by_tag("shreddit-comment-action-row", "faceplate-tracker"),
)
REDESIGN = Fields(
    author=(by_attribute("data-testid", "comment_author_link"),),
    date=(by_attribute("data-testid", "comment_timestamp"),),
    text=(by_attribute("data-testid", "comment"),),
    furniture=markup.nothing,
)
_WORDS = any_of(by_attribute("slot", "text-body"), by_attribute("data-click-id", "text"), by_class("richtextjson-root"))
_HEAD = by_attribute("data-testid", "post-comment-header", "post-comment-header-deleted")
_new = trees.finder("//shreddit-comment")
_post = trees.finder("//shreddit-post | //*[@data-test-id='post-content']")
_old = trees.finder("//div[starts-with(@id, 't1_')][div[contains(concat(' ', @class, ' '), ' Comment ')]]")


def recognises(tree: Element) -> bool:
    """Whether the page has comments in any of the three forms."""
    return bool(_new(tree) or _old(tree)) or _redditstate.holds(tree)


def threads(tree: Element) -> Extraction:
    """The comments that the page shows; where it shows none, those of its script's state."""
    if items := _new(tree):
        return _shreddit(tree, items)
    if items := _old(tree):
        return _redesign(tree, items)
    posts = _redditstate.posts(tree)
    return Extraction(posts, _around(tree) if posts else ())


def _shreddit(tree: Element, items: list[Element]) -> Extraction:
    """A comment names its author, time and the one it answers in its attributes; replies mostly stand inside it as well."""
    named = trees.by_name((i.get("thingid") for i in items), (i.get("parentid") for i in items))
    mine = frozenset(items)
    posts = []
    for item, told, around in zip(items, named, trees.parents(items), strict=True):
        post = read_post(item, NEW, mine.__contains__, around if told is None else told)
        gone = not post.text and item.get("author") in (None, "[deleted]")
        post = replace(post, author=item.get("author") or None, stamp=item.get("created") or post.stamp, deleted=gone)
        posts.append(post)
    return Extraction(tuple(posts), _around(tree) or trees.roots(items))


def _redesign(tree: Element, items: list[Element]) -> Extraction:
    """A comment is told which it answers by the last of the lines left of it that isn't its own."""
    index = {i.get("id"): n for n, i in reversed(list(enumerate(items)))}
    mine = frozenset(items)
    posts = []
    for n, item in enumerate(items):
        inner = list(markup.own(item, mine.__contains__))
        lines = [name for e in inner if "threadline" in markup.classes(e) for name in _named_by(e)]
        above = [index[name] for name in lines if name != item.get("id") and name in index]
        parent = above[-1] if above and above[-1] < n else None
        posts.append(_told(read_post(item, REDESIGN, mine.__contains__, parent), first(inner, (_HEAD,))))
    return Extraction(tuple(posts), _around(tree) or trees.roots(items))


def _around(tree: Element) -> tuple[Element, ...]:
    """All of the page beside the post that the comments are about: bars, columns, links to more replies.

    Of a post without words of its own, one that links or shows something, no more than its title is left.
    """
    post = next(iter(_post(tree)), None)
    if post is None:
        return ()
    says = any(_WORDS(e) and markup.paragraphs(e) for e in post.iter())
    title = None if says else next(post.iter("h1"), post)
    return (*forums.beside(post), *(() if title is None else (post,) if title is post else forums.beside(title, post)))


def _named_by(line: Element) -> list[str]:
    """The id of the comment whose replies a line runs along, in the class of what holds the line."""
    parent = line.getparent()
    return _ID.findall(parent.get("class") or "") if parent is not None else []


def _told(post: Post, head: Element | None) -> Post:
    """With what the head says where no link names an author: "[deleted]", or in place of a text that it was deleted."""
    if head is None or post.author:
        return post
    said = markup.line(head).partition("·")[0].strip()
    if head.get("data-testid") == "post-comment-header":
        return replace(post, author=said or None)
    return replace(post, text=said, deleted=True)
