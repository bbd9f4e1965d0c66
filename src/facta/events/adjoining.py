"""Triggers that adjoin, with one actor, tell one act, the surer one's: `blew | up`, `will | take | part`.

Of 501 such pairs of different types in 18,000 coded texts 16 were two acts, and in 387 the surer one was right or neither was.
What a preposition or a conjunction parts is an act of its own (`agreed to | a ceasefire`, `indicted and | convicted`); but a
promise or a helping verb and what it leads to are one (`agreed | to withdraw`, `hopes to | sign`): so 21 of 22 such pairs with a
label.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from msgspec import structs

from facta.records import Trigger

_GAP = 1
"""Characters between two triggers that adjoin."""


def joined(words: str, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a text, in order, with each run of adjoining ones of one actor as the surest of them over all its words."""
    out: list[Trigger] = []
    for trigger in triggers:
        if out and _one(words, out[-1], trigger):
            best = max(out[-1], trigger, key=lambda t: (t.type == "AGREE" and _one_deal(out[-1], trigger), t.score))
            out[-1] = structs.replace(best, start=out[-1].start, end=trigger.end)
        else:
            out.append(trigger)
    return out


def _one(words: str, first: Trigger, second: Trigger) -> bool:
    """Whether two triggers, the second behind the first, are made of one verb."""
    if not 0 <= second.start - first.end <= _GAP:
        return False
    if _led_to(words, first, second):
        return True
    if _actors(first) != _actors(second):
        return False
    if _one_deal(first, second):
        return True
    return not _pattern("leads_on").search(words[first.start : first.end]) and not _pattern("follows").match(
        words[second.start : second.end]
    )


def _led_to(words: str, first: Trigger, second: Trigger) -> bool:
    """Whether the second trigger is the infinitive that the first one leads to."""
    verb = _pattern("leads_to").fullmatch(words[first.start : first.end])
    if verb is None:
        return False
    told = words[second.start : second.end]
    return bool(_pattern("infinitive").match(told)) if verb["to"] else told.startswith("to ")


def _one_deal(first: Trigger, second: Trigger) -> bool:
    """Whether a signature and an agreement are one deal: of 30 adjoining acts of both types in the coded texts none were two."""
    return {first.type, second.type} == {"SUPPORT", "AGREE"} and "sign" in (first.mode, second.mode)


def _actors(trigger: Trigger) -> set[tuple[int, int]]:
    return {(role.start, role.end) for role in trigger.roles if role.role == "actor"}


def tells_nothing(words: str) -> bool:
    """Whether some words tell no act: auxiliaries, particles, articles.

    Of 399 acts coded by such words alone in the training texts, which the reader knows by heart, 96 were right; of 8 in the
    held-out texts none was.

    >>> tells_nothing("would not"), tells_nothing("gave up")
    (True, False)
    """
    return _pattern("empty").fullmatch(words) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The words of a list as a pattern: at the end of a trigger, at its beginning, or for all of it."""
    listed = tomllib.loads(files(__package__).joinpath("adjoining.toml").read_text("utf-8"))
    some = {group: "|".join(words) for group, words in listed.items()}
    forms = {
        "leads_on": rf"(?:\b(?:{some['leads_on']})|\W)\W?$",
        "follows": rf"(?:{some['follows']})\b",
        "leads_to": rf"(?:(?:{some['helpers']})\s)*(?:{some['leads_to']})(?P<to>\sto)?",
        "infinitive": rf"(?!(?:{some['no_infinitive']})\b)(?-i:[a-z]*[^\W\ds]|[a-z]*ss)\b",
        "empty": rf"(?:\W|\b(?:{some['empty']})\b)*",
    }
    return re.compile(forms[name], re.IGNORECASE)
