"""Sanctions and bans that are extended, renewed or tightened are imposed anew, though a reader may take them for relief.

Of 42 such acts in the coded texts 38 are SANCTION or COERCE, and the only one that is relief extends a relief.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from msgspec import structs

from facta.records import Trigger

_EASED = ("RETREAT", "CONCEDE")
_TYPES = {"measures": "SANCTION", "curbs": "COERCE"}
_EDGE = r"\b"
_CLAUSE = re.compile(r"[.,;:\n]")
_ROOM = 48
"""Characters behind the first word of an act in which what is kept up is named."""


def upheld(words: str, trigger: Trigger) -> Trigger:
    """The trigger as imposing a measure, where it was taken for easing one that it keeps up; any other stays as it is."""
    if trigger.type not in _EASED:
        return trigger
    told = _CLAUSE.split(words[trigger.start : trigger.start + _ROOM])[0]
    found = _pattern("keeping").match(told)
    kind = next((k for k in ("measures", "curbs") if found and _pattern(k).search(told, found.end())), None)
    before = words[max(0, trigger.start - _ROOM // 2) : trigger.start]
    if kind is None or _pattern("relief").search(told) or _pattern("denial").search(before):
        return trigger
    return structs.replace(trigger, type=_TYPES[kind], mode="restrict" if kind == "curbs" else None)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The words of a list as a pattern, at the beginnings of words; a verb comes first, with or without auxiliaries before it."""
    listed = tomllib.loads(files(__package__).joinpath("upheld.toml").read_text("utf-8"))
    some = "|".join(map(re.escape, listed[name]))
    leads = {"keeping": r"(?:(?:has|have|had|will|would|to|is|are|again|further|also) ){0,3}", "denial": ""}
    return re.compile(rf"{leads.get(name, _EDGE)}(?:{some})", re.IGNORECASE)
