"""The turns of a transcript."""

import msgspec
import pytest

from facta.quotes.build import pieces
from facta.quotes.told import told
from facta.quotes.turns import turns
from facta.records import ARTICLE, Mention

TALK = """The two met the press on Friday.

"RADIO HARBOUR: Minister, will the troops leave in May?

BERG: They will leave when the talks are over.

RADIO HARBOUR: And if the talks fail?

BERG: Then we shall see, as the president said that “every road is open”."""


def text_of(desk, text, *attributions):
    reading = desk.reading(text, desk.analysis(text, attributions))
    return told(reading, reading.analyses[ARTICLE], None)


def said(text, found):
    """Source and content of each attribution."""
    return [(" ".join(text[s.start : s.end] for s in a.source), text[a.content[0].start : a.content[-1].end]) for a in found]


def test_each_turn_is_what_its_speaker_said(desk):
    """From behind the colon to the end of the paragraph, by the name before it, whatever mark opens the paragraph."""
    expected = [
        ("RADIO HARBOUR", "Minister, will the troops leave in May?"),
        ("BERG", "They will leave when the talks are over."),
        ("RADIO HARBOUR", "And if the talks fail?"),
        ("BERG", "Then we shall see, as the president said that “every road is open”."),
    ]
    assert expected == said(TALK, turns(text_of(desk, TALK)))


def test_a_quotation_inside_a_turn_stays_one_and_one_across_turns_goes(desk):
    """A speaker may quote somebody else; a reader that takes two turns for one utterance is wrong."""
    inner = desk.attribution(TALK, "“every road is open”", "said", "the president")
    across = desk.attribution(TALK, "over.\n\nRADIO HARBOUR: And if", None, None)
    found = said(TALK, pieces(text_of(desk, TALK, inner, across)))
    assert ("the president", "“every road is open”") in found
    assert 5 == len(found)


def test_a_label_may_say_for_whom_its_speaker_asks(desk):
    """`QUESTION (Agency):` at a press conference."""
    text = "QUESTION (Harbour Press): Will you go?\n\nBERG: Yes.\n\nQUESTION: And then?\n\nBERG: We shall see."
    assert ("QUESTION", "Will you go?") == said(text, turns(text_of(desk, text)))[0]


def test_who_quotes_himself_within_his_turn_says_it_once(desk):
    """`We have always said that ..` is part of the turn."""
    own = desk.attribution(TALK.replace("the president said", "we said"), "“every road is open”", "said", "we")
    found = said(TALK, pieces(text_of(desk, TALK.replace("the president said", "we said"), own)))
    assert 4 == len(found)


def test_two_labels_make_no_transcript(desk):
    """Paragraphs may open with a word and a colon for other reasons."""
    text = "Analysis: the talks failed.\n\nBackground: the talks began in May.\n\nThe minister left on Friday."
    assert [] == turns(text_of(desk, text))


ASKED = "Q: Will you go?\n\nA: Yes, in May.\n\nQ: And then?\n\nA: We shall see."


@pytest.mark.parametrize(
    ("text", "mentions", "answering"),
    [
        ("Anna Berg was in the harbour. Berg spoke of Bob.\n\n" + ASKED, ["Anna Berg", "Berg spoke", "Bob"], "Anna Berg"),
        ("Anna Berg met Bob.\n\n" + ASKED, ["Anna Berg", "Bob"], ""),
        (ASKED.replace("A: Yes", "A: Anna Berg: Yes"), [], "Anna Berg"),
        (ASKED, [], ""),
    ],
)
def test_question_and_answer_are_nobody_s_names(desk, text, mentions, answering):
    """Who answers is named by the first answer or most often before; who asks stays unnamed."""
    people = [(m.removesuffix(" spoke"), "person") for m in mentions if not m.endswith(" spoke")]
    analysis = desk.analysis(text, (), people)
    if "Berg spoke" in mentions:
        where = desk.where(text, "Berg", 1)
        again = Mention(start=where.start, end=where.end, kind="person")
        analysis = msgspec.structs.replace(analysis, mentions=tuple(sorted((*analysis.mentions, again), key=lambda m: m.start)))
    reading = desk.reading(text, analysis)
    found = said(text, turns(told(reading, reading.analyses[ARTICLE], None)))
    expected = [("", "Will you go?"), (answering, "Yes, in May."), ("", "And then?"), (answering, "We shall see.")]
    assert expected == found
