"""Threads in which nothing tells when and but breaks or rules part one post from the next: bare lines below "Comments (3)"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from facta.read import furniture, markup
from facta.read.generic import certain, looks, naming, talk, words
from facta.read.generic import lines as lines_
from facta.read.generic.lines import Line
from facta.read.posts import Post
from facta.read.threads import Element, Extraction

MOST = 0.7
"""Share of the posts that must have words."""
ANSWERED = 0.4
"""Share of the posts with a button to answer, or to report, from which readers wrote them."""
MAX_LINES = 4_000
"""Lines below a title that are read."""
_BOLD = frozenset(("b", "strong", "i", "em", "u", "font", "span", "a", "small", "big", "cite"))
_LED = re.compile(r"(?P<name>[^:：]{2,60}?)\s*[:：]\s*(?P<text>\S.*)")
_DASH = re.compile(r"[-–—~]+\s*(?=\w)")


@dataclass(frozen=True)
class Title:
    """The title of a thread, and what it says of the posts below it."""

    element: Element
    count: int | None
    """How many there are."""
    sure: bool
    """Whether it can be nothing but a readers' thread's: it counts them, or names the readers."""

    @property
    def rank(self) -> str:
        """The last heading that ends its section."""
        return str(self.element.tag) if self.element.tag in certain.HEADINGS else "h4"


@dataclass(frozen=True)
class _Region:
    """The lines below a title."""

    parent: Element
    lines: Sequence[Line]
    """All lines of the element, those above the title among them."""
    start: int
    end: int

    @property
    def own(self) -> Sequence[Line]:
        """The lines that may be posts'."""
        return self.lines[self.start : self.end]


def find(title: Title, levels: int) -> Extraction | None:
    """The posts that bare lines below a title are, in the first form that fits, and the lines, which get an element of their own.

    None where what follows the title are elements; no posts where it is lines that no form of posts shows to be readers'.
    levels: how many elements around the title are looked at for what follows it.
    """
    region = _region(title, levels)
    said = [line for line in region.own if not _is_frame(line.text)] if region else []
    if region is None or 2 * sum(line.inside and region.parent[line.place].tag in markup.BLOCKS for line in said) >= len(said):
        return None
    apart = all(lines_.is_apart(region.lines, at) for at in (region.start, region.end))
    posts = _posts(region, said, title) if apart else ()
    return Extraction(posts, (lines_.wrapped(region.parent, region.lines, region.start, region.end),) if posts else ())


def _posts(region: _Region, said: Sequence[Line], title: Title) -> tuple[Post, ...]:
    buttons = len(region.own) - len(said)
    for read in (_headed, _led, _signed):
        posts = read(region.parent, said, title)
        if posts and sum(bool(post.text) for post in posts) >= MOST * len(posts):
            sure = title.sure or _ruled(said) or buttons >= ANSWERED * len(posts) or talk.weight(posts) >= 1
            return posts if sure else ()
    return _nameless(said, title)


def _region(title: Title, levels: int) -> _Region | None:
    """What follows a title in the nearest element around it that goes on; what one element holds where that is all."""
    place: Element | None = title.element
    for _ in range(levels):
        parent = place.getparent() if place is not None else None
        if place is None or parent is None or place.tag in ("body", "html"):
            return None
        found = _below(parent, parent.index(place), title.rank)
        if found.own:
            for _ in range(levels):
                if found.own and _is_box(found):
                    found = _below(found.parent[found.own[0].place], None, title.rank)
            return found
        place = parent
    return None


def _is_box(region: _Region) -> bool:
    """Whether all lines stand in one element."""
    first, last = region.own[0], region.own[-1]
    return first is not last and first.inside and last.inside and first.place == last.place


def _below(parent: Element, title: int | None, rank: str) -> _Region:
    """The lines of an element behind the child that is a title, if one is, up to what no post holds: a heading, a box, a form."""
    lines = list(lines_.of(parent))[:MAX_LINES]
    start = next(
        (n for n, line in enumerate(lines) if title is None or (line.place, not line.inside) > (title, False)), len(lines)
    )
    boxes = frozenset() if start == len(lines) or _tag(parent, lines[start]) in _BOXES else _BOXES
    ends = (n for n in range(start, len(lines)) if _closes(lines[n], _tag(parent, lines[n]), rank, boxes))
    return _Region(parent, lines, start, next(ends, len(lines)))


def _tag(parent: Element, line: Line) -> str:
    return str(parent[line.place].tag) if line.inside else ""


def _closes(line: Line, tag: str, rank: str, boxes: frozenset[str]) -> bool:
    if tag == "h1" or (tag in certain.HEADINGS and tag <= rank) or tag in boxes:
        return True
    return any(furniture.is_(end, line.text) for end in ("closing", "thread_end"))


