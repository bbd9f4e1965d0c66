"""An act of the headline that the first paragraphs tell again, in other words and often with other names for the parties.

Of the acts of headlines in 517 coded articles 219 are told again in the first two paragraphs; of other acts there with their
type, status and countries six are different ones, three of them of another mode.

Headlines are written in the present whenever the act is: where `UK expels 23 diplomats` stands over `Britain will expel 23
Russian diplomats`, the body says how things are.
"""

from collections.abc import Iterable, Sequence

from msgspec import structs

from facta.events.ontology import ontology
from facta.events.same import dates_agree, modes_agree, shares_word
from facta.events.worded import is_coming, is_open
from facta.records import Event, Page, Party, Span
from facta.values.spans import Range, range_of

LEAD = 2
"""Paragraphs of the body that tell again what the headline does."""
FRIENDLY = 2
"""The last quad of cooperation."""


FrontPage = tuple[Range, Range]
"""Where a page's headline stands, and its first paragraphs."""


def front(page: Page) -> FrontPage | None:
    """Where a page's headline stands, and its first paragraphs; None for a text without either."""
    head = next((p for p in page.paragraphs if p.kind == "headline"), None)
    lead = [p for p in page.paragraphs if p.kind in ("dek", "standfirst", "body") and head and p.start >= head.end][:LEAD]
    return (range_of(head), Range(lead[0].start, lead[-1].end)) if head and lead else None


def stands_in_front(event: Event, where: FrontPage | None) -> bool:
    """Whether an act is one of the headline's or of the first paragraphs'."""
    return where is not None and event.comment is None and any(_inside(event, part) for part in where)


def retold(one: Event, other: Event, where: FrontPage | None) -> bool:
    """Whether one of two events of one type and status is the headline's and the other is the same act in the lead."""
    if where is None or one.comment or other.comment or not (modes_agree(one, other) and dates_agree(one.date, other.date)):
        return False
    first, second = sorted((one, other), key=lambda e: e.trigger.start)
    if not (_inside(first, where[0]) and _inside(second, where[1])):
        return False
    sides = [(_states(a), _states(b)) for a, b in ((one.actors, other.actors), (one.recipients, other.recipients))]
    return all(a == b for a, b in sides) and any(a - {None} for a, _ in sides)


def corrected(events: Sequence[Event], where: FrontPage | None) -> tuple[Event, ...]:
    """The events without those of the headline that the lead tells otherwise, as still to come, as a promise or as done by now.

    Such an event is evidence of the lead's. One that the lead tells as the headline does stays, whatever else the lead tells.
    """
    if where is None:
        return tuple(events)
    told = [e for e in events if e.comment is None and _inside(e, where[1])]
    other = {e.id: _otherwise(e, told, where[1]) for e in events if e.comment is None and _inside(e, where[0])}
    better: dict[str, list[Span]] = {}
    for event in events:
        if found := other.get(event.id):
            better.setdefault(found, []).extend(s for s in (event.evidence, *event.also) if s)
    return tuple(
        structs.replace(e, also=tuple(sorted({*e.also, *better[e.id]}, key=lambda s: (s.start, s.end)))) if e.id in better else e
        for e in events
        if not other.get(e.id)
    )


def _otherwise(head: Event, told: Sequence[Event], lead: Range) -> str | None:
    """The id of the event that tells a headline's act otherwise; None where there is none, or one that tells it alike."""
    if head.status not in ("actual", "planned") or any(lead.start <= span.start < lead.end for span in head.also):
        return None
    return next((e.id for e in told if _differs(head, e) and _one_pair(head, e)), None)


def _differs(head: Event, other: Event) -> bool:
    """Whether an event is the headline's act at another stage: its promise, or of its type and another status."""
    if head.date and head.date.text and not dates_agree(head.date, other.date):
        return False
    alike = shares_word(head.trigger.text, other.trigger.text)
    if head.type != other.type:
        deed = ontology().type(head.type).rung == "deed"  # who supports a bill may also promise something
        certain = alike or (deed and is_coming(other.trigger.text) and bool(head.recipients and other.recipients))
        return certain and _is_promise_of(head, other) and other.status in ("actual", "planned")
    if other.status == "possible":
        return alike and modes_agree(head, other) and is_open(other.trigger.text)
    return modes_agree(head, other) and {head.status, other.status} == {"actual", "planned"}


def _is_promise_of(head: Event, other: Event) -> bool:
    """Whether an event is of a type that promises acts as friendly or hostile as the headline's, which itself is no promise."""
    types = ontology().types
    promises = {kind.planned_as for kind in types.values()}
    return (
        types[head.type].planned_as is not None and other.type in promises and (head.quad <= FRIENDLY) == (other.quad <= FRIENDLY)
    )


def _one_pair(head: Event, other: Event) -> bool:
    """Whether two events have the same states on both sides; in any order for meetings, and for less where they share a word."""
    (here, to_here), (there, to_there) = ((_states(e.actors) - {None}, _states(e.recipients) - {None}) for e in (head, other))
    if {head.type, other.type} & {"CONSULT", "AGREE"} and here | to_here == there | to_there:
        return bool(here)
    to_here, to_there = to_here - here, to_there - there
    open_side = not (to_here and to_there) and shares_word(head.trigger.text, other.trigger.text)
    return bool(here) and here == there and (to_here == to_there or open_side)


def _inside(event: Event, where: Range) -> bool:
    return where.start <= event.trigger.start < where.end


def _states(side: Iterable[Party]) -> frozenset[str | None]:
    return frozenset(party.country for party in side)
