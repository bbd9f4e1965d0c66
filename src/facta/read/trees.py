"""The shape of a thread from what platforms say of it: elements in elements, depths, ids of parents, records in a script."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, cast

from lxml import etree, html

from facta.read import markup
from facta.read.posts import Post
from facta.read.threads import Element, Fields, Test, first, read_post

Finder = Callable[[Element], list[Element]]


def finder(path: str) -> Finder:
    """A search by XPath, compiled once: asking every page must cost next to nothing."""
    return cast(Finder, etree.XPath(path))


def with_class(*names: str) -> Finder:
    """A search for the elements that carry one of these class names, in reading order."""
    candidates = finder("//@class[" + " or ".join(f'contains(., "{name}")' for name in names) + "]/..")
    wanted = frozenset(names)
    return lambda tree: [e for e in candidates(tree) if not wanted.isdisjoint((e.get("class") or "").split())]


def around(items: Iterable[Element], test: Test) -> list[Element | None]:
    """For each element the nearest one around it that passes a test; no ancestor is tested twice."""
    nearest: dict[Element, Element | None] = {}
    found: list[Element | None] = []
    for item in items:
        passed: list[Element] = []
        place = item.getparent()
        while place is not None and place not in nearest and not test(place):
            passed.append(place)
            place = place.getparent()
        place = nearest.get(place, place) if place is not None else None
        nearest.update(dict.fromkeys(passed, place))
        found.append(place)
    return found


def nesting(items: Iterable[Element], test: Test) -> list[int]:
    """For each element the number of those around it that pass a test; no ancestor is tested twice."""
    count: dict[Element | None, int] = {None: 0}
    found: list[int] = []
    for item in items:
        passed: list[Element] = []
        place = item.getparent()
        while place is not None and place not in count:
            passed.append(place)
            place = place.getparent()
        depth = count[place]
        for element in reversed(passed):
            depth = count[element] = depth + test(element)
        found.append(depth)
    return found


def parents(items: Sequence[Element]) -> list[int | None]:
    """For each of some elements in document order the index of the nearest one around it."""
    index = {item: n for n, item in enumerate(items)}
    return [None if place is None else index[place] for place in around(items, index.__contains__)]


def roots(items: Sequence[Element]) -> tuple[Element, ...]:
    """The elements around which no other one stands."""
    return tuple(item for item, parent in zip(items, parents(items), strict=True) if parent is None)


def by_depth(depths: Iterable[int]) -> list[int | None]:
    """For each depth in reading order the index of the last smaller one before it: the post that one of this depth answers.

    >>> by_depth([1, 2, 3, 2, 1])
    [None, 0, 1, 0, None]
    """
    above: list[tuple[int, int]] = []
    found: list[int | None] = []
    for n, depth in enumerate(depths):
        while above and above[-1][0] >= depth:
            above.pop()
        found.append(above[-1][1] if above else None)
        above.append((depth, n))
    return found


def by_name(names: Iterable[str | None], answered: Iterable[str | None]) -> list[int | None]:
    """For each post in reading order, which has a name (an id) and names another, the index of the one of that name before it.

    >>> by_name(["a", "b", "c", "d"], [None, "a", "d", "b"])
    [None, 0, None, 1]
    """
    index: dict[str, int] = {}
    found: list[int | None] = []
    for n, (name, other) in enumerate(zip(names, answered, strict=True)):
        found.append(index.get(other) if other else None)
        if name:
            index.setdefault(name, n)
    return found


def read(items: Sequence[Element], fields: Fields, answered: Sequence[int | None] | None = None) -> tuple[Post, ...]:
    """The posts of elements in document order; unless told which post each answers, it is the one around it."""
    mine = frozenset(items)
    answered = parents(items) if answered is None else answered
    return tuple(read_post(i, fields, mine.__contains__, parent) for i, parent in zip(items, answered, strict=True))


def stamped(posts: Sequence[Post], items: Sequence[Element], dated: Test, *attributes: str) -> tuple[Post, ...]:
    """The posts with the date that the platform keeps for machines in an attribute of its own; seconds since 1970 become ISO."""
    mine = frozenset(items)
    holds: Test = lambda e: dated(e) and any(e.get(a) for a in attributes)  # noqa: E731
    result = []
    for post, item in zip(posts, items, strict=True):
        date = first(list(markup.own(item, mine.__contains__)), (holds,))
        stamp = None if date is None else next(v for a in attributes if (v := date.get(a)))
        result.append(replace(post, stamp=post.stamp or (epoch(stamp) or stamp if stamp else None)))
    return tuple(result)


_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?")


def epoch(value: object) -> str | None:
    """The ISO time of seconds or milliseconds since 1970; None for what can be neither.

    >>> epoch("1433578985419"), epoch(1433578985), epoch("2015-06-06")
    ('2015-06-06T08:23:05+00:00', '2015-06-06T08:23:05+00:00', None)
    """
    digits = str(int(value)) if isinstance(value, int | float) and abs(value) < 1e14 else str(value)
    if not _EPOCH.fullmatch(digits):
        return None
    return datetime.fromtimestamp(int(digits[:-3] if len(digits) > 10 else digits), UTC).isoformat()


@dataclass(frozen=True)
class Record:
    """A post as a script's data has it: in any order, its parent named by an id."""

    id: str
    parent: str | None
    post: Post


def in_order(records: Sequence[Record]) -> tuple[Post, ...]:
    """The posts of records with parents before replies, else in the order given; a parent that is missing is no parent."""
    index = {r.id: n for n, r in reversed(list(enumerate(records)))}
    replies: list[list[int]] = [[] for _ in records]
    tops: list[int] = []
    for n, r in enumerate(records):
        parent = index.get(r.parent) if r.parent is not None else None
        (tops if parent is None or parent == n else replies[parent]).append(n)
    place: dict[int, int] = {}
    posts: list[Post] = []
    waiting: list[tuple[int, int | None]] = [(n, None) for n in reversed(tops)]
    while waiting:
        n, parent = waiting.pop()
        place[n] = len(posts)
        posts.append(replace(records[n].post, parent=parent))
        waiting += [(reply, place[n]) for reply in reversed(replies[n])]
    return (*posts, *(r.post for n, r in enumerate(records) if n not in place))  # the last answer each other in a circle


def text_of(fragment: object) -> str:
    """The paragraphs of a piece of markup that stands in data; anything but a text has none."""
    if not isinstance(fragment, str) or not fragment.strip():
        return ""
    return markup.paragraphs(html.fragment_fromstring(fragment, create_parent="div"))


def plain(text: str) -> str:
    """The paragraphs of a text without markup, whose line breaks count."""
    parts = re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n"))
    lines = ("\n".join(filter(None, (" ".join(line.split()) for line in part.split("\n")))) for part in parts)
    return "\n\n".join(filter(None, lines))


def load(text: str | None) -> Any:
    """What a piece of JSON says; None when it is none."""
    try:
        return json.loads(text or "")
    except (ValueError, RecursionError):
        return None


def at(data: object, *path: str) -> Any:
    """What stands in nested objects at a path of keys; None when the path ends before."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data
