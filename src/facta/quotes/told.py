"""One text of a page as every file of this room sees it: the article or one comment, with its paragraphs and quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from facta.language.quoted import Quoted, quoted
from facta.language.sentences import paragraphs
from facta.records import READ, Analysis, Comment, Mention, Reading, Token
from facta.values.spans import Range


@dataclass(frozen=True)
class Told:
    """A text, what the reader of its language found in it, and where its words stand in quotation marks."""

    reading: Reading
    analysis: Analysis
    text: str
    comment: Comment | None
    """None for the article."""
    paragraphs: tuple[Range, ...]
    marks: tuple[Quoted, ...]

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph that holds an offset, its end included; -1 when none does."""
        at = bisect_right(self.paragraphs, (offset, float("inf"))) - 1
        return at if at >= 0 and offset <= self.paragraphs[at].end else -1

    def phrases(self, where: Range) -> list[Mention]:
        """The whole noun phrases inside a range, in order."""
        mentions = self.analysis.mentions
        at = bisect_left(mentions, where.start, key=lambda m: m.start)
        stop = bisect_left(mentions, where.end, key=lambda m: m.start)
        return [m for m in mentions[at:stop] if m.score == 1 and m.end <= where.end]

    def tokens(self, where: Range) -> Sequence[Token]:
        """The words and marks that begin inside a range, in order."""
        every = self.analysis.tokens
        return every[
            bisect_left(every, where.start, key=lambda k: k.start) : bisect_left(every, where.end, key=lambda k: k.start)
        ]

    def sentences(self, where: Range) -> Sequence[Range]:
        """The sentences that share a character with a range."""
        every = self.analysis.sentences
        return every[bisect_right(every, where.start, key=lambda s: s.end) : bisect_left(every, where.end, key=lambda s: s.start)]


def told(reading: Reading, analysis: Analysis, comment: Comment | None) -> Told:
    """The article (comment None: its paragraphs that are read, by kind) or a comment (its lines)."""
    text = reading.page.text if comment is None else comment.text
    read = [Range(p.start, p.end) for p in reading.page.paragraphs if p.kind in READ]
    where = tuple(read if comment is None else paragraphs(text))
    return Told(reading, analysis, text, comment, where, quoted(text, where))
