"""What an act's words tell of it beyond its type: a denial gives nothing up, what is alleged may not have happened, and so on."""

import re
from functools import cache
from typing import Any

from facta.stories.wording import BETWEEN, sentence, table

DENIAL, ALLEGED, RESTORED, SUED = "denial", "alleged", "restored", "sued"
NEAR = 8
"""Most words between a refusal and what is refused."""
_LINKS = "that|of|for|over"
"""Words by which a charge says what somebody is charged with."""


def standing(row: dict[str, Any]) -> str | None:
    """`denial` where an act answers a charge, `alleged` where it is told as what somebody is charged with, `restored` where
    support is ties, a recognition or an embassy and not praise, `sued` where an accusation goes to court; None for others.

    >>> told = {"type": "REJECT", "mode": None, "trigger": "denied", "evidence": "Oslo denied that it had", "leading": ""}
    >>> standing(told), standing(told | {"evidence": "Oslo denied the planes entry"})
    ('denial', None)
    """
    before, trigger = row["leading"] or "", row["trigger"] or ""
    if row["type"] == "REJECT":
        return DENIAL if _denies(trigger, row["evidence"] or "", before, plain=not row["mode"]) else None
    if row["type"] == "ACCUSE":
        return SUED if _beginning("suing").search(trigger) else None
    if row["type"] == "SUPPORT" and _beginning("restoring").search(trigger):
        return RESTORED
    return ALLEGED if _charge().search(sentence(before)) else None


def _denies(trigger: str, evidence: str, before: str, *, plain: bool) -> bool:
    """plain: whether it is told what is refused only by the words, and not by the mode."""
    what = evidence.rpartition(trigger)[2] if trigger else evidence
    near = " ".join(what.split()[:NEAR])
    if _beginning("denials").search(trigger):
        return not _beginning("refused").search(near)
    if not _beginning("refusals").search(trigger):
        return False
    return bool(_beginning("charges", "reports").search(near)) or (plain and bool(_beginning("charges").search(before)))


@cache
def _beginning(*lists: str) -> re.Pattern[str]:
    """A word that begins like one of some lists."""
    return re.compile(rf"\b(?:{_any(*lists)})", re.IGNORECASE)


@cache
def _charge() -> re.Pattern[str]:
    """A charge or its denial that leads to the words behind it."""
    charges = _any("charges", "denials")
    return re.compile(rf"\b(?:{charges})\w*\b.*\b(?:{_LINKS})\W+(?:[\w-]+\W+){{0,{BETWEEN}}}$", re.IGNORECASE | re.DOTALL)


def _any(*lists: str) -> str:
    return "|".join(re.escape(word) for name in lists for word in table()[name])
