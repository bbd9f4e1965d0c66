"""Who acts where somebody speaks: the words that lead to a quotation may be an act of their own (`Ghana accused Togo of ..`)."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from facta.records import ARTICLE, Event, Reading, Span
from facta.values.spans import Range


def acting(reading: Reading) -> Iterator[tuple[tuple[str, Range], Range]]:
    """For the speaker of a quotation, who alone acts in the event whose trigger is its cue."""
    alone = defaultdict[str | None, list[Event]](list)
    for one in reading.events:
        if len(one.actors) == 1:
            alone[one.comment].append(one)
    acts = {comment: Acts(alone[comment]) for comment in {q.comment for q in reading.quotes}}
    for quote in reading.quotes:
        event = next(acts[quote.comment].sharing(quote.cue), None)
        if event and quote.speaker:
            speaker, party = quote.speaker[0], event.actors[0]
            yield (quote.comment or ARTICLE, Range(speaker.start, speaker.end)), Range(party.start, party.end)


class Acts:
    """The acts of one text by where their words stand: a long page has thousands, and as many quotations that ask for one."""

    def __init__(self, acts: Sequence[Event]) -> None:
        self._acts = acts
        self._starts = sorted((e.trigger.start, n) for n, e in enumerate(acts))
        self._longest = max((e.trigger.end - e.trigger.start for e in acts), default=0)

    def sharing(self, parts: Iterable[Span]) -> Iterator[Event]:
        """Those whose words share a character with one of some spans, in their order."""
        found = {n for part in parts for n in self._near(part) if self._acts[n].trigger.end > part.start}
        return (self._acts[n] for n in sorted(found))

    def _near(self, part: Span) -> Iterator[int]:
        first = bisect_left(self._starts, (part.start - self._longest, 0))
        return (n for _, n in self._starts[first : bisect_left(self._starts, (part.end, 0))])
