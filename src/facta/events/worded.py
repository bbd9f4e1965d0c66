"""The status that an act's own words tell where a reader took another: `will close` is planned, `may close` possible.

Of acts in 9,700 coded texts whose reader's status is not what their words tell, with a label: `may`, `hopes to` and the like,
read as planned, 24 possible and 1 planned; deeds that `will` be done, read as done, 11 planned and 2 done; promises and threats
in the words `we will`, read as planned for later, 18 made already and 4 planned; what somebody arrives or speaks `before`, read
as past, 7 ahead and none past. What is said `repeatedly` or was said `once` is historical (codebook).
"""

import re
from functools import cache

from msgspec import structs

from facta.events.ontology import Ontology
from facta.records import Trigger
from facta.values.datafile import Form, Words, either, load

_REACH = 80
"""Characters before an act in which what it is the reason of, or what comes before it, is told."""
_NOBODY = re.compile(r"\b(?:no|none|nobody|neither|nothing|never)\b[^.,;:\n]*$", re.IGNORECASE)
_NOT = re.compile(r"\w+[’']?\w*\s(?:not|never|no|have|be no)\b", re.IGNORECASE)
"""What makes a verb to come one that does not, or did not."""
_SAID = re.compile(
    r"\b(?:sa(?:id|ys)|told|tells|announc\w+|declar\w+|confirm\w+|notice|report\w+|add(?:ed|s)|promis\w+|vow\w+|pledg\w+|warn\w+)\b[^.;\n]*$",
    re.IGNORECASE,
)
"""What makes of `would` a plan, and no habit (`soldiers would beat them`) or wish."""
_EVE = re.compile(
    r"\b(?:ahead of|before|on the eve of|in preparation for)\s(?:(?!(?:being|having|he|she|it|they)\b)[\w-]+(?:['’]s?)?\s){0,6}$",
    re.IGNORECASE,
)
_UNREALISED = re.compile(r"(?:was|were) to have (?:been )?\w+")
_PHRASE = r"(?:(?:an?|the|another|new|further|more|any|such|[a-z]+-scale|[A-Z][\w-]*)\s){0,4}"
"""The beginning of a noun phrase, up to the noun."""
CONFLICT = 4
"""The quad of the acts that are feared."""
_GERUND = re.compile(r"[a-z]+ing\b")


def worded(words: str, trigger: Trigger, known: Ontology) -> Trigger:
    """The trigger with the status that its own words tell; any other stays as it is."""
    told = words[trigger.start : trigger.end].lower() + " "
    if trigger.status == "planned":
        return _planned(words, told, trigger, known)
    if trigger.status == "actual" and _is_led_by(words, trigger, _said().undone):
        return structs.replace(trigger, status="negated")
    hostile = known.type(trigger.type).quad == CONFLICT
    if trigger.status == "actual" and hostile and _is_led_by(words, trigger, _said().feared, _PHRASE):
        return structs.replace(trigger, status="possible")
    if trigger.status == "actual" and is_done(trigger, known) and _to_come(words, told, trigger):
        return structs.replace(trigger, status="planned")
    if trigger.status == "actual" and _lies_back(words, trigger, known):
        return structs.replace(trigger, status="historical", dating="undated")
    return trigger


def is_open(told: str) -> bool:
    """Whether the words of an act tell that it may come about: `may send`.

    >>> is_open("may send"), is_open("will send")
    (True, False)
    """
    return f"{told} ".startswith(_said().open)  # as written: `May talks` are held in May


def is_coming(told: str) -> bool:
    """Whether the words of an act tell that it is to come, or promise it: `will send`, `has agreed to send`."""
    return f"{told.lower()} ".startswith((*_said().coming, *_said().promising))


def _planned(words: str, told: str, trigger: Trigger, known: Ontology) -> Trigger:
    """What was read as planned."""
    if _UNREALISED.match(told):
        return structs.replace(trigger, status="negated")
    if is_open(words[trigger.start : trigger.end]):
        return structs.replace(trigger, status="possible")
    announced = told.startswith(_said().coming) and not _NOT.match(told) and not _holds(told, _said().sealing)
    if announced and _promises(trigger, known):
        return structs.replace(trigger, status="actual")
    if _GERUND.match(told) and not told.startswith(_said().scheming) and _punished(words, trigger):
        return structs.replace(trigger, status="actual", dating="undated")
    return trigger


def _to_come(words: str, told: str, trigger: Trigger) -> bool:
    """Whether a deed or a meeting lies ahead: it `will` be done, or something else is done before it."""
    before = words[max(0, trigger.start - _REACH) : trigger.start]
    if told.startswith(_said().coming):
        said = not told.startswith("would ") or _SAID.search(before) is not None
        return said and not _NOT.match(told) and not _NOBODY.search(before)
    return told.rstrip().endswith(_said().meant) and _EVE.search(before) is not None


def _lies_back(words: str, trigger: Trigger, known: Ontology) -> bool:
    """Whether words said of old or again and again, with no day: `has repeatedly denied`, `had once backed`.

    Of such acts in coded texts 105 are historical and 12 actual. Deeds are left: ships are `repeatedly struck` in a day.
    """
    verbal = known.type(trigger.type).rung != "deed" and trigger.dating in ("reported", "undated")
    return verbal and (_is_led_by(words, trigger, _said().habitual) or _habit().match(words, trigger.start) is not None)


@cache
def _habit() -> re.Pattern[str]:
    """The words of habit where an act's own words begin with them, or with auxiliaries and then them."""
    return re.compile(rf"(?:(?:{either(_said().auxiliary)})\s)*{either(_said().habitual)}\s", re.IGNORECASE)


def is_done(trigger: Trigger, known: Ontology) -> bool:
    """Whether a type is that of a deed or a meeting: who says that he will praise has done so."""
    return trigger.type == "CONSULT" or known.type(trigger.type).rung == "deed"


def _promises(trigger: Trigger, known: Ontology) -> bool:
    """Whether a type is that of a promise: to tell of one is to make it."""
    return any(kind.planned_as == trigger.type for kind in known.types.values())


def _is_led_by(words: str, trigger: Trigger, leading: Words, between: str = "") -> bool:
    """Whether some of these words, and then the pattern `between`, stand right before an act."""
    before = words[max(0, trigger.start - _REACH) : trigger.start]
    return re.search(rf"\b(?i:{either(map(re.escape, leading))})\s{between}\Z", before) is not None


def _punished(words: str, trigger: Trigger) -> bool:
    """Whether an act is what somebody is punished or blamed for."""
    before = words[max(0, trigger.start - _REACH) : trigger.start]
    return re.search(rf"\b{either(_said().punishing)}\w*\s[^.;:\n]*\bfor\s$", before, re.IGNORECASE) is not None


def _holds(told: str, beginnings: Words) -> bool:
    """Whether some words hold one that begins so."""
    return any(f" {beginning}" in f" {told}" for beginning in beginnings)


class _Said(Form, frozen=True):
    open: Words
    coming: Words
    promising: Words
    sealing: Words
    punishing: Words
    undone: Words
    feared: Words
    habitual: Words
    auxiliary: Words
    scheming: Words
    meant: Words


def _said() -> _Said:
    return load("facta.events", "worded.toml", _Said)
