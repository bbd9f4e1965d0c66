"""Who may stand on a side, by name, and who is near a name that nobody goes by."""

from difflib import get_close_matches
from functools import cache

from facta.errors import UsageError
from facta.records import Record
from facta.relations.relate import pair
from facta.relations.states import Side, groups, side
from facta.resolve import load_tables
from facta.values.country import STATELESS

_NEAR = 5
"""So many names like the one asked for are told."""


class Choice(Record, frozen=True, kw_only=True):
    """A state, a body or a group that may stand on a side."""

    code: str
    name: str
    group: bool


class UnknownSideError(UsageError):
    """Nobody goes by this name; `near` are the ones whose names are like it."""

    def __init__(self, asked: str, told: str) -> None:
        super().__init__(told)
        self.asked = asked
        self.told = told
        self.near = nearest(asked)


def sides(a: str, b: str) -> tuple[Side, Side]:
    """Two sides that do not overlap; UnknownSideError for a name that nobody goes by, UsageError where they share a state."""
    for word in (a, b):
        try:
            side(word)
        except UsageError as error:
            raise UnknownSideError(word, str(error)) from None
    return pair(a, b)


def second(words: str | None) -> tuple[str, str] | None:
    """The codes of a pair that another is compared with, written `USA-CHN`; none where nothing is written.

    UsageError when it is no pair, UnknownSideError for a name that nobody goes by.
    """
    if not words:
        return None
    one, dash, other = words.partition("-")
    if not dash:
        raise UsageError(f"A second pair is written as two codes, USA-CHN, but is {words!r}.")
    first, last = sides(one.strip(), other.strip())
    return first.code, last.code


@cache
def choices() -> tuple[Choice, ...]:
    """Everybody who may stand on a side, by name: states, bodies, groups of states."""
    states = [(state.name, code, False) for code, state in load_tables().states.items()]
    bodies = [(name, code, False) for code, name in STATELESS.items()]
    found = [*states, *bodies, *((one.name, code, True) for code, one in groups().items())]
    return tuple(Choice(name=name, code=code, group=group) for name, code, group in sorted(found))


@cache
def names() -> dict[str, str]:
    """The name of every code."""
    return {choice.code: choice.name for choice in choices()}


def nearest(asked: str) -> tuple[Choice, ...]:
    """The choices whose name or code is like a word.

    >>> [choice.name for choice in nearest("Chnia")][0]
    'China'
    """
    spelt: dict[str, Choice] = {}
    for choice in choices():
        spelt.setdefault(choice.name.casefold(), choice)
        spelt.setdefault(choice.code.casefold(), choice)
    found = get_close_matches(asked.casefold(), spelt, n=2 * _NEAR, cutoff=0.5)
    return tuple(dict.fromkeys(spelt[name] for name in found))[:_NEAR]
