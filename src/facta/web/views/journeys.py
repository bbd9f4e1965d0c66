"""Journeys: who stayed in which state, and when, with the words that tell it."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Annotated, Any

from litestar import Request, get
from litestar.params import FromQuery, QueryParameter
from litestar.response import Template

from facta.records import Status
from facta.relations.sides import choices, names
from facta.relations.states import party, side
from facta.store import JourneyQuery, Store
from facta.store.paging import part
from facta.store.query import How
from facta.store.rows import Row
from facta.web.handed import MayAsk, OneShelf
from facta.web.menu import Entry
from facta.web.pages import address, page

MENU = Entry("Journeys", "/journeys", 35, "journeys")
SHOWN = 50
"""Stays of one answer."""
HOW = {"visit": "Visits", "talks": "Talks there", "said": "Words there"}
STATUS = {"actual": "Told as done", "planned": "To come"}

Whose = Annotated[str, QueryParameter(description="A state, a group or a name.")]


@dataclass(frozen=True)
class Asked:
    """What the address asks, and addresses of the same with something changed."""

    traveller: str
    host: str
    how: How | None
    status: Status
    since: str
    until: str

    def to(self, **changes: Any) -> str:
        """The address with something changed; what is empty or the default is left out."""
        return address("journeys", **self._query(changes))

    def twin(self) -> str:
        """The same as JSON."""
        return address("api", "journeys", **self._query({}))

    def query(self) -> JourneyQuery:
        """What is asked of the store; UsageError where a state does not exist or a date is none."""
        return JourneyQuery(
            traveller=party(self.traveller or None),
            host=side(self.host).terms if self.host else (),
            how=self.how or (),
            status=self.status,
            since=self.since or None,
            until=self.until or None,
        )

    def _query(self, changes: dict[str, Any]) -> dict[str, Any]:
        held = {name: value or None for name, value in vars(self).items()} | changes
        return held | {"status": None if held["status"] == "actual" else held["status"]}


@get("/journeys", sync_to_thread=True)
def view(
    *,
    request: Request[Any, Any, Any],
    shelf: OneShelf,
    traveller: FromQuery[str] = "",
    host: FromQuery[str] = "",
    how: FromQuery[How | None] = None,
    status: FromQuery[Status] = "actual",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    after: MayAsk = None,
) -> Template:
    """The stays that are asked for, by day; only the next ones where a script asks for more."""
    asked = Asked(traveller.strip(), host.strip(), how, status, since.strip(), until.strip())
    stays, following = shelf.answer(_listed, asked, after, SHOWN)
    return page(
        "_journeys.html" if request.headers.get("hx-request") else "journeys.html",
        section="journeys",
        asked=asked,
        stays=[SimpleNamespace(**row, precision=None) for row in stays],
        count=shelf.answer(_counted, asked),
        after=after,
        following=following,
        names=names(),
        choices=choices(),
        how=HOW,
        status=STATUS,
    )


def _listed(store: Store, asked: Asked, after: str | None, most: int) -> tuple[list[Row], str | None]:
    """At most so many stays after a place, and where the next ones begin."""
    table, following = part(store, asked.query(), after=after, limit=most)
    return table.to_pylist(), following


def _counted(store: Store, asked: Asked) -> int:
    return store.count(asked.query())


handlers = [view]
