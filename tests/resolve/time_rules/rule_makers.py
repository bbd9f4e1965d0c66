"""What one rule makes of words, without a text around them."""

from collections.abc import Callable
from datetime import date

from facta.resolve.time_rules.ground import Ground, Lean, Match
from facta.resolve.time_rules.table import RULES
from facta.resolve.time_rules.units import Told

PUBLISHED = date(2018, 4, 5)
"""A Thursday."""
Meaning = Callable[[Match, Ground], Told | None]


def matched(by: Meaning, words: str, before: str = "") -> Match:
    """The words as the first pattern of a rule that fits them whole, behind other words."""
    matches = (rule.pattern.match(before + words, len(before)) for rule in RULES if rule.means is by)
    return next(m for m in matches if m and m.end() == len(before + words))


def meaning(
    by: Meaning, words: str, *story: Told, base: date | None = PUBLISHED, lean: Lean = "near", before: str = ""
) -> Told | None:
    """What the rule says of the words; story: what was told before."""
    return by(matched(by, words, before), Ground(base, story, lean))


def value(
    by: Meaning, words: str, *story: Told, base: date | None = PUBLISHED, lean: Lean = "near", before: str = ""
) -> str | None:
    """Its TIMEX3 value alone."""
    told = meaning(by, words, *story, base=base, lean=lean, before=before)
    return told and told.value
