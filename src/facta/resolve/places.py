"""Tell in which state a place lies, and where on the map where the tables know it."""

from msgspec import structs

from facta.records import Where
from facta.resolve.phrase import Hit, parse
from facta.resolve.tables import PLACES, Tables


def locate(place: Where, tables: Tables, on: str | None = None) -> Where:
    """The place with the state it lies in and, for capitals, coordinates in degrees; unknown values stay null."""
    phrase = parse(place.text or place.name, tables, on)
    spots = [h for h in phrase.names if _is_place(h)]
    if not spots:
        return place
    # The last name holds the first (`Kharkiv, Ukraine`, `the embassy in Tunis`); coordinates are those of the most exact one.
    country = spots[-1].names[0].country
    for hit in spots:
        words = phrase.words[hit.first : hit.last]
        state = tables.states.get(hit.names[0].country or "")
        written = (place.text or place.name)[words[0].start : words[-1].end]
        if state and hit.names[0].kind == "capital" and parse(state.capital, tables).words[0].norm == words[0].norm:
            return structs.replace(place, name=written, country=country, lat=state.lat, lon=state.lon)
    return structs.replace(place, country=country)


def _is_place(hit: Hit) -> bool:
    entry = hit.names[0]
    return entry.kind in ("capital", "state") or (entry.kind == "institution" and entry.what in PLACES)
