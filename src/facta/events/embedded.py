"""Acts that are only what another act is about: what somebody denies, promises or calls off, and why an envoy was expelled.

The codebook has a denial as the one act (REJECT), and an act as a bare noun only where its agent is named with it. Of acts that a
reader found behind `denies that it` in the coded texts two in twelve are coded, one of them as not done.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from msgspec import structs

from facta.events.ontology import ontology
from facta.events.retracted import is_taken_back
from facta.events.worded import is_done
from facta.records import Trigger
from facta.values.datafile import Form, Words, either, load
from facta.values.spans import overlap

_REACH = 80
"""Characters behind a denial, or before a reason's act, that are looked at."""
_SHORT = 16
"""Characters before a denial in which it may be taken back (`did not deny`)."""


def stand_alone(words: str, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a text, in order, without what others only deny, promise, take back or call off, and without an envoy's own
    acts that are why something was done to him."""
    kept: list[Trigger] = []
    for n, trigger in enumerate(triggers):
        about = (
            _is_denied(words, kept[-1:], trigger)
            or _is_reason(words, kept[-2:], trigger)
            or _is_promised(words, kept[-1:], trigger)
            or _is_asked(words, kept[-1:], trigger)
            or any(is_taken_back(words, one, trigger) for one in kept[-1:])
        )
        if not about and not _is_called_off(words, trigger, triggers[n + 1 : n + 2]):
            kept.append(_without_backed(words, kept[-1:], trigger))
    return kept


def _is_denied(words: str, before: Sequence[Trigger], act: Trigger) -> bool:
    """Whether an act, the next behind a denial, is what is denied: `denies that it | sank`; not what is refused somebody."""
    denial = next((t for t in before if t.type == "REJECT" and _patterns().denial.search(words, t.start, t.end)), None)
    if denial is None or act.start - denial.end > _REACH or _patterns().undone.search(words, denial.start - _SHORT, denial.start):
        return False
    refused = any(role.role == "recipient" and role.start == denial.end + 1 for role in denial.roles)
    return not refused and _patterns().denied.fullmatch(words, denial.end, act.start) is not None


_PROMISING = frozenset({"AGREE", "CONCEDE", "THREATEN"})
_ALSO = re.compile(r"\s(?:[^.;:“”\"\n]{0,80}\s)?(?:and|to|and (?:that )?(?:it|he|she|they))\s")
"""What leads from a promise to more of it: `agreed to hold talks and | will send`, `agreed to talks, and to | attend`."""


def _is_promised(words: str, before: Sequence[Trigger], act: Trigger) -> bool:
    """Whether a planned deed or meeting is what its own actor promises right before it."""
    promise = next((t for t in before if t.type in _PROMISING and t.status == "actual"), None)
    if promise is None or act.status != "planned" or not 0 < act.start - promise.end <= _REACH or not is_done(act, ontology()):
        return False
    agents = [role for role in act.roles if role.role == "actor"]
    theirs = [role for role in promise.roles if role.role == "actor"]
    own = all(any(overlap(a, b) for b in theirs) for a in agents)
    return own and _ALSO.fullmatch(words, promise.end, act.start) is not None


_FOR = re.compile(r"(?:\s(?:on\s)?\w+day)?\s(?:for|to)\s(?:[\w’'-]+\s){0,3}")
"""What leads from a request to what it asks for: `request for Gulen's | extradition`."""


def _is_asked(words: str, before: Sequence[Trigger], act: Trigger) -> bool:
    """Whether an act, read as a request, is only the noun of what another one right before it asks for."""
    asked = any(t.type == "REQUEST" and _FOR.fullmatch(words, t.end, act.start) for t in before)
    return asked and act.type == "REQUEST" and act.start >= before[-1].end


def _without_backed(words: str, before: Sequence[Trigger], act: Trigger) -> Trigger:
    """An act of force by which somebody was helped, without them as its victims: `troops, backed by | Russian | air strikes`."""
    aid = next((t for t in before if t.type == "AID" and _patterns().backed.search(words, t.start, act.start)), None)
    if aid is None or act.type != "ASSAULT" or act.start - aid.end > _REACH or "." in words[aid.end : act.start]:
        return act
    helped = [role for role in aid.roles if role.role == "recipient"]
    roles = tuple(r for r in act.roles if r.role != "recipient" or not any(overlap(r, at) for at in helped))
    return structs.replace(act, roles=roles)


_OFF = re.compile(
    r"(?:was|were|is|are|has been|have been|had been)\s"
    r"(?:called off|cancell?ed|scrapped|postponed|put off|suspended|shelved|dropped)"
)


def _is_called_off(words: str, act: Trigger, after: Sequence[Trigger]) -> bool:
    """Whether a planned meeting is what is called off right behind it: `a planned visit to Prague | was cancelled`."""
    refusal = next((t for t in after if t.type == "REJECT"), None)
    if refusal is None or act.type != "CONSULT" or act.status != "planned":
        return False
    between = words[act.end : refusal.start]
    return len(between) <= _REACH and not _BREAK.search(between) and _OFF.match(words, refusal.start) is not None


_BREAK = re.compile(r"[.;:“”\"\n]|\b(?:and|but|which|who|after|because|when)\b")


def _is_reason(words: str, before: Sequence[Trigger], act: Trigger) -> bool:
    """Whether an act is a bare noun whose only agents are envoys to whom an act before was done for it.

    Where the reader saw the envoy's state alone (`Canadian` of `Canadian diplomat`) that may well be the agent.
    """
    agents = [role for role in act.roles if role.role == "actor"]
    suffered = [role for t in before for role in t.roles if role.role == "recipient"]
    if not agents or not _patterns().reason.search(words, max(0, act.start - _REACH), act.start):
        return False
    envoys = all(_patterns().envoy.search(words, agent.start, agent.end) for agent in agents)
    return envoys and all(any(overlap(agent, role) for role in suffered) for agent in agents)


class _Said(Form, frozen=True):
    denials: Words
    undoing: Words
    apart: Words
    adverbs: Words
    leads: Words
    before_reports: Words
    reports: Words
    auxiliaries: Words
    reasons: Words
    of_noun: Words
    envoys: Words
    backed: Words


class _Patterns(NamedTuple):
    """The words of `embedded.toml` as patterns."""

    denial: re.Pattern[str]
    undone: re.Pattern[str]
    """The end of what takes a denial back."""
    denied: re.Pattern[str]
    """What stands between a denial and the act denied."""
    reason: re.Pattern[str]
    """The end of what leads to a reason's noun."""
    envoy: re.Pattern[str]
    backed: re.Pattern[str]
    """What leads from the helped to their helper."""


@cache
def _patterns() -> _Patterns:
    said = load("facta.events", "embedded.toml", _Said)
    reports = rf"(?:{either(said.before_reports)}\s)*{either(said.reports)}"
    return _Patterns(
        denial=re.compile(rf"\b{either(said.denials)}\b", re.IGNORECASE),
        undone=re.compile(rf"(?:\b{either(said.undoing)}|n['’]t)\s(?:\w+\s)?$", re.IGNORECASE),
        denied=re.compile(
            rf"\s(?!.*(?:[.,;:—\n]|\b{either(said.apart)}\b))(?:{either(said.adverbs)}\s)?(?:{either(said.leads)}|{reports})\b.*"
            rf"|\s(?:[A-Z][\w.'’-]*\s){{1,4}}(?:{either(said.auxiliaries)}\s)*"
        ),
        reason=re.compile(rf"\b{either(said.reasons)}\s(?:{either(said.of_noun)}\s)*$"),
        envoy=re.compile(rf"\b{either(said.envoys)}\b", re.IGNORECASE),
        backed=re.compile(rf"\b{either(said.backed)} by\b"),
    )
