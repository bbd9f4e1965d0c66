"""Who is given a quoted stretch that two attributions have."""

import pytest

from facta.quotes.shared import shared_out
from facta.quotes.told import told
from facta.records import ARTICLE


def shares(desk, text, *found):
    reading = desk.reading(text, desk.analysis(text, found))
    out = shared_out(told(reading, reading.analyses[ARTICLE], None), found)
    return [[text[p.start : p.end] for p in a.content] for a in out]


def test_a_stretch_belongs_to_whose_cue_stands_nearest(desk):
    """The elder keeps what he said before."""
    text = "“Ours is here,” the elder said. The younger laughed: “Yours is far away.”"
    elder = desk.attribution(text, ["“Ours is here,”", "“Yours is far away.”"], "said", "the elder")
    younger = desk.attribution(text, "“Yours is far away.”", "laughed:", "The younger", score=0.4)
    assert [["“Ours is here,”"], ["“Yours is far away.”"]] == shares(desk, text, elder, younger)


def test_words_found_twice_are_said_once(desk):
    """Whoever has nothing else is left out."""
    text = "“We will not break ranks,” one of the officials quoted him as saying."
    him = desk.attribution(text, "“We will not break ranks,”", "quoted", "him")
    official = desk.attribution(text, "“We will not break ranks,”", "as saying", "one of the officials")
    assert [["“We will not break ranks,”"]] == shares(desk, text, him, official)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is done,” said Ann, who noted that the harbour was “a place for ships” of all lands.",
            [["“It is done,”"], ["that the harbour was “a place for ships”"]],
        ),
        (
            "“It is done,” said Ann, who noted that the harbour was new. “It is a place for ships.”",
            [["“It is done,”", "“It is a place for ships.”"], ["that the harbour was new."]],
        ),
    ],
)
def test_what_leads_into_a_stretch_within_its_sentence_has_it(desk, text, expected):
    """A content that runs over into another sentence gives way."""
    stretch = text[text.index("“", 5) : text.index("”", 20) + 1]
    first = desk.attribution(text, ["“It is done,”", stretch], "said", "Ann")
    second = desk.attribution(text, text[text.index("that the") : text.index(stretch) + len(stretch)], "noted", "who", score=0.5)
    assert expected == shares(desk, text, first, second)


def test_a_quotation_within_a_quotation_shares_its_words(desk):
    """Ann says what Bob said."""
    text = "Ann said that Bob had warned of “a long and cold winter” at sea."
    ann = desk.attribution(text, "that Bob had warned of “a long and cold winter” at sea", "said", "Ann")
    bob = desk.attribution(text, "of “a long and cold winter” at sea", "warned", "Bob")
    assert 2 == len(shares(desk, text, ann, bob))


def test_two_who_have_different_words_of_a_stretch_keep_them(desk):
    """A mark that is left open may run over what several say."""
    text = "“We will go, said Ann. We will stay, said Bob."
    ann, bob = desk.attribution(text, "“We will go,", "said", "Ann"), desk.attribution(text, "We will stay,", "said", "Bob")
    assert [["“We will go,"], ["We will stay,"]] == shares(desk, text, ann, bob)
