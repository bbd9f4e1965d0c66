"""One text of a page: its paragraphs, sentences, words and phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.quotes.told import Told, told
from facta.records import Analysis, Mention, Page, Paragraph, Reading, Token
from facta.values.spans import Range

TEXT = "One two.\n\nThree four."
PARTS = (Paragraph(id="p0", kind="body", start=0, end=8), Paragraph(id="p1", kind="caption", start=10, end=21))
ANALYSIS = Analysis(
    version="by hand",
    sentences=(Range(0, 8), Range(10, 21)),
    tokens=tuple(Token(start=s, end=e, tag="X") for s, e in ((0, 3), (4, 7), (7, 8), (10, 15), (16, 20), (20, 21))),
    mentions=(
        Mention(start=0, end=3, kind="person"),
        Mention(start=0, end=7, kind="person", score=0.4),
        Mention(start=10, end=20, kind="person"),
    ),
)


def made(text=TEXT, paragraphs=PARTS):
    page = Page(id="1", key="k", source="-", text=text, paragraphs=tuple(paragraphs))
    return told(Reading(page=page), ANALYSIS, None)


@pytest.mark.parametrize(("offset", "number"), [(0, 0), (8, 0), (9, -1), (10, 1), (21, 1), (22, -1)])
def test_a_paragraph_holds_its_ends(offset, number):
    """What stands between two belongs to none."""
    text = Told(
        Reading(page=Page(id="1", key="k", source="-", text=TEXT)), ANALYSIS, TEXT, None, (Range(0, 8), Range(10, 21)), ()
    )
    assert number == text.paragraph(offset)


def test_only_paragraphs_that_are_read_are_the_articles():
    """Those of an article by kind; a text without any has none."""
    read = {p.kind for p in PARTS if Range(p.start, p.end) in made().paragraphs}
    assert "body" in read
    assert (-1, ()) == (made(paragraphs=()).paragraph(0), made(paragraphs=()).marks)


def test_phrases_are_whole_and_all_inside():
    """The doubtful are left out."""
    assert [(0, 3)] == [(m.start, m.end) for m in made().phrases(Range(0, 8))]
    assert [] == made().phrases(Range(10, 19))
    assert [(10, 20)] == [(m.start, m.end) for m in made().phrases(Range(3, 21))]


@given(st.integers(0, 22), st.integers(0, 22))
def test_words_begin_inside_and_sentences_share_a_character(a, b):
    """As asking each would find."""
    where = Range(*sorted((a, b)))
    text = made()
    assert [t for t in ANALYSIS.tokens if where.start <= t.start < where.end] == list(text.tokens(where))
    assert [s for s in ANALYSIS.sentences if s.start < where.end and where.start < s.end] == list(text.sentences(where))
