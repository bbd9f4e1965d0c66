"""The office that an official page is of: of which state it is, and with whom each party of the page acts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from facta.records import Reading
from facta.resolve.facts import Outlet
from facta.values.spans import Range, range_of


@dataclass(frozen=True, slots=True)
class Seat:
    """An official page's office."""

    country: str
    """Code of its state or body."""
    portfolio: str
    """Empty where the page is of no office or of several."""
    beside: Mapping[Range, Collection[Range]]
    """For each party of the article, where the other parties of its acts stand."""


def seat_of(site: Outlet | None, reading: Reading) -> Seat | None:
    """The office whose own page it is; None for pages of news media and of nobody known."""
    if site is None or site.portfolio is None:
        return None
    beside: dict[Range, set[Range]] = {}
    for event in (*reading.events, *reading.passing):
        parties = {range_of(p) for p in (*event.actors, *event.recipients)} if event.comment is None else set[Range]()
        for party in parties:
            beside.setdefault(party, set()).update(parties - {party})
    return Seat(site.country, site.portfolio, beside)
