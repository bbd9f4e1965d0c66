"""Stretches of a text found again by place, so that what stands near some words is found without going through a long page."""

from collections import defaultdict
from collections.abc import Iterable

from facta.values.spans import Range, overlap

_BLOCK = 256
"""Characters: stretches that have a character in common have one of these blocks of the text in common."""


class Near:
    """Numbered stretches of a text; one number may have several.

    >>> Near([(0, Range(0, 9)), (1, Range(5, 700)), (2, Range(8, 9))]).touching(Range(6, 7))
    [0, 1]
    """

    def __init__(self, some: Iterable[tuple[int, Range]] = ()) -> None:
        self._filed: defaultdict[int, set[tuple[int, Range]]] = defaultdict(set)
        for number, where in some:
            self.add(number, where)

    def add(self, number: int, where: Range) -> None:
        """One stretch more."""
        for block in _blocks(where):
            self._filed[block].add((number, where))

    def drop(self, number: int, where: Range) -> None:
        """One less."""
        for block in _blocks(where):
            self._filed[block].discard((number, where))

    def touching(self, where: Range) -> list[int]:
        """The numbers of those that share a character with a stretch, in order."""
        near = (one for block in _blocks(where) for one in self._filed.get(block, ()))
        return sorted({number for number, other in near if overlap(other, where)})


def _blocks(where: Range) -> range:
    return range(where.start // _BLOCK, (where.end - 1) // _BLOCK + 1)
