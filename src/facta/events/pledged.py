"""What a promise is of, by what it promises: to lift sanctions is to give way (CONCEDE), to expel an envoy a threat (THREATEN).

A reader takes both for AGREE where the verb is one of good will (`agreed to`, `promised to`). What several agree on with each
other stays AGREE, and so does what somebody agrees to with allies (`agreed to impose sanctions`).
"""

import re
from functools import cache

from msgspec import structs

from facta.records import Trigger
from facta.values.listed import Listed

_PROMISE = "AGREE"
_listed = Listed("facta.events", "pledged.toml")
_ROOM = 70
"""Characters from the first word of an act in which it is told what is promised."""
_CLAUSE = re.compile(r"[.,;:\n“”\"]|\s(?:if|unless|after|while|but|and)\s")
_ROW = re.compile(r",|\band\b")
_BEFORE = 40
"""Characters before an act in which its subject stands."""


def pledged(words: str, trigger: Trigger) -> Trigger:
    """The trigger as what it promises makes it, where one party promises it; any other stays as it is."""
    if trigger.type != _PROMISE:
        return trigger
    told = _CLAUSE.split(words[trigger.start : trigger.start + _ROOM])[0]
    mode = next((mode for mode in _MODES if _threat(mode).match(told)), None)
    if mode is not None:
        return structs.replace(trigger, type="THREATEN", mode=mode)
    if _concession().match(told) and not _is_mutual(words, trigger):
        return structs.replace(trigger, type="CONCEDE", mode=None)
    return trigger


_MODES = ("restrict", "arrest", "relations", "expel", "territory", "violence")
_CONCESSIONS = (("withdrawing", "withdrawn"), ("freeing", "freed"), ("easing", "eased"))


def _is_mutual(words: str, trigger: Trigger) -> bool:
    """Whether several promise it, to each other."""
    actors = [role for role in trigger.roles if role.role == "actor"]
    before = re.split(r"[.;\n]", words[max(0, trigger.start - _BEFORE) : trigger.start])[-1]
    row = any(_ROW.search(words, role.start, role.end) for role in actors)
    return len(actors) > 1 or row or _several().search(before) is not None


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b{_listed.either('several')}\b", re.IGNORECASE)


@cache
def _threat(mode: str) -> re.Pattern[str]:
    verbs = "|".join(_listed.names(mode))
    return re.compile(rf"{_lead('promising')}(?:{verbs})\b", re.IGNORECASE)


@cache
def _concession() -> re.Pattern[str]:
    lead = f"(?:{_lead('promising')}|{_lead('agreeing')})"
    verbs = "|".join(rf"{_listed.either(verb)}\s(?:.*\s)?{_listed.either(noun)}" for verb, noun in _CONCESSIONS)
    return re.compile(rf"{lead}(?:{_listed.either('yielding')}|{verbs})\b", re.IGNORECASE)


def _lead(group: str) -> str:
    """What leads to what is promised: auxiliaries, a verb of a group, adverbs and `to`."""
    return rf"(?:(?:has|have|had|also|again|will|would)\s)*{_listed.either(group)}\s(?:{_listed.either('adverbs')}\s)*to\s"
