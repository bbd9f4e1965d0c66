"""Hacker News: a table row a comment, set in by the width of an image before it; rows are `comtr` since 2015, bare before."""

import re
from collections.abc import Sequence

from facta.read import forums, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Test, by_class, first

SIGNS = Signs(("comtr", "comhead"))
_DIGITS = re.compile(r"\d{1,5}")
_FURNITURE = by_class("reply", "navs")
_rows = trees.with_class("comtr")
_heads = trees.with_class("comhead")
_trees = trees.with_class("comment-tree")
_posts = trees.with_class("fatitem")
_ABOUT = by_class("title", "subtext")
_cells = trees.with_class("default")
_TEXT = (by_class("commtext"), by_class("comment"))


def recognises(tree: Element) -> bool:
    """Whether any row or cell is a comment."""
    return bool(_items(tree))


def threads(tree: Element) -> Extraction:
    """The comments; each answers the last before it that is set less far in."""
    items = _items(tree)
    inner = [list(markup.own(item, frozenset(items).__contains__)) for item in items]
    parents = trees.by_depth(map(_level, inner))
    roots = _trees(tree) if items else []
    return Extraction(tuple(map(_post, inner, parents)), (*(roots or items), *(_around(tree) if items else ())))


def _around(tree: Element) -> tuple[Element, ...]:
    """What is no article: all beside the words of the post that the comments are about; the whole of one that is but a link."""
    post = next(iter(_posts(tree)), None)
    if post is None:
        return ()
    said = [row for row in post.iter("tr") if markup.line(row) and not any(_ABOUT(e) or e.tag == "form" for e in row.iter())]
    return tuple(forums.beside(said[0])) if said else (*forums.beside(post), post)


def _items(tree: Element) -> list[Element]:
    """The rows of comments; before 2015 those of a cell with a head, after one with the image that sets it in."""
    holders = forums.holders(_heads(tree), lambda e: e.tag == "td" and "default" in markup.classes(e))
    rows = (cell.getparent() for cell in _cells(tree) if cell in holders)
    return _rows(tree) or [r for r in rows if r is not None and r.tag == "tr" and next(r.iter("img"), None) is not None]


def _level(inner: Sequence[Element]) -> int:
    """How far in a comment is set: `indent` counts levels, the image's width 40 pixels a level."""
    for element, name in ((e, name) for name in ("indent", "width") for e in inner):
        if _DIGITS.fullmatch(element.get(name) or "") and element.tag in ("td", "img"):
            return int(element.get(name) or 0)
    return 0


def _links(start: str) -> Test:
    return lambda e: e.tag == "a" and (e.get("href") or "").startswith(start)


def _post(inner: Sequence[Element], parent: int | None) -> Post:
    author = first(inner, (by_class("hnuser"), _links("user?id=")))
    date = first(inner, (by_class("age"), _links("item?id=")))
    text = first(inner, _TEXT)
    words = markup.paragraphs(text, _FURNITURE) if text is not None else ""
    bare = (author.tail or "").strip(" |\n") if author is not None else ""  # before 2014 the age wasn't a link
    return Post(
        parent=parent,
        author=markup.line(author) if author is not None else None,
        date_text=bare or (markup.line(date) if date is not None else None),
        stamp=forums.stamp(date) if date is not None else None,
        text=words,
        deleted=author is None,
    )
