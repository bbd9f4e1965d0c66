"""From the attributions of one text to its Quote records."""

from collections.abc import Sequence
from itertools import groupby

from facta.language.quoted import Quoted, quoted
from facta.quotes import join
from facta.quotes.acts import act
from facta.quotes.chain import chain
from facta.quotes.marks import kind, unclaimed
from facta.records import Analysis, Attribution, Made, Quote, Reading, Span, span
from facta.values.ident import ident
from facta.values.spans import Range

VERSION = "1"
READ_KINDS = frozenset(["headline", "dek", "standfirst", "body", "caption"])


def build(reading: Reading, analysis: Analysis, text: str, comment: str | None) -> list[Quote]:
    """The quotations of the article (comment None) or of one comment, in the order of their contents, no content twice."""
    paragraphs = regions(reading, text, comment)
    marks = quoted(text, paragraphs)
    found = pieces(text, analysis.attributions, paragraphs, marks)
    return [_quote(reading, analysis, text, comment, a, found, marks) for a in found]


def regions(reading: Reading, text: str, comment: str | None) -> list[Range]:
    """The paragraphs that are read: the article's by their kind, a comment's by its lines."""
    if comment is None:
        return [Range(p.start, p.end) for p in reading.page.paragraphs if p.kind in READ_KINDS]
    out, begin = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Range(begin, begin + len(line)))
        begin += len(line) + 1
    return out


def pieces(
    text: str, attributions: Sequence[Attribution], paragraphs: Sequence[Range], marks: Sequence[Quoted]
) -> list[Attribution]:
    """The attributions with what the marks add: unclaimed quotations, continuations, sources of repeated words."""
    found = [join.apart(a) for a in attributions if a.content]
    found = join.distinct([*found, *unclaimed(text, marks, found)])
    found = join.inherited(text, join.resumed(text, found, paragraphs, marks), paragraphs)
    return join.distinct(join.repeated(text, found))


def _quote(
    reading: Reading,
    analysis: Analysis,
    text: str,
    comment: str | None,
    a: Attribution,
    found: Sequence[Attribution],
    marks: Sequence[Quoted],
) -> Quote:
    """The record of one attribution among all of its text."""
    content, cue, source = _spans(text, a.content), _spans(text, a.cue), _spans(text, a.source)
    return Quote(
        id=ident("q", reading.page.key, comment or "", *((s.start, s.end) for s in content)),
        kind=kind(text, a.content, marks),
        act=act([s.text for s in cue], [s.text for s in source]),
        content=content,
        cue=cue,
        speaker=source,
        chain=chain(reading, analysis, text, comment, a, found),
        confidence=min(1.0, max(0.0, a.score)),
        comment=comment,
        made_by=Made(step="quotes", version=f"{analysis.version}, quotes {VERSION}"),
    )


def _spans(text: str, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(span(text, r.start, r.end) for r, _ in groupby(sorted(ranges)))
