"""Sanctions and bans that are extended, renewed or tightened are imposed anew, though a reader may take them for relief.

Of 42 such acts in the coded texts 38 are SANCTION or COERCE, and the only one that is relief extends a relief.
"""

import re
from functools import cache
from typing import NamedTuple

from msgspec import structs

from facta.records import Trigger
from facta.values.datafile import Form, Words, either, load

_EASED = ("RETREAT", "CONCEDE")
_CLAUSE = re.compile(r"[.,;:\n]")
_ROOM = 48
"""Characters behind the first word of an act in which what is kept up is named."""


def upheld(words: str, trigger: Trigger) -> Trigger:
    """The trigger as imposing a measure, where it was taken for easing one that it keeps up; any other stays as it is."""
    if trigger.type not in _EASED:
        return trigger
    said = _patterns()
    told = _CLAUSE.split(words[trigger.start : trigger.start + _ROOM])[0]
    before = words[max(0, trigger.start - _ROOM // 2) : trigger.start]
    keeping = said.keeping.match(told)
    if keeping is None or said.relief.search(told) or said.denial.search(before):
        return trigger
    if said.measures.search(told, keeping.end()):
        return structs.replace(trigger, type="SANCTION", mode=None)
    if said.curbs.search(told, keeping.end()):
        return structs.replace(trigger, type="COERCE", mode="restrict")
    return trigger


class _Said(Form, frozen=True):
    keeping: Words
    measures: Words
    curbs: Words
    relief: Words
    denial: Words


class _Patterns(NamedTuple):
    """The words of `upheld.toml` as patterns."""

    keeping: re.Pattern[str]
    """A verb with its auxiliaries, which an act begins with."""
    measures: re.Pattern[str]
    curbs: re.Pattern[str]
    relief: re.Pattern[str]
    denial: re.Pattern[str]
    """What stands before an act that was not done; it may be the end of a word (`didn't`)."""


@cache
def _patterns() -> _Patterns:
    said = load("facta.events", "upheld.toml", _Said)
    return _Patterns(
        keeping=_pattern(r"(?:(?:has|have|had|will|would|to|is|are|again|further|also) ){0,3}", said.keeping),
        measures=_pattern(r"\b", said.measures),
        curbs=_pattern(r"\b", said.curbs),
        relief=_pattern(r"\b", said.relief),
        denial=_pattern("", said.denial),
    )


def _pattern(lead: str, words: Words) -> re.Pattern[str]:
    return re.compile(lead + either(map(re.escape, words)), re.IGNORECASE)
