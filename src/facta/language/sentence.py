"""One sentence as phrases are found in it: words, their small forms, tags and places, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from facta.values.spans import Range


@dataclass
class Sentence:
    """Parallel lists, one entry a token; `ranges` are offsets into the text."""

    range: Range
    ranges: list[Range]
    words: list[str]
    lows: list[str]
    tags: list[str] = field(default_factory=list)
    """Universal parts of speech; empty until tagged."""

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.words)


def sentence(text: str, within: Range, ranges: Sequence[Range]) -> Sentence:
    """A sentence not yet tagged, from its range and the ranges of its tokens."""
    words = [text[r.start : r.end] for r in ranges]
    return Sentence(within, list(ranges), words, [w.lower() for w in words])
