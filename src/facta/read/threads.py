"""The readers' threads of an HTML page: each platform recognises its own, the generic reader what is surely a thread besides.

What is named like a thread but could not be read is cut away all the same.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Protocol, cast

from lxml import html

from facta import plugins
from facta.read import called, dates, markup, signs
from facta.read.posts import Post
from facta.read.signs import Marks, Signs

PLATFORMS = "facta.read.platforms"
GENERIC = "facta.read.generic"
Element = html.HtmlElement
Test = Callable[[Element], bool]


@dataclass(frozen=True)
class Extraction:
    """The posts a platform found and the subtrees they stand in, which no article contains."""

    posts: tuple[Post, ...]
    roots: tuple[Element, ...]


class Platform(Protocol):
    """A module of `platforms/`: one comment system's markup."""

    SIGNS: Signs
    """What no page with this markup lacks; a page without any of it is not asked further."""

    def recognises(self, tree: Element) -> bool:
        """Whether the page, which has one of the signs, has this platform's markup."""

    def threads(self, tree: Element) -> Extraction:
        """The posts in reading order, parents before replies; empty when there are none."""


def take(tree: Element, marks: Marks | None = None) -> tuple[Post, ...]:
    """The posts of all threads on a page, each platform's after the other's; takes their markup out of the tree.

    marks: those of the page, where they are known already.
    """
    posts: list[Post] = []
    marks = signs.of(tree) if marks is None else marks
    for platform in _platforms():
        if marks.show(platform.SIGNS) and platform.recognises(tree):
            _move(platform.threads(tree), posts)
    if not posts:  # what is left beside a platform's thread repeats some of it: "latest comments", "editors' picks"
        _move(cast(Extraction, _generic().threads(tree)), posts)
    _cut_unknown(tree)
    return tuple(posts)


def _move(found: Extraction, posts: list[Post]) -> None:
    """Take what was found out of the tree and put its posts after the others."""
    before = len(posts)
    posts += [replace(p, parent=None if p.parent is None else p.parent + before) for p in found.posts]
    markup.cut(*found.roots)


@cache
def _platforms() -> tuple[Platform, ...]:
    return tuple(cast(Platform, module) for module in plugins.load_all(PLATFORMS))


@cache
def _generic() -> ModuleType:
    return import_module(GENERIC)  # it builds on this module


@dataclass(frozen=True)
class Fields:
    """How a platform marks the parts of a post: tests on an element, the first that fits inside the post wins, in their order."""

    author: Sequence[Test]
    date: Sequence[Test]
    text: Sequence[Test]
    furniture: Test
    """Buttons, forms, avatars: never text."""


def read_post(item: Element, fields: Fields, other: Test, parent: int | None = None) -> Post:
    """One post from the elements inside `item` that belong to no `other` post."""
    inner = list(markup.own(item, other))
    author, date, text = (first(inner, tests) for tests in (fields.author, fields.date, fields.text))
    date_text = markup.line(date) if date is not None else None
    skip = lambda e: e is not text and (other(e) or fields.furniture(e) or e is author or e is date)  # noqa: E731
    return Post(
        parent=parent,
        author=name(markup.line(author)) if author is not None else None,
        date_text=date_text,
        stamp=(date.get("datetime") or date.get("content")) if date is not None else None,
        text=markup.paragraphs(text, skip) if text is not None else "",
    )


def first(elements: Sequence[Element], tests: Sequence[Test]) -> Element | None:
    """The first element that passes the first test any passes."""
    return next((e for test in tests for e in elements if test(e)), None)


_AFTER_NAME = re.compile(r"\s*(?:says|sagt|schreibt|dit|dice|:)\s*:?$", re.IGNORECASE)


def name(text: str) -> str | None:
    """An author's name without the "says:" some themes put into the same element."""
    return _AFTER_NAME.sub("", text).strip(" :,·•|") or None


def by_class(*names: str) -> Test:
    """A test for elements with one of these class names."""
    wanted = frozenset(names)
    return lambda element: not wanted.isdisjoint(markup.classes(element))


def by_tag(*tags: str) -> Test:
    """A test for elements with one of these tags."""
    return lambda element: element.tag in tags


def by_attribute(attribute: str, *values: str) -> Test:
    """A test for elements whose attribute has one of these values."""
    return lambda element: element.get(attribute) in values


def any_of(*tests: Test) -> Test:
    """A test for elements that pass one of these."""
    return lambda element: any(test(element) for test in tests)


def within(outer: Test, inner: Test) -> Test:
    """A test for elements that pass `inner` below one that passes `outer`."""
    return lambda element: inner(element) and any(outer(a) for a in element.iterancestors())


def dated(test: Test) -> Test:
    """A test for elements that pass `test` and hold a date, so that a mere link beside it isn't taken."""
    return lambda element: test(element) and dates.day(markup.line(element)) is not None


def _cut_unknown(tree: Element) -> None:
    """Cut what is named like a thread but known to no platform, unless it holds the page's headline or its article."""
    spared = _around_article(tree)
    named = (e for e in tree.iter("div", "section", "ol", "ul", "aside", "dl", "form") if e not in spared and _is_container(e))
    markup.cut(*list(named))


def _is_container(element: Element) -> bool:
    named = f"{element.get('id') or ''} {element.get('class') or ''}"
    return len(named) > 1 and called.word("threads").search(named) is not None and element.getparent() is not None


def _around_article(tree: Element) -> set[Element]:
    """The elements that a headline or an article stands in or is; none is asked twice for what is around it."""
    found: set[Element] = set()
    for mark in tree.iter("h1", "body", "main", "article"):
        place: Element | None = None if mark.tag == "article" and "comment" in (mark.get("class") or "").lower() else mark
        while place is not None and place not in found:
            found.add(place)
            place = place.getparent()
    return found
