"""Threads that a page holds only as data for its script: objects with an author, a text and a date, and whom they answer."""

import html as entities
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from lxml import etree, html

from facta.read import markup, trees
from facta.read.generic import parents, scripts, words
from facta.read.posts import Post
from facta.read.threads import Element
from facta.values.datafile import Words, load

Node = Mapping[str, Any]
MAX_NODES = 400_000
"""Values of a page's data that are looked through."""
MAX_NAME = 80
_PLAIN = re.compile(r"[^a-z]")
_MARKED = re.compile(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)


@dataclass(frozen=True)
class _Seen:
    """An object that is a comment, and the place of the one around it."""

    node: Node
    outer: int | None


def find(tree: Element) -> tuple[Post, ...]:
    """The posts of the script data with the most of them, parents before replies; empty where none holds a thread."""
    best: tuple[Post, ...] = ()
    for value in scripts.values(tree):
        posts = _posts(value)
        if len(posts) > len(best):
            best = posts
    return best


def _posts(value: object) -> tuple[Post, ...]:
    known = value if isinstance(value, dict) else {}
    seen = list(_comments(value))
    ids: dict[str, int] = {}
    for n, one in enumerate(seen):
        if given := _reference(one.node):
            ids.setdefault(given, n)
    above: parents.Parents = []
    kept = {n for n, one in enumerate(seen) if ids.get(_reference(one.node), n) == n}
    for n, one in enumerate(seen):
        said = ids.get(_reference(_get(one.node, "parent")))
        above.append(said if said is not None and said != n else one.outer)
    _add_listed(seen, ids, above)
    order = [n for n in parents.in_order(parents.without_circles(above)) if n in kept]
    place = {n: k for k, n in enumerate(order)}
    return tuple(_post(seen[n].node, None if (up := above[n]) is None else place.get(up), known) for n in order)


def _comments(value: object) -> Iterator[_Seen]:
    """The comments below a value, each with the one whose replies it stands among."""
    count, looked = 0, 0
    stack: list[tuple[object, bool, int | None]] = [(value, False, None)]
    while stack and looked < MAX_NODES:
        here, inside, outer = stack.pop()
        looked += 1
        if isinstance(here, dict):
            if _is_comment(here, inside):
                yield _Seen(here, outer)
                outer, count = count, count + 1
            entries = [
                (v, inside or _key(k) in _keys("places") or k.lower().startswith("comment:"), outer) for k, v in here.items()
            ]
            stack += [e for e in reversed(entries) if isinstance(e[0], dict | list)]
        elif isinstance(here, list):
            stack += [(v, inside, outer) for v in reversed(here) if isinstance(v, dict | list)]


def _is_comment(node: Node, inside: bool) -> bool:
    """Whether an object has words and an author, and says or stands where it says that it is a comment."""
    kind = node.get("@type") or node.get("__typename") or node.get("type")
    typed = isinstance(kind, str) and _key(kind) in _keys("types")
    if not (typed or inside) or _words(node) is None:
        return False
    if not typed and any(_get(node, None, key) for key in _keys("other")):
        return False
    return _has(node, "author") and (typed or _has(node, "date") or _has(node, "parent"))


def _add_listed(seen: list[_Seen], ids: dict[str, int], above: parents.Parents) -> None:
    """Replies of which a comment keeps only a list of references, as caches do."""
    for n, one in enumerate(seen):
        listed = _get(one.node, "replies")
        if isinstance(listed, dict):
            listed = listed.get("edges") or listed.get("nodes") or listed.get("items")
        for entry in listed if isinstance(listed, list) else ():
            inner = entry.get("node", entry) if isinstance(entry, dict) else entry
            child = ids.get(_reference(inner))
            if child is not None and child != n and above[child] is None:
                above[child] = n


def _post(node: Node, parent: int | None, known: Node) -> Post:
    date = _get(node, "date")
    text = _plain(_words(node) or "")
    gone = _get(node, "deleted") is True or words.is_("removed", " ".join(text.split()))
    return Post(
        parent=parent, author=_author(node, known), stamp=_stamp(date), date_text=_date_text(date), text=text, deleted=gone
    )


def _author(node: Node, known: Node) -> str | None:
    value = _get(node, "author")
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict) and isinstance(value.get("__ref"), str):
        value = _resolved(known, value["__ref"])
    if isinstance(value, dict):
        value = next((v for k in _list("person") if isinstance(v := _get(value, None, k), str) and v), None)
    return entities.unescape(value).strip()[:MAX_NAME] or None if isinstance(value, str) else None


def _resolved(known: Node, reference: str) -> object:
    """What a cache keeps under a reference, at its top or one or two levels down."""
    level: list[Node] = [known]
    for _ in range(5):
        for one in level:
            if reference in one:
                return one[reference]
        inner: list[Node] = [v for one in level for v in islice(one.values(), 200) if isinstance(v, dict)]
        level = inner[:2000]
    return None


def _words(node: Node) -> str | None:
    return next((v for key in _list("text") if isinstance(v := _get(node, None, key), str)), None)


def _plain(text: str) -> str:
    """Text as paragraphs; markup in it is read as such."""
    if not _MARKED.search(text):
        return "\n\n".join(p.strip() for p in re.split(r"\n\s*\n", entities.unescape(text)) if p.strip())
    try:
        return markup.paragraphs(html.fragment_fromstring(text, create_parent="div"))
    except (etree.ParserError, ValueError):
        return ""


def _stamp(value: object) -> str | None:
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value):
        return value
    return trees.epoch(value)


def _date_text(value: object) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= 60 else None


def _reference(value: object) -> str:
    """An id as the last part of what names it: `Comment:12`, `#c12`, {"id": 12} and 12 are one."""
    for _ in range(3):
        if not isinstance(value, dict):
            break
        value = value.get("__ref") or value.get("@id") or _get(value, "id")
    if isinstance(value, bool) or not isinstance(value, str | int) or value in (0, "0"):
        return ""
    return re.split(r"[#:/]", str(value).rstrip("/"))[-1].strip('{}"')


def _has(node: Node, part: str) -> bool:
    return _get(node, part) not in (None, "", [], {})


def _get(node: Node, part: str | None, key: str | None = None) -> Any:
    """The value of the first of a part's keys, or of one key, however it is spelt."""
    spelt = {_key(k): v for k, v in node.items()}
    wanted = [key] if key is not None else _list(part or "")
    return next((spelt[k] for k in wanted if spelt.get(k) is not None), None)


def _key(name: str) -> str:
    return _PLAIN.sub("", name.lower())


@cache
def _keys(part: str) -> frozenset[str]:
    return frozenset(_list(part))


@cache
def _list(part: str) -> Words:
    return load("facta.read.generic", "fields.toml", dict[str, Words])[part]
