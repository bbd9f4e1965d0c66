"""Quotations of a store: who said what, on whose word."""

from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from facta.api.parts import After, Asked, Day, Limit, Page, QuoteRow, Rows, Sure, Written, answer, spec
from facta.records import QuoteKind, SpeechAct
from facta.relations.states import party
from facta.store import QuoteQuery, Store
from facta.store.conditions import Comments

Who = Annotated[str | None, QueryParameter(description="Who speaks: a state (CHN, China), a group (EU) or a name (lavrov).")]
Words = Annotated[str | None, QueryParameter(description="Words that stand in what was said, in any case.")]


@get("/api/quotes", sync_to_thread=True, summary="Quotations", tags=["rows"], operation_class=Rows, responses=spec(QuoteRow))
def quotes(
    *,
    request: Asked,
    store: NamedDependency[Store],
    speaker: Who = None,
    words: Words = None,
    kind: FromQuery[list[QuoteKind] | None] = None,
    act: FromQuery[list[SpeechAct] | None] = None,
    min_confidence: Sure = None,
    since: Day = None,
    until: Day = None,
    page: Page = None,
    comments: FromQuery[Comments] = "article",
    limit: Limit = 100,
    after: After = None,
    form: Written = None,
) -> Response[bytes]:
    """By day of publication: the records of `facta quotes --format json`, with the same filters."""
    return answer(
        request,
        store,
        lambda: QuoteQuery(
            speaker=party(speaker),
            words=words,
            kind=kind or (),
            act=act or (),
            min_confidence=min_confidence,
            since=since,
            until=until,
            page=page,
            comments=comments,
        ),
        (speaker,),
        limit=limit,
        after=after,
        form=form,
    )


handlers = [quotes]
