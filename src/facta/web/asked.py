"""What an address of a pair asks for, and the addresses of the same with something changed."""

from dataclasses import dataclass, replace
from typing import Any, Self

from facta.errors import UsageError
from facta.relations.listing import sides
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

    @property
    def directed(self) -> bool:
        """Whether only what `a` does to `b` counts."""
        return not self.both

    def to(self, *more: str, **changes: Any) -> str:
        """The address with something changed; `more` are parts behind the pair's."""
        changed = replace(self, **changes)
        return address("pair", changed.a, changed.b, *more, **changed.query())

    def twin(self) -> str:
        """The same as JSON."""
        query = self.query() | {"by": self.by, "open": None, "compare": None}
        return address("api", "relations", self.a, self.b, **query)

    def query(self) -> dict[str, object]:
        """What stands behind the question mark; None for what does not."""
        return {
            "by": self.by,
            "since": self.since,
            "until": self.until,
            "both": 1 if self.both else None,
            "compare": self.compare,
            "open": self.open,
        }

    def swapped(self) -> str:
        """What the second does to the first."""
        return self.to(a=self.b, b=self.a, open=None)

    def other(self) -> Self | None:
        """The pair it is compared with, in the same time; UsageError when it is none."""
        if not self.compare:
            return None
        one, dash, two = self.compare.partition("-")
        if not dash:
            raise UsageError(f"A second pair is written as two codes, USA-CHN, but is {self.compare!r}.")
        first, second = sides(one.strip(), two.strip())
        return replace(self, a=first.code, b=second.code, compare=None, open=None)

    def opened(self) -> tuple[str | None, str | None]:
        """First and last day of the opened time, as written; the whole time where nothing is opened."""
        if not self.open:
            return self.since, self.until
        first, _, last = self.open.partition("..")
        return first or None, last or first or None
