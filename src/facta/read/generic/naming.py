"""Who wrote each post."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from facta.read import furniture, plain, threads
from facta.read.generic import evidence, looks, when, words
from facta.read.generic.areas import Area
from facta.read.generic.dating import Date
from facta.read.generic.evidence import MAX_NAME
from facta.read.threads import Element

_PROFILE = re.compile(
    r"/(?:users?|u|profiles?|members?|authors?|people|usuarios?|profil|account|commenters?|@)/|/~|/@|\b(?:user|member|profile|memberlist)(?:\.php)?\?",
    re.IGNORECASE,
)
SURE = 3
"""Fit from which an element's names say that it is the author."""
_HEADINGS = ("h2", "h3", "h4", "h5")
"""Where no class says otherwise a heading may be a title as well as a name."""
_LETTER = re.compile(r"[^\W_]")
_NUMBER = re.compile(r"^(?:#\s?\d[\d.]*|\d{1,4}[.)])\s*[-—–:|·]?\s*")
_SMALL = frozenset("a b strong cite h2 h3 h4 h5 h6 bdi address span dt".split())  # noqa: SIM905
_ATTRIBUTES = (
    "data-author",
    "data-author-name",
    "data-username",
    "data-user-name",
    "data-user",
    "author",
    "data-name",
    "data-commenter",
)


def read(areas: Sequence[Area], dates: Sequence[Date], named: Collection[Element]) -> list[tuple[str | None, Element | None]]:
    """The author of each post, and the element that names them."""
    apart = {e for date in dates for e in date.elements}
    best = looks.chosen(areas, lambda area: _options(area, named, apart), vote=3)
    return [_author(area, e, date) for area, e, date in zip(areas, best, dates, strict=True)]


def _options(area: Area, named: Collection[Element], apart: set[Element]) -> list[looks.Choice]:
    quoted = looks.quoted(area)
    told: set[Element] = set()
    found = []
    for n, element in enumerate(area.own):
        if element.getparent() in told or (element is not area.item and element not in named and _is_text(element, area)):
            told.add(element)
        if element in quoted or (element in apart and element not in named):
            continue
        fit = _fit(element, named) - (element in told)
        if fit > 0 and name_in(element, sure=fit >= SURE):
            found.append((element, fit - n * 0.002))
    return found


def _is_text(element: Element, area: Area) -> bool:
    own = words.of(element) - words.of(area.item)
    return not own.isdisjoint(words.named("text")) and own.isdisjoint(words.named("author")) and "head" not in own


def _fit(element: Element, named: Collection[Element]) -> float:
    """How surely an element names its post's author, from 0 for not at all."""
    fit = 0.0
    if element in named:
        own = words.of(element)
        sure = not own.isdisjoint(words.named("author"))
        fit = (
            (3 if sure else 1.5)
            + ("name" in own and (sure or "user" in own))
            + (element.get("itemprop") in ("author", "creator"))
        )
    elif element.tag in ("span", "small", "em", "i") and _has_by(element):
        return 1.5
    elif element.tag not in _SMALL or not words.of(element).isdisjoint(words.named("not_author")):
        return 0.0
    if _PROFILE.search(element.get("href") or "") or element.get("rel") == "author":
        fit += 1.5
    return fit + (0.5 if element.tag in ("b", "strong", "cite", "h3", "h4", "h5", "a") else 0.0)


def _has_by(element: Element) -> bool:
    """Whether an element begins "by", with a name after it."""
    line = evidence.short(element) or ""
    return len(line) <= MAX_NAME and _without_by(line) != line


def name_in(element: Element, *, sure: bool) -> str | None:
    """The name an element gives; that of a link or bold words in it, if it says more than a name.

    Only where it is sure that names stand here may one be a number, or be drawn with emoji.
    """
    if len(element) > 12:
        return None
    line = evidence.short(element)
    if not line or len(line) > 2 * MAX_NAME:
        return None
    inner = next((e for e in element.iter("a", "b", "strong", "cite", "bdi") if e is not element and clean(_line(e))), None)
    if sure and (line.isdigit() or _is_drawn(line)):
        return line
    return clean(_line(inner)) if inner is not None else clean(line)


