"""One sentence as the models see it: words, their small forms, stems, tags, phrases and places, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from facta.values.spans import Range

VOWELS = frozenset("aeiouy")


@dataclass
class Sentence:
    """Parallel lists, one entry a token; `ranges` are offsets into the text."""

    range: Range
    ranges: list[Range]
    words: list[str]
    lows: list[str]
    stems: list[str]
    tags: list[str] = field(default_factory=list)
    """Universal parts of speech; empty until tagged."""

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.words)

    def low(self, i: int) -> str:
        """The small form of word i; `^` or `$` beyond the edges."""
        return self.lows[i] if 0 <= i < len(self.lows) else "^" if i < 0 else "$"

    def stem(self, i: int) -> str:
        """The stem of word i; `^` or `$` beyond the edges."""
        return self.stems[i] if 0 <= i < len(self.stems) else "^" if i < 0 else "$"

    def tag(self, i: int) -> str:
        """The tag of word i; `^` or `$` beyond the edges."""
        return self.tags[i] if 0 <= i < len(self.tags) else "^" if i < 0 else "$"


def sentence(text: str, within: Range, ranges: Sequence[Range]) -> Sentence:
    """A sentence not yet tagged, from its range and the ranges of its tokens."""
    words = [text[r.start : r.end] for r in ranges]
    lows = [w.lower() for w in words]
    return Sentence(within, list(ranges), words, lows, [stem(low) for low in lows])


@lru_cache(maxsize=50_000)
def stem(low: str) -> str:
    """A word without its inflection, roughly: good enough that the forms of one verb or noun share a feature.

    >>> [stem(w) for w in ("visits", "visited", "visiting", "stopped", "parties", "agrees", "agree", "signing")]
    ['visit', 'visit', 'visit', 'stop', 'parti', 'agr', 'agr', 'sign']
    """
    if len(low) < 4 or not low.isalpha():
        return low
    base = _without_suffix(low)
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "sle":
        base = base[:-1]
    base = base.rstrip("e") if len(base) > 3 else base
    return base[:-1] + "i" if len(base) > 3 and base[-1] == "y" and base[-2] not in VOWELS else base


def _without_suffix(low: str) -> str:
    if low.endswith("ies"):
        return low[:-2]
    for suffix in ("ing", "ed", "es", "s"):
        if low.endswith(suffix) and not low.endswith(("ss", "us", "is")):
            base = low[: -len(suffix)]
            if len(base) >= 3 and not VOWELS.isdisjoint(base):
                return base
    return low