_BOXES = frozenset(("div", "section", "table", "aside", "nav", "footer", "ul", "ol", "article"))
"""Elements that are something else where the posts are lines."""


def _is_frame(line: str) -> bool:
    kinds = ("other", "thread_title")
    return furniture.is_buttons(line) or words.is_("labels", line) or any(furniture.is_(kind, line) for kind in kinds)


def _headed(parent: Element, lines: Sequence[Line], title: Title) -> tuple[Post, ...]:
    """The posts that begin with a name in letters of one look."""
    told = {n: found for n, line in enumerate(lines) if (found := _head(parent, line))}
    if 0 not in told:
        return ()
    look = looks.of(parent[lines[0].place])
    if Counter(looks.of(parent[lines[n].place]) for n in told).most_common(1)[0][0] != look:
        return ()
    heads = [n for n in told if looks.of(parent[lines[n].place]) == look]
    if len(heads) < 2 and title.count != len(heads):
        return ()
    ends = [*heads[1:], len(lines)]
    return tuple(
        Post(author=told[n][0], text=_joined(told[n][1], lines[n + 1 : end])) for n, end in zip(heads, ends, strict=True)
    )


def _head(parent: Element, line: Line) -> tuple[str, str] | None:
    """The name with which a line begins, in an element of its own, and what the line says behind it."""
    if not line.inside or parent[line.place].tag not in _BOLD:
        return None
    shown = markup.line(parent[line.place])
    name = naming.alone(shown) if line.text.startswith(shown) else None
    return (name, line.text[len(shown) :].strip(" :：,-–—|")) if name else None


def _led(_: Element, lines: Sequence[Line], title: Title) -> tuple[Post, ...]:
    """The posts that begin "Ada: I agree", or with a name in a line of its own; what does not goes on with the one before."""
    groups = _groups(lines)
    told = [(n, lead) for n, group in enumerate(groups) if (lead := _lead(group))]
    if not told or told[0][0] > 0 or len(told) not in (title.count, max(2, len(groups))):
        return ()
    ends = [*(n for n, _ in told[1:]), len(groups)]
    return tuple(
        Post(author=name, text=_joined(said, [*groups[n][1:], *(line for group in groups[n + 1 : end] for line in group)]))
        for (n, (name, said)), end in zip(told, ends, strict=True)
    )


def _lead(group: Sequence[Line]) -> tuple[str, str] | None:
    found = _LED.fullmatch(group[0].text)
    if name := found and naming.alone(found["name"]):
        return name, found["text"]
    name = naming.alone(group[0].text) if len(group) > 1 else None
    return (name, "") if name else None


def _signed(parent: Element, lines: Sequence[Line], title: Title) -> tuple[Post, ...]:
    """The posts that end with a name in a line of its own, in other letters or behind a dash."""
    groups = _groups(lines)
    names = [_signature(parent, group[-1]) if len(group) > 1 else None for group in groups]
    if len(groups) not in (title.count, max(2, len(groups))) or not all(names):
        return ()
    return tuple(Post(author=name, text=_joined("", group[:-1])) for name, group in zip(names, groups, strict=True))


def _signature(parent: Element, line: Line) -> str | None:
    child = parent[line.place] if line.inside else None
    bold = child is not None and child.tag in _BOLD and markup.line(child) == line.text
    dash = _DASH.match(line.text)
    if not bold and not dash:
        return None
    return naming.alone(line.text[dash.end() :] if dash else line.text)


def _nameless(lines: Sequence[Line], title: Title) -> tuple[Post, ...]:
    """The posts without names: as many as the title counts, or parted by rules, or such as only readers write."""
    groups = _groups(lines)
    texts = [_joined("", group) for group in groups]
    counted = title.sure and len(groups) == title.count
    if counted or (len(groups) > 1 and (_ruled(lines) or talk.is_talk(texts))):
        return tuple(Post(text=text) for text in texts)
    return ()


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines between rules; without such, those between empty lines; else each by itself."""
    ruled, wide = _ruled(lines), any(line.gap == "\n\n" for line in lines[1:])
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or (line.ruled if ruled else line.gap == "\n\n" or not wide):
            groups.append([])
        groups[-1].append(line)
    return groups


def _ruled(lines: Sequence[Line]) -> bool:
    return any(line.ruled for line in lines[1:])


def _joined(first: str, lines: Sequence[Line]) -> str:
    """What a post says, its first words given where they stand beside its name."""
    return (first + "".join(line.gap + line.text for line in lines)).strip("\n")
