"""All pages of the store, also those that tell of no pair; not in the menu, since the start page leads here."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from litestar import Request, get
from litestar.params import FromQuery
from litestar.response import Template

from facta.store import PageQuery
from facta.store.paging import part
from facta.web.handed import MayAsk, OpenStore
from facta.web.pages import address, page

SHOWN = 50
"""Pages of one answer."""


@dataclass(frozen=True)
class Asked:
    """What the address asks, and addresses of the same with something changed."""

    words: str
    outlet: str
    since: str
    until: str

    def to(self, **changes: Any) -> str:
        """The address with something changed; what is empty is left out."""
        return address("pages", **(self._given() | changes))

    def twin(self) -> str:
        """The same as JSON."""
        return address("api", "pages", **self._given())

    def query(self) -> PageQuery:
        """What is asked of the store; UsageError where a date is none."""
        return PageQuery(**self._given())

    def _given(self) -> dict[str, Any]:
        return {name: value or None for name, value in vars(self).items()}


@get("/pages", sync_to_thread=True)
def view(
    *,
    request: Request[Any, Any, Any],
    store: OpenStore,
    words: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    after: MayAsk = None,
) -> Template:
    """The pages that are asked for, by day; only the next ones where a script asks for more."""
    asked = Asked(words.strip(), outlet.strip(), since.strip(), until.strip())
    query = asked.query()
    table, following = part(store, query, after=after, limit=SHOWN)
    return page(
        "_pages.html" if request.headers.get("hx-request") else "pages.html",
        asked=asked,
        found=[SimpleNamespace(**row) for row in table.to_pylist()],
        count=store.count(query),
        after=after,
        following=following,
    )


handlers = [view]
