"""Some words of time are one day, whoever they are told of: `arrived on Monday for talks` means no other Monday for the talks."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from facta.records import ARTICLE, Event, When
from facta.resolve.spots import sentence_around


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


def _sentence(event: Event, texts: Mapping[str, str]) -> tuple[int, int]:
    return sentence_around(texts[event.comment or ARTICLE], event.trigger.start)


def _place(event: Event, texts: Mapping[str, str], words: str) -> tuple[str, int, str]:
    return event.comment or ARTICLE, _sentence(event, texts)[0], words
