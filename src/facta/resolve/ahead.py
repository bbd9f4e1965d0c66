"""Meetings told in the present with a day to come are plans: `flies to Moscow on Thursday`, `talks begin on 27 April`.

Of 9 such with a label in the coded texts, all but the two of single sentences wholly in the present are planned. Of deeds only
those of tomorrow are taken so (`closes the border on Saturday`, on a Friday): other days of the present may as well lie back.
"""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import structs

from facta.events.ontology import ontology
from facta.records import Event, When
from facta.resolve import dates
from facta.resolve.own_day import clause_times
from facta.resolve.time_rules.words import WEEKDAY_WORD, compiled, weekday_number
from facta.values import dates as iso_dates

_PRESENT = re.compile(
    r"(?:meets?|visits|travels?|fl(?:y|ies)|go|goes|comes?|arrives?|lands?|hosts?|receives?|holds?|gathers?|convenes?|begins?|opens?"
    r"|resumes?|speaks?|consults?|welcomes?|heads?|sits?|joins?|attends?|returns?|tours|testif(?:y|ies)|leaves?|departs?|closes?"
    r"|ends?|lifts?|imposes?|expels?|frees?|releases?|sends?|withdraws?|suspends?|bans?|starts?|shuts?|takes effect)\b"
)
_LED = re.compile(
    r"\b(?:to|will|would|shall|may|might|can|could|must|should|did|does|do|not|let|the|a|an|his|her|its|their)\s(?:\w+ly\s)?$"
)
"""What makes of such a word no verb of the present."""
_NOUN = re.compile(
    r"(?:\w+\s){0,3}(?:talks|negotiations|meeting|summit|conference|round|visit|trip)\b(?P<rest>[^.,;:“”\"\n]{0,60})",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:begins?|starts?|opens?|resumes?|takes? place)\b")
_WEEKDAY = compiled(rf"(?P<weekday>{WEEKDAY_WORD})(?: (?:morning|afternoon|evening|night))?")
_NEXT = compiled(r"(?:the )?(?:next|coming) ")
_LOOK = 12
"""Characters before a word that are looked at."""
_DAYS = range(1, 6)
"""Days to a weekday that is meant as one to come: the last before publication has often been."""


def ahead(event: Event, text: str, published: str | None) -> Event:
    """The event as planned, if it is a meeting told in the present with a day to come, or a deed with tomorrow; or as it is."""
    if event.status != "actual" or published is None or iso_dates.precision(published) != "day":
        return event
    kind = ontology().type(event.type)
    days = _DAYS if event.type == "CONSULT" else range(1, 2) if kind.rung == "deed" else ()
    if not days or not _is_present(event, text):
        return event
    told = [t.text for t in clause_times(event, text, published) if _to_come(t.text, published, days)]
    if not told:
        return event
    date = event.date if event.date and event.date.text else When(iso="", precision="reported", text=told[0])
    rung = ontology().rung(event.type, event.mode, "planned", event.trigger.text)
    return structs.replace(event, status="planned", rung=rung, date=date)


def _is_present(event: Event, text: str) -> bool:
    """Whether an act is told by a verb of the present, its own or behind its noun."""
    at = event.trigger.start
    if _PRESENT.match(event.trigger.text):
        return _LED.search(text, max(0, at - _LOOK), at) is None
    noun = _NOUN.match(text, at)
    return noun is not None and _BEGINS.search(noun["rest"]) is not None


def _to_come(words: str, published: str, days: Sequence[int]) -> bool:
    """Whether words of time mean a day to come where they stand by a verb of the present; days: up to a weekday meant so."""
    if weekday := _WEEKDAY.fullmatch(words):
        return (weekday_number(weekday["weekday"]) - date.fromisoformat(published).weekday()) % 7 in days
    told = dates.when(words, published)
    if _NEXT.match(words) and told and told.precision == "month":
        return True
    return told is not None and told.precision == "day" and told.iso > published
