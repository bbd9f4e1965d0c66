"""Find the places a text names, and say for each in which state and where on the map it lies."""

from dataclasses import dataclass

from msgspec import structs

from facta.records import Where
from facta.resolve.place.choice import Choice, choose
from facta.resolve.place.holders import find_holders
from facta.resolve.place.sense import marks_of_a_name, marks_of_a_text
from facta.resolve.place.text import PlaceText
from facta.resolve.place.unknown import unknown
from facta.resolve.tables import Tables


@dataclass(frozen=True, slots=True)
class PlaceSpot:
    """A place named in a text; `text[start:end]` is how."""

    start: int
    end: int
    text: str
    name: str
    """The usual name; as written where the tables have none."""
    country: str | None
    """ISO alpha-3 code; None for seas, continents and what nothing is known of."""
    lat: float | None
    """Degrees north; of a place nobody knows, the middle of the region that the text says holds it, else None."""
    lon: float | None
    """Degrees east."""
    kind: str
    """As in regions.tsv, or `state`, or `unknown`."""
    score: float
    """0 to 1: how sure it is that this is the place meant."""
    reason: str
    """Why this one, in words."""


def places(text: str, tables: Tables, on: str | None = None, *, certain: bool = False) -> list[PlaceSpot]:
    """Every place a text names, in reading order, none overlapping.

    `on` is the date (ISO, any precision) of which names of states are understood. With `certain` the text is known to name a
    place (`the embassy in Tunis`), so that its names need not prove that they are no persons or words.
    """
    page = PlaceText(text, tables, on)
    holders = find_holders(page)
    kept = marks_of_a_name(page) if certain else marks_of_a_text(page, holders)
    known = choose(page, kept, holders)
    spots = [_spot(page, m.first, m.last, choice) for m, choice in known.items()]
    spots += [_spot(page, first, end, choice) for first, end, choice in unknown(page, known, certain=certain)]
    return sorted(spots, key=lambda s: s.start)


def locate(place: Where, tables: Tables, on: str | None = None) -> Where:
    """The place with the state it lies in and its point in degrees; unknown values stay null, and a state has no point."""
    spots = places(place.text or place.name, tables, on, certain=True)
    if not spots:
        return place
    # Coordinates are those of the most exact name; a state comes last (`Kharkiv, Ukraine`, `between Iraq and Syria`).
    country = next((s.country for s in reversed(spots) if s.country), None)
    for spot in spots:
        if spot.lat is not None and spot.kind not in ("state", "world"):
            return structs.replace(place, name=spot.text, country=spot.country or country, lat=spot.lat, lon=spot.lon)
    return structs.replace(place, country=country)


def _spot(page: PlaceText, first: int, end: int, choice: Choice) -> PlaceSpot:
    """The spot of the words from `first` up to `end`."""
    start, stop, site = page.words[first].start, page.words[end - 1].end, choice.site
    name, country = site.name, site.country or None
    return PlaceSpot(
        start, stop, page.text[start:stop], name, country, site.lat, site.lon, site.kind, choice.score, choice.reason
    )
