"""Carry the medium of an interview on to what the same speaker says next: `Calderón told CNBC ... “Not a cent,” he went on.`"""

from collections.abc import Iterable

import msgspec

from facta.quotes.told import Told
from facta.records import Quote, Source
from facta.values.spans import Range, overlap

_GOING_ON = frozenset({"he", "she", "they", "who", "i"})
_MEDIA = frozenset({"outlet", "agency"})


def carried(t: Told, quotes: Iterable[Quote]) -> list[Quote]:
    """The quotations, in their order; one without a medium takes that of the one before it when the same person goes on.

    That is in the same paragraph or the next, under the same name or a pronoun.
    """
    out: list[Quote] = []
    for quote in quotes:
        heard = _media(out[-1]) if out and not _media(quote) and _goes_on(t, out[-1], quote) else ()
        at = _named(quote)
        out.append(msgspec.structs.replace(quote, chain=(*quote.chain[:at], *heard, *quote.chain[at:])) if heard else quote)
    return out


def _media(quote: Quote) -> tuple[Source, ...]:
    """Agencies and outlets that the text names before the speaker."""
    return tuple(link for link in quote.chain[_named(quote) : _speaker(quote)] if link.kind in _MEDIA)


def _speaker(quote: Quote) -> int:
    """Where the speaker stands in the chain; behind it there is only whom the speaker cites."""
    spans = [Range(s.start, s.end) for s in quote.speaker]
    own = (n for n, link in enumerate(quote.chain) if any(overlap(s, Range(link.start or 0, link.end or 0)) for s in spans))
    return next(own, len(quote.chain))


def _named(quote: Quote) -> int:
    """Where the links begin that the text names; before them stand those of the whole page or post."""
    return next((n for n, link in enumerate(quote.chain) if link.start is not None), len(quote.chain))


def _goes_on(t: Told, before: Quote, quote: Quote) -> bool:
    near = t.paragraph(quote.content[0].start) - t.paragraph(before.content[-1].end) <= 1
    return near and bool(quote.speaker and before.speaker) and _same(_last(before), _last(quote))


def _last(quote: Quote) -> str:
    """The last word of the speaker's name, without the clause that follows it."""
    words = quote.speaker[0].text.strip(",").partition(",")[0].split()
    return words[-1].casefold() if words else ""


def _same(one: str, other: str) -> bool:
    return bool(one) and (one == other or other in _GOING_ON)
