"""What is no quotation."""

import pytest

from facta.language.reader import load
from facta.quotes.idle import idle
from facta.quotes.told import told
from facta.records import ARTICLE
from facta.values.spans import Range


def judged(desk, text, *parts):
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    return idle(told(reading, reading.analyses[ARTICLE], None), desk.attribution(text, *parts))


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("the Swedish ambassador", "summoned", True),
        ("the Swedish ambassador", "praised", False),
        ("the ambassador’s decision to leave", "summoned", False),
    ],
)
def test_a_party_that_was_dealt_with_is_no_content(desk, content, cue, expected):
    """Praise of a party is told words; a summons says nothing of them."""
    assert expected is judged(desk, f"Norway {cue} {content}.", content, cue, "Norway")


def test_a_helping_verb_of_another_verb_is_no_cue(desk):
    """`has` in `has recalled`; before its own content it may be one, as a poll's is."""
    assert judged(desk, "Norway has recalled its ambassador.", "its ambassador", "has", "Norway")
    assert not judged(desk, "The poll has Berg leading by six points.", "Berg leading by six points", "has", "The poll")


def test_who_would_not_be_named_says_nothing(desk):
    """Neither does the promise of it."""
    assert judged(desk, "An official asked not to be named.", "not to be named", "asked", "An official")
