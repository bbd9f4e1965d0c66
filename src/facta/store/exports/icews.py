"""ICEWS' columns (Boschee et al. 2015), tab separated with a header: a row for each ordered pair of an event or story.

Its texts of events, its scores and sentence numbers are its own and stay empty; docs/exports.md says what stands where.
"""

from collections.abc import Iterator
from typing import BinaryIO

from facta.store.exports import Written
from facta.store.exports._schemas import Party, Row, cameo, day, lines, pairs, state
from facta.store.rowset import Rows
from facta.store.shapes import Shape

SHAPE: Shape = "record"
OF_ACTS = True
COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province",
    "Country", "Latitude", "Longitude",
)  # fmt: skip


def write(rows: Rows, out: BinaryIO) -> Written:
    """A header, then a line for each ordered pair."""
    return lines(rows, out, COLUMNS, _made, header=True)


def _made(row: Row) -> Iterator[Row]:
    place, page = row.get("place") or {}, row.get("page") or {}
    for by, to in pairs(row):
        yield {
            "Event ID": row["id"],
            "Event Date": day(row),
            **_side("Source", by),
            "CAMEO Code": cameo(row),
            **_side("Target", to),
            "Story ID": page.get("key"),
            "Publisher": page.get("outlet"),
            "Country": state(place.get("country") or row.get("place_country")),
            "Latitude": place.get("lat"),
            "Longitude": place.get("lon"),
        }


def _side(name: str, party: Party) -> Row:
    country = state(party.get("country"))
    return {
        f"{name} Name": party.get("name") or party.get("text") or country,
        f"{name} Sectors": party.get("sector"),
        f"{name} Country": country,
    }
