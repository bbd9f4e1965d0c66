"""What a promise is of, by what it promises: to lift sanctions is to give way (CONCEDE), to expel an envoy a threat (THREATEN).

A reader takes both for AGREE where the verb is one of good will (`agreed to`, `promised to`). What several agree on with each
other stays AGREE, and so does what somebody agrees to with allies (`agreed to impose sanctions`).
"""

import re
from functools import cache

from msgspec import structs

from facta.records import Trigger
from facta.values.datafile import Form, Words, either, load

_PROMISE = "AGREE"
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
    mode = next((mode for mode, threat in _threats().items() if threat.match(told)), None)
    if mode is not None:
        return structs.replace(trigger, type="THREATEN", mode=mode)
    if _concession().match(told) and not _is_mutual(words, trigger):
        return structs.replace(trigger, type="CONCEDE", mode=None)
    return trigger


class _Said(Form, frozen=True):
    promising: Words
    agreeing: Words
    adverbs: Words
    several: Words
    yielding: Words
    withdrawing: Words
    withdrawn: Words
    freeing: Words
    freed: Words
    easing: Words
    eased: Words
    threats: dict[str, Words]


def _said() -> _Said:
    return load("facta.events", "pledged.toml", _Said)


def _is_mutual(words: str, trigger: Trigger) -> bool:
    """Whether several promise it, to each other."""
    actors = [role for role in trigger.roles if role.role == "actor"]
    before = re.split(r"[.;\n]", words[max(0, trigger.start - _BEFORE) : trigger.start])[-1]
    row = any(_ROW.search(words, role.start, role.end) for role in actors)
    return len(actors) > 1 or row or _several().search(before) is not None


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b{either(_said().several)}\b", re.IGNORECASE)


@cache
def _threats() -> dict[str, re.Pattern[str]]:
    """By mode."""
    lead = _lead(_said().promising)
    return {mode: re.compile(rf"{lead}{either(verbs)}\b", re.IGNORECASE) for mode, verbs in _said().threats.items()}


@cache
def _concession() -> re.Pattern[str]:
    said = _said()
    needy = ((said.withdrawing, said.withdrawn), (said.freeing, said.freed), (said.easing, said.eased))
    verbs = either(rf"{either(verbs)}\s(?:.*\s)?{either(nouns)}" for verbs, nouns in needy)
    lead = either((_lead(said.promising), _lead(said.agreeing)))
    return re.compile(rf"{lead}(?:{either(said.yielding)}|{verbs})\b", re.IGNORECASE)


def _lead(verbs: Words) -> str:
    """What leads to what is promised: auxiliaries, one of these verbs, adverbs and `to`."""
    return rf"(?:(?:has|have|had|also|again|will|would)\s)*{either(verbs)}\s(?:{either(_said().adverbs)}\s)*to\s"
