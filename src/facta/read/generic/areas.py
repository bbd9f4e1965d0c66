"""Which elements of a page belong to which post: those inside its element and inside no other post's."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from facta.read import markup
from facta.read.threads import Element

MOST = 0.7
"""Share of the posts that must be without words of their own before what stands around them is looked at."""
FEW = 15
"""Letters beside author and date, such as of "posted by", that are no text yet."""
MAX_CLIMB = 12


@dataclass
class Area:
    """One post's part of the page."""

    item: Element
    roots: list[Element]
    """The element, and what follows it where a post is written as a row of siblings."""
    depth: int = 0
    """Levels of the tree around the element by which the post was found."""
    outer: int | None = None
    """The post inside whose element it stands."""
    own: list[Element] = field(default_factory=list)
    """Its elements in reading order, the roots among them."""


def split(items: Sequence[Element], marks: Collection[Element]) -> list[Area]:
    """The areas of posts, in reading order; `marks` are the elements that say who and when."""
    areas = _owned({item: [item] for item in items})
    if _wordless(areas, marks):
        areas = _owned({lifted: [lifted] for lifted in _climbed(areas)}, [a.depth for a in areas])
    if _wordless(areas, marks):
        areas = _owned(_with_siblings([area.item for area in areas]))
    return areas


def _wordless(areas: Sequence[Area], marks: Collection[Element]) -> bool:
    return sum(_says_nothing(area, marks) for area in areas) >= MOST * len(areas)


def _says_nothing(area: Area, marks: Collection[Element]) -> bool:
    said = 0
    marked: set[Element] = set()
    for element in area.own:
        if element in marks or element.getparent() in marked:
            marked.add(element)
        else:
            said += len(markup.folded(element.text or ""))
        if element is not area.item and element.getparent() not in marked:
            said += len(markup.folded(element.tail or ""))
        if said > FEW:
            return False
    return True


def _climbed(areas: Iterable[Area]) -> list[Element]:
    """Each post's outermost element that holds no other's."""
    items = [area.item for area in areas]
    known, around = set(items), dict[Element, int]()
    for item in items:
        for above in item.iterancestors():
            around[above] = around.get(above, 0) + 1
    climbed = []
    for item in items:
        place: Element = item
        for _ in range(MAX_CLIMB if len(items) > 1 else 0):
            wider = place.getparent()
            if wider is None or wider.tag in ("body", "main", "html") or around.get(wider) != 1 or wider in known:
                break
            place = wider
        climbed.append(place)
    return climbed


def _with_siblings(items: Sequence[Element]) -> dict[Element, list[Element]]:
    """Each post's element with the siblings after it, up to the next that is a post's or holds one."""
    within = set(items) | {a for item in items for a in item.iterancestors()}
    found = {}
    for item in items:
        found[item] = [item]
        for sibling in item.itersiblings():
            if sibling in within or not isinstance(sibling.tag, str) or sibling.tag in ("form", "h2"):
                break
            found[item].append(sibling)
    return found


def _owned(roots: dict[Element, list[Element]], depths: Sequence[int] = ()) -> list[Area]:
    """The areas, every element given to the nearest root around it in one walk over the page."""
    by_root = {root: item for item, several in roots.items() for root in several}
    areas: list[Area] = []
    index: dict[Element, int] = {}
    owner: dict[Element, int] = {}
    level: dict[Element, int] = {}
    for element in next(iter(roots)).getroottree().getroot().iter(etree.Element):
        above = element.getparent()
        level[element] = level[above] + 1 if above is not None else 0
        around = owner.get(above) if above is not None else None
        item = by_root.get(element)
        if item is element:
            index[item] = len(areas)
            areas.append(Area(item, roots[item], level[element], around))
        mine = around if item is None else index.get(item, around)
        if mine is not None:
            owner[element] = mine
            areas[mine].own.append(element)
    for area, depth in zip(areas, depths, strict=False):
        area.depth = depth
    return areas
