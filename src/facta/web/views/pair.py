"""A pair over time: words above, deeds below, how sure that is, and the sentences of any period beside the chart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.params import FromQuery, QueryParameter
from litestar.response import Template

from facta.records import RUNGS, Rung
from facta.relations import relations
from facta.relations.listing import fitting, listing
from facta.relations.records import Period, Relation
from facta.relations.relate import beside
from facta.relations.relate import pair as sides
from facta.relations.sides import choices
from facta.relations.spans import Crowded, apart_sentence, crowd_of, drawn_from
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
Offset = Annotated[int, QueryParameter(ge=0, le=100_000)]


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
    second: Yes = False,
    rung: OnRung = None,
) -> Template:
    """The view of one pair, or of two side by side."""
    asked = _asked(a, b, by=by, since=since, until=until, both=both, open=opened, compare=compare, second=second, rung=rung)
    told = measured(shelf, asked)
    crowd = Crowded(0, {}) if asked.since else crowd_of(*told)
    shown = [Shown.of(asked, found, crowd, second=bool(n)) for n, found in enumerate(told)]
    lead = next((one for one in shown if one.found.total.stories), None)
    panel = replace(asked, second=asked.second or bool(lead and lead.second), by=told[0].by if asked.open else asked.by)
    return page(
        "pair.html",
        section="pair",
        asked=asked,
        found=told[0],
        shown=shown,
        crowd=crowd,
        apart=apart_sentence(crowd),
        lead=lead,
        periods=PERIODS,
        choices=choices(),
        panel=panel,
        listing=_stories(shelf, panel),
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
    compare: MayAsk = None,
    second: Yes = False,
    rung: OnRung = None,
    offset: Offset = 0,
) -> Template:
    """The sentences of a time, as a part of the page, or as a page of its own where no script asks."""
    asked = _asked(a, b, by=by, since=since, until=until, both=both, open=opened, compare=compare, second=second, rung=rung)
    template = "_stories.html" if request.headers.get("hx-request") else "stories.html"
    return page(template, section="pair", panel=asked, listing=_stories(shelf, asked, offset), shown_from=offset)


@get("/pair/{a:str}/{b:str}/periods.csv", sync_to_thread=True)
def periods(
    *,
    shelf: OneShelf,
    a: Word,
    b: Word,
    by: MayAsk = None,
    since: MayAsk = None,
    until: MayAsk = None,
    both: Yes = False,
    compare: MayAsk = None,
) -> Response[bytes]:
    """The numbers of every period for a spreadsheet."""
    found = measured(shelf, _asked(a, b, by=by, since=since, until=until, both=both, compare=compare))[0]
    name = f"facta-{'-'.join(found.pair)}-{found.by}{'' if found.directed else '-both'}"
    return sheet(found.periods, name, Period, **wording.line(found))


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One pair as its template draws it."""

    csv: str
    json: str
    """Addresses of its numbers."""
    found: Relation
    second: bool
    """Whether it is the one that the pair of the page is compared with."""
    sentence: str
    picture: str
    """What its timeline shows, for whoever cannot see it."""
    forest: tuple[drawing.Mark, ...]
    gap: drawing.Mark | None
    mirrored: drawing.Mirrored
    chart: dict[str, Any]
    """What the script draws."""

    @classmethod
    def of(cls, asked: Asked, found: Relation, crowd: Crowded, *, second: bool = False) -> "Shown":
        """All that is drawn of a relation; asked: what the address of the page asks for; crowd: where its charts begin."""
        drawn = drawn_from(found, crowd)
        own = (asked.other() if second else None) or asked.bare()
        return cls(
            csv=own.to("periods.csv", by=found.by),
            json=own.twin(found.by),
            found=found,
            second=second,
            sentence=wording.gap_sentence(found.total, found.names, found.directed),
            picture=wording.picture_sentence(found),
            forest=drawing.forest(found.total),
            gap=drawing.gap_mark(found.total),
            mirrored=drawing.mirrored(drawn),
            chart=_chart(replace(asked.bare(), second=second), drawn),
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
    second: bool = False,
    rung: Rung | None = None,
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
        second=second and bool(compare),
        rung=rung,
    )


def measured(shelf: Shelf, asked: Asked) -> tuple[Relation, ...]:
    """The relation that an address asks for, and the one it is compared with, both over the time of either.

    Where the address leaves the length of a period open, it is one that fits both.
    """
    pairs, since, until, directed = asked.pairs(), asked.since, asked.until, asked.directed
    by = asked.by or shelf.answer(fitting, *pairs, since=since, until=until, directed=directed)
    found = [shelf.answer(relations, a, b, by=by, since=since, until=until, directed=directed) for a, b in pairs]
    return beside(*found) if len(found) > 1 else tuple(found)


def _stories(shelf: Shelf, asked: Asked, offset: int = 0) -> Any:
    since, until = asked.opened()
    rungs: Sequence[Rung] = (asked.rung,) if asked.rung else ()
    a, b = asked.pairs()[asked.second]
    return shelf.answer(
        listing,
        a,
        b,
        since=since,
        until=until,
        by=asked.by if asked.open else None,
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
    """The columns of a chart; names of periods as their axis, days as what a click opens.

    asked: what the address of the page asks for, with the sentences of this pair beside the charts.
    """
    rungs = {
        rung: {field: [getattr(p.on(rung), field) for p in found.periods] for field in ("coop", "conf", "balance", "low", "high")}
        for rung in RUNGS
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
        "second": asked.second,
        "address": asked.to(),
        "panel": asked.to("stories", by=found.by),
    }


handlers = [pair, stories, periods]
