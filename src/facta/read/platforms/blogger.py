"""Blogger's own comments: threaded since 2012, a list of names and bodies before, and the data its script draws them from."""

import re
from dataclasses import replace
from typing import Any

from facta.read import bylines, dates, markup, trees
from facta.read.posts import Post
from facta.read.signs import Signs
from facta.read.threads import Element, Extraction, Fields, by_class, by_tag

SIGNS = Signs(("comment-block", "comments-block"), scripts=("items = [",))
FIELDS = Fields(
    author=(by_class("user"), by_tag("cite")),
    date=(by_class("datetime", "comment-timestamp"),),
    text=(by_class("comment-content"),),
    furniture=by_class("comment-actions", "item-control"),
)
_blocks = trees.finder('//*[contains(@class, "comment-block")]/parent::*[contains(@class, "comment")][starts-with(@id, "c")]')
_lists = trees.finder('//*[@id="comments-block"]')
_scripts = trees.finder('//script[contains(., "items = [") and contains(., "\'timestamp\'")]')
_links = trees.finder('.//a[contains(@href, "showComment=")]')

_STARTS = by_class("comment-author", "comment-poster")
_BODIES = by_class("comment-body")
_FEET = by_class("comment-timestamp", "comment-footer")
_BUTTONS = by_class("item-control", "avatar-image-container", "comment-icon")
_SHOWN = re.compile(r"showComment=(\d{13})\b")


def recognises(tree: Element) -> bool:
    """Whether the page has Blogger's comments, drawn or as data."""
    return bool(_blocks(tree)) or any(_starts(block) for block in _lists(tree)) or bool(_scripts(tree))


def threads(tree: Element) -> Extraction:
    """The posts, from the data only where nothing is drawn; replies stand inside the post they answer."""
    if items := _blocks(tree):
        pairs = zip(trees.read(items, FIELDS), items, strict=True)
        return Extraction(tuple(_marked(_timed(post, item), item, items) for post, item in pairs), trees.roots(items))
    lists = [block for block in _lists(tree) if _starts(block)]
    if posts := tuple(post for block in lists for post in _listed(block)):
        return Extraction(posts, trees.roots(lists))
    return Extraction(tuple(p for script in _scripts(tree) for p in _recorded(script.text or "")), ())


def _marked(post: Post, item: Element, items: list[Element]) -> Post:
    mine = frozenset(items)
    gone = any("deleted-comment" in markup.classes(e) for e in markup.own(item, mine.__contains__))
    return replace(post, deleted=post.deleted or gone)


def _timed(post: Post, *places: Element) -> Post:
    """The post with the instant that its permanent link names, where the date as written doesn't tell the day."""
    if post.date_text and dates.day(post.date_text):
        return post
    found = next((m[1] for place in places for a in _links(place) if (m := _SHOWN.search(a.get("href", "")))), None)
    return replace(post, stamp=trees.epoch(found)) if found else post


def _starts(block: Element) -> list[Element]:
    return [e for e in block.iter("dt", "div", "li", "p", "span") if _STARTS(e)]


def _listed(block: Element) -> list[Post]:
    """The posts of the older list: a name, then a body, then a foot with the date, one after the other."""
    found: list[Post] = []
    for element in block.iter("dt", "dd", "div", "li", "p", "span"):
        if _STARTS(element):
            found.append(Post(author=_name(element)))
        elif found and _BODIES(element) and not found[-1].text:
            gone = any("deleted-comment" in markup.classes(e) for e in element.iter())
            found[-1] = replace(found[-1], text=markup.paragraphs(element, _FEET), deleted=gone)
        elif found and _FEET(element) and found[-1].date_text is None:
            written = " ".join(markup.paragraphs(element, _BUTTONS).split())
            found[-1] = _timed(replace(found[-1], date_text=written or None), element)
    return found


def _name(element: Element) -> str | None:
    return bylines.name(" ".join(markup.paragraphs(element, _BUTTONS).split()))


_ITEMS = re.compile(r"\bitems\s*=\s*(?=\[)")
_TOKEN = re.compile(r"""'(?P<single>(?:[^'\\]|\\.)*)'|"(?:[^"\\]|\\.)*"|[\[\]]|[^'"\[\]]+|['"]""", re.DOTALL)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|'|.)|\"", re.DOTALL)


def _recorded(script: str) -> tuple[Post, ...]:
    start = _ITEMS.search(script)
    found = trees.load(_as_json(script, start.end())) if start else None
    listed = [p for p in found if isinstance(p, dict) and "id" in p] if isinstance(found, list) else []
    return trees.in_order([trees.Record(str(p["id"]), p.get("parentId"), _record(p)) for p in listed])


def _as_json(script: str, start: int) -> str:
    """The list that begins at `start`, with its single quotes made double."""
    pieces: list[str] = []
    depth = 0
    for token in _TOKEN.finditer(script, start):
        single = token["single"]
        pieces.append(token[0] if single is None else f'"{_ESCAPE.sub(_escape, single)}"')
        depth += (token[0] == "[") - (token[0] == "]")
        if depth == 0:
            break
    return "".join(pieces)


def _escape(found: re.Match[str]) -> str:
    kept = found[1]
    if kept is None:
        return '\\"'
    if kept == "'":
        return "'"
    return f"\\u00{kept[1:]}" if len(kept) == 3 else found[0]


def _record(data: dict[str, Any]) -> Post:
    author, written, body = trees.at(data, "author", "name"), data.get("displayTime"), data.get("body")
    return Post(
        author=author if isinstance(author, str) else None,
        date_text=written if isinstance(written, str) else None,
        stamp=None if isinstance(written, str) and dates.day(written) else trees.epoch(data.get("timestamp")),
        text=trees.text_of(body),
        deleted=isinstance(body, str) and "deleted-comment" in body,
    )
