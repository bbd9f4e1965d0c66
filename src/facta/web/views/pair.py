"""A pair over time: words above, deeds below, how sure that is, and the sentences of any period beside the chart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.params import FromQuery, QueryParameter
from litestar.response import Template

from facta.records import Rung
from facta.relations import relations
from facta.relations.listing import choices, fitting, listing, sides
from facta.relations.records import Period, Relation
from facta.web import drawing, wording
from facta.web.asked import Asked
from facta.web.handed import MayAsk, OneShelf, Word, Yes
from facta.web.pages import page
from facta.web.sheets import sheet
from facta.web.shelf import Shelf

SHOWN = 25
"""Stories of one answer in the panel."""
PERIODS = ("month", "quarter", "year")

Open = Annotated[str | None, QueryParameter(name="open", required=False)]
OnRung = FromQuery[Rung | None]
Offset = Annotated[int, QueryParameter(ge=0)]


@get("/pair/{a:str}/{b:str}", sync_to_thread=True)
def pair(
    *,
    shelf: OneShelf,
    a: Word,
    b: Word,
    opened: Open = None,
    by: MayAsk = None,
    since: MayAsk = None,
    until: MayAsk = None,
    both: Yes = False,
    compare: MayAsk = None,
    rung: OnRung = None,
) -> Template:
    """The view of one pair, or of two side by side."""
    asked = _asked(a, b, by=by, since=since, until=until, both=both, open=opened, compare=compare)
    found = measured(shelf, asked)
    other = asked.other()
    shown = [Shown.of(asked, found)]
    if other:
        shown.append(Shown.of(other, measured(shelf, _same_time(other, found), found.by)))
    return page(
        "pair.html",
        section="pair",
        asked=asked,
        found=found,
        shown=shown,
        periods=PERIODS,
        choices=choices(),
        listing=_stories(shelf, asked, found.by, rung),
        rung=rung,
        shown_from=0,
    )


@get("/pair/{a:str}/{b:str}/stories", sync_to_thread=True)
def stories(
    *,
    shelf: OneShelf,
    request: Request[Any, Any, Any],
    a: Word,
    b: Word,
    opened: Open = None,
    by: MayAsk = None,
    since: MayAsk = None,
    until: MayAsk = None,
    both: Yes = False,
    rung: OnRung = None,
    offset: Offset = 0,
) -> Template:
    """The sentences of a time, as a part of the page, or as a page of its own where no script asks."""
    asked = _asked(a, b, by=by, since=since, until=until, both=both, open=opened)
    found = _stories(shelf, asked, asked.by, rung, offset)
    template = "_stories.html" if request.headers.get("hx-request") else "stories.html"
    return page(template, section="pair", asked=asked, listing=found, rung=rung, shown_from=offset)


@get("/pair/{a:str}/{b:str}/periods.csv", sync_to_thread=True)
def periods(
    *, shelf: OneShelf, a: Word, b: Word, by: MayAsk = None, since: MayAsk = None, until: MayAsk = None, both: Yes = False
) -> Response[str]:
    """The numbers of every period for a spreadsheet."""
    found = measured(shelf, _asked(a, b, by=by, since=since, until=until, both=both))
    return sheet(found.periods, f"facta-{'-'.join(found.pair)}-{found.by}")


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One pair as its template draws it."""

    asked: Asked
    found: Relation
    sentence: str
    picture: str
    """What its timeline shows, for whoever cannot see it."""
    forest: tuple[drawing.Mark, ...]
    gap: drawing.Mark | None
    mirrored: drawing.Mirrored
    chart: dict[str, Any]
    """What the script draws."""

    @classmethod
    def of(cls, asked: Asked, found: Relation) -> "Shown":
        """All that is drawn of a relation."""
        return cls(
            asked=asked,
            found=found,
            sentence=wording.gap_sentence(found.total, found.names, found.directed),
            picture=wording.picture_sentence(found),
            forest=drawing.forest(found.total),
            gap=drawing.gap_mark(found.total),
            mirrored=drawing.mirrored(found),
            chart=_chart(asked, found),
        )

    def opens(self, period: Period) -> str:
        """The days of a period, as an address opens it."""
        at = self.found.periods.index(period)
        return _days(self.found, at)


def _asked(
    a: str,
    b: str,
    *,
    by: str | None = None,
    since: str | None = None,
    until: str | None = None,
    both: bool = False,
    open: str | None = None,
    compare: str | None = None,
) -> Asked:
    """What the address asks for; an empty field of a form asks for nothing."""
    one, other = sides(a, b)
    return Asked(
        a=one.code,
        b=other.code,
        by=by or None,
        since=since or None,
        until=until or None,
        both=both,
        open=open or None,
        compare=compare or None,
    )


def measured(shelf: Shelf, asked: Asked, by: str | None = None) -> Relation:
    """The relation that an address asks for; `by` where the address leaves the length of a period open."""
    a, b, since, until, directed = asked.a, asked.b, asked.since, asked.until, asked.directed
    by = asked.by or by or shelf.answer(fitting, a, b, since=since, until=until, directed=directed)
    return shelf.answer(relations, a, b, by=by, since=since, until=until, directed=directed)


def _same_time(other: Asked, found: Relation) -> Asked:
    """A second pair on the time axis of the first."""
    if found.since is None or found.until is None:
        return other
    return replace(other, since=other.since or str(found.since), until=other.until or str(found.until))


def _stories(shelf: Shelf, asked: Asked, by: str | None, rung: Rung | None, offset: int = 0) -> Any:
    since, until = asked.opened()
    rungs: Sequence[Rung] = (rung,) if rung else ()
    return shelf.answer(
        listing,
        asked.a,
        asked.b,
        since=since,
        until=until,
        by=by if asked.open else None,
        directed=asked.directed,
        rungs=rungs,
        latest=not asked.open,
        limit=SHOWN,
        offset=offset,
    )


def _days(found: Relation, at: int) -> str:
    start = found.periods[at].start
    last = found.periods[at + 1].start - timedelta(1) if at + 1 < len(found.periods) else found.until
    return f"{start}..{last}"


def _chart(asked: Asked, found: Relation) -> dict[str, Any]:
    """The columns of a chart; names of periods as their axis, days as what a click opens."""
    rungs = {
        rung: {
            field: [getattr(getattr(p, rung), field) for p in found.periods]
            for field in ("coop", "conf", "balance", "low", "high")
        }
        for rung in drawing.SCALE
    }
    return {
        "pair": found.pair,
        "names": found.names,
        "directed": found.directed,
        "by": found.by,
        "periods": [p.period for p in found.periods],
        "days": [_days(found, n) for n in range(len(found.periods))],
        "stories": [p.stories for p in found.periods],
        "independent": [p.independent for p in found.periods],
        "outlets": [p.outlets for p in found.periods],
        "rungs": rungs,
        "address": asked.to(open=None),
        "panel": asked.to("stories", open=None, compare=None, by=found.by),
    }


handlers = [pair, stories, periods]
