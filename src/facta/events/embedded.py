"""Acts that are only what another act is about: what somebody denies, and why an envoy was summoned or expelled.

The codebook has a denial as the one act (REJECT), and an act as a bare noun only where its agent is named with it. Of acts that a
reader found behind `denies that it` in the coded texts two in twelve are coded, one of them as not done.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from facta.records import Role, Trigger
from facta.values.spans import Range, overlap

_REACH = 80
"""Characters behind a denial, or before a reason's act, that are looked at."""
_SHORT = 16
"""Characters before a denial in which it may be taken back (`did not deny`)."""


def stand_alone(words: str, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a text, in order, without what others only deny, and without reasons that only an envoy is the agent of."""
    kept: list[Trigger] = []
    for trigger in triggers:
        if not (_is_denied(words, kept[-1:], trigger) or _is_reason(words, kept[-2:], trigger)):
            kept.append(trigger)
    return kept


def _is_denied(words: str, before: Sequence[Trigger], act: Trigger) -> bool:
    """Whether an act, the next behind a denial, is what is denied: `denies that it | sank`; not what is refused somebody."""
    denial = next((t for t in before if t.type == "REJECT" and _patterns().denial.search(words, t.start, t.end)), None)
    if denial is None or act.start - denial.end > _REACH or _patterns().undone.search(words, denial.start - _SHORT, denial.start):
        return False
    refused = any(role.role == "recipient" and role.start == denial.end + 1 for role in denial.roles)
    return not refused and _patterns().denied.fullmatch(words, denial.end, act.start) is not None


def _is_reason(words: str, before: Sequence[Trigger], act: Trigger) -> bool:
    """Whether an act is a bare noun whose only agents are envoys to whom an act before was done for it.

    Where the reader saw the envoy's state alone (`Canadian` of `Canadian diplomat`) that may well be the agent.
    """
    agents = [role for role in act.roles if role.role == "actor"]
    suffered = [role for t in before for role in t.roles if role.role == "recipient"]
    if not agents or not _patterns().reason.search(words, max(0, act.start - _REACH), act.start):
        return False
    return all(
        _patterns().envoy.search(words, a.start, a.end) and any(overlap(_place(a), _place(r)) for r in suffered) for a in agents
    )


def _place(role: Role) -> Range:
    return Range(role.start, role.end)


class _Patterns(NamedTuple):
    """The words of `embedded.toml` as patterns."""

    denial: re.Pattern[str]
    undone: re.Pattern[str]
    """The end of what takes a denial back."""
    denied: re.Pattern[str]
    """What stands between a denial and the act denied."""
    reason: re.Pattern[str]
    """The end of what leads to a reason's noun."""
    envoy: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    listed = tomllib.loads(files(__package__).joinpath("embedded.toml").read_text("utf-8"))
    some = {name: "|".join(words) for name, words in listed.items()}
    reports = rf"(?:(?:{some['before_reports']})\s)*(?:{some['reports']})"
    return _Patterns(
        denial=re.compile(rf"\b(?:{some['denials']})\b", re.IGNORECASE),
        undone=re.compile(rf"(?:\b(?:{some['undoing']})|n['’]t)\s(?:\w+\s)?$", re.IGNORECASE),
        denied=re.compile(
            rf"\s(?!.*(?:[.,;:—\n]|\b(?:{some['apart']})\b))(?:(?:{some['adverbs']})\s)?(?:{some['leads']}|{reports})\b.*"
            rf"|\s(?:[A-Z][\w.'’-]*\s){{1,4}}(?:(?:{some['auxiliaries']})\s)*"
        ),
        reason=re.compile(rf"\b(?:{some['for']})\s(?:(?:{some['of_noun']})\s)*$"),
        envoy=re.compile(rf"\b(?:{some['envoys']})\b", re.IGNORECASE),
    )
