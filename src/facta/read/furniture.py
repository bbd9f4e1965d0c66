"""The lines that stand around articles without belonging to them: `furniture.toml`, compiled once and asked by name."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """A list of `furniture.toml` as a set."""
    return frozenset(_lists()[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The patterns of a list as one, to be matched against a whole folded line."""
    return re.compile("|".join(f"(?:{p})" for p in _lists()[name]), re.IGNORECASE)


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
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8"))
