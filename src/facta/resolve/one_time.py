"""Some words of time are one day, whoever they are told of: `arrived on Monday for talks` means no other Monday for the talks,
and what opens a sentence dates all that it tells in a row (`A year ago police stormed the embassy, and Peru broke off ties`)."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import structs

from facta.records import ARTICLE, Event, When
from facta.resolve import dates, dating
from facta.resolve.cues import CUES
from facta.resolve.spots import sentence_around
from facta.resolve.timex import may_tell
from facta.values.datafile import either


def one_day(events: Sequence[Event], texts: Mapping[str, str]) -> tuple[Event, ...]:
    """The events; a plan dated by the very weekday that an act before it in its sentence lies back on has that day.

    texts as `Reading.texts` gives them. Words that stand behind the plan, or name a date, are its own.
    """
    done = {}
    for event in events:
        if event.status != "planned" and event.date and event.date.text and event.date.precision == "day":
            done[_place(event, texts, event.date.text)] = event.date

    def settled(event: Event) -> Event:
        when = event.date
        if event.status != "planned" or when is None or not when.text or any(map(str.isdigit, when.text)):
            return event
        told: When | None = done.get(_place(event, texts, when.text))
        behind = when.text in texts[event.comment or ARTICLE][event.trigger.end : _sentence(event, texts)[1]]
        return event if told is None or behind or told.iso >= when.iso else structs.replace(event, date=told)

    return tuple(map(settled, events))


_ROW = re.compile(r"[^.;:“”\"\n]*,? and (?:then )?(?P<subject>[^,.;:“”\"\n]{0,60}?)(?<!\sand)\s?\Z")
"""What leads from an act to the next in a row, whose subject stands before it or is the same."""
_PARTED = re.compile(rf"\b(?:{either(CUES.opens)}|says?|said|so)\b")
"""Another clause than one in a row."""
_DONE = re.compile(rf"(?:{either(CUES.past)})\b")


def one_opening(events: Sequence[Event], texts: Mapping[str, str], days: dating.Days) -> tuple[Event, ...]:
    """The events; what was done is of the day that opens its sentence, where it follows in a row an act of that day and no time
    of its own is told; and what others judged (`on Thursday condemned the air strikes`) was done when they did, and no later.

    texts as for `one_day`.
    """
    out = list(events)
    order = sorted(range(len(out)), key=lambda n: (out[n].comment or ARTICLE, out[n].trigger.start))
    for before, n in pairwise(order):
        one, event = out[before], out[n]
        published = days.of(event.comment, event.trigger.start)
        if not (published and _waits(event) and one.date and one.comment == event.comment):
            continue
        if _in_row(one, event, texts) or _judged(one, event, texts):
            out[n] = structs.replace(event, date=one.date, status=dating.standing(event.status, one.date, published))
    return tuple(out)


_WHAT = re.compile(r"(?:\s(?!(?:for|to|and|a|an)\b)[\w’'-]+){0,4}\s")
"""What leads from a judgement to the act that is judged: `condemned | the Thai | air strikes`."""
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


def _judged(one: Event, event: Event, texts: Mapping[str, str]) -> bool:
    """Whether an act is what others judge right before it, on a day that is told and lies before the report's."""
    text, told = texts[event.comment or ARTICLE], one.date
    if one.type not in _JUDGING or told is None or not told.text or told.precision != "day" or event.date is None:
        return False
    between = text[one.trigger.end : event.trigger.start]
    told_first = told.iso < event.date.iso and not may_tell(text[event.trigger.end : _sentence(event, texts)[1]])
    return told_first and _WHAT.fullmatch(between) is not None and not _PARTED.search(between) and not may_tell(between)


def _waits(event: Event) -> bool:
    """Whether an act has only the report's date."""
    date = event.date
    return event.status == "actual" and date is not None and date.precision == "reported" and not date.text


def _in_row(one: Event, event: Event, texts: Mapping[str, str]) -> bool:
    """Whether an act follows in a row on one that the words at the beginning of the sentence date."""
    text, words = texts[event.comment or ARTICLE], one.date.text if one.date else None
    if not words or not _DONE.match(event.trigger.text) or not dates.opens(words, text, one.trigger.start):
        return False
    between = text[one.trigger.end : event.trigger.start]
    row, rest = _ROW.fullmatch(between), text[one.trigger.end : _sentence(event, texts)[1]]
    return row is not None and not _PARTED.search(between) and not may_tell(rest)


def _sentence(event: Event, texts: Mapping[str, str]) -> tuple[int, int]:
    return sentence_around(texts[event.comment or ARTICLE], event.trigger.start)


def _place(event: Event, texts: Mapping[str, str], words: str) -> tuple[str, int, str]:
    return event.comment or ARTICLE, _sentence(event, texts)[0], words
