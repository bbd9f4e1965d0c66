"""Which types of act answer which commitment, from `answers.toml`."""

from enum import IntEnum
from functools import cache

from facta.stories.standing import CONCLUDED, INVITED, RESTORED, SUED
from facta.values.datafile import Form, Words, load


class Answer(IntEnum):
    """What an act is to a commitment, by their types alone."""

    NONE = 0
    KEPT_IF = 1
    """Keeps it when both are about the same context or mean something like."""
    KEPT = 2
    BROKEN = 3


class Entry(Form, frozen=True):
    """The acts that answer one kind of commitment."""

    kept: Words
    kept_if: Words
    broken: Words


def entries() -> dict[str, Entry]:
    """By kind of commitment."""
    return load("facta.relations.commitments", "answers.toml", dict[str, Entry])


@cache
def answer(status: str, type: str, mode: str | None, act: str, act_mode: str | None) -> Answer:
    """What an act of a type and mode is to a commitment of a status, type and mode.

    >>> answer("actual", "THREATEN", "restrict", "SANCTION", None), answer("planned", "CONSULT", "visit", "CONSULT", None)
    (<Answer.KEPT: 2>, <Answer.KEPT: 2>)
    """
    ways = _ways(status, type, mode)
    return min((ways[told] for told in (act, f"{act}:{act_mode}") if told in ways), key=_ORDER.index, default=Answer.NONE)


def told_by(mode: str | None, standing: str | None) -> str | None:
    """What an act is known by beside its type: what only its words tell (`restored`, `invited`), or its mode."""
    return standing if standing in (CONCLUDED, INVITED, RESTORED, SUED) else mode


_ORDER = (Answer.KEPT, Answer.KEPT_IF, Answer.BROKEN)
"""What counts first of an act that stands under several."""


@cache
def _ways(status: str, type: str, mode: str | None) -> dict[str, Answer]:
    """The acts that answer a commitment, `TYPE` or `TYPE:mode`, and how."""
    names = [f"planned:{type}"] if status == "planned" else [f"{type}:{mode}", type]
    entry = next((entries()[name] for name in names if name in entries()), None)
    if entry is None:
        return {}
    lists = {Answer.KEPT: entry.kept, Answer.KEPT_IF: entry.kept_if, Answer.BROKEN: entry.broken}
    return {told: way for way in reversed(_ORDER) for told in lists[way]}
