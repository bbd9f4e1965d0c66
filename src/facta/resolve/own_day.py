"""The day that an act's own clause tells, where the reader linked no words of time: `signed an accord in Doha on Saturday`.

Only for what a past tense tells, so that the present of a report (`condemns Friday's attack`) keeps the report's day.
"""

import re
from datetime import timedelta

from facta.records import Event, When
from facta.resolve import dates
from facta.resolve.timex import Time, times
from facta.values import dates as iso_dates

WEEK = timedelta(days=7)
"""Before publication; a newspaper names days of the last week without their date."""
SENTENCE = re.compile(r"[.!?]['”\"]?\s+(?=[A-Z“\"'])|\n")
_PAST = re.compile(
    r"\b(?:[a-z]+ed|said|told|met|held|made|gave|got|took|went|came|sent|led|left|won|lost|saw|rose|fell|spoke|wrote|became|began|hit"
    r"|struck|shot|drove|flew|sold|bought|paid|brought|found|kept|put|cut|broke|swore|withdrew|sought|fought|overthrew|let|urged|set)\b"
)
_OPENS = re.compile(
    r"[;:“”\"]|\b(?i:who|whom|whose|which|that|where|when|while|after|since|following|before|until|till|by|over|during|amid|as|but|ahead"
    r"|if|because)\b|\b(?:of|for|from|to)\b(?! (?:the )?[A-Z])"
)
"""What opens a clause or a phrase whose day would be another's; `of Mexico` does not."""
_NOUN = re.compile(r"\b(?:the|an?|its|their|his|her|alleged|new|recent)\s+$", re.IGNORECASE)
_ON = re.compile(r"(?:\b(?:on|late|early)\s+)?$", re.IGNORECASE)


def own_day(event: Event, known: When | None, text: str, published: str | None) -> When | None:
    """The date known of an event; where that is only the report's, the day that stands in the clause of its verb.

    text: of the article or comment.
    """
    if published is None or event.status != "actual" or known is None or known.precision != "reported" or known.text:
        return known
    verb = _PAST.match(event.trigger.text)
    if not verb or _NOUN.search(text, max(0, event.trigger.start - 12), event.trigger.start):
        return known
    start, end = _sentence(text, event.trigger.start)
    last = iso_dates.first_day(published)
    found = []
    for time in times(text[start:end], published):
        told = dates.when(time.text, published, event.status)
        if told and told.precision == "day" and not told.end and last - WEEK <= iso_dates.first_day(told.iso) < last:
            found.append((time, told))
    if len(found) != 1 or not _belongs(text, start, event, found[0][0]):
        return known
    return found[0][1]


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence around a place."""
    start = 0
    for match in SENTENCE.finditer(text, max(0, at - 1000), at + 1000):
        if match.end() > at:
            return start, match.start()
        start = match.end()
    return max(start, at - 1000), min(len(text), at + 1000)


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
