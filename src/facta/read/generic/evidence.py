"""What on a page may belong to a post: dates, elements named like an author, and the buttons by which readers answer."""

import re
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from facta.read import dates
from facta.read.generic import when, words
from facta.read.threads import Element

_SILENT = frozenset("head script style svg textarea select option iframe object".split())  # noqa: SIM905
_STAMPED = ("datetime", "data-timestamp", "data-time", "data-utime", "data-date", "data-created", "data-datetime")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d|\d{10}(?:\d{3})?$")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MAX_TITLE = 50
"""Characters of a day that shows when one points at "6 years ago"."""
_SIGNED = re.compile(r"[^\s.,:;!?]{1,30}(?: [^\s,:;!?]{1,30}){0,3}")
"""A name of few words."""
MAX_NAME = 60
"""Characters of an author's name."""
MAX_SHORT = 300
"""Characters, blanks included, up to which the words of an element are few."""
MAX_PIECES = 60
"""Pieces of text, between tags, that are read of an element."""
MAX_BUTTON = 40
"""Characters of a button's label."""


@dataclass(frozen=True)
class Dated:
    """An element that says when."""

    element: Element
    text: str | None
    """The date as readers see it."""
    stamp: str | None
    """The date for machines."""
    sure: int
    """2 where the markup says that it is a date, 1 where the element holds nothing else, 0 where it stands among words."""


@dataclass(frozen=True)
class Evidence:
    """All of a page's evidence, in reading order."""

    dates: tuple[Dated, ...]
    authors: tuple[Element, ...]
    controls: frozenset[Element]


@dataclass
class _Found:
    dates: list[Dated] = field(default_factory=list)
    authors: list[Element] = field(default_factory=list)
    controls: set[Element] = field(default_factory=set)


def gather(tree: Element) -> Evidence:
    """The evidence of a page, each element looked at once."""
    found = _Found()
    quoted: set[Element] = set()
    for element in tree.iter(etree.Element):
        if element.tag in _SILENT or "template" in str(element.tag):
            continue
        if element.tag == "blockquote" or element.getparent() in quoted:  # says when and who of another post
            quoted.add(element)
            continue
        named = words.of(element)
        dated, control = _dated(element, named), _is_control(element, named)
        if dated is not None:
            found.dates.append(dated)
        if control:
            found.controls.add(element)
        elif _is_author(element, named) and (dated is None or not named.isdisjoint(words.named("author"))):
            found.authors.append(element)
    return Evidence(_innermost_dates(found.dates), tuple(_innermost(found.authors)), frozenset(found.controls))


def _dated(element: Element, named: frozenset[str]) -> Dated | None:
    stamp = _stamp(element)
    if element.tag in ("time", "relative-time", "time-ago") or (stamp and element.get("datetime")):
        return Dated(element, short(element), stamp, 2)
    own = [element.text, *(child.tail for child in element)] if len(element) <= 20 else [element.text]
    for piece in own:
        line = " ".join(piece.split()) if piece and len(piece) <= 400 else ""
        span = when.find(line) if line and (len(line) <= 40 or _DIGIT.search(line)) else None
        if span is not None:
            whole = when.is_all(line) and len(own) == 1
            told = not words.named("date").isdisjoint(named) or _is_heading(line, span)
            text = line if whole else line[slice(*span)]
            return Dated(element, text, stamp, 2 if (told and whole) or stamp else int(when.is_all(line) or told))
    return Dated(element, short(element), stamp, 1) if stamp and short(element) else None


def _is_heading(line: str, span: tuple[int, int]) -> bool:
    """Whether a line is a post's heading: "Ada wrote on May 5, 2021:"."""
    before, after = line[: span[0]].strip(" (,-–—»|·•"), line[span[1] :].strip(" ).:,")
    if not before and (not after or after.casefold() in words.seen("by")):
        return True
    if line.endswith(")") and line[: span[0]].endswith("(") and _SIGNED.fullmatch(before):  # "Ada Lo (May 5, 2021, 11:10)"
        return True
    return not after and len(before) <= MAX_NAME and bool(words.ends("says").search(before) or words.starts("by").match(before))


def _stamp(element: Element) -> str | None:
    given = element.keys()
    if not given:
        return None
    for attribute in _STAMPED:
        value = element.get(attribute) if attribute in given else None
        if value and _STAMP.match(value):
            return value
    title = element.get("title") or element.get("content") or ""
    if len(title) > MAX_TITLE:
        return None
    return title if _STAMP.match(title) or (_YEAR.search(title) and dates.is_date_line(title)) else None


def short(element: Element) -> str | None:
    """The words of a small element, those on its buttons among them; None for one without, or with many."""
    if not len(element):
        text = element.text or ""
        return " ".join(text.split()) or None if len(text) <= MAX_SHORT else None
    if len(element) > 5:
        return None
    text = ""
    for piece in islice(element.itertext(), MAX_PIECES):  # nested ones are asked in turn: what all of them hold is not read again
        text += piece
        if len(text) > MAX_SHORT:
            return None
    return " ".join(text.split()) or None


def _is_author(element: Element, named: frozenset[str]) -> bool:
    if len(element) > 12:
        return False
    if named.isdisjoint(words.named("author")) and (named.isdisjoint(words.named("maybe_author")) or element.tag == "meta"):
        return False
    return named.isdisjoint(words.named("not_author")) and 0 < len(short(element) or "") <= MAX_NAME * 2


def _is_control(element: Element, named: frozenset[str]) -> bool:
    text = element.text or (element.get("value") or "" if element.tag == "input" else "")
    label = " ".join(text.split()).casefold().strip(" .:»›→↩⤶[]()•·|") if len(text) <= 200 else ""
    if label and len(label) <= MAX_BUTTON and label in words.seen("reply"):
        return True
    if element.tag not in ("a", "button"):
        return False
    if label.partition(" ")[0] in words.seen("reply") and len(label) <= MAX_BUTTON:
        return True
    return "reply" in named or "answer" in named or "respond" in named


def _innermost(elements: list[Element]) -> list[Element]:
    """The elements that hold no other of the list."""
    outer = {a for e in elements for a in _above(e)}
    return [e for e in elements if e not in outer]


def _innermost_dates(dates: list[Dated]) -> tuple[Dated, ...]:
    """Of dates inside each other the one that is surer, the inner one where they are alike."""
    by_element = {d.element: d for d in dates}
    dropped: set[Element] = set()
    for dated in dates:
        outer = next((a for a in _above(dated.element) if a in by_element), None)
        if outer is not None:
            dropped.add(dated.element if by_element[outer].sure > dated.sure else outer)
    return tuple(d for d in dates if d.element not in dropped)


def _above(element: Element, levels: int = 4) -> list[Element]:
    found: list[Element] = []
    parent = element.getparent()
    while parent is not None and len(found) < levels:
        found.append(parent)
        parent = parent.getparent()
    return found
