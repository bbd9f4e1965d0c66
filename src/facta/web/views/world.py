"""All pairs of states at a glance: a map, a matrix, words against deeds, triangles; a year at a time or all of them."""

from collections.abc import Iterable
from typing import Annotated, Any

import msgspec
from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Template

from facta.records import Record, Rung
from facta.relations.overview import World, records, world, years
from facta.relations.overview.records import Counts
from facta.relations.records import Three
from facta.relations.sides import choices, names
from facta.relations.spans import crowded
from facta.web.handed import OneShelf
from facta.web.menu import Entry
from facta.web.overview import map as maps
from facta.web.overview import matrix, scatter, told, triangles
from facta.web.overview.shades import STEPS, shade
from facta.web.pages import address, page
from facta.web.sheets import sheet
from facta.web.shelf import Shelf

MENU = Entry("World", "/world", 30, "world")
SHOWN = 20
"""Rows of the tables beside the map."""

Year = Annotated[str | None, QueryParameter(pattern=r"^(\d{4})?$", description="Four digits; empty for all years.")]
State = Annotated[str | None, QueryParameter(name="state", description="Code or name of one whose partners are shown.")]


@get("/world", sync_to_thread=True)
def view(shelf: OneShelf, year: Year = None, chosen: State = None, rung: FromQuery[Rung | None] = None) -> Template:
    """The overview of one year or of all."""
    found = _found(shelf, year, chosen)
    by_year = shelf.answer(years)
    crowd = crowded(by_year)
    full = names()
    points = scatter.drawn(found)
    return page(
        "world.html",
        section="world",
        found=found,
        year=int(year) if year else None,
        years={one: n for one, n in by_year.items() if one >= crowd.first},
        before=crowd.before,
        most=max(by_year.values(), default=1) or 1,
        rung=rung,
        name=full.get(found.state, found.state) if found.state else None,
        names=full,
        choices=[choice for choice in choices() if not choice.group],
        map=maps.drawn(found),
        matrix=matrix.drawn(found, rung),
        scatter=points,
        picture=told.pictures(found, full, points, rung),
        triangles=triangles.drawn(found.triads),
        partners=partners(found)[:SHOWN],
        steps=STEPS,
        shade=shade,
        shown=SHOWN,
        at=Here(year=year or None, state=found.state, rung=rung),
    )


@get("/world/{what:str}", sync_to_thread=True)
def numbers(shelf: OneShelf, what: FromPath[str], year: Year = None, chosen: State = None) -> Response[bytes]:
    """The numbers of one chart for a spreadsheet."""
    found = _found(shelf, year, chosen)
    charts: dict[str, tuple[Iterable[msgspec.Struct], type[msgspec.Struct]]] = {
        "states.csv": (found.states, records.State),
        "partners.csv": ([*found.does, *found.receives], records.Acts),
        "matrix.csv": (found.cells, records.Acts),
        "words-and-deeds.csv": (found.points, records.Point),
        "triads.csv": ([Three.of(one) for one in found.triads], Three),
    }
    if what not in charts:
        raise NotFoundException
    rows, kind = charts[what]
    return sheet(rows, f"facta-world-{what.removesuffix('.csv')}-{year or 'all'}", kind)


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """What the address asks for, and addresses of the same with something changed."""

    year: str | None
    state: str | None
    rung: Rung | None

    def to(self, *more: str, **changes: Any) -> str:
        """The address with something changed; `more` are parts behind `/world`."""
        return address("world", *more, **(msgspec.structs.asdict(self) | changes))

    def pair(self, a: str, b: str, both: bool = False) -> str:
        """The pair in the same time."""
        return address("pair", a, b, since=self.year, until=self.year, both=1 if both else None)

    def twin(self) -> str:
        """The same as JSON."""
        return address("api", "world", since=self.year, until=self.year, state=self.state)


class Partner(Record, frozen=True, kw_only=True):
    """What a state and one other do to each other."""

    code: str
    does: Counts
    receives: Counts


def partners(found: World) -> list[Partner]:
    """Everybody that the chosen state acts upon or that acts upon it, the busiest first."""
    does = {one.to: one.all for one in found.does}
    receives = {one.by: one.all for one in found.receives}
    nothing = Counts.of(0, 0)
    rows = [Partner(code=c, does=does.get(c, nothing), receives=receives.get(c, nothing)) for c in {**does, **receives}]
    return sorted(rows, key=lambda row: (-row.does.stories - row.receives.stories, row.code))


def _found(shelf: Shelf, year: str | None, state: str | None) -> World:
    return shelf.answer(world, since=year or None, until=year or None, state=(state or "").strip() or None)


handlers = [view, numbers]
