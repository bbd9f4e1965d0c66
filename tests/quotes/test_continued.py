"""Which quoted words go on with a quotation."""

import re

import pytest

from facta.language.reader import load
from facta.quotes.continued import begun, bridged, concluded, signed
from facta.quotes.told import told
from facta.records import ARTICLE
from facta.values.spans import Range

AROUND = "“We have a plan,” Ann said on Friday. “It will be ready soon.”"


def contents(desk, rule, text, *found):
    reading = desk.reading(text, desk.analysis(text, found))
    out = rule(told(reading, reading.analyses[ARTICLE], None), found)
    return [[text[p.start : p.end] for p in a.content] for a in out]


@pytest.mark.parametrize("seen", ["“We have a plan,”", "“It will be ready soon.”"])
def test_the_stretches_around_who_said_it_are_one_quotation(desk, seen):
    """Whichever of them the reader saw."""
    found = desk.attribution(AROUND, seen, "said", "Ann")
    assert [["“We have a plan,”", "“It will be ready soon.”"]] == contents(desk, bridged, AROUND, found)


def test_what_the_reader_made_of_the_other_stretch_alone_is_told_with_it(desk):
    """An attribution that nobody is named for is no second quotation of the same words."""
    seen, lone = (
        desk.attribution(AROUND, "“We have a plan,”", "said", "Ann"),
        desk.attribution(AROUND, "“It will be ready soon.”"),
    )
    assert [["“We have a plan,”", "“It will be ready soon.”"]] == contents(desk, bridged, AROUND, seen, lone)


def test_a_stretch_that_somebody_else_says_is_theirs(desk):
    """Its own cue comes behind it."""
    text = "“We have a plan,” Ann said. “It is no good,” Bob answered."
    one, other = (
        desk.attribution(text, "“We have a plan,”", "said", "Ann"),
        desk.attribution(text, "“It is no good,”", "answered", "Bob"),
    )
    assert [["“We have a plan,”"], ["“It is no good,”"]] == contents(desk, bridged, text, one, other)


def test_without_a_full_stop_between_them_they_are_two(desk):
    """`she said, calling it “...”` begins something new."""
    text = "“We have a plan,” Ann said, adding that the old one was “of no use to anybody.”"
    assert [["“We have a plan,”"]] == contents(desk, bridged, text, desk.attribution(text, "“We have a plan,”", "said", "Ann"))


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_quoted_sentence_concludes_what_was_told_before_it(desk, gap):
    """Behind indirect speech in its paragraph, or filling the next paragraph."""
    text = f"Ann fears that they will leave.{gap}“We cannot hold them for long.”"
    told_, lone = (
        desk.attribution(text, "that they will leave", "fears", "Ann"),
        desk.attribution(text, "“We cannot hold them for long.”"),
    )
    assert [["that they will leave", "“We cannot hold them for long.”"]] == contents(desk, concluded, text, told_, lone)


@pytest.mark.parametrize(
    "text",
    [
        "Ann fears that they will leave. The song is called “We cannot hold them for long,” and is old.",
        "Ann fears that they will leave.\nOthers sing: “We cannot hold them for long.”",
        "Ann fears that they will leave.\nSo it goes.\n“We cannot hold them for long.”",
    ],
)
def test_a_title_or_a_paragraph_of_others_concludes_nothing(desk, text):
    """Words that end with a comma are no sentence; a paragraph that tells more, or stands further off, is not the speaker's."""
    words = text[text.index("“") : text.index("”") + 1]
    told_, lone = desk.attribution(text, "that they will leave", "fears", "Ann"), desk.attribution(text, words)
    assert [["that they will leave"], [words]] == contents(desk, concluded, text, told_, lone)


def test_an_open_paragraph_belongs_to_the_quotation_that_the_next_one_opens_with(desk):
    """The speaker of several paragraphs is often named behind the last of them."""
    text = "“We thank you for the ships.\n“And we will not forget it,” he said."
    first, last = "“We thank you for the ships.", "“And we will not forget it,”"
    lone, told_ = desk.attribution(text, first), desk.attribution(text, last, "said", "he")
    assert [[first, last]] == contents(desk, begun, text, lone, told_)


def test_a_closed_paragraph_before_a_quotation_stays_alone(desk):
    """Its closing mark says that somebody is done."""
    text = "“We thank you for the ships.”\n“And we will not forget it,” he said."
    first, last = "“We thank you for the ships.”", "“And we will not forget it,”"
    lone, told_ = desk.attribution(text, first), desk.attribution(text, last, "said", "he")
    assert [[first], [last]] == contents(desk, begun, text, lone, told_)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ann Berg", "Ann Berg"),
        ("— Ann Berg, harbour master of Bergen", "Ann Berg, harbour master of Bergen"),
        ("Ann Berg came to the bridge", None),
        ("The bridge", None),
        ("Ann Berg.", None),
    ],
)
def test_a_line_that_is_a_name_signs_the_quoted_words_above_it(desk, line, expected):
    """Whoever was quoted before them; a line that tells something is no signature."""
    text = f"Bob fears that the bridge will fall.\n“We cannot hold it for long.”\n{line}\nIt is old."
    reading = desk.reading(text, load().read(text, [Range(*m.span()) for m in re.finditer(r"[^\n]+", text)]))
    t = told(reading, reading.analyses[ARTICLE], None)
    feared = desk.attribution(text, "that the bridge will fall", "fears", "Bob")
    lone = desk.attribution(text, "“We cannot hold it for long.”")
    (before, quote) = signed(t, [feared, lone])
    assert feared == before
    assert ([expected] if expected else []) == [text[s.start : s.end] for s in quote.source]
