"""The linked data (JSON-LD, schema.org) of a page: the object about its article, with references resolved."""

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import html

from facta.read import markup

_ARTICLES = (
    re.compile(r"(?:\w+News|News|Reportage|Opinion|Review|Satirical|Scholarly|Tech)?Article|\w*BlogPosting|Report"),
    re.compile(r"DiscussionForumPosting|SocialMediaPosting|Question"),
)
"""Types of the object that a page is about; the second are those of forums, which articles have beside them at times."""
_WRAPPED = re.compile(r"\s*(?://|/\*)?\s*<!(?:\[CDATA\[|--)\s*(?:\*/)?")
_WRAP_END = re.compile(r"\s*(?://|/\*)?\s*(?:\]\]|--)>\s*(?:\*/)?\s*$")
MAX_JSON = 2_000_000
"""Characters of one JSON-LD block; larger ones are data feeds, not descriptions."""
EDGE = 200
"""Characters at either end of a block among which such marks stand."""
MAX_NESTED = 20
"""Levels of JSON-LD that are looked through."""
MAX_OBJECTS = 2_000
"""Objects of a page that are looked at; pages describe themselves in a few dozen."""
_BELOW = ("@graph", "mainEntity", "mainEntityOfPage")
Thing = Mapping[str, Any]


@dataclass(frozen=True)
class Linked:
    """What a page's linked data says; empty where it has none."""

    article: Thing = field(default_factory=dict)
    """The object about the article."""
    things: tuple[Thing, ...] = ()
    """All objects on the outer levels."""

    def inner(self, value: object) -> Thing:
        """The object that a value is, or refers to by its `@id`; the first of a list; empty for anything else."""
        value = value[0] if isinstance(value, list) and value else value
        if not isinstance(value, dict):
            return {}
        if set(value) == {"@id"}:
            return next((t for t in self.things if t.get("@id") == value["@id"] and len(t) > 1), value)
        return value

    def of_kind(self, kind: str) -> Thing:
        """The first object of a type; empty where there is none."""
        return next((t for t in self.things if kind in kinds(t)), {})


def read(tree: html.HtmlElement) -> Linked:
    """The linked data of a page; blocks that are no JSON are passed over."""
    things: list[Thing] = []
    for script in tree.iter("script"):
        source = script.text or ""
        if "ld+json" in (script.get("type") or "").lower() and len(source) <= MAX_JSON:
            for thing in _objects(_json(source)):
                things.append(thing)
                if len(things) >= MAX_OBJECTS:
                    return _linked(things, tree)
    return _linked(things, tree)


def _linked(things: list[Thing], tree: html.HtmlElement) -> Linked:
    found = ([t for t in things if any(kind.fullmatch(k) for k in kinds(t))] for kind in _ARTICLES)
    articles = next(filter(None, found), [])
    told = [a for a in articles if a.get("headline") or a.get("datePublished")]
    own = next((a for a in told if _is_titled(a, tree)), None) if len(told) > 1 else None
    return Linked(own or next(iter(told or articles), {}), tuple(things))


def _is_titled(article: Thing, tree: html.HtmlElement) -> bool:
    """Whether the page's title begins with, or is, the headline of one of several articles that it describes."""
    line = markup.folded(text(article.get("headline")) or "")
    title = next(tree.iter("title"), None)
    return line != "" and title is not None and markup.folded(title.text or "").startswith(line)


def kinds(thing: Thing) -> list[str]:
    """The types of an object."""
    value = thing.get("@type")
    return [k.rpartition("/")[2] for k in (value if isinstance(value, list) else [value]) if isinstance(k, str)]


def text(value: object) -> str | None:
    """A string with its entities and white space folded; None for anything else and for an empty one."""
    return " ".join(entities.unescape(value).split()) or None if isinstance(value, str) else None


def _json(source: str) -> object:
    try:
        return json.loads(_bare(source).strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _bare(source: str) -> str:
    """The block without the marks that hid it from browsers of old (`<!--`, `<![CDATA[`)."""
    start, end = _WRAPPED.match(source[:EDGE]), _WRAP_END.search(source[-EDGE:])
    left = start.end() if start else 0
    right = max(0, len(source) - EDGE) + end.start() if end else len(source)
    return source[left:right]


def _objects(value: object, level: int = 0) -> Iterator[Thing]:
    if level > MAX_NESTED:
        return
    if isinstance(value, dict):
        yield value
        for name in _BELOW:
            yield from _objects(value.get(name), level + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, level + 1)
