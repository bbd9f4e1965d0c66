"""A person's version of a quotation, from a form: who speaks, and what of the text is what they say."""

from collections.abc import Iterator, Mapping

import msgspec

from facta.errors import InputError, UsageError, unknown
from facta.language.quoted import quoted
from facta.quotes.marks import kind
from facta.records import ARTICLE, Quote, Reading, Source, Span
from facta.values.spans import Range, range_of
from facta.web.places import Text

ACTS = {"said": "said", "wrote": "wrote, or a document says", "thought": "believes, hopes, plans", "other": "in another way"}
SPARE = 1
"""Empty fields for further parts of what is said."""
_MOST = 20
"""Parts of one quotation."""


def corrected(reading: Reading, quote: Quote, form: Mapping[str, str]) -> Quote:
    """The quotation as a form has it; InputError or UsageError with one line on what does not fit."""
    text = reading.texts()[ARTICLE if quote.comment is None else quote.comment]
    act = form.get("act", quote.act)
    if act not in ACTS:
        raise UsageError(unknown("act", act, ACTS))
    content = tuple(_content(Text(text), quote, form))
    speaker, actor = _speaker(reading, Text(text), quote, form)
    own = [range_of(p) for p in reading.page.paragraphs] if quote.comment is None else []
    marks = quoted(text, own or [Range(0, len(text))])
    return msgspec.structs.replace(
        quote,
        kind=kind(text, [range_of(part) for part in content], marks),
        act=act,
        content=content,
        speaker=speaker,
        speaker_actor=actor,
        chain=quote.chain if speaker == quote.speaker else (*_before(quote.chain), *_link(speaker)),
    )


def flat(part: Span) -> str:
    """Words as a field shows them."""
    return " ".join(part.text.split())


def _content(text: Text, quote: Quote, form: Mapping[str, str]) -> Iterator[Span]:
    if not any(name.startswith("content-") for name in form):
        yield from quote.content
        return
    found = list[Span]()
    for n in range(_MOST):
        words = " ".join(form.get(f"content-{n}", "").split())
        if words:
            held = quote.content[n] if n < len(quote.content) else None
            near = held or quote.content[-1]
            found.append(held if held and flat(held) == words else text.nearest(words, near.start))
    if not found:
        raise InputError("A quotation has words. Type what is said as it stands in the text, or reject the quotation.")
    yield from sorted(found, key=lambda part: part.start)


def _speaker(reading: Reading, text: Text, quote: Quote, form: Mapping[str, str]) -> tuple[tuple[Span, ...], str | None]:
    """The words that name the speaker, and whom the page knows by them."""
    held = " ".join(flat(part) for part in quote.speaker)
    words = " ".join(form.get("speaker", held).split())
    if words == held:
        return quote.speaker, quote.speaker_actor
    if not words:
        return (), None
    found = text.nearest(words, (quote.cue or quote.content)[0].start)
    mentions = ((actor.id, m) for actor in reading.actors for m in actor.mentions if m.comment == quote.comment)
    return (found,), next((id_ for id_, m in mentions if " ".join(m.text.split()) == words), None)


def _before(chain: tuple[Source, ...]) -> tuple[Source, ...]:
    """The links of a chain before its speaker."""
    return chain[:-1] if chain and chain[-1].kind in ("person", "institution", "reader") else chain


def _link(speaker: tuple[Span, ...]) -> Iterator[Source]:
    for words in speaker:
        yield Source(name=flat(words), kind="person", start=words.start, end=words.end)
