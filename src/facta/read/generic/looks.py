"""Which of a post's elements plays a part, found by vote: what looks alike in most posts plays the same part in all."""

from collections import Counter
from collections.abc import Callable, Sequence

from facta.read.generic import words
from facta.read.generic.areas import Area
from facta.read.threads import Element

Look = tuple[str, str]
Choice = tuple[Element, float]
"""An element and how well it fits a part."""


def of(element: Element) -> Look:
    """What an element has in common with those that play the same part in other posts."""
    return str(element.tag), element.get("class") or ""


def chosen(areas: Sequence[Area], fitting: Callable[[Area], Sequence[Choice]], vote: float) -> list[Element | None]:
    """For each area its best element: by its own fit, plus `vote` times the share of areas that have one of its look."""
    options = [fitting(area) for area in areas]
    shares = Counter(look for some in options for look in {of(e) for e, _ in some})
    best = []
    for some in options:
        ranked = [(fit + vote * shares[of(e)] / len(areas), e) for e, fit in some]
        best.append(max(ranked, key=lambda pair: pair[0])[1] if ranked else None)
    return best


def _is_quotation(element: Element) -> bool:
    return not words.of(element).isdisjoint(("quote", "quoted", "blockquote")) and element.tag in ("div", "aside", "section")


def quoted(area: Area) -> set[Element]:
    """The elements of a post that stand in a quotation, so that they say nothing about its own author."""
    found: set[Element] = set()
    for element in area.own:
        if element.tag == "blockquote" or element.getparent() in found or _is_quotation(element):
            found.add(element)
    return found
