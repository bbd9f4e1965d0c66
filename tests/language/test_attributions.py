import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.language import attribution_features as look
from facta.language import attributions
from facta.language.attribution_features import NONE, Frame, View
from facta.language.attributions import Candidate, trimmed, unrivalled
from facta.language.reader import load
from facta.records import Token
from facta.values.spans import Range


@cache
def reader():
    return load()


def lines(text):
    return [Range(*m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def found(text):
    """(content, cue, source) of each attribution, as text."""
    analysis = reader().read(text, lines(text), None)
    show = lambda ranges: " | ".join(text[r.start : r.end] for r in ranges)  # noqa: E731
    return [(show(a.content), show(a.cue), show(a.source)) for a in analysis.attributions]


OURS = [
    ("“The bridge will open in May,” the mayor said.", ("“The bridge will open in May,”", "said", "the mayor")),
    ('"We shall never leave," said Colonel Ada Brandt.', ('"We shall never leave,"', "said", "Colonel Ada Brandt")),
    ("''Nobody asked us about it,'' Mr. Okoro said.", ("''Nobody asked us about it,''", "said", "Mr. Okoro")),
    ("Officials said that the border would stay closed.", ("that the border would stay closed", "said", "Officials")),
    ("The harvest failed, according to the ministry.", ("The harvest failed", "according to", "the ministry")),
    ("Brandt told reporters the talks had collapsed.", ("the talks had collapsed", "told", "Brandt")),
    ("She believes the treaty is dead.", ("the treaty is dead", "believes", "She")),
]


@pytest.mark.parametrize(("text", "expected"), OURS)
def test_plain_attributions_are_found_whole(text, expected):
    """The forms that make up most of the news: direct and indirect speech, `according to`, belief."""
    assert [expected] == found(text)


def test_a_content_split_by_its_cue_has_two_parts():
    """Cue and source stand between two parts of one content."""
    text = "“The bridge will open in May,” the mayor said. “It will carry trains as well as cars.”"
    assert [("“The bridge will open in May,” | “It will carry trains as well as cars.”", "said", "the mayor")] == found(text)


def test_a_text_without_speech_has_no_attributions():
    """Acts are not words."""
    assert [] == found("The army crossed the river at dawn. Two bridges were destroyed.")


def test_no_text_has_no_attributions():
    """Nothing to read is nothing found."""
    assert () == attributions.find("", [], [], [], [])


def test_tokens_outside_of_every_sentence_are_left_out():
    """Credit lines and boilerplate have tokens in no sentence."""
    tokens = [Token(start=0, end=1, tag="X"), Token(start=2, end=3, tag="X"), Token(start=4, end=5, tag="X")]
    v = View("a b c", [Range(2, 3)], tokens, [], [Range(2, 3)])
    assert (["b", "$"], [(0, 1)]) == (v.words, v.bounds)


def test_trimmed_leaves_quoted_punctuation():
    """A comma inside the marks belongs to the quotation, one outside does not."""
    text = "“a,” b ,"
    tokens = [Token(start=m.start(), end=m.end(), tag="X") for m in re.finditer(r"\S", text)]
    v = View(text, [Range(0, 8)], tokens, [], [Range(0, 8)])
    assert ((0, 4), (0, 5)) == (trimmed(v, 0, 4), trimmed(v, 0, 6))


def test_of_rivals_for_the_same_words_the_likelier_stays():
    """Two cues for one content are one attribution; a content inside another is its own."""
    logs = (0.0, 0.0, 0.0, 0.0)
    outer = (Candidate(Frame((0, 1), (NONE, NONE), (2, 20)), None, logs), 0.9)
    rival = (Candidate(Frame((21, 22), (NONE, NONE), (2, 19)), None, logs), 0.8)
    inner = (Candidate(Frame((4, 5), (NONE, NONE), (6, 10)), None, logs), 0.7)
    v = View("a " * 30, [Range(0, 60)], [Token(start=2 * n, end=2 * n + 1, tag="X") for n in range(30)], [], [Range(0, 60)])
    assert [outer, inner] == unrivalled(v, [inner, rival, outer])


def test_stems_pool_inflections():
    """What training learns of one form of a verb helps with the others."""
    assert {"claim"} == {look.stem(w) for w in ("claim", "claims", "claimed", "claiming")}


WORDS = [
    "said",
    "Ann",
    "told",
    "that",
    "“",
    "”",
    '"',
    "''",
    "we",
    "go",
    ".",
    ",",
    "\n",
    "according",
    "to",
    "‘",
    "’",
    "—",
    "(",
    "é",
    "1",
    "😀",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_words_and_marks_give_true_ranges_twice_the_same(words):
    """Contents, cues and sources lie in the text and hold something; no content comes twice; a second run agrees."""
    text = " ".join(words)
    first = reader().read(text, lines(text), None).attributions
    ranges = [r for a in first for r in (*a.content, *a.cue, *a.source)]
    assert all(0 <= r.start < r.end <= len(text) for r in ranges)
    assert len({a.content for a in first}) == len(first)
    assert first == reader().read(text, lines(text), None).attributions


def test_a_hundred_thousand_characters_of_marks_are_read():
    """Text that is nothing but quotation marks and cues ends like any other."""
    text = '“said ” " ' * 10_000
    assert all(0 < a.score <= 1 for a in reader().read(text, lines(text), None).attributions)
