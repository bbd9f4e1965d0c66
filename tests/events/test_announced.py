"""An infinitive that is all of a headline's verbs tells a plan."""

import msgspec
import pytest

from facta.events import find
from facta.records import ARTICLE, Paragraph, Token
from tests.events.event_makers import reading, trigger

VERBS = {"visit", "sell", "backs", "seeks", "told"}


def status(text, words, type="CONSULT", kind="headline"):
    """The status of an act of a one-line page, read as done."""
    made = reading(text, trigger(text, words, type), paragraphs=(Paragraph(id="p0", kind=kind, start=0, end=len(text)),))
    tokens, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        tokens.append(Token(start=at, end=at + len(word), tag="VERB" if word in VERBS else "NOUN"))
    analysis = msgspec.structs.replace(made.analyses[ARTICLE], tokens=tuple(tokens))
    (event,) = find(msgspec.structs.replace(made, analyses={ARTICLE: analysis})).events
    return event.status


@pytest.mark.parametrize(
    ("text", "words", "type"),
    [
        ("Peru premier to visit Chile as thaw widens", "to visit", "CONSULT"),
        ("Peru to sell Chile jets", "sell", "COOPERATE"),
        ("Quito backs down, Peru to sell Chile jets", "to sell", "COOPERATE"),
    ],
)
def test_a_headlines_infinitive_is_a_plan(text, words, type):
    """Also behind another clause."""
    assert "planned" == status(text, words, type)


@pytest.mark.parametrize(
    ("text", "words", "type", "kind"),
    [
        ("Peru seeks to sell Chile jets", "to sell", "COOPERATE", "headline"),
        ("Peru premier to visit Chile, aides told", "to visit", "CONSULT", "body"),
        ("Peru premier to visit Chile", "to visit", "SUPPORT", "headline"),
        ("Trip to Chile: envoys visit Lima", "visit", "CONSULT", "headline"),
    ],
)
def test_other_infinitives_stay(text, words, type, kind):
    """Those of a verb, of the body, of words said, and a verb behind a place."""
    assert "actual" == status(text, words, type, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Peru to sell Chile jets.", "planned"), ("Talks to sell jets told of haste.", "actual"), ("Peru seeks to sell.", "actual")],
)
def test_a_sentence_without_another_verb_is_written_like_a_headline(text, expected):
    """Where a brief is one such sentence; not where any other verb stands in it."""
    assert status(text, "to sell", "COOPERATE", kind="body") == expected
