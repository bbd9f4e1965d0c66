"""From the attributions of one text to its Quote records."""

from collections.abc import Sequence
from itertools import groupby

from facta.quotes import continued, join
from facta.quotes.acts import act
from facta.quotes.carried import carried
from facta.quotes.chain import chain
from facta.quotes.clauses import without_clauses
from facta.quotes.fitted import fitted
from facta.quotes.idle import idle, titled
from facta.quotes.marks import kind, substantial, unclaimed
from facta.quotes.passed import passed_on, spoken
from facta.quotes.shared import shared_out
from facta.quotes.told import Told
from facta.quotes.turns import around, turns
from facta.quotes.within import nested
from facta.records import Attribution, Made, Quote, Span, span
from facta.values.ident import ident
from facta.values.spans import Range

VERSION = "1"
NEAR = 20
"""One quotation holds another only if no more than so many begin between them; keeps long pages quick."""


def build(t: Told) -> list[Quote]:
    """The quotations of a text in the order of their contents, no content twice."""
    found = pieces(t)
    return carried(t, [_quote(t, a, found[max(0, n - NEAR) : n + NEAR]) for n, a in enumerate(found)])


def pieces(t: Told) -> list[Attribution]:
    """The attributions with what the marks add: whole stretches, continuations, unclaimed words, sources of repeated ones."""
    read = (without_clauses(t, a) for a in t.analysis.attributions if a.content and not idle(t, a))
    found = fitted(t, [passed_on(t, join.apart(a)) for a in read if a.content])
    found = continued.bridged(t, [join.apart(a) for a in found])
    turn = turns(t)
    found = around(turn, found, t.text) if turn else found
    found = join.distinct([*found, *(spoken(t, a) for a in unclaimed(t.text, t.marks, found))])
    found = continued.signed(t, found)
    found = [a for a in continued.resumed(t, continued.begun(t, found)) if substantial(t.text, a) and not titled(t, a)]
    found = continued.inherited(t, shared_out(t, continued.concluded(t, found)))
    found = join.repeated(t.text, found)
    return join.distinct([*found, *nested(t, found)])


def _quote(t: Told, a: Attribution, near: Sequence[Attribution]) -> Quote:
    """The record of one attribution among those near it."""
    comment = t.comment.id if t.comment else None
    content, cue, source = _spans(t.text, a.content), _spans(t.text, a.cue), _spans(t.text, a.source)
    return Quote(
        id=ident("q", t.reading.page.key, comment or "", *((s.start, s.end) for s in content)),
        kind=kind(t.text, a.content, t.marks),
        act=act([s.text for s in cue], [s.text for s in source]),
        content=content,
        cue=cue,
        speaker=source,
        chain=chain(t, a, near),
        confidence=min(1.0, max(0.0, a.score)),
        comment=comment,
        made_by=Made(step="quotes", version=f"{t.analysis.version}, quotes {VERSION}"),
    )


def _spans(text: str, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(span(text, r.start, r.end) for r, _ in groupby(sorted(ranges)))
