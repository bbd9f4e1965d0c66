"""Say on whose word an event stands: the chain from the page's outlet inward to whoever speaks it."""

from collections.abc import Iterable, Sequence

from facta.quotes.origin import origin
from facta.records import Comment, Page, Quote, Source, Span
from facta.values.near import Near
from facta.values.spans import Range, inside, overlap, range_of


class Quoted:
    """The quotations of one text, to ask which lie around some words: a long page has thousands of each."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        self._near = Near((n, range_of(span)) for n, q in enumerate(quotes) for span in (*q.content, *q.cue))

    def near(self, where: Range) -> list[Quote]:
        """Those whose content or cue has some of these words, in their order."""
        return [self._quotes[n] for n in self._near.touching(where)]


def chain(page: Page, comment: Comment | None, quotes: Iterable[Quote], trigger: Range) -> tuple[Source, ...]:
    """Who vouches for the event of a trigger, from the outlet inward.

    `quotes` are those of the text that the trigger is in. A reader's comment adds the reader; then every quotation whose content
    holds the trigger adds its chain and speaker, the widest first. A quotation whose own cue is the trigger adds nobody:
    saying so is the act itself.
    """
    links = list(origin(page, comment))
    for quote in around(quotes, trigger):
        links += [link for link in (*quote.chain, *_speaker(quote)) if not _known(link, links)]
    return tuple(links)


def around(quotes: Iterable[Quote], trigger: Range) -> list[Quote]:
    """The quotations in which a trigger is said, the widest first; one of which it is the cue is not among them."""
    inside_of = [q for q in quotes if _holds(q.content, trigger) and not _cues(q, trigger)]
    return sorted(inside_of, key=lambda q: -sum(s.end - s.start for s in q.content))


def speaker(quotes: Sequence[Quote], trigger: Range) -> list[Range]:
    """Where whoever says the words of a trigger is named; empty when nobody is.

    That is the speaker of the quotation of which it is the cue ("accused"), else of the narrowest quotation around it.
    """
    cued = [q for q in quotes if _cues(q, trigger)]
    said = cued or around(quotes, trigger)
    return [range_of(s) for s in said[-1].speaker[:1]] if said else []


def passes_on(links: Iterable[Source], quotes: Sequence[Quote], trigger: Range, where: Range) -> bool:
    """Whether some words only name an agency or outlet that the words of a trigger came through: nobody acts on it.

    So the agency that a minister told, and the state in an agency's name (`Iran's Fars news agency said`). An outlet that says
    what was done to it is meant.
    """
    spoke = [range_of(s) for q in around(quotes, trigger) for s in q.speaker]
    media = (link for link in links if link.kind in ("agency", "outlet"))
    places = [Range(link.start, link.end) for link in media if link.start is not None and link.end is not None]
    return any(inside(where, at) and (where != at or not any(overlap(at, s) for s in spoke)) for at in places)


def _holds(content: Sequence[Span], trigger: Range) -> bool:
    """Whether a part of a content holds a trigger."""
    return any(inside(trigger, span) for span in content)


def _cues(quote: Quote, trigger: Range) -> bool:
    """Whether a trigger is in the cue of a quotation."""
    return any(overlap(c, trigger) for c in quote.cue)


def _speaker(quote: Quote) -> list[Source]:
    """The speaker as a link, unless the quotation's chain ends with them already."""
    if not quote.speaker or any(_same_words(link, quote) for link in quote.chain):
        return []
    words = quote.speaker[0]
    return [Source(name=words.text, kind="person", start=words.start, end=words.end)]


def _same_words(link: Source, quote: Quote) -> bool:
    at = None if link.start is None or link.end is None else Range(link.start, link.end)
    return at is not None and any(overlap(at, s) for s in quote.speaker)


def _known(link: Source, links: Iterable[Source]) -> bool:
    return any((link.kind, link.name, link.start, link.end) == (k.kind, k.name, k.start, k.end) for k in links)
