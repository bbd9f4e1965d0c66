"""From the attributions of a text to its quotations."""

import msgspec
import pytest

from facta.quotes.build import VERSION, build, pieces
from facta.quotes.told import told
from facta.records import ARTICLE

TEXT = "“We will go,” Ann Berg said. Bob Lund wrote that he was tired. They voted."


def one(desk, text=TEXT, *found, comment=None):
    """The text as the room sees it."""
    analysis = desk.analysis(text, found)
    return told(desk.reading(text, analysis), analysis, comment)


def quotes(desk):
    """Two quotations of the text."""
    return build(
        one(
            desk,
            TEXT,
            desk.attribution(TEXT, "he was tired", "wrote", "Bob Lund"),
            desk.attribution(TEXT, "“We will go,”", "said", "Ann Berg"),
        )
    )


def test_quotations_come_in_the_order_of_their_contents(desk):
    """With who said it, by what word, and how it is marked."""
    assert [
        ("“We will go,”", "said", "Ann Berg", "direct", "said"),
        ("he was tired", "wrote", "Bob Lund", "indirect", "wrote"),
    ] == [(q.content[0].text, q.cue[0].text, q.speaker[0].text, q.kind, q.act) for q in quotes(desk)]


def test_every_span_is_the_text_it_stands_for(desk):
    """And the record says what made it."""
    for quote in quotes(desk):
        for part in (*quote.content, *quote.cue, *quote.speaker):
            assert TEXT[part.start : part.end] == part.text
        assert ("quotes", f"by hand, quotes {VERSION}") == (quote.made_by.step, quote.made_by.version)


def test_the_same_words_have_the_same_id_and_others_another(desk):
    """So that coding a page again replaces and never doubles."""
    first, again = quotes(desk), quotes(desk)
    assert [q.id for q in first] == [q.id for q in again]
    assert 2 == len({q.id for q in first})


def test_no_content_is_told_twice(desk):
    """Whatever finds it: the surer one stays."""
    sure = desk.attribution(TEXT, "“We will go,”", "said", "Ann Berg", score=0.9)
    (quote,) = build(one(desk, TEXT, sure, msgspec.structs.replace(sure, score=0.2)))
    assert 0.9 == quote.confidence


@pytest.mark.parametrize(("score", "confidence"), [(1.7, 1.0), (-0.5, 0.0), (0.75, 0.75)])
def test_confidence_lies_between_zero_and_one(desk, score, confidence):
    """Whatever a reader answers."""
    (quote,) = build(one(desk, TEXT, desk.attribution(TEXT, "“We will go,”", "said", "Ann Berg", score=score)))
    assert confidence == quote.confidence


def test_quoted_words_nobody_claimed_are_a_quotation_without_a_speaker(desk):
    """Whole ones; a scare quote is none."""
    text = "“We will all go home tomorrow and stay there.” They voted on the so-called “deal” again."
    (quote,) = build(one(desk, text))
    assert ("“We will all go home tomorrow and stay there.”", ()) == (quote.content[0].text, quote.speaker)


@pytest.mark.parametrize("text", ["", "\n\n", "“", "””““", "They voted.", "«" * 500, "«Мы" * 100])
def test_a_text_without_quotations_has_none(desk, text):
    """Nor is a mark alone one, or an error."""
    assert [] == [q for q in build(one(desk, text)) if not any(c.isalpha() for s in q.content for c in s.text)]
    assert [] == pieces(one(desk, "They voted."))


def test_a_comments_quotations_are_of_that_comment(desk):
    """With spans into its own text, and ids of their own."""
    analysis = desk.analysis(TEXT, [desk.attribution(TEXT, "“We will go,”", "said", "Ann Berg")])
    reading = desk.reading(TEXT, analysis, comments=[(desk.comment(TEXT), analysis)])
    (article,), (comment,) = build(told(reading, analysis, None)), build(told(reading, analysis, reading.thread[0]))
    assert (None, "c1") == (article.comment, comment.comment)
    assert article.id != comment.id
    assert reading.analyses[ARTICLE] is analysis
