"""Whether what was found is surely a thread: readers' posts, not teasers, live entries, reviews or a menu."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from lxml import etree

from facta.read import dates, furniture, markup
from facta.read.generic import names, repeats, talk, words
from facta.read.generic.areas import Area
from facta.read.generic.repeats import Repeats
from facta.read.posts import Post
from facta.read.threads import Element

ENOUGH = 3.0
"""What all evidence must add up to."""
ALONE = 4.0
"""The same for a single post, which repeats nothing, and where many tell no author: of two readers one may."""
MOST = 0.6
HALF = 0.5
"""Share of the posts that must tell an author, and of those that must have words."""
_MEMBER = re.compile(r"/(?:users?|u|profiles?|members?)/|\b(?:user|member|profile|memberlist)(?:\.php)?\?")
LEVELS = 6
"""Levels around the posts whose names tell what they are a list of."""


def is_thread(found: Repeats, areas: Sequence[Area], posts: Sequence[Post], controls: Collection[Element]) -> bool:
    """Whether posts have authors and words, and enough else says that readers wrote them."""
    if not areas or any(e.tag == "h1" for area in areas for e in area.own):
        return False
    counted = [p for p in posts if p.kind == "comment" and not p.deleted] or list(posts)
    named = _share(bool(p.author) for p in counted)
    if named < HALF or _share(bool(p.text) for p in counted) < HALF:
        return False
    if _share(_leads_away(area) for area in areas) >= 0.5:
        return False
    weight = _naming(found, areas) + _surroundings(areas[0].item, found, len(areas))
    weight += 1.5 * (_share(_answered(a, controls) for a in areas) >= 0.4)
    weight += 0.5 * (_share(bool(p.date_text or p.stamp) for p in counted) >= MOST) + 0.5 * (len(counted) >= 5)
    weight += 0.5 * (_share(_has_hour(p) for p in counted) >= MOST)  # lists of articles tell days
    weight += 0.5 * any(p.parent is not None for p in posts) + 0.5 * (len({p.author for p in counted}) > 1)
    weight += 1.0 * (_share(_by_reader(area) for area in areas) >= MOST) + 1.0 * is_forum(areas[0].item)
    weight += 0.0 if is_headed(areas[0].item) else talk.weight(counted)
    return weight >= (ENOUGH if len(counted) > 1 and named >= MOST else ALONE)


def _share(truths: Iterable[bool]) -> float:
    values = list(truths)
    return sum(values) / len(values) if values else 0.0


def _has_hour(post: Post) -> bool:
    return dates.minutes(post.date_text or "") is not None or dates.moment(post.stamp or "") is not None


def _naming(found: Repeats, areas: Sequence[Area]) -> float:
    """What the posts are named, or what stands in each of them."""
    inside = _share(any(not words.of(e).isdisjoint(words.named("comment")) for e in area.own[:40]) for area in areas)
    return max(1.5 * (inside >= MOST), *(repeats.commentness(n) for n in found.names))


def _by_reader(area: Area) -> bool:
    """Whether an element of a post is named like the name of a reader, not of a journalist."""
    first = area.own[:60]
    return any(not words.of(e).isdisjoint(words.named("reader")) or _MEMBER.search(e.get("href") or "") for e in first)


def is_forum(item: Element) -> bool:
    """Whether the page says that it is a forum's: in its own names, its address, or those of its headings."""
    root = item.getroottree().getroot()
    headings = list(islice(root.iter("h1", "h2"), 3))
    around = [root, *root.iterchildren("body"), *headings, *(p for h in headings if (p := h.getparent()) is not None)]
    named = frozenset[str]().union(*(words.of(e) for e in around))
    addresses = [e.get("href") or e.get("content") or "" for e in root.iter("link", "meta") if _tells_address(e)]
    return not (named | frozenset[str]().union(*map(words.split, addresses))).isdisjoint(words.named("forum"))


def _tells_address(element: Element) -> bool:
    return element.get("rel") == "canonical" or element.get("property") == "og:url"


def _answered(area: Area, controls: Collection[Element]) -> bool:
    return any(e in controls for e in area.own)


def _surroundings(item: Element, found: Repeats, count: int) -> float:
    """What the elements around the posts are named, and whether a thread's title stands before them, or one that counts them."""
    weight = 0.0
    schema = any(names.is_schema(n) for n in found.names)
    for above in islice(item.iterancestors(), LEVELS):
        if above.tag in ("body", "html"):
            break
        named = words.of(above)
        if not named.isdisjoint(words.named("area")):
            weight = max(weight, 1.0)
        elif not named.isdisjoint(words.named("not_thread")) and not schema:
            weight -= 1.5
        if above.tag == "nav":
            weight -= 3
        elif above.tag == "aside":
            weight -= 0.5
    return weight + titled(item, count)


def is_headed(item: Element) -> bool:
    """Whether a heading stands right above the posts: where it is no thread's, they are a list of what it says."""
    place: Element | None = item
    for _ in range(LEVELS):
        if place is None:
            break
        before = place.getprevious()
        if before is not None:
            return before.tag in HEADINGS
        place = place.getparent()
    return False


def titled(item: Element, count: int) -> float:
    """1.5 where "12 comments" or the like stands shortly before the posts, 1 for any heading with their number: "Views (12)"."""
    place: Element | None = item
    counted = False
    for _ in range(LEVELS):
        if place is None or place.tag in ("body", "html"):
            break
        for before in islice(place.itersiblings(preceding=True), 4):
            for element in islice(before.iter(etree.Element), 12):
                text = " ".join((element.text or "").split())
                line = markup.line(element)[:200] if text and len(text) <= 60 else ""
                if furniture.is_("thread_title", line):
                    return 1.5
                counted = counted or (element.tag in HEADINGS and _counts(line, count))
        place = place.getparent()
    return float(counted)


HEADINGS = ("h2", "h3", "h4", "h5", "h6")
"""What the title of a list or a thread stands in."""


def _counts(line: str, count: int) -> bool:
    """Whether a heading tells the number of what is below it."""
    found = _COUNTED.fullmatch(line)
    return count > 1 and found is not None and int(found["before"] or found["after"]) == count


_COUNTED = re.compile(r"(?P<before>\d{1,5}) [^\W\d][^\d]{2,50}|[^\W\d][^\d]{2,50}? [(\[](?P<after>\d{1,5})[)\]]:?")


def _leads_away(area: Area) -> bool:
    """Whether a post is a teaser: its heading, or nearly all its words, are a link to another page."""
    words_, linked = 0, 0
    for element in area.own:
        if element.tag in ("h1", "h2", "h3", "h4"):
            link = next((a for a in element.iter("a")), None)
            if link is not None and _is_elsewhere(link) and len(markup.line(link).split()) >= 4:
                return True
        if element.tag == "a" and _is_elsewhere(element):
            linked += len(markup.line(element))
        words_ += len((element.text or "").strip()) + len((element.tail or "").strip())
    return linked > 0.8 * words_ > 0


def _is_elsewhere(link: Element) -> bool:
    target = link.get("href") or ""
    return bool(target) and "#" not in target and "comment" not in target and not target.startswith("javascript:")
