"""How numbers, dates, acts and their uncertainty are written on a page, once for all of them."""

from datetime import timedelta
from typing import Any

from facta.events.ontology import ontology
from facta.relations import wording
from facta.relations.records import Relation
from facta.values.counts import counted
from facta.values.dates import MONTHS

FILTERS = (
    *("act", "between", "count", "day", "day_range", "interval", "later", "made"),
    *("percent", "plural", "signed", "the", "time", "times"),
)
"""Functions of this module that templates use as filters."""
plural, later, day = counted, wording.later, wording.day
signed, percent, interval, the = wording.signed, wording.percent, wording.interval, wording.the
between, times, line = wording.between, wording.times, wording.line
gap_sentence, ledger_sentence, follow_sentence = wording.gap_sentence, wording.ledger_sentence, wording.follow_sentence
"""Pages say what the command line and pictures say."""


def act(told: Any) -> str:
    """The kind of an act in words, from anything with `type` and `mode`.

    >>> from types import SimpleNamespace as It
    >>> act(It(type="CONSULT", mode="third-party")), act(It(type="AID", mode=None))
    ('talks, third party', 'aid')
    """
    known = ontology().types.get(told.type)
    kind = known.noun if known else told.type.lower()
    return f"{kind}, {told.mode.replace('-', ' ')}" if told.mode else kind


def count(number: float) -> str:
    """A number with its thousands apart.

    >>> count(1234567)
    '1,234,567'
    """
    return f"{number:,}"


def day_range(told: Any) -> str:
    """The date of a story at the precision that its telling gives.

    >>> from datetime import date
    >>> from types import SimpleNamespace as It
    >>> day_range(It(first_day=date(2018, 4, 1), last_day=date(2018, 4, 30), precision="month"))
    'April 2018'
    """
    first, last = told.first_day, told.last_day
    if first is None:
        return "undated"
    match told.precision:
        case "year":
            return str(first.year)
        case "decade":
            return f"{first.year}s"
        case "month":
            return day(first.isoformat()[:7])
    if last is not None and last != first:
        return f"{day(first)} to {day(last)}"
    return day(first)


def time(told: Any) -> str:
    """The days from `since` to `until`, both included, as short as they can be said.

    >>> from datetime import date
    >>> from types import SimpleNamespace as It
    >>> time(It(since=date(2018, 7, 1), until=date(2018, 9, 30))), time(It(since=date(2018, 1, 1), until=date(2019, 12, 31)))
    ('July to September 2018', '2018 to 2019')
    """
    first, last = told.since, told.until
    if first is None or last is None:
        return f"from {day(first)}" if first else f"until {day(last)}" if last else "the whole time"
    if first == last:
        return day(first)
    whole_months = first.day == 1 and (last + timedelta(1)).day == 1
    if whole_months and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return day(first.isoformat()[:7])
    if whole_months:
        begin = MONTHS[first.month - 1] if first.year == last.year else day(first.isoformat()[:7])
        return f"{begin} to {day(last.isoformat()[:7])}"
    return f"{day(first)} to {day(last)}"


def made(told: Any) -> str:
    """How many reports tell it, and how many of them are their own text.

    >>> from types import SimpleNamespace as It
    >>> made(It(independent=1, reports=1)), made(It(independent=2, reports=5))
    ('1 report', '2 independent of 5 reports')
    """
    if told.reports == 1:
        return "1 report"
    if told.independent == told.reports:
        return f"{told.reports} independent reports"
    return f"{told.independent} independent of {told.reports} reports"


def picture_sentence(found: Relation) -> str:
    """What a timeline shows: when most was told, and how much of words and of deeds is cooperation."""
    most = max(found.periods, key=lambda period: period.stories, default=None)
    if most is None or not most.stories:
        return "No story has a date that a timeline can show."
    talk, promised, deed = found.total.talk, found.total.commitment, found.total.deed
    words = (talk.coop + promised.coop, talk.conf + promised.conf)
    told = [
        f"{what}: {cooperative:,} cooperative, {conflictual:,} conflictual"
        for what, (cooperative, conflictual) in (("words", words), ("deeds", (deed.coop, deed.conf)))
    ]
    names = f"{found.names[0]} {'to' if found.directed else 'and'} {found.names[1]}"
    return f"{names}, stories by {found.by}: most in {most.period} ({most.stories:,}). All in all {'; '.join(told)}."
