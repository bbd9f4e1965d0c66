"""From text to tagged sentences with their phrases: what every model of the reader starts from."""

from collections.abc import Sequence
from dataclasses import dataclass

from facta.language.chunks import chunks
from facta.language.linear import Linear
from facta.language.sentence import sentence
from facta.language.sentences import sentences
from facta.language.tagger import tag
from facta.language.tokens import tokens
from facta.language.triggers import View, view
from facta.values.spans import Range


@dataclass(frozen=True)
class Parser:
    """Cuts a text into sentences and words, tags them and finds their phrases."""

    tagger: Linear

    def views(self, text: str, regions: Sequence[Range] | None = None) -> list[View]:
        """The sentences of a text in order; `regions` (paragraphs) are hard borders."""
        out: list[View] = []
        for within in sentences(text, regions):
            s = sentence(text, within, tokens(text, within.start, within.end))
            s.tags = tag(self.tagger, s.words, s.lows)
            out.append(view(s, chunks(s), first_text=not out))
        return out
