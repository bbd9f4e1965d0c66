"""When each post was written, as its page says it and as a stamp for machines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facta.read import dates, markup, trees
from facta.read.generic import looks, when, words
from facta.read.generic.areas import Area
from facta.read.generic.evidence import Dated
from facta.read.threads import Element

MAX_HEAD = 160
"""Characters of the line in which a date may stand among other words."""


@dataclass(frozen=True)
class Date:
    """A post's date and the elements it stands in."""

    text: str | None = None
    stamp: str | None = None
    elements: tuple[Element, ...] = ()


def read(areas: Sequence[Area], found: Sequence[Dated]) -> list[Date]:
    """The date of each post, an empty one where it has none."""
    by_element = {d.element: d for d in found}
    best = looks.chosen(areas, lambda area: _options(area, by_element), vote=2)
    return [Date() if e is None else _date(area, by_element[e]) for area, e in zip(areas, best, strict=True)]


def _options(area: Area, found: Mapping[Element, Dated]) -> list[looks.Choice]:
    quoted = looks.quoted(area)
    mine = [found[e] for e in area.own if e in found and e not in quoted]
    return [(d.element, float(d.sure) - n * 0.01 - 3 * is_edit(d)) for n, d in enumerate(mine) if d.sure or _in_head(d)]


def is_edit(dated: Dated) -> bool:
    """Whether a date tells when something else was done than writing: editing, joining."""
    line = markup.line(dated.element)[:MAX_HEAD]
    before = dated.element.getprevious()
    led = (before.tail if before is not None else getattr(dated.element.getparent(), "text", None)) or ""
    edited = words.within("edited")
    return any(edited.search(told) for told in (line, led[-40:], dated.element.get("class") or ""))


def _in_head(dated: Dated) -> bool:
    return len(markup.line(dated.element)) <= MAX_HEAD and dated.element.tag not in ("p", "li", "blockquote")


def _date(area: Area, dated: Dated) -> Date:
    text, elements = dated.text, [dated.element]
    span = when.find(text) if text else None
    if text and span is not None and not when.is_all(text):
        text = text[slice(*span)]
    if text and ":" not in text:  # the hour may stand in the next element
        after = area.own[area.own.index(dated.element) + 1 :][:4]
        clock = next((e for e in after if when.is_clock(markup.line(e))), None)
        if clock is not None:
            text, elements = f"{text} {markup.line(clock)}", [*elements, clock]
    return Date(text and text.strip("()[] "), _stamp(dated.stamp), tuple(elements))


def _stamp(stamp: str | None) -> str | None:
    """A stamp as ISO; those in seconds or milliseconds since 1970 are turned into it."""
    return trees.epoch(stamp) or (stamp if stamp and dates.day(stamp) else None)
