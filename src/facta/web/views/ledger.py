"""The ledger of a pair: each commitment, its deed, how far deeds follow at all, and what a person says of a match."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from litestar import Request, Response, get, post
from litestar.params import QueryParameter, URLEncodedBody
from litestar.response import Redirect, Template

from facta.errors import UsageError
from facta.relations import judge, ledger, withdraw
from facta.relations.busiest import busiest
from facta.relations.commitments.follow import HORIZONS
from facta.relations.commitments.size import sizes
from facta.relations.listing import homes
from facta.relations.records import Commitment, Ledger, State
from facta.relations.relate import pair as sides
from facta.relations.sides import choices
from facta.relations.wording import SHARES, shares
from facta.store import Store
from facta.web import stale, wording
from facta.web.handed import MayAsk, OneShelf, Word
from facta.web.lanes import lanes
from facta.web.menu import Entry
from facta.web.pages import address, page
from facta.web.sheets import sheet
from facta.web.shelf import Shelf

MENU = Entry("Ledger", "/ledger", 20, "ledger")
SHOWN = 40
"""Commitments on one page."""

Form = URLEncodedBody[dict[str, str]]
MOST = {"horizon": 3650, "offset": 100_000}
"""What may be asked for, in an address and in a form."""
Horizon = Annotated[int, QueryParameter(ge=1, le=MOST["horizon"])]
Offset = Annotated[int, QueryParameter(ge=0, le=MOST["offset"])]
Only = Annotated[State | None, QueryParameter(name="state", required=False)]


@get("/ledger", sync_to_thread=True)
def choose_ledger(shelf: OneShelf) -> Template:
    """Which pair's ledger."""
    held = shelf.answer(sizes)
    pairs = [(pair, number) for pair in shelf.answer(busiest) if (number := held.get((pair.a, pair.b), 0))]
    return page("ledgers.html", section="ledger", pairs=pairs, choices=choices())


@get("/ledger/{a:str}/{b:str}", sync_to_thread=True)
def view(
    *,
    shelf: OneShelf,
    a: Word,
    b: Word,
    only: Only = None,
    since: MayAsk = None,
    until: MayAsk = None,
    horizon: Horizon = 365,
    offset: Offset = 0,
) -> Template:
    """The ledger with its lanes, curve and entries."""
    return _page("ledger.html", shelf, a, b, state=only, since=since or None, until=until or None, horizon=horizon, offset=offset)


@get("/ledger/{a:str}/{b:str}/commitments.csv", sync_to_thread=True)
def commitments(
    *, shelf: OneShelf, a: Word, b: Word, only: Only = None, since: MayAsk = None, until: MayAsk = None, horizon: Horizon = 365
) -> Response[bytes]:
    """The entries for a spreadsheet."""
    one, other = sides(a, b)
    found = shelf.answer(ledger, one.code, other.code, since=since or None, until=until or None, horizon=horizon)
    return sheet(found.narrowed([only] if only else ()).commitments, f"facta-ledger-{one.code}-{other.code}", Commitment)


@post("/ledger/{a:str}/{b:str}/verdict", sync_to_thread=True, status_code=200)
def verdict(request: Request[Any, Any, Any], shelf: OneShelf, a: Word, b: Word, data: Form) -> Template | Response[None]:
    """Remember what a person says of a match, or forget it; the ledger as it is now."""
    commitment, deed, said = (data.get(name, "") for name in ("commitment", "deed", "said"))
    if said not in _SAYS or not commitment or not deed:
        raise UsageError("A verdict names a commitment, a deed, and whether they belong together (yes, no, or back).")
    asked = _back(data)
    with shelf.writing() as store:
        before = judged(store, (commitment,))[commitment]
        done = before.answers(deed) == _SAYS[said]
        changed = stale.changed(data, before.mark) and not done
        if not changed and said != "back":
            judge(store, a, b, commitment, deed, answers=said == "yes")
        elif not changed and not done:
            withdraw(store, commitment, deed)
    if not request.headers.get("hx-request") and not changed:
        return Redirect(address("ledger", a, b, **_shown(shelf, a, b, commitment, asked)) + f"#c-{commitment}", status_code=303)
    told = {"commitment": commitment, "deed": deed, "said": said, "changed": changed, "now": before.answers(deed)}
    made = _page("_ledger.html" if request.headers.get("hx-request") else "ledger.html", shelf, a, b, **asked, told=told)
    made.status_code = 409 if changed else 200
    if request.headers.get("hx-request"):
        made.headers.update({"hx-retarget": "#ledger", "hx-reswap": "outerHTML"})
    return made


_SAYS = {"yes": True, "no": False, "back": None}
"""What a form says of a match: that the deed answers, that it does not, or nothing any more."""


