"""What an overview of many pairs tells, as its JSON twin writes it."""

import datetime

from facta.records import Record, Rung
from facta.relations.overview.spread import Bounds
from facta.relations.records import Balance, Interval, Triad


class Counts(Record, frozen=True, kw_only=True):
    """Cooperation against conflict."""

    coop: int
    """Stories of quad classes 1 and 2."""
    conf: int
    """Stories of quad classes 3 and 4."""
    balance: float | None = None
    """(coop - conf) / (coop + conf); null without stories."""
    low: float | None = None
    """Its 95% interval; null of a single rung, which is told of the pair alone."""
    high: float | None = None

    @property
    def stories(self) -> int:
        """Both together."""
        return self.coop + self.conf

    @classmethod
    def of(cls, coop: float, conf: float, bounds: Bounds = (None, None)) -> "Counts":
        """With the balance of the two numbers; bounds: of its interval."""
        both = coop + conf
        low, high = (None if bound is None else round(bound, 4) + 0.0 for bound in bounds)
        balance = round(float(coop - conf) / float(both), 4) + 0.0 if both else None
        return cls(coop=int(coop), conf=int(conf), balance=balance, low=low, high=high)


class Acts(Record, frozen=True, kw_only=True):
    """What one state does to another."""

    by: str
    to: str
    all: Counts
    talk: Counts
    commitment: Counts
    deed: Counts
    net: float
    """Mean intensity, between -10 and 10."""

    def on(self, rung: Rung | None) -> Counts:
        """Those of one rung; of all for None."""
        return {"talk": self.talk, "commitment": self.commitment, "deed": self.deed, None: self.all}[rung]


class State(Record, frozen=True, kw_only=True):
    """What one state does to all others, and what they do to it; a story counts once for each partner."""

    code: str
    name: str
    acts: Counts
    receives: Counts
    partners: int
    """Others that it acts upon or that act upon it."""

    @property
    def stories(self) -> int:
        """Both together; a meeting counts in each."""
        return self.acts.stories + self.receives.stories


class Point(Record, frozen=True, kw_only=True):
    """The words of one state to another against its deeds."""

    by: str
    to: str
    names: tuple[str, str]
    stories: int
    talk: Balance
    deed: Balance
    say_do_gap: Interval | None = None
    """Balance of talk less balance of deeds; null when `why_no_gap` says why."""
    why_no_gap: str | None = None


class World(Record, frozen=True, kw_only=True):
    """An overview of all pairs in one time."""

    since: datetime.date | None
    until: datetime.date | None
    counted: int
    """Stories, once for each ordered pair of states that they are about."""
    pairs: int
    """Ordered pairs of states."""
    states: tuple[State, ...]
    """Everybody who acts or is acted upon, the busiest first."""
    sides: tuple[str, ...]
    """The states of the matrix."""
    cells: tuple[Acts, ...]
    """Of the matrix, those with stories."""
    points: tuple[Point, ...]
    """The busiest pairs that have both talk and deeds, the busiest first."""
    triads: tuple[Triad, ...]
    """The busiest three relations, by the stories of the one that has fewest."""
    state: str | None
    """The one that was asked about."""
    does: tuple[Acts, ...]
    """What it does to each partner, the busiest first; empty when none was asked about."""
    receives: tuple[Acts, ...]
    """What each partner does to it."""
