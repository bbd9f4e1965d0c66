import re

import pytest

from facta.records import ARTICLE, Analysis, Attribution, Comment, Credit, Mention, Page, Paragraph, Reading
from facta.values.spans import Range


class Desk:
    """Builds Readings by hand, so that the room is tested without the models of `language`."""

    def where(self, text, words, nth=0):
        found = [m.span() for m in re.finditer(re.escape(words), text)]
        return Range(*found[nth])

    def attribution(self, text, content, cue=None, source=None, score=0.9):
        parts = [content] if isinstance(content, str) else content
        return Attribution(
            content=tuple(self.where(text, p) for p in parts),
            cue=(self.where(text, cue),) if cue else (),
            source=(self.where(text, source),) if source else (),
            score=score,
        )

    def analysis(self, text, attributions=(), mentions=()):
        return Analysis(
            version="by hand",
            sentences=tuple(Range(*m.span()) for m in re.finditer(r"[^\n]*?[.!?][”\"’]?(?=\s|$)|[^\n]+", text)),
            mentions=tuple(sorted((self.mention(text, *m) for m in mentions), key=lambda m: m.start)),
            attributions=tuple(attributions),
        )

    def mention(self, text, words, kind):
        at = self.where(text, words)
        return Mention(start=at.start, end=at.end, kind=kind)

    def reading(self, text, analysis, outlet="Daily Sample", comments=()):
        lines = [Range(*m.span()) for m in re.finditer(r"[^\n]+", text)]
        paragraphs = tuple(Paragraph(id=f"p{n}", kind="body", start=r.start, end=r.end) for n, r in enumerate(lines))
        credit = Credit(outlet=outlet, text=f"Source: {outlet}") if outlet else None
        page = Page(id="1", key="k", source="-", text=text, paragraphs=paragraphs, credit=credit)
        thread = tuple(c for c, _ in comments)
        analyses = {ARTICLE: analysis, **{c.id: a for c, a in comments}}
        return Reading(page=page, thread=thread, analyses=analyses)

    def comment(self, text, author="ann"):
        return Comment(id="c1", author=author, text=text)


@pytest.fixture
def desk():
    return Desk()
