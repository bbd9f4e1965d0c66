"""Whose a step is that others condemn, reject or welcome: `Peru expelled two envoys. Chile called the step hostile.`

Whoever did last before what the words can mean is meant. On the coded training texts that is right for 14 recipients and wrong
for 2, where a reader saw nobody or only the judge's own state; where it saw another, that one is right more often and stays.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from msgspec import structs

from facta.records import ARTICLE, Event, Party
from facta.resolve.cues import CUES
from facta.values.datafile import either

_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_HAPPENING = frozenset({"actual", "planned"})
_REACH = 70
"""Characters behind a verb in which its object ends."""
_NEAR = 600
"""Characters before a verb in which the act is told that it judges."""


def aimed(events: Sequence[Event], texts: dict[str, str]) -> tuple[Event, ...]:
    """The events, their parties known, each judgement of a step with whose step it is as recipient; texts by comment."""
    told = sorted((e for e in events if e.status in _HAPPENING), key=_place)
    return tuple(_aimed(e, told, texts[e.comment or ARTICLE]) for e in events)


def _place(event: Event) -> tuple[str, int]:
    return event.comment or ARTICLE, event.trigger.start


def _aimed(event: Event, told: Sequence[Event], text: str) -> Event:
    judging = event.type in _JUDGING and event.mode != "investigate"  # who looks into a report may look at his own soldiers
    found = (_object().match(text, event.trigger.start, event.trigger.end + _REACH) or _called(event, text)) if judging else None
    step = _last(event, told, CUES.judged[found.lastgroup].types) if found and found.lastgroup else None
    if step is None:
        return event
    agents, judges, seen = _states(step.actors), _states(event.actors), _states(event.recipients)
    if None in agents or not agents or not judges.isdisjoint(agents):
        return event
    missed = not event.recipients or seen <= judges
    return structs.replace(event, recipients=step.actors) if missed or _is_part(event, step) else event


def _last(event: Event, told: Sequence[Event], types: frozenset[str] | None) -> Event | None:
    """The act told last before a judgement that it may be of; told: all that happen, in order."""
    comment, at = _place(event)
    first, last = (bisect_left(told, (comment, start), key=_place) for start in (at - _NEAR, at))
    return next((e for e in reversed(told[first:last]) if types is None or e.type in types), None)


def _is_part(event: Event, step: Event) -> bool:
    """Whether the recipients seen are only some of those who acted, or what one of them acted with (`put its army on alert`)."""
    if all(p in step.actors for p in event.recipients):
        return True
    proof = step.evidence
    told = proof is not None and all(proof.start <= p.start < proof.end for p in event.recipients)
    return told and _states(event.recipients) <= _states(step.actors) and not any(p in step.actors for p in event.recipients)


def _states(side: Sequence[Party]) -> set[str | None]:
    return {p.country for p in side}


def _called(event: Event, text: str) -> re.Match[str] | None:
    """The noun of an act that is called what a trigger says, right before it (`called the step | hostile`)."""
    start = event.trigger.start
    return _naming().search(text, max(0, start - _REACH), start)


@cache
def _object() -> re.Pattern[str]:
    """A verb, some words that lead to no other noun, and the noun of an act with `the` and nothing behind that tells whose."""
    lead = rf"(?:(?!{either(CUES.leads_elsewhere)}\b)[\w’'-]+\s){{1,5}}?"
    return re.compile(rf"{lead}{_noun()}(?!\s{either(CUES.tells_whose)}\b)")


@cache
def _naming() -> re.Pattern[str]:
    """A verb that calls something names, the noun of an act with `the`, and no more than an article or a mark up to the end."""
    return re.compile(rf"\b{either(CUES.calls)}\s{_noun()}\s(?:as\s)?[“\"‘']?(?:an?\s)?(?:[\w-]+\s)?\Z")


@cache
def _noun() -> str:
    nouns = "|".join(rf"(?P<{group}>{either(judged.nouns)})" for group, judged in CUES.judged.items())
    return rf"(?:the|this|that|these|those|such)\s(?:(?!{either(CUES.leads_elsewhere)}\b)[\w-]+\s)?(?:{nouns})\b"
