"""Search: words or a question in plain words, how it was understood, and every hit with a link into its page."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Annotated, Any

import msgspec
from litestar import Request, get
from litestar.params import FromQuery, QueryParameter
from litestar.response import Template

from facta.records import Rung
from facta.resolve import load_tables
from facta.store.search import Found, Index, Wanted, find
from facta.store.search.documents import Kind
from facta.store.search.find import SHOWN
from facta.store.search.keeper import SMALL
from facta.values.country import STATELESS
from facta.web.handed import OneKeeper, OpenStore
from facta.web.menu import Entry
from facta.web.pages import address, page
from facta.web.wording import act, day

MENU = Entry("Search", "/search", 40, "search")
KINDS = {"sentence": "Sentences", "quotation": "Quotations", "actor": "Actors", "comment": "Readers’ comments"}
FIELDS = {"type": "Kind of act", "rung": "Rung", "country": "State", "year": "Year of the report", "outlet": "Outlet"}
GIVEN_UP = {
    "time": "Nothing from that time. Without the time there is this.",
    "words": "Nothing has all of these words. This has some of them.",
    "topic": "Nothing about that. Without the topic there is this.",
}
GIVEN_UP_BOTH = "Nothing about that, and nothing from that time. Without the topic and the time there is this."
EXAMPLES = (
    "What did Putin say about Ukraine?",
    "Did China threaten Taiwan?",
    "What did Russia do to Ukraine in 2022?",
    "gas pipeline",
)

Year = Annotated[str | None, QueryParameter(pattern=r"^[0-9]{4}$", description="Four figures of a year.", required=False)]


@dataclass(frozen=True)
class Asked:
    """What the address asks, and addresses of the same with something changed."""

    wanted: Wanted

    def to(self, **changes: Any) -> str:
        """The address with something changed; what is None is left out."""
        return address("search", **self._query(changes))

    def twin(self) -> str:
        """The same as JSON."""
        return address("api", "search", **self._query({}))

    def _query(self, changes: dict[str, Any]) -> dict[str, Any]:
        query: dict[str, Any] = msgspec.to_builtins(self.wanted) | {
            "plain": 1 if self.wanted.plain else None,
            "q": self.wanted.q or None,
        }
        return query | changes


@get("/search", sync_to_thread=True)
def search(
    request: Request[Any, Any, Any],
    store: OpenStore,
    keeper: OneKeeper,
    *,
    q: FromQuery[str] = "",
    kind: FromQuery[Kind | None] = None,
    year: Year = None,
    outlet: FromQuery[str | None] = None,
    country: FromQuery[str | None] = None,
    event_type: Annotated[str | None, QueryParameter(name="type", required=False)] = None,
    rung: FromQuery[Rung | None] = None,
    plain: FromQuery[bool] = False,
    offset: Annotated[int, QueryParameter(ge=0, le=100_000)] = 0,
) -> Template:
    """The question and its answer; only the answer where a script asks."""
    wanted = Wanted(q=q.strip(), kind=kind, year=year, outlet=outlet, country=country, type=event_type, rung=rung, plain=plain)
    held = keeper.held(store)
    found = find(Index(store), wanted, offset=offset, held=held)
    narrowed = {field: value for field in FIELDS if (value := getattr(wanted, field))}
    template = "_search.html" if request.headers.get("hx-request") else "search.html"
    return page(
        template,
        section="search",
        asked=Asked(wanted),
        found=found,
        narrowed=narrowed,
        understood=understood(found),
        given_up=GIVEN_UP_BOTH if len(found.given_up) > 1 else "".join(GIVEN_UP[what] for what in found.given_up),
        kinds=KINDS,
        fields=FIELDS,
        named=named,
        offset=offset,
        step=SHOWN,
        examples=EXAMPLES,
        held=held,
        making=not held.complete,
        soon=SMALL,
        began=bool(wanted.q or narrowed),
    )


@get("/search/making", sync_to_thread=True)
def making(store: OpenStore, keeper: OneKeeper) -> Template:
    """How far the index is, without an answer."""
    return page("_making.html", held=keeper.held(store, 0), soon=0)


def understood(found: Found) -> list[tuple[str, str, str]]:
    """The parts of a question as they were understood: what each is, in the asker's words, and what else it stands for.

    What was given up to find something is left out.
    """
    meant, parts = found.meaning, list[tuple[str, str, str]]()
    if not meant.is_question:
        return parts
    if meant.kind == "quotation":
        parts.append(("looking for", "quotations", ""))
    if meant.types:
        parts.append(("acts", ", ".join(named("type", name) for name in meant.types), ""))
    if meant.speaker:
        parts.append(("by", meant.speaker.said, _also(meant.speaker.phrases[1:], meant.speaker.said)))
    for label, code in (("by", meant.by), ("towards", meant.to)):
        if code:
            parts.append((label, named("country", code), ""))
    for term in () if "topic" in found.given_up else meant.terms:
        parts.append(("about" if meant.kind else "with", term.said, _also(term.phrases[1:], term.said)))
    if meant.time and "time" not in found.given_up:
        parts.append(("reported", meant.time, ""))
    return parts


def _also(phrases: tuple[str, ...], said: str) -> str:
    others = [phrase for phrase in phrases if phrase.lower() != said.lower()]
    return ", ".join(phrase.title() for phrase in others[:4]) + (", …" if len(others) > 4 else "")


def named(field: str, value: str) -> str:
    """A value of a facet in words."""
    if field == "country":
        state = load_tables().states.get(value)
        return state.name if state else STATELESS.get(value, value)
    if field == "type":
        return act(SimpleNamespace(type=value, mode=None))
    return day(value) if field == "year" else value


handlers = [search, making]
