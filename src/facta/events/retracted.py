"""What somebody takes back of a promise or an invitation is refused: `retracted its pledge`, `withdrew the invitation`.

A reader takes it for giving way (CONCEDE), a cut (SANCTION) or a withdrawal (RETREAT) as often as for a refusal. A threat taken
back is given up, and stays as it is.
"""

import re
from functools import cache
from typing import NamedTuple

from msgspec import structs

from facta.records import Trigger
from facta.values.datafile import Form, Words, either, load

_PROMISE = "AGREE"
_TAKEN = frozenset({_PROMISE, "CONCEDE", "REJECT", "RETREAT", "SANCTION"})
"""Types that a promise taken back is read as."""
_ROOM = 70
"""Characters from the verb to what is taken back."""
_OF_SOMEBODY = (
    r"\s(?:(?:its|his|her|their|the|an?|earlier|previous)\s|(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*[’']s?\s)+(?:[a-z-]+\s){0,2}?"
)
"""What stands between the verb and the noun: whose it was, and of what kind."""


def retracted(words: str, trigger: Trigger) -> Trigger:
    """The trigger as a refusal, where a promise or an invitation is taken back; any other stays as it is.

    Its words begin with the verb or, where a reader took it for the promise, with the noun.
    """
    for mode, taken in _patterns()._asdict().items():
        told = taken.match(words, trigger.start, trigger.start + _ROOM) if trigger.type in _TAKEN else None
        if told is None and trigger.type == _PROMISE:
            before = taken.finditer(words, max(0, trigger.start - _ROOM), trigger.end)
            told = next((m for m in before if m.start() < trigger.start == m.start("what")), None)
        if told is not None:
            return structs.replace(trigger, type="REJECT", mode=mode)
    return trigger


def is_taken_back(words: str, before: Trigger, act: Trigger) -> bool:
    """Whether an act is no more than the noun of what another right before it takes back: `withdrew its | offer`."""
    taken = (taken.match(words, before.start) for taken in _patterns())
    return before.type == "REJECT" and any(m is not None and before.end <= act.start == m.start("what") for m in taken)


class _Said(Form, frozen=True):
    taking: Words
    promises: Words
    invitations: Words


class _Patterns(NamedTuple):
    """By the mode of the refusal."""

    assist: re.Pattern[str]
    meet: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    said = load("facta.events", "retracted.toml", _Said)
    verb = rf"(?:(?:has|have|had|will|would|to|is|are|was|were|been|also|later)\s)*\b{either(said.taking)}{_OF_SOMEBODY}"
    return _Patterns(*(re.compile(rf"{verb}(?P<what>{either(nouns)})\b") for nouns in (said.promises, said.invitations)))
