"""Who acts where somebody speaks: the words that lead to a quotation may be an act of their own (`Ghana accused Togo of ..`)."""

from collections import defaultdict
from collections.abc import Iterator

from facta.records import ARTICLE, Event, Reading
from facta.values.near import Near
from facta.values.spans import Range, range_of


def acting(reading: Reading) -> Iterator[tuple[tuple[str, Range], Range]]:
    """For the speaker of a quotation, who alone acts in the event whose trigger is its cue."""
    alone = defaultdict[str | None, list[Event]](list)
    for one in reading.events:
        if len(one.actors) == 1:
            alone[one.comment].append(one)
    near = {comment: Near((n, range_of(e.trigger)) for n, e in enumerate(acts)) for comment, acts in alone.items()}
    for quote in reading.quotes:
        told = [n for part in quote.cue for n in near.get(quote.comment, Near()).touching(range_of(part))]
        if told and quote.speaker:
            yield (quote.comment or ARTICLE, range_of(quote.speaker[0])), range_of(alone[quote.comment][min(told)].actors[0])
