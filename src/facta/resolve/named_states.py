"""The states that a stretch of text names, by state and place: a line of a page may name thousands, and each party asks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from facta.values.spans import Range


class NamedStates:
    """States in the order of their first naming; empty where none is named."""

    def __init__(self, places: Mapping[str, Sequence[int]]) -> None:
        self._places = places

    @classmethod
    def of(cls, named: Iterable[tuple[int, str]]) -> "NamedStates":
        """From place and state of each naming, in order."""
        places = defaultdict[str, list[int]](list)
        for at, country in named:
            places[country].append(at)
        return cls(places)

    def __len__(self) -> int:
        """How many states."""
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        """The states."""
        return iter(self._places)

    def times(self, country: str) -> int:
        """How often a state is named."""
        return len(self._places[country])

    def without(self, countries: Collection[str]) -> "NamedStates":
        """The other states."""
        return NamedStates({c: places for c, places in self._places.items() if c not in countries})

    def outside(self, where: Range) -> "NamedStates":
        """As if a stretch of the text were not there."""
        return NamedStates(
            {
                c: places
                for c, own in self._places.items()
                if (places := [*own[: _at(own, where.start)], *own[_at(own, where.end) :]])
            }
        )

    def any_in(self, where: Range) -> bool:
        """Whether one is named in a stretch of the text."""
        return any(_at(own, where.start) < _at(own, where.end) for own in self._places.values())

    def first(self) -> str | None:
        """The one that is named first."""
        return min(self._places, key=lambda c: self._places[c][0], default=None)

    def last_before(self, at: int) -> str | None:
        """The one that is named last before a place."""
        before = [(own[n - 1], c) for c, own in self._places.items() if (n := _at(own, at))]
        return max(before)[1] if before else None


def _at(places: Sequence[int], place: int) -> int:
    """How many of some places, which are in order, lie before another."""
    return bisect_left(places, place)
