"""Quotations within quotations."""

import pytest

from facta import quotes
from facta.language.reader import load
from facta.quotes.told import told
from facta.quotes.within import nested
from facta.records import ARTICLE
from facta.values.spans import Range


def inner(desk, text, content, *parts):
    """Speaker, cue and content of what is told within a content."""
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    found = nested(told(reading, reading.analyses[ARTICLE], None), [desk.attribution(text, content, *parts)])
    return [[text[p.start : p.end] for p in (*a.source, *a.cue, *a.content)] for a in found]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that the foreign minister had said that the road was open", ["the foreign minister", "said", "that the road was open"]),
        ("that Bob Dahl told her that the road was open", ["Bob Dahl", "told", "that the road was open"]),
        ("that Bob Dahl, the mayor, warned that the road was open", ["Bob Dahl, the mayor,", "warned", "that the road was open"]),
        ("that Bob Dahl said on Monday that the road was open", ["Bob Dahl", "said", "that the road was open"]),
        ("that Bob Dahl said in a statement that the road was open", ["Bob Dahl", "said", "that the road was open"]),
        ("that Bob Dahl denied a report that the road was open", None),
        ("that Bob Dahl was told that the road was open", None),
        ("that Bob Dahl spoke to the fact that the road was open", None),
        ("that the road that Bob Dahl built was open", None),
    ],
)
def test_who_says_that_something_is_speaks_in_what_another_tells(desk, content, expected):
    """`that` must be of the verb of speech, not of a noun before it, and the verb of whoever stands before it."""
    text = f"Ann told the council {content}."
    assert ([expected] if expected else []) == inner(desk, text, content, "told", "Ann")


def test_quoted_words_are_left_as_their_speaker_said_them(desk):
    """What stands between marks is told by whom they belong to."""
    text = "“Bob Dahl said that the road was open,” Ann told the council."
    assert [] == inner(desk, text, "“Bob Dahl said that the road was open,”", "told", "Ann")


def test_what_is_attributed_already_is_told_once(desk):
    """A reader of the language may have found it."""
    text = "Ann told the council that Bob Dahl said that the road was open."
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    found = [
        desk.attribution(text, "that Bob Dahl said that the road was open", "told", "Ann"),
        desk.attribution(text, "that the road was open", "said", "Bob Dahl"),
    ]
    assert [] == nested(told(reading, reading.analyses[ARTICLE], None), found)


def test_the_inner_speaker_is_the_innermost_of_the_inner_content(desk):
    """Whom the outer one told it stands outside of both."""
    text = "Ann Berg told the BBC that the general had said that the war was over."
    read = load().read(text, [Range(0, len(text))])
    outer = desk.attribution(text, "that the general had said that the war was over", "told", "Ann Berg")
    analysis = type(read)(
        version="by hand", sentences=read.sentences, tokens=read.tokens, mentions=read.mentions, attributions=(outer,)
    )
    reading = desk.reading(text, analysis)
    chains = [[link.name for link in q.chain[1:]] for q in quotes.find(reading).quotes]
    assert [["BBC", "Ann Berg"], ["BBC", "Ann Berg", "general"]] == chains


def test_whose_minister_speaks_belongs_to_his_name(desk):
    """The possessive is told with the office."""
    text = "Tass said its envoy told the council that the road was open."
    content = text[len("Tass said ") : -1]
    assert [["its envoy", "told", "that the road was open"]] == inner(desk, text, content, "said", "Tass")
