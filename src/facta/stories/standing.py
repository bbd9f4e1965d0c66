"""What an act's words tell of it beyond its type: a denial gives nothing up, what is alleged may not have happened, and so on."""

import re
from functools import cache
from typing import Any

from facta.stories.wording import BETWEEN, said, sentence
from facta.values.datafile import Words, either

DENIAL, ALLEGED, RESTORED, SUED, HOSTED = "denial", "alleged", "restored", "sued", "hosted"
INVITED, TRUCE, CONCLUDED = "invited", "truce", "concluded"
NEAR = 8
"""Most words between a refusal and what is refused."""
_LINKS = "that|of|for|over"
"""Words by which a charge says what somebody is charged with."""


def standing(row: dict[str, Any]) -> str | None:
    """What the words of an act tell beyond its type, None for most:

    - `denial` where it answers a charge, `alleged` where it is told as what somebody is charged with,
    - of support `restored` where it is ties, a recognition, an embassy or an ambassador and not praise,
    - of an accusation `sued` where it goes to court, of a meeting `hosted` where it is told of who receives a guest,
    - of an agreement `invited` where it is an invitation, `truce` where arms are to rest, `concluded` where it is signed.

    >>> told = {"type": "REJECT", "mode": None, "trigger": "denied", "evidence": "Oslo denied that it had", "leading": ""}
    >>> standing(told), standing(told | {"evidence": "Oslo denied the planes entry"})
    ('denial', None)
    """
    before, trigger = row["leading"] or "", row["trigger"] or ""
    if row["type"] == "REJECT":
        return DENIAL if _denies(trigger, row["evidence"] or "", before, plain=not row["mode"]) else None
    if row["type"] == "ACCUSE":
        return SUED if _beginning(said().suing).search(trigger) else None
    if row["type"] == "SUPPORT" and _beginning(said().restoring).search(trigger):
        return RESTORED
    if _charge().search(sentence(before)):
        return ALLEGED
    if row["type"] == "CONSULT":
        return HOSTED if _beginning(said().hosting).search(trigger) else None
    return _agreed(row, trigger) if row["type"] == "AGREE" else None


def _agreed(row: dict[str, Any], trigger: str) -> str | None:
    if _beginning(said().inviting).search(trigger):
        return INVITED
    if _beginning(said().truces).search(row["evidence"] or ""):
        return TRUCE
    return CONCLUDED if _beginning(said().concluding).search(trigger) else None


def _denies(trigger: str, evidence: str, before: str, *, plain: bool) -> bool:
    """plain: whether it is told what is refused only by the words, and not by the mode."""
    what = evidence.rpartition(trigger)[2] if trigger else evidence
    near = " ".join(what.split()[:NEAR])
    if _beginning(said().denials).search(trigger):
        return not _beginning(said().refused).search(near)
    if not _beginning(said().refusals).search(trigger):
        return False
    charge = _beginning(said().charges).search(before)
    return bool(_beginning(said().charges + said().reports).search(near)) or (plain and bool(charge))


@cache
def _beginning(beginnings: Words) -> re.Pattern[str]:
    """A word that begins like one of these."""
    return re.compile(rf"\b{_any(beginnings)}", re.IGNORECASE)


@cache
def _charge() -> re.Pattern[str]:
    """A charge or its denial that leads to the words behind it."""
    charges = _any(said().charges + said().denials)
    return re.compile(
        rf"\b(?!{either(said().no_charges)}\b){charges}\w*\b.*\b(?:{_LINKS})\W+(?:[\w-]+\W+){{0,{BETWEEN}}}$",
        re.IGNORECASE | re.DOTALL,
    )


def _any(beginnings: Words) -> str:
    return either(map(re.escape, beginnings))
