"""The state of Reddit's redesign, JSON that its script was sent: all comments of a page, also where none was drawn yet."""

import json
from collections.abc import Iterator
from typing import Any

from facta.read import trees
from facta.read.posts import Post
from facta.read.threads import Element

_scripts = trees.finder("//script[contains(., 'window.___r')]")
MAX_STATE = 20_000_000
"""Characters of a state that is read."""


def holds(tree: Element) -> bool:
    """Whether the page has a state with comments in it."""
    return any('"t1_' in (script.text or "") for script in _scripts(tree))


def posts(tree: Element) -> tuple[Post, ...]:
    """The comments of the state, parents before replies."""
    for script in _scripts(tree):
        models = _models(script.text or "")
        if models:
            return trees.in_order([_record(key, model) for key, model in models.items() if isinstance(model, dict)])
    return ()


def _models(source: str) -> dict[str, Any] | None:
    start = source.find("{", source.find("window.___r"))
    if start < 0 or len(source) > MAX_STATE:
        return None
    try:
        state, _ = json.JSONDecoder(strict=False).raw_decode(source, start)
    except (ValueError, RecursionError):
        return None
    found = trees.at(state, "features", "comments", "models") or trees.at(state, "comments", "models")
    return found if isinstance(found, dict) else None


def _record(key: str, model: dict[str, Any]) -> trees.Record:
    author, parent = model.get("author"), model.get("parentId")
    gone = bool(model.get("isDeleted") or model.get("deletedBy"))
    post = Post(
        author=author if isinstance(author, str) else None,
        stamp=trees.epoch(model.get("created")),
        text=_text(model),
        deleted=gone,
    )
    return trees.Record(key, parent if isinstance(parent, str) else None, post)


def _text(model: dict[str, Any]) -> str:
    """The paragraphs of the rich text; comments written before there was one have markdown only."""
    document = trees.at(model, "media", "richtextContent", "document")
    if isinstance(document, list) and document:
        return "\n\n".join(filter(None, map(_paragraph, _blocks(document))))
    body = model.get("bodyMD") or model.get("body")
    return trees.plain(body) if isinstance(body, str) else ""


_BLOCKS = frozenset({"par", "h", "code"})
_BEFORE = {"u/": "u/", "r/": "r/"}


def _blocks(document: list[Any]) -> Iterator[dict[str, Any]]:
    """The blocks of a rich text that are paragraphs, also those inside quotations and lists."""
    stack = document[::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, dict) and node.get("e") in _BLOCKS:
            yield node
        elif isinstance(node, dict) and isinstance(node.get("c"), list):
            stack += node["c"][::-1]


def _paragraph(block: dict[str, Any]) -> str:
    stack, words = [block], []
    while stack:
        node = stack.pop()
        kind, said, inner = node.get("e"), node.get("t"), node.get("c")
        words.append("\n" if kind == "br" else _BEFORE.get(str(kind), "") + said if isinstance(said, str) else "")
        stack += (child for child in inner[::-1] if isinstance(child, dict)) if isinstance(inner, list) else ()
    return trees.plain("".join(words))
