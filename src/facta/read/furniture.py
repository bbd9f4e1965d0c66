"""The lines that stand around articles without belonging to them: `furniture.toml`, compiled once and asked by name."""

import re
from functools import cache

from facta.values.datafile import Words, load


@cache
def words(name: str) -> frozenset[str]:
    """A list of `furniture.toml` as a set."""
    return frozenset(_lists()[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The patterns of a list as one, to be matched against a whole folded line."""
    return re.compile("|".join(f"(?:{p})" for p in _lists()[name]), re.IGNORECASE)


def phrases(name: str) -> Words:
    """The patterns of a list, to be built into a longer one."""
    return _lists()[name]


def alternatives(name: str) -> str:
    """The words of a list as a regular expression of alternatives, longest first."""
    return "|".join(re.escape(w) for w in sorted(_lists()[name], key=len, reverse=True))


MAX_LINE = 400
"""Longer lines are prose; not matching them bounds the time a hostile page can cost."""


def is_(name: str, line: str) -> bool:
    """Whether a line, white space folded, is one of a list.

    >>> is_("closing", "Leave A  Reply"), is_("closing", "They leave a reply to history.")
    (True, False)
    """
    folded = " ".join(line.split())
    return 0 < len(folded) <= MAX_LINE and pattern(name).fullmatch(folded) is not None


@cache
def _buttons() -> re.Pattern[str]:
    one = "|".join(f"(?:{p})" for p in phrases("buttons"))
    return re.compile(rf"(?:{one})(?:(?: ?[|·•] ?| )(?:{one}))*", re.IGNORECASE)


def is_buttons(line: str) -> bool:
    """Whether a line is nothing but what a thread prints beside a comment, be it several of them.

    >>> is_buttons("Like 12  Reply · Share"), is_buttons("I like the reply.")
    (True, False)
    """
    folded = " ".join(line.split())
    return 0 < len(folded) <= MAX_BUTTONS and _buttons().fullmatch(folded) is not None


MAX_BUTTONS = 120
"""Characters of a line of buttons."""


def begins(name: str, line: str) -> bool:
    """Whether a paragraph of any length begins with one of a list.

    >>> begins("corrections", "An earlier version of this article named the wrong minister."), begins("corrections", "No error.")
    (True, False)
    """
    return pattern(name).match(" ".join(line[:MAX_LINE].split())) is not None


def hints(name: str, text: str) -> bool:
    """Whether any of the plain words of a list stands in a text, in small letters: a quick look before a closer one."""
    small = text.casefold()
    return any(word in small for word in _lists()[name])


def cues(name: str, line: str) -> set[str]:
    """Which words of a list stand in the beginning of a paragraph, each in small letters."""
    return {found.group().casefold() for found in pattern(name).finditer(" ".join(line[:MAX_LINE].split()))}


def _lists() -> dict[str, Words]:
    return load("facta.read", "furniture.toml", dict[str, Words])
