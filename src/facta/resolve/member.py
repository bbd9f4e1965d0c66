"""Somebody on a page, while its mentions are being gathered."""

from bisect import bisect_right, insort
from dataclasses import dataclass, field
from sys import maxsize

from facta.resolve.candidate import Candidate
from facta.resolve.spots import Spot
from facta.resolve.words import without_article
from facta.values.spans import Range


@dataclass(slots=True, eq=False)
class Member:
    """Somebody on the page, while mentions are being gathered: one and the same, whatever another is called."""

    spots: list[Spot] = field(default_factory=list)
    stands: set[Spot] = field(default_factory=set)
    """The same, for a quick look: a state may stand at thousands of spots of a page."""
    words: set[str] = field(default_factory=set)
    """What stands at them."""
    names: list[tuple[str, ...]] = field(default_factory=list)
    """A person's name as comparable words, each way the page writes it."""
    found: Candidate | None = None
    person: bool = False
    number: int = 0
    """Its place among those who came in."""
    places: dict[str, list[Range]] = field(default_factory=dict)
    """Where its spots stand, by text, in order."""

    def stand(self, spot: Spot) -> None:
        """Take one more spot."""
        self.stands.add(spot)
        self.spots.append(spot)
        self.words.add(spot.text)
        insort(self.places.setdefault(spot.comment, []), spot.range)

    def nearness(self, spot: Spot) -> tuple[bool, int]:
        """How near it is named before a spot, or else how early at all: the greater, the nearer."""
        own = self.places.get(spot.comment, [])
        last = bisect_right(own, (spot.range.start, maxsize))
        before = next((own[k].start for k in range(last - 1, -1, -1) if own[k].end <= spot.range.start), None)
        if before is not None:
            return True, before
        return False, -min((some[0].start for some in self.places.values()), default=0)

    @property
    def fullest(self) -> str:
        """The longest naming of the member on the page, without article."""
        return without_article(max((s.text for s in self.spots), key=len))
