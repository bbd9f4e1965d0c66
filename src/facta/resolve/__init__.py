"""Say who, when, where: actors as of a date, dates as ISO, places with their state, and what kind of source vouches.

`Resolve(load_tables())` is the step. `who.candidates(mention, on)` answers who is meant by a mention on a date; the step and the
command line both ask it. All knowledge lies in the tables of `knowledge/`, which a person can read and mend. Which rule decides
what is listed in `docs/rules.md`.
"""

from msgspec import structs

from facta.records import ARTICLE, Event, Page, Quote, Reading, Source
from facta.resolve import actors, apart, chains, dating
from facta.resolve.ahead import ahead
from facta.resolve.bygone import bygone, of_year
from facta.resolve.one_time import one_day, one_opening
from facta.resolve.own_day import own_day
from facta.resolve.place import locate
from facta.resolve.tables import Tables, load_tables
from facta.resolve.who import Candidate, candidates

__all__ = ["Candidate", "Resolve", "Tables", "candidates", "load_tables"]

_ENDS = ("0001", "9999")
"""Years from which no day before or after can be reckoned; where data say so, they mean that the date is not known."""


class Resolve:
    """The step that fills actors, parties, speakers, source flags, event dates and places of a Reading, and names its site."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def __call__(self, reading: Reading) -> Reading:
        """A copy with everything resolved that the tables and the page allow; what is unknown stays null."""
        page = reading.page
        if page.published and page.published[:4] in _ENDS:
            return structs.replace(self(structs.replace(reading, page=structs.replace(page, published=None))), page=page)
        texts = reading.texts()
        days = dating.Days(reading)
        told = ((e, days.of(e.comment, e.trigger.start)) for e in reading.events)
        found = tuple(self._event(e, day, texts[e.comment or ARTICLE], reading.page) for e, day in told)
        found = dating.of_evening(found, reading.page)
        events = dating.told_once(found, reading.page) if reading.page.published else found
        events = one_opening(one_day(apart.told_apart(events, texts, days), texts), texts, days)
        passing = tuple(self._mention(e, days.of(None, e.trigger.start), texts[ARTICLE]) for e in reading.passing)
        quotes = tuple(self._quote(q, texts, reading.page) for q in reading.quotes)
        page = structs.replace(reading.page, site=chains.site_name(reading.page, self.tables))
        return actors.resolve(structs.replace(reading, page=page, events=events, passing=passing, quotes=quotes), self.tables)

    def _event(self, event: Event, published: str | None, text: str, page: Page) -> Event:
        event = ahead(event, text, published)
        date = dating.settled(event, text, published) or dating.beside(event, published)
        year = of_year(event, text)
        if year and not (date and date.iso.startswith(year.iso)):
            date = year
        date = bygone(event, own_day(event, date, text, published), text)
        return structs.replace(
            event,
            date=date,
            status=dating.standing(event.status, date, published),
            place=locate(event.place, self.tables, published) if event.place else None,
            assertion=self._chain(event.assertion, text, page),
        )

    def _mention(self, event: Event, published: str | None, text: str) -> Event:
        """What is mentioned in passing has the day and the place that its own words tell, and is reckoned from nothing else."""
        place = locate(event.place, self.tables, published) if event.place else None
        return structs.replace(event, date=dating.settled(event, text, published), place=place)

    def _quote(self, quote: Quote, texts: dict[str, str], page: Page) -> Quote:
        return structs.replace(quote, chain=self._chain(quote.chain, texts[quote.comment or ARTICLE], page))

    def _chain(self, chain: tuple[Source, ...], text: str, page: Page) -> tuple[Source, ...]:
        return tuple(chains.describe(link, text, self.tables, page) for link in chain)
