"""What displeases is blame, or a threat: to regret another's decision is no giving way, and not to tolerate is no mere refusal.

A reader takes `regrettable` for an apology and `will not be tolerated` for a refusal. Of 8 coded acts in the first word the 7
that have a recipient are ACCUSE, and so are all 4 that regret a decision; all 4 in the words of the second kind are THREATEN.
"""

import re
from functools import cache

from msgspec import structs

from facta.records import Trigger
from facta.values.datafile import Form, Words, either, load


class _Words(Form, frozen=True):
    displeasing: Words
    decided: Words
    borne: Words


_WORDS = load("facta.events", "displeased.toml", _Words)
_ROOM = 60
"""Characters behind the first word of an act in which what is regretted is named."""
_CLAUSE = re.compile(r"[.,;:\n]|\s(?:but|and|as|for|of|by|that)\s")


def displeased(words: str, trigger: Trigger) -> Trigger:
    """The trigger as blame or a threat, where its words are of displeasure with another; any other stays as it is."""
    told = words[trigger.start : trigger.end]
    if trigger.type == "CONCEDE" and (_is_blame(words, trigger) or _is_called(words, trigger)):
        return structs.replace(trigger, type="ACCUSE", mode="disapprove")
    if trigger.type in ("REJECT", "ACCUSE") and _threat().search(told):
        return structs.replace(trigger, type="THREATEN", mode=None)
    return trigger


def _is_blame(words: str, trigger: Trigger) -> bool:
    """Whether an act regrets what another decided or did; one's own decision (`regretted its decision`) is given up by that."""
    return _regret().search(_CLAUSE.split(words[trigger.start : trigger.start + _ROOM])[0]) is not None


_BEFORE = 40
"""Characters before an act in which a thing is `called` regrettable."""


def _is_called(words: str, trigger: Trigger) -> bool:
    """Whether a word of displeasure is said of somebody's act, not in excuse of one's own."""
    word = _of_others().search(words, trigger.start, trigger.end)
    aimed = any(role.role == "recipient" for role in trigger.roles)
    return word is not None and (aimed or _CALLED.search(words, max(0, trigger.start - _BEFORE), word.start()) is not None)


_CALLED = re.compile(r"\bcall(?:s|ed|ing)?\s[^.;\n]*\Z")


@cache
def _regret() -> re.Pattern[str]:
    return re.compile(
        rf"\bregret(?:s|ted|ting)?\s(?!(?:its|our|his|her|my|their)\b).*\b{either(_WORDS.decided)}\b", re.IGNORECASE
    )


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(rf"\b{either(_WORDS.displeasing)}\b", re.IGNORECASE)


@cache
def _threat() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:not|never|no)|n['’]t)\s(?:be\s)?{either(_WORDS.borne)}\b", re.IGNORECASE)
