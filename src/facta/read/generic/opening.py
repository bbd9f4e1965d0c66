"""The post that opens a forum's topic: it looks like its answers, and is what they are about."""

from collections.abc import Sequence

from lxml import etree

from facta.read.generic import certain, references, repeats
from facta.read.generic.areas import Area
from facta.read.generic.repeats import Repeats
from facta.read.posts import Post
from facta.read.threads import Element

PROSE = 120
"""Characters of one element's own words that show an article beside the posts."""


def is_first(found: Repeats, areas: Sequence[Area], posts: Sequence[Post]) -> bool:
    """Whether the first of a page's posts opens a topic: no article stands beside them, and the page is the topic's first."""
    if len(areas) < 2 or posts[0].parent is not None or len(posts[0].text) < PROSE:
        return False
    number = references.number(areas[0])
    if max(repeats.commentness(n) for n in found.names) == 2 or not (number == "1" or certain.is_forum(areas[0].item)):
        return False
    return number in (None, "0", "1") and not _continues(areas[0].item) and not _has_prose(areas)


def _continues(item: Element) -> bool:
    """Whether the page says that another comes before it."""
    root = item.getroottree().getroot()
    return any("prev" in (e.get("rel") or "").lower().split() for e in root.iter("link", "a"))


def _has_prose(areas: Sequence[Area]) -> bool:
    """Whether sentences stand on the page outside the posts."""
    inside = {e for area in areas for e in area.own}
    body = areas[0].item.getroottree().getroot().find("body")
    for element in body.iter(etree.Element) if body is not None else ():
        if element not in inside and element.tag not in ("script", "style", "noscript", "template", "textarea"):
            pieces = [element.text or "", *(child.tail or "" for child in element)] if len(element) < 50 else [element.text or ""]
            if any(len(p.strip()) >= PROSE for p in pieces):
                return True
    return False
