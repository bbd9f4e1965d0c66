"""How deep each post stands: told in names and attributes, drawn by indentation, or marked as an answer among its siblings."""

import re
from collections.abc import Callable, Sequence
from itertools import islice, pairwise

from facta.read.generic import words
from facta.read.generic.areas import Area
from facta.read.threads import Element

Depths = list[float | None]
MAX_SPINE = 12
"""A post's first elements, among which its depth is told or drawn."""
SOUND = 0.95
"""Share of the steps from post to post that go at most one level in."""
_NAMED = re.compile(r"([a-z]+)[-_]*(\d{1,3})$", re.IGNORECASE)
_STYLE = re.compile(
    r"(?:(?:margin|padding)-(?:left|inline-start)|--[\w-]*(?:depth|level|indent)[\w-]*)\s*:\s*(\d{1,5}(?:\.\d+)?)"
)
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(\d{1,5}(?:\.\d+)?)(?:px|em|rem)")
_SAID = re.compile(r"\s*(?:level|depth|ebene|niveau|nivel)\s+(\d{1,3})\s*$", re.IGNORECASE)


def told(areas: Sequence[Area]) -> list[int | None]:
    """Parents by numbers: classes like `depth-2`, attributes like `data-level`, a line "level 2"."""
    for source in (_attribute, _class, _line):
        depths = [_first(area, source) for area in areas]
        if _sound(depths):
            return parents(depths)
    return []


def drawn(areas: Sequence[Area]) -> list[int | None]:
    """Parents by the room left of a post: margins, paddings, the width of a spacer."""
    for source in (_indent, _spacer):
        depths: Depths = [_first(area, source) or 0.0 for area in areas]
        if _sound(depths):
            return parents(depths)
    return []


def marked(areas: Sequence[Area]) -> list[int | None]:
    """Parents by a name that only answers have (`reply`, `indented`), where those answer the nearest post without it."""
    outer = [_marks(area) for area in areas]
    common = frozenset.intersection(*outer) if outer else frozenset()
    depths: Depths = [1.0 if marks - common else 0.0 for marks in outer]
    return parents(depths) if depths and depths[0] == 0 and 0 < sum(d or 0 for d in depths) < len(depths) else []


def _marks(area: Area) -> frozenset[str]:
    return words.of(area.item) & words.named("nested")


def parents(depths: Sequence[float | None]) -> list[int | None]:
    """The nearest post before each that stands less deep; a post whose depth is unknown is as deep as the one before it."""
    found: list[int | None] = []
    open_: list[tuple[float, int]] = []
    last = 0.0
    for n, depth in enumerate(depths):
        last = last if depth is None else depth
        while open_ and open_[-1][0] >= last:
            open_.pop()
        found.append(open_[-1][1] if open_ else None)
        open_.append((last, n))
    return found


def _sound(depths: Sequence[float | None]) -> bool:
    """Whether numbers can be depths: nearly all posts have one, the first the least, and none goes in by two levels at once."""
    known = [d for d in depths if d is not None]
    levels = {d: n for n, d in enumerate(sorted(set(known)))}
    if len(known) < 0.9 * len(depths) or len(levels) < 2 or known[0] != min(known):
        return False
    fine = sum(levels[b] <= levels[a] + 1 for a, b in pairwise(known))
    return fine >= SOUND * (len(known) - 1)


def _first(area: Area, source: Callable[[Element], float | None]) -> float | None:
    """What the first element tells: the post's own, those just around it, or the first in it."""
    around = area.item.getparent()
    places = [area.item, *([around] if around is not None and _alone(area, around) else []), *area.own[1:MAX_SPINE]]
    return next((value for element in places if (value := source(element)) is not None), None)


def _alone(area: Area, around: Element) -> bool:
    """Whether an element stands around no more than this post."""
    return sum(1 for child in islice(around, 3) if isinstance(child.tag, str)) <= 2 and len(area.roots) == 1


def _attribute(element: Element) -> float | None:
    for name, value in element.attrib.items():
        if isinstance(name, str) and name != "class" and isinstance(value, str) and value.isdigit() and len(value) <= 3:
            if name == "aria-level" and element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                continue
            if not words.split(name).isdisjoint(words.named("depth")):
                return float(value)
    return None


def _class(element: Element) -> float | None:
    for token in (element.get("class") or "").split()[:12]:
        found = _NAMED.search(token)
        if found and found[1].lower() in words.named("depth") and "user" not in token and "rank" not in token:
            return float(found[2])
    return None


def _line(element: Element) -> float | None:
    found = _SAID.match(element.text) if element.text and len(element.text) < 40 else None
    return float(found[1]) if found else None


def _indent(element: Element) -> float | None:
    found = _STYLE.search((element.get("style") or "")[:500])
    return float(found[1]) if found else None


def _spacer(element: Element) -> float | None:
    """The width of an element that holds nothing but room."""
    if element.tag not in ("img", "td", "div", "span") or (element.text or "").strip() or (element.tag != "img" and len(element)):
        return None
    width = element.get("width") or ""
    if width.removesuffix("px").isdigit() and (
        "spacer" in (element.get("src") or "") + (element.get("class") or "") or _thin(element)
    ):
        return float(width.removesuffix("px"))
    found = _WIDTH.search((element.get("style") or "")[:500])
    return float(found[1]) if found else None


def _thin(element: Element) -> bool:
    return element.tag != "img" or (element.get("height") or "1") in ("0", "1")
