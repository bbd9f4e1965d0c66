"""POLECAT's columns (Halterman et al. 2023), tab separated with a header: a row an event or story, several values parted by "; ".

What POLECAT knows and facta does not (Wikipedia, GeoNames, people and organisations of the whole story) is `None`, as POLECAT
writes what is empty. docs/exports.md says column by column what stands where.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from facta import __version__
from facta.events.ontology import QUADS, ontology
from facta.store.exports import Written
from facta.store.exports._schemas import Party, Row, cow, day, lines, parties, reported
from facta.store.rowset import Rows
from facta.store.shapes import Shape

SHAPE: Shape = "record"
OF_ACTS = True
_SIDE = (
    "{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors", "{0} Title", "{0} Name Raw", "Wikipedia {0} ID",
)  # fmt: skip
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(name.format("Actor") for name in _SIDE),
    *(name.format("Recipient") for name in _SIDE),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def write(rows: Rows, out: BinaryIO) -> Written:
    """A header, then a line a row."""
    return lines(rows, out, COLUMNS, _made, header=True, empty="None")


def _made(row: Row) -> Iterator[Row]:
    on, place, page = day(row), row.get("place") or {}, row.get("page") or {}
    iso = on.isoformat() if on else None
    yield {
        "Event ID": row["id"],
        "Event Date": iso,
        "Event Type": row["type"],
        "Event Mode": row["mode"],
        "Intensity": ontology().intensity(row["type"], row["mode"]),
        "Quad Code": QUADS[row["quad"]].upper(),
        "Contexts": _several(row.get("contexts") or ()),
        **_side("Actor", parties(row, "actors"), iso),
        **_side("Recipient", parties(row, "recipients"), iso),
        "Placename": place.get("name"),
        "Country": place.get("country") or row.get("place_country"),
        "Latitude": place.get("lat"),
        "Longitude": place.get("lon"),
        "Raw Placename": place.get("text"),
        "Source": page.get("outlet"),
        "Publication Date": reported(row),
        "Language": row.get("language"),
        "Version": f"facta {__version__}",
    }


def _side(name: str, found: Sequence[Party], on: str | None) -> Row:
    def all_of(of: Callable[[Party], Any]) -> str:
        return _several(of(party) for party in found)

    sectors = all_of(lambda party: party.get("sector"))
    columns = (
        all_of(lambda party: party.get("name")),
        all_of(lambda party: party.get("country")),
        all_of(lambda party: cow(party.get("country"), on)),
        sectors.split("; ")[0],
        sectors,
        all_of(lambda party: party.get("role")),
        all_of(lambda party: party.get("text")),
        None,
    )
    return dict(zip((column.format(name) for column in _SIDE), columns, strict=True))


def _several(values: Iterable[object]) -> str:
    """Known values, each once."""
    return "; ".join(dict.fromkeys(str(value).replace(";", ",") for value in values if value not in (None, "")))
