"""Split words into the encoder's vocabulary by longest match first.

The rules are BERT's uncased ones (Devlin et al. 2019; WordPiece, Wu et al. 2016). They are few, words come cut already, and the
library that has them brings a network client along, which a program that works without a network should not carry.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

WORD = 6
"""Most pieces of one word; an address has more than it needs."""
LONGEST = 100
"""Characters; a longer run of letters is no word."""
_RUNS = re.compile(r"[^\W_]+|[^\w\s]|_")


class Pieces:
    """The numbers of the pieces of words; remembers the words it has seen."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """vocabulary: the pieces in the order of their numbers; `##` opens those that go on with a word."""
        self.number = {piece: n for n, piece in enumerate(vocabulary)}
        self.unknown = self.number["[UNK]"]
        self.begin, self.end = self.number["[CLS]"], self.number["[SEP]"]
        self.known: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """The pieces of one word: at least one, at most `WORD`."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > 200_000:
                self.known.clear()
            found = self.known[word] = tuple(self._split(word))[:WORD] or (self.unknown,)
        return found

    def _split(self, word: str) -> Iterator[int]:
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        for run in _RUNS.findall(plain):
            yield from self._longest(run)

    def _longest(self, run: str) -> list[int]:
        out: list[int] = []
        start = 0
        while start < len(run) <= LONGEST:
            head = "##" if start else ""
            stop = next((e for e in range(len(run), start, -1) if head + run[start:e] in self.number), 0)
            if not stop:
                return [self.unknown]
            out.append(self.number[head + run[start:stop]])
            start = stop
        return out or [self.unknown]