def _is_drawn(line: str) -> bool:
    """Whether a line is pictures only: no letter, no digit, but a symbol."""
    return not _LETTER.search(line) and any(unicodedata.category(c) == "So" for c in line)


def clean(line: str) -> str | None:
    """A line as a name: without "by" before it, "says" after it, its number and its date; None if none is left.

    >>> clean("Posted by Ada Lo on April 5, 2018"), clean("#3 Ben wrote:"), clean("Reply")
    ('Ada Lo', 'Ben', None)
    """
    span = when.find(line)
    if span is not None:
        line = line[: span[0]] if _LETTER.search(line[: span[0]]) else line[span[1] :]
    line = _without_by(_NUMBER.sub("", line.strip(" ,·•|—–-()")))
    while (found := words.ends("says").search(line)) and found.start() > 0:
        line = line[: found.start()].rstrip(" ,·•|—–-(")
    name = words.without("unverified", threads.name(line.strip(" ,·•|—–→")) or "")
    name += ")" * ("(" in name and ")" not in name)  # the one at its end is its own: "Ada (London)"
    bare = name.casefold().strip(" .:»›→[]()")
    gone = " " in name and words.is_("removed", name)
    if not _LETTER.search(name) or len(name) > MAX_NAME or bare in words.seen("reply") or gone or _is_label(name):
        return None
    return name


def alone(line: str) -> str | None:
    """A line as a reader's name, where it can be one.

    >>> alone("Ada Lo"), alone("They sank it."), alone("Ada Lo K.")
    ('Ada Lo', None, 'Ada Lo K.')
    """
    ends = plain.ends(line) and not _INITIAL.search(line)
    name = clean(line) if 1 < len(line) <= MAX_NAME and not ends else None
    return name if name and len(name.split()) <= MAX_WORDS and any(map(str.isalpha, name[:2])) else None


_INITIAL = re.compile(r"\b[^\W\d_a-zß-ÿ][^\W\d_]?\.$")
MAX_WORDS = 5
"""Words of a reader's name."""


def _is_label(name: str) -> bool:
    numbered = words.is_("labels", name) and not name[:1].isalpha()
    return numbered or furniture.is_buttons(name) or words.is_("approves", name)


def _without_by(line: str) -> str:
    found = words.starts("by").match(line)
    if not found or found.end() == len(line):
        return line
    phrase = found.group().rstrip(" :")
    plain = not phrase[:1].isupper() or " " in phrase or ":" in found.group() or phrase in words.exact("By")
    return line[found.end() :] if plain else line


def _author(area: Area, element: Element | None, date: Date) -> tuple[str | None, Element | None]:
    unsure = element is None or (element.tag in _HEADINGS and words.of(element).isdisjoint(words.named("author")))
    beside = _before(area, date) if unsure else None
    if element is not None and beside is None:
        return name_in(element, sure=True), element
    given = next((v for a in _ATTRIBUTES if (v := area.item.get(a)) and 0 < len(v) <= MAX_NAME and not v.isdigit()), None)
    return given or beside, None


def _before(area: Area, date: Date) -> str | None:
    """What stands beside the date in its line: "Ada Lo, April 5, 2018", "April 5, 2018, by Ada Lo"."""
    if not date.elements or not date.text:
        return None
    line = _line(date.elements[0])
    alone = line.strip("()[] ") == date.text
    if alone and date.elements[0] is not area.item:
        above = date.elements[0].getparent()
        line = (_line(above) if above is not None else "") or _line_above(date)
    before, found, after = line.partition(date.text)
    if not found or len(before) > 2 * MAX_NAME:
        return None
    return clean(before) or (clean(after) if len(after) <= 2 * MAX_NAME and not alone else None)


def _line_above(date: Date) -> str:
    """The name in the element before a date's, and that date."""
    before = date.elements[0].getprevious()
    name = _line(before) if before is not None and len(before) <= MAX_INNER else ""
    return f"{name} {date.text}" if name and len(name) <= MAX_NAME else ""


MAX_INNER = 3
"""Elements that one which holds only a name may hold."""


def _line(element: Element) -> str:
    return evidence.short(element) or ""