def _shown(shelf: Shelf, a: str, b: str, commitment: str, asked: dict[str, Any]) -> dict[str, Any]:
    """Where a page without a script shows a commitment: as asked, or, where it has come into another state, among all."""
    one, other = sides(a, b)
    found = shelf.answer(ledger, one.code, other.code, **{"horizon": 365, **_time(asked)})
    for state in dict.fromkeys((asked["state"], None)):
        events = [c.event for c in _in_state(found, state)]
        if commitment in events:
            offset = events.index(commitment) // SHOWN * SHOWN
            return asked | {"state": state, "offset": offset or None}
    return asked


def _time(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: asked[name] for name in ("since", "until", "horizon") if name in asked}


@dataclass(frozen=True)
class Verdict:
    """What a person said of a match, last."""

    deed: str
    """Id of its event."""
    kept: bool
    """Whether it answers the commitment."""
    words: str | None
    """The sentence that proves it; None for what is not coded any more."""


@dataclass(frozen=True)
class Judged:
    """What people have said of a commitment's matches."""

    mark: str
    """Changes when anybody says more."""
    verdicts: tuple[Verdict, ...]
    """In the order in which it was said."""

    def answers(self, deed: str) -> bool | None:
        """Whether a deed answers the commitment, as said last; None where nobody said it."""
        return next((one.kept for one in self.verdicts if one.deed == deed), None)

    @property
    def rejected(self) -> tuple[Verdict, ...]:
        """Deeds that do not answer it."""
        return tuple(one for one in self.verdicts if not one.kept)


def judged(store: Store, commitments: tuple[str, ...]) -> dict[str, Judged]:
    """What was said of commitments, by the ids of their events; also of one about which nothing was."""
    rows = store.sql(
        """
        WITH said AS (
            SELECT own.event AS commitment, arg_max(v.deed, v.said) AS deed, arg_max(v.kept, v.said) AS kept, max(v.said) AS said
            FROM tellings own JOIN tellings c ON c.story = own.story JOIN verdicts v ON v.commitment = c.event
            LEFT JOIN tellings d ON d.event = v.deed
            WHERE own.event IN (SELECT unnest(?::VARCHAR[])) GROUP BY own.event, coalesce(d.story, v.deed)
        )
        SELECT said.*, (SELECT any_value(coalesce(evidence."text", "trigger"."text")) FROM events WHERE id = deed) AS words
        FROM said ORDER BY said, deed
        """,
        [list(commitments)],
    )
    found = defaultdict[str, list[dict[str, Any]]](list)
    for row in rows:
        found[row["commitment"]].append(row)
    return {
        one: Judged(
            stale.mark(*((r["deed"], r["said"]) for r in found[one])),
            tuple(Verdict(r["deed"], r["kept"], r["words"]) for r in found[one]),
        )
        for one in commitments
    }


def _back(data: dict[str, str]) -> dict[str, Any]:
    """What the page showed when the verdict was given, as its form sends it back."""
    state = data.get("state") or None
    if state is not None and state not in get_args(State):
        raise UsageError(f"No state {state!r} of a commitment. Known: {', '.join(get_args(State))}.")
    told = {name: data.get(name, "") for name in MOST}
    numbers = {n: min(int(text), MOST[n]) for n, text in told.items() if re.fullmatch(r"\d{1,9}", text, re.ASCII)}
    return {"state": state, "since": data.get("since") or None, "until": data.get("until") or None, **numbers}


def _page(
    template: str,
    shelf: Shelf,
    a: str,
    b: str,
    *,
    state: State | None = None,
    since: str | None = None,
    until: str | None = None,
    horizon: int = 365,
    offset: int = 0,
    told: dict[str, Any] | None = None,
) -> Template:
    one, other = sides(a, b)
    found = shelf.answer(ledger, one.code, other.code, since=since, until=until, horizon=horizon)
    kept = _in_state(found, state, told["commitment"] if told else None)
    entries = kept[offset : offset + SHOWN]
    events = tuple(event for c in entries for event in (c.event, c.deed) if event)
    return page(
        template,
        section="ledger",
        found=found,
        entries=entries,
        kept=kept,
        lanes=lanes(found, entries),
        homes=shelf.answer(homes, events),
        judged=shelf.answer(judged, tuple(dict.fromkeys([*(c.event for c in entries), *([told["commitment"]] if told else [])]))),
        sentence=wording.ledger_sentence(found),
        follow=wording.follow_sentence(found),
        shares=list(zip(SHARES, zip(*map(shares, found.follow_through.values()), strict=True), strict=False)),
        asked={"state": state, "since": since, "until": until, "horizon": horizon if horizon != 365 else None},
        horizon=horizon,
        horizons=HORIZONS,
        offset=offset,
        step=SHOWN,
        told=told,
        states=get_args(State),
    )


def _in_state(found: Ledger, state: State | None, also: str | None = None) -> tuple[Commitment, ...]:
    """Commitments in a state, and one that was just judged: it stays where it was pressed, whatever has become of it."""
    return tuple(c for c in found.commitments if state is None or c.state == state or c.event == also)


handlers = [choose_ledger, view, commitments, verdict]
