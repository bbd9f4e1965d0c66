"""What the tables hold: one record a kind of thing that a name can lead to."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

EntryKind = Literal["state", "demonym", "people", "capital", "institution", "organisation", "group", "outlet", "blocked"]
STATELIKE = frozenset[EntryKind](["state", "demonym", "people", "capital"])
"""Kinds of names that stand for a state as such."""
PLACES = frozenset({"seat", "region", "city"})
"""Kinds of institutions whose names are places, which stand for their state."""
LEADING = frozenset({"state", "government"})
"""Portfolios of those who lead states."""
TOP = LEADING | {"foreign", "defence"}
"""Portfolios whose holders the press names without title."""


class Entry(NamedTuple):
    """One meaning of a name."""

    kind: EntryKind
    name: str
    """The fullest name of what is meant."""
    country: str | None
    sector: str | None
    start: str = ""
    end: str = ""
    what: str = ""
    """For institutions their kind (seat, region, city, ministry, force, ...), for outlets agency or outlet."""
    weight: float = 1.0
    """Share of news use among the meanings of the same words."""
    upper: bool = False
    """Written in capitals only, so `IS` is not `is`."""
    cap: bool = True
    """Begins with a capital letter."""

    def holds(self, on: str | None) -> bool:
        """Whether this meaning holds on a date (ISO, any precision); when the date is unknown, whether it holds to this day."""
        return not self.end if on is None else within(on, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Office:
    """An office or head noun: what it is called, and what it makes of who is so called."""

    role: str
    portfolio: str
    """Offices of the same portfolio are counterparts; empty for words that tell a sector but no office."""
    sector: str
    unique: bool


class Term(NamedTuple):
    """A person's time in an office."""

    state: str
    office: Office
    start: str
    end: str

    @property
    def sector(self) -> str:
        """The office's; who presides over the European Union or leads its diplomacy is of an organisation, no government."""
        return "IGO" if self.state == "EUU" and self.office.sector == "GOV" else self.office.sector

    def covers(self, on: str | None) -> bool:
        """Whether the term runs on a date (ISO, any precision)."""
        return on is not None and within(on, self.start, self.end)


class Person(NamedTuple):
    """A known person with all names and terms."""

    name: str
    names: tuple[str, ...]
    """Each way to write the name, as comparable words."""
    terms: tuple[Term, ...]

    @property
    def states(self) -> frozenset[str]:
        """Every state or body the person held office for."""
        return frozenset([t.state for t in self.terms])


class Numbers(NamedTuple):
    """A state's numbers in the lists of scholars, None where it is no member, in a span of dates."""

    cow: int | None
    gw: int | None
    start: str
    end: str

    def covers(self, on: str | None) -> bool:
        """Whether they are the state's on a date (ISO, any precision)."""
        return on is not None and within(on, self.start, self.end)


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory with its codes and capital."""

    iso3: str
    cow: int | None
    gw: int | None
    name: str
    start: str
    end: str
    capital: str
    lat: float
    lon: float
    once: tuple[Numbers, ...] = ()
    """Numbers that held for a time only."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news agency or outlet, or the official site of a government or a body of states."""

    name: str
    """Empty for a site of which only the state is known."""
    country: str
    kind: Literal["agency", "outlet"]
    state_controlled: bool
    portfolio: str | None = None
    """Of an official site, that of the office it is of, empty where it is of none or of several; None for news media."""


def within(on: str, start: str, end: str) -> bool:
    """Whether a date lies in a span of dates; all ISO at any precision, empty for open.

    >>> within("2018-04", "2018-03-19", ""), within("2018-03-01", "2018-03-19", "")
    (True, False)
    """
    return (not start or on[: len(start)] >= start[: len(on)]) and (not end or on[: len(end)] <= end[: len(on)])
