"""The day that an act's own clause tells, where the reader linked no words of time: `signed an accord in Doha on Saturday`.

Of verbs only for what a past tense tells, or what is told for later (`will sign it on Saturday`), so that the present of a report
(`condemns Friday's attack`) keeps the report's day.
"""

import re

from facta.records import Event, When
from facta.resolve import dates, dating
from facta.resolve.cues import CUES
from facta.resolve.spots import sentence_around
from facta.resolve.timex import Time, may_tell, times
from facta.values.datafile import either

_PAST = re.compile(rf"\b{either(CUES.past)}\b")
_OPENS = re.compile(rf"[;:“”\"]|\b(?i:{either(CUES.opens)})\b|\b(?:of|for|from|to)\b(?! (?:the )?[A-Z])")
"""What opens a clause or a phrase whose day would be another's; `of Mexico` does not."""
_NOUN = re.compile(rf"\b{either(CUES.of_noun)}\s+$", re.IGNORECASE)
_ON = re.compile(r"(?:\b(?:on|late|early)\s+)?$", re.IGNORECASE)


def own_day(event: Event, known: When | None, text: str, published: str | None) -> When | None:
    """The date known of an event; where no words told it, the day that stands in the clause of its verb or right behind its noun.

    text: of the article or comment.
    """
    if published is None or (known and known.text):
        return known
    if event.status == "planned":
        return _to_come(event, text, published) or known
    if event.status not in ("actual", "historical"):
        return known
    verb = _PAST.match(event.trigger.text)
    if verb is None:
        return _behind(event, known, text, published)
    if known is None or event.status != "actual" or _NOUN.search(text, max(0, event.trigger.start - 12), event.trigger.start):
        return known
    start, _ = sentence_around(text, event.trigger.start)
    found = [d for time in clause_times(event, text, published) if (d := _told(time, text, start, published))]
    own = [d for d in found if d.precision == "day" and not (d.text and dating.is_of_aim(event, d.text, text))]
    return own[0] if len(own) == 1 else known


_COMING = re.compile(
    r"(?:will|would|shall|going|(?:is|are|was|were) (?:to|due|set|going|scheduled|expected)"
    r"|to|due|set|scheduled|expected|plan\w*|intend\w*)\b"
)
_LED_BY = re.compile(r"\b(?:will|would|shall|to)\s(?:\w+ly\s|also\s)?$")


def _to_come(event: Event, text: str, published: str) -> When | None:
    """The day ahead that the clause of a verb to come tells, if it tells one."""
    at = event.trigger.start
    if not _COMING.match(event.trigger.text) and not _LED_BY.search(text, max(0, at - _SHORT), at):
        return None
    found = (dates.when(time.text, published, "planned") for time in clause_times(event, text, published) if time.kind == "DATE")
    days = [d for d in found if d and d.precision in ("day", "month") and not d.end and d.iso > published[: len(d.iso)]]
    return days[0] if len(days) == 1 else None


def clause_times(event: Event, text: str, published: str) -> list[Time]:
    """The times that stand in the clause of an event's verb."""
    start, end = sentence_around(text, event.trigger.start)
    return [time for time in _times(text[start:end], published) if _belongs(text, start, event, time)]


def _times(sentence: str, published: str) -> list[Time]:
    return times(sentence, published) if may_tell(sentence) else []


_ON_DAY = re.compile(r"\s*(?:(?:on|in|late|early)\s+)*")
_SHORT = 40
"""Characters behind a noun in which a time right behind it is told."""


def _behind(event: Event, known: When | None, text: str, published: str) -> When | None:
    """The time that stands right behind a noun (`air strikes on Thursday`), unless it is an owner's; else what is known."""
    at = event.trigger.end
    gap = _ON_DAY.match(text, at)
    if gap is None or not may_tell(text[at : at + _SHORT]):
        return known
    start, end = sentence_around(text, event.trigger.start)
    for time in times(text[start:end], published):
        first, last = start + time.at.start, start + time.at.end
        if (
            at <= first <= gap.end()
            and text[last : last + 2] not in ("'s", "’s")
            and not dating.is_of_aim(event, time.text, text)
        ):
            return _told(time, text, start, published) or known
    return known


def _told(time: Time, text: str, start: int, published: str) -> When | None:
    """The day or month up to publication that a time of the sentence that begins at `start` tells."""
    if time.kind != "DATE":
        return None
    told = dates.in_story(time.text, text, start + time.at.start, published) or dates.when(time.text, published)
    if told is None or told.precision not in ("day", "month") or told.end:
        return None
    same = told.precision == "day" and told.iso.startswith(published)
    return told if same or told.iso < published[: len(told.iso)] else None


def _belongs(text: str, start: int, event: Event, time: Time) -> bool:
    """Whether a time of the sentence that begins at `start` is the verb's: nothing between them opens another clause."""
    at, until = start + time.at.start, start + time.at.end
    if text[until : until + 2] in ("'s", "’s"):
        return False
    if at >= event.trigger.end:
        return not _another(text[event.trigger.end : at])
    between = text[until : event.trigger.start]
    if until > event.trigger.start or _another(between):
        return False
    phrase = _ON.sub("", text[start:at])
    return not _another(phrase if between.startswith(",") else re.split(r"[,;:]\s", phrase)[-1])


def _another(between: str) -> bool:
    """Whether words hold the beginning of another clause, or another verb that the time may be of."""
    return bool(_OPENS.search(between) or _PAST.search(between))
