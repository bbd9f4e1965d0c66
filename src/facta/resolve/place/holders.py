"""Which of the places named in a text lies in which other, as the text says it (`Paris, Texas`, `Goma, DR Congo`)."""

import re
from itertools import pairwise

from facta.resolve.place.fame import BIG, fame
from facta.resolve.place.marks import Mark
from facta.resolve.place.site import Site, distance
from facta.resolve.place.text import PlaceText

_HOLDS = 900.0
"""Km from the middle of the largest regions to their farthest towns."""
_WITHIN = re.compile(r",\s+(?:in\s+)?(?:the\s+)?|\s+\(|\s+in\s+(?:the\s+)?(?:\w+\s+)?|\s+")
"""What stands between a place and the one that holds it."""


def find_holders(page: PlaceText) -> dict[Mark, Mark]:
    """By place, the one that the text says holds it.

    Towns put where nobody knows one of that name, and counties whose state is not told, are none of those known: the page
    forgets them.
    """
    holders: dict[Mark, Mark] = {}
    for mark, following in pairwise(page.candidates()):
        if _holds(page, mark, following):
            holders[mark] = following
        elif _elsewhere(page, mark, following):
            page.forget(mark)
    held = {page.norms(m) for m in holders}
    for mark in page.marks:
        # A county has its name in common with towns anywhere, so that only its state tells where it is.
        county = mark.unit and page.words[mark.last - 1].norm == "county"
        if county and not mark.filed and page.norms(mark) not in held:
            page.forget(mark)
    return holders


def pairs(page: PlaceText, mark: Mark, holder: Mark) -> list[tuple[Site, Site]]:
    """Every place of the first name with every one of the second that may hold it; empty when none may."""
    # `Paris, the United States and China` is a row, whatever the towns of Texas are called.
    least = max(fame(mark, s) for s in mark.options) - (1.0 if "the" in page.between(mark, holder) else 2.6)
    found = [(s, h) for s in mark.options for h in holder.options if _inside(page, mark, s, h)]
    return [(s, h) for s, h in found if h.kind != "state" or fame(mark, s) > least]


def _holds(page: PlaceText, mark: Mark, holder: Mark) -> bool:
    """Whether the text says that one place lies in the next."""
    if page.words[mark.last - 1].possessive or not _WITHIN.fullmatch(page.between(mark, holder)):
        return False
    # Of regions in a row (`Washington, Oregon and Idaho`) none holds another.
    if "region" in mark.kinds and "region" in holder.kinds and _beside_region(page, mark, holder):
        return False
    return bool(pairs(page, mark, holder))


def _beside_region(page: PlaceText, first: Mark, last: Mark) -> bool:
    """Whether the row of two goes on with a region or a state on either side."""
    at = page.marks.index(first)
    before, after = page.marks[max(0, at - 1) : at], page.marks[at + 2 : at + 3]
    rows = [(m, m, first) for m in before] + [(m, last, m) for m in after]
    return any(m.kinds & {"region", "state"} and page.row(one, two) for m, one, two in rows)


def _inside(page: PlaceText, mark: Mark, site: Site, holder: Site) -> bool:
    """Whether one site may lie in the other."""
    if site.country != holder.country or site is holder:
        return False
    if holder.kind == "state":  # in `China, Japan` the first is no town of Japan
        return site.kind == "region" if "state" in mark.kinds else site.kind != "state"
    if holder.kind not in ("region", "island", "area") or site.kind != "city":
        return False
    far = distance(site, holder)
    if holder.kind != "region" or far > _HOLDS:
        return far < _HOLDS
    nearest = min((distance(site, r) for r in page.sites.regions.get(site.country, ())), default=0.0)
    # Border towns may lie nearer to a neighbour's middle (Pensacola to Alabama's), but where the name is a region's as well
    # (`California, New Jersey`) only a town that lies well inside will do.
    wide = 1.2 if "region" in mark.kinds else 2.5
    return far < wide * nearest + 50


def _elsewhere(page: PlaceText, mark: Mark, holder: Mark) -> bool:
    """Whether the text puts a town into a region where nobody knows one of that name, so that it is none of those known."""
    if page.between(mark, holder) != ", " or mark.filed or mark.kinds != {"city"} or "region" not in holder.kinds:
        return False
    if any(s.population >= BIG for s in mark.options) or pairs(page, mark, holder):
        return False
    return holder.sure or mark.unit or bool(page.lead(mark.first))
