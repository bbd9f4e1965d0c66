"""From where a time is reckoned: the day of publication, what the text has told so far, and which way its words look."""

import re
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from facta.resolve.time_rules.units import Told
from facta.resolve.time_rules.words import plain

Match: TypeAlias = re.Match[str]
"""Where the pattern of a rule fits; its groups are what the rule says more closely."""
Lean = Literal["past", "backward", "near", "forward", "ahead"]
"""Where a time without its year or week lies: surely before the day it is told, by the look of it before, nearest to it, by the
look of it after, surely after."""


_ROUGH: tuple[str, ...] = ("decade", "year", "month", "day")
"""Precisions, the roughest first."""


class Ground(NamedTuple):
    """From where a time is reckoned."""

    base: date | None
    """The day of publication."""
    story: tuple[Told, ...] = ()
    """The calendar dates told so far."""
    lean: Lean = "past"

    @property
    def told(self) -> Told | None:
        """The calendar date told last."""
        return self.story[-1] if self.story else None

    def day(self, unit: str) -> date | None:
        """The first day of the last that was told at least as finely as a unit, else the day of publication."""
        rough = _ROUGH[: _ROUGH.index(unit)] if unit in _ROUGH else _ROUGH[:-1] if unit in ("week", "weekend") else ()
        return next((told.first for told in reversed(self.story) if told.precision not in rough), self.base)


STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
}
STEPS |= dict.fromkeys(("this", "current", "same", "that", "the"), 0)
"""Units ahead to which words point."""
OF_THE_STORY = ("previous", "preceding", "prior", "following", "same", "that")
"""Words that reckon from the date told last rather than from publication."""


def which(match: Match) -> str:
    """`last`, `this`, `next` or nothing, from the group `which`."""
    word = plain(match["which"] or "").removeprefix("the ").removeprefix("this ")
    return {-1: "last", 1: "next", 0: "this"}[STEPS[word]] if word else ""


def year_said(said: str, ground: Ground) -> int:
    """The year of `last year`, `the year` and their like, given what stands before `year`."""
    word = plain(said).split()[-1]
    start = ground.day("year") if word in (*OF_THE_STORY, "the") else ground.base
    assert start  # callers have a day of publication
    return start.year + STEPS[word]
