"""What a text only asks about: `Did Peru raid the camp?`, `Will Poland send troops?`

The codebook has such an act as possible; `Why did Peru raid the camp?` takes it for done. A reader can hardly have learned it: in
22,500 coded texts there are five (two possible; the others have the status that the answer behind them tells).
"""

import re

from msgspec import structs

from facta.records import Role, Trigger
from facta.values.spans import Range

_QUESTION = re.compile(r"[^.?!\n]*\?")
_BEGINS = r"(?:\A|[-–—:;\"“(]\s*)"
"""Where a question begins: with its sentence, behind a dateline, a speaker or an opening mark."""
_INVERTED = re.compile(
    rf"{_BEGINS}(?:(?:And|But|So|Then|Or|Well|OK),?\s)?"
    r"\b(?:(?i:do|does|did|has|have|had)|[Ww](?:ill|ould))\s+(?!not\b)(?P<subject>.+)\Z",
    re.DOTALL,
)
"""The beginning of a question that can be answered by yes or no; one with `not` expects the yes."""
_CLAUSE = re.compile(r"[,;:]|\b(?:who|whom|whose|which|that|when|where|while|if|because|after|before|since)\b")
"""What begins another clause, of which the question does not ask."""
_ROOM = 90
"""Characters of the subject, between the auxiliary and the act."""
_WILL = re.compile(r"Will\s+(?=[A-Z])")
_OPENED = re.compile(rf"{_BEGINS}\Z")


def asked(words: str, trigger: Trigger, sentence: Range) -> Trigger:
    """The trigger as a possible act, where its sentence does no more than ask whether it is one; any other stays as it is."""
    if trigger.status not in ("actual", "planned") or not _asks(words, trigger.start, trigger.end, sentence):
        return trigger
    return structs.replace(trigger, status="possible")


def named(words: str, role: Role, sentence: Range) -> Role:
    """The role without the `Will` that opens its question, which a reader takes for a first name (`Will Poland send troops?`)."""
    opening = _WILL.match(words, role.start, role.end)
    opened = _OPENED.search(words[sentence.start : role.start]) is not None
    if opening is None or not opened or not _QUESTION.match(words, role.end):
        return role
    return structs.replace(role, start=opening.end())


def _asks(words: str, start: int, end: int, sentence: Range) -> bool:
    inverted = _INVERTED.search(words[sentence.start : start])
    if inverted is None or not _QUESTION.match(words, end):
        return False
    return len(inverted["subject"]) <= _ROOM and _CLAUSE.search(inverted["subject"]) is None
