"""What an address of a pair asks for, and the addresses of the same with something changed."""

from dataclasses import dataclass, replace
from typing import Any, Self

from facta.records import Rung
from facta.relations.sides import second
from facta.web.pages import address


@dataclass(frozen=True)
class Asked:
    """A pair, a time, a direction; what every link on its page keeps."""

    a: str
    b: str
    by: str | None = None
    """Length of a period; None for what fits."""
    since: str | None = None
    until: str | None = None
    both: bool = False
    open: str | None = None
    """Days of an opened time, `2018-07-01..2018-09-30`."""
    compare: str | None = None
    """A second pair, `USA-CHN`."""
    second: bool = False
    """Whether the sentences beside the charts are those of the second pair."""
    rung: Rung | None = None
    """The only one whose sentences are shown."""

    @property
    def directed(self) -> bool:
        """Whether only what `a` does to `b` counts."""
        return not self.both

    def to(self, *more: str, **changes: Any) -> str:
        """The address with something changed; `more` are parts behind the pair's."""
        changed = replace(self, **changes)
        return address("pair", changed.a, changed.b, *more, **changed.query())

    def more(self, offset: int) -> str:
        """The sentences from a number on."""
        return address("pair", self.a, self.b, "stories", **self.query(), offset=offset)

    def twin(self, by: str) -> str:
        """The same as JSON, by the periods that are shown."""
        return address("api", "relations", self.a, self.b, **replace(self.bare(), by=by).query())

    def bare(self) -> Self:
        """The same without anything opened beside the charts."""
        return replace(self, open=None, second=False, rung=None)

    def query(self) -> dict[str, object]:
        """What stands behind the question mark; None for what does not."""
        return {
            "by": self.by,
            "since": self.since,
            "until": self.until,
            "both": 1 if self.both else None,
            "compare": self.compare,
            "open": self.open,
            "second": 1 if self.second else None,
            "rung": self.rung,
        }

    def swapped(self) -> str:
        """What the second does to the first."""
        turned = replace(self.bare(), a=self.b, b=self.a)
        return turned.to()

    def other(self) -> Self | None:
        """The pair it is compared with, which is compared with this one; UsageError when it is none."""
        found = second(self.compare)
        return replace(self.bare(), a=found[0], b=found[1], compare=f"{self.a}-{self.b}") if found else None

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pair, and the one that it is compared with."""
        other = self.other()
        return ((self.a, self.b), (other.a, other.b)) if other else ((self.a, self.b),)

    def opened(self) -> tuple[str | None, str | None]:
        """First and last day of the opened time, as written; the whole time where nothing is opened."""
        if not self.open:
            return self.since, self.until
        first, _, last = self.open.partition("..")
        return first or None, last or first or None
