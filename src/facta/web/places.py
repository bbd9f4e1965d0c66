"""Finds words that a person wrote or chose in the text that they stand in, and says so in a line where they do not."""

from functools import cached_property

from facta.errors import InputError
from facta.records import Span, span


class Text:
    """A text to find words in; white space of any kind and length is one blank."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _flat(self) -> tuple[str, list[int]]:
        """The text with each run of white space as one blank, and for each of its characters the offset in the text."""
        text = self.text
        places = [n for n, c in enumerate(text) if not c.isspace() or (n > 0 and not text[n - 1].isspace())]
        return "".join(" " if text[n].isspace() else text[n] for n in places), places

    def all(self, words: str) -> list[Span]:
        """Every place where the words stand.

        >>> [found.start for found in Text("Wei met\\n Wei").all("Wei")]
        [0, 9]
        """
        flat, places = self._flat
        words, found, at = " ".join(words.split()), [], -1
        while words and (at := flat.find(words, at + 1)) >= 0:
            found.append(span(self.text, places[at], places[at + len(words) - 1] + 1))
        return found

    def nearest(self, words: str, to: int) -> Span:
        """The place nearest to an offset; InputError where the words stand nowhere.

        >>> Text("Wei met Wei").nearest("Wei", 9).start
        8
        """
        return min(self._there(words), key=lambda found: (abs(found.start - to), found.start))

    def named(self, words: str, proof: Span, before: int) -> Span:
        """Where a party is named: in the proof, else nearest before an offset, else first; InputError where it is not."""
        found = self._there(words)
        inside = [one for one in found if proof.start <= one.start and one.end <= proof.end]
        earlier = [one for one in found if one.end <= before]
        return inside[0] if inside else earlier[-1] if earlier else found[0]

    def around(self, start: int, end: int) -> Span:
        """Characters from one offset to another less white space at the edges; InputError where nothing is left."""
        start, end = max(0, min(start, len(self.text))), max(0, min(end, len(self.text)))
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            raise InputError("Nothing is selected. Select the words of the act in the text, or type them as they stand there.")
        return span(self.text, start, end)

    def _there(self, words: str) -> list[Span]:
        found = self.all(words)
        if not found:
            raise InputError(
                f"The words {' '.join(words.split())!r} do not stand in the text. Copy them from it, letter by letter."
            )
        return found
