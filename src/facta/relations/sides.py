"""Who may stand on a side, by name, and the second pair that one is compared with."""

from functools import cache

from facta.errors import UsageError
from facta.records import Record
from facta.relations.relate import pair
from facta.relations.states import groups
from facta.resolve import load_tables
from facta.values.country import STATELESS


class Choice(Record, frozen=True, kw_only=True):
    """A state, a body or a group that may stand on a side."""

    code: str
    name: str
    group: bool


def second(words: str | None) -> tuple[str, str] | None:
    """The codes of a pair that another is compared with, written `USA-CHN`; none where nothing is written.

    UsageError when it is no pair, UnknownSideError for a name that nobody goes by.
    """
    if not words:
        return None
    one, dash, other = words.partition("-")
    if not dash:
        raise UsageError(f"A second pair is written as two codes, USA-CHN, but is {words!r}.")
    first, last = pair(one.strip(), other.strip())
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
