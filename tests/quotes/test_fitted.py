"""Contents begin and end where their marks do."""

import msgspec
import pytest

from facta.quotes.fitted import fitted, utterances
from facta.quotes.told import told
from facta.records import ARTICLE

LONG = "“We have come a long way. We will not turn back,” Ann said."


def contents(desk, text, *found):
    reading = desk.reading(text, desk.analysis(text, found))
    out = fitted(told(reading, reading.analyses[ARTICLE], None), found)
    return [[text[p.start : p.end] for p in a.content] for a in out]


@pytest.mark.parametrize("half", ["We will not turn back,”", "“We have come a long way."])
def test_half_a_quoted_stretch_becomes_the_whole(desk, half):
    """What a reader began or ended at a full stop inside the marks gets the rest of them."""
    assert [["“We have come a long way. We will not turn back,”"]] == contents(
        desk, LONG, desk.attribution(LONG, half, "said", "Ann")
    )


def test_what_another_content_claims_is_not_taken(desk):
    """Two attributions share the stretch as the reader has it."""
    one, other = (
        desk.attribution(LONG, half, "said", "Ann") for half in ("“We have come a long way.", "We will not turn back,”")
    )
    assert [["“We have come a long way."], ["We will not turn back,”"]] == contents(desk, LONG, one, other)


def test_unquoted_words_behind_the_cue_are_no_content(desk):
    """Of whom it was said is told by the reporter; the speaker's words go on at the next mark."""
    text = "“They would be welcome,” she said of the members, a list that grew. “But nobody has asked them.”"
    behind = "a list that grew. “But nobody has asked them.”"
    split = desk.attribution(text, ["“They would be welcome,”", behind], "said", "she")
    assert [["“They would be welcome,”", "“But nobody has asked them.”"]] == contents(desk, text, split)


def test_behind_the_cue_of_quoted_words_nothing_unquoted_remains(desk):
    """A second part without any mark is the reporter's."""
    text = "“They would be welcome,” she said of the members, a list that grew."
    split = desk.attribution(text, ["“They would be welcome,”", "a list that grew"], "said", "she")
    assert [["“They would be welcome,”"]] == contents(desk, text, split)


def test_a_mixed_content_keeps_its_unquoted_words(desk):
    """Where the first part is not all quoted, the rest need not be."""
    text = "It was “a mistake”, she said, to leave so “soon”."
    split = desk.attribution(text, ["It was “a mistake”", "to leave so “soon”"], "said", "she")
    assert [["It was “a mistake”", "to leave so “soon”"]] == contents(desk, text, split)


def test_utterances_are_neighbours_in_a_paragraph_and_end_as_speech_does(desk):
    """A quoted name in a sentence ends with neither comma nor full stop."""
    text = "“Go,” she said. “Now.” The “plan” of “ours”.\n“No,” he said."
    reading = desk.reading(text, desk.analysis(text))
    found = utterances(told(reading, reading.analyses[ARTICLE], None))
    assert [("“Go,”", "“Now.”"), ("“Now.”", "“plan”")] == [(text[q.start : q.end], text[r.start : r.end]) for q, r in found]


def test_a_headline_s_content_ends_with_the_headline(desk):
    """What stands below, such as a dateline, is no more of it."""
    text = "EU envoy asks for calm\nBRUSSELS - The envoy spoke on Monday."
    reading = desk.reading(text, desk.analysis(text))
    first, *others = reading.page.paragraphs
    page = msgspec.structs.replace(reading.page, paragraphs=(msgspec.structs.replace(first, kind="headline"), *others))
    found = desk.attribution(text, "calm\nBRUSSELS", "asks for", "EU envoy")
    (out,) = fitted(told(msgspec.structs.replace(reading, page=page), reading.analyses[ARTICLE], None), [found])
    assert ["calm"] == [text[p.start : p.end] for p in out.content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Towns sign pact\nThe pact is signed, officials said.", ["The pact is signed"]),
        ("The pact is\nsigned, officials said. “We are glad.", ["signed"]),
        ("“We are glad.\nThe pact is signed,” officials said.", ["“We are glad.\nThe pact is signed,”"]),
    ],
)
def test_words_that_nobody_quotes_stay_in_the_paragraph_of_their_cue(desk, text, expected):
    """A headline above a sentence is no part of what that sentence reports; quoted words run on over paragraphs."""
    found = desk.attribution(text, text[: text.index(" officials")].rstrip(" ,"), "said", "officials")
    assert [expected] == contents(desk, text, found)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (", Radio Harbour", "Radio Harbour"),
        ("from the port's office", "the port's office"),
        ("by some", "some"),
        ("Norland last Tuesday", "Norland"),
        ("the Navy on Sunday", "the Navy"),
        ("a poll released Sunday", "a poll released Sunday"),
        ("Super Tuesday", "Super Tuesday"),
    ],
)
def test_a_source_is_without_a_comma_before_it_and_a_day_behind_its_name(desk, source, expected):
    """The day belongs to the cue; what else stands before a day is more than a name."""
    text = f"The bridge is closed {source} said."
    reading = desk.reading(text, desk.analysis(text))
    found = desk.attribution(text, "The bridge is closed", "said", source)
    (out,) = fitted(told(reading, reading.analyses[ARTICLE], None), [found])
    assert [expected] == [text[s.start : s.end] for s in out.source]


@pytest.mark.parametrize(
    ("source", "expected"),
    [("Ann", ["Ann"]), (",", []), ("Bob", []), ("42%", ["42%"])],
)
def test_a_source_has_a_word_and_stands_in_the_paragraph(desk, source, expected):
    """A mark speaks as little as somebody named elsewhere on the page; a share of those asked does."""
    text = "Ann, one of the 42%, said they would leave.\nBob stays."
    reading = desk.reading(text, desk.analysis(text))
    found = [desk.attribution(text, "they would leave", "said", source)]
    (fit,) = fitted(told(reading, reading.analyses[ARTICLE], None), found)
    assert expected == [text[s.start : s.end] for s in fit.source]


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        (
            "She is expected to travel to Bergen.",
            (["She", "to travel to Bergen"], "is expected", "She"),
            (["She", "to travel to Bergen"], []),
        ),
        (
            "The group is known for its patience.",
            (["The", "its patience"], "is known for", "The group"),
            (["The group", "its patience"], []),
        ),
        (
            "They took Bergen, a port, its mayor, Ann, said.",
            (["They took Bergen, a port"], "said", "a port, its mayor, Ann,"),
            (["They took Bergen, a port"], ["its mayor, Ann,"]),
        ),
        (
            "It was a charge Oslo denied.",
            (["a charge"], "denied", "a charge Oslo"),
            (["a charge"], ["Oslo"]),
        ),
        (
            "The men she met, she said, fled.",
            (["The men she met", "fled"], "said", "she"),
            (["The men she met", "fled"], ["she"]),
        ),
        (
            "“We knew,” Ann said in an interview. “We were not asked.”",
            (["“We knew,” Ann", "“We were not asked.”"], "said", "Ann"),
            (["“We knew,”", "“We were not asked.”"], ["Ann"]),
        ),
    ],
)
def test_no_word_is_both_told_and_its_speaker(desk, text, parts, expected):
    """Whom something is expected of says nothing; a speaker beside the marks is none of the quoted words."""
    reading = desk.reading(text, desk.analysis(text))
    (fit,) = fitted(told(reading, reading.analyses[ARTICLE], None), [desk.attribution(text, *parts)])
    assert expected == tuple([text[r.start : r.end] for r in some] for some in (fit.content, fit.source))
