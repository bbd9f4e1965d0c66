"""Whom each post answers: by ids, links, numbers, nesting, depths, indentation, or the name of the one who is answered."""

from collections.abc import Sequence

from facta.read.generic import depths, references
from facta.read.generic.areas import Area

Parents = list[int | None]
"""For each post the place of the one it answers."""


def read(areas: Sequence[Area], authors: Sequence[str | None]) -> Parents:
    """The parent of each post, the surest evidence first; whatever none tells is a post of its own."""
    linked = references.read(areas)
    numbered = references.by_number(areas)
    structures = (tells(areas) for tells in (depths.told, nesting, depths.drawn, depths.marked, references.by_quotation))
    parents: Parents = next((list(p) for p in structures if any(x is not None for x in p)), [None] * len(areas))
    named = references.by_name(areas, authors, parents)
    if all(parent is None for parent in parents):  # who is addressed needn't be answered where answers have places of their own
        parents = references.by_address(areas, authors)
    for by_reference in (references.by_anchor(areas), references.by_mention(areas, authors), named, numbered, linked):
        for n, parent in enumerate(by_reference):
            if parent is not None and parent != n:
                parents[n] = parent
    return without_circles(parents)


def nesting(areas: Sequence[Area]) -> Parents:
    """By the elements posts stand in: inside another post's, or deeper in what follows it."""
    open_: list[int] = []
    parents: Parents = []
    for n, area in enumerate(areas):
        while open_ and areas[open_[-1]].depth >= area.depth:
            open_.pop()
        if area.outer is not None:
            parents.append(area.outer)
        else:
            parents.append(open_[-1] if open_ and _follows(areas[open_[-1]], area) else None)
        open_.append(n)
    return parents


def _follows(first: Area, second: Area) -> bool:
    """Whether what stands around the first post also holds the second."""
    around = first.item.getparent()
    return around is not None and any(a is around for a in second.item.iterancestors())


def in_order(parents: Parents) -> list[int]:
    """The posts so that parents stand before replies, else in reading order."""
    children: dict[int | None, list[int]] = {}
    if all(p is None or p < n for n, p in enumerate(parents)):
        return list(range(len(parents)))
    for n, parent in enumerate(parents):
        children.setdefault(parent, []).append(n)
    order, stack = [], list(reversed(children.get(None, [])))
    while stack:
        n = stack.pop()
        order.append(n)
        stack += reversed(children.get(n, []))
    return order


def without_circles(parents: Parents) -> Parents:
    """The same, but posts that would answer themselves through others answer nobody."""
    sound: set[int] = set()
    for start in range(len(parents)):
        path: list[int] = []
        walked: set[int] = set()
        n: int | None = start
        while n is not None and n not in sound:
            if n in walked:
                parents[n] = None
                break
            path.append(n)
            walked.add(n)
            n = parents[n]
        sound.update(path)
    return parents
