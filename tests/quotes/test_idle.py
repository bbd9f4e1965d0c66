"""What is no quotation."""

import pytest

from facta.language.reader import load
from facta.quotes.idle import idle, titled
from facta.quotes.told import told
from facta.records import ARTICLE, Attribution
from facta.values.spans import Range


def read(desk, text):
    reading = desk.reading(text, load().read(text, [Range(0, len(text))]))
    return told(reading, reading.analyses[ARTICLE], None)


def judged(desk, text, *parts, score=0.9):
    return idle(read(desk, text), desk.attribution(text, *parts, score=score))


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("the Swedish ambassador", "summoned", True),
        ("the Swedish ambassador", "praised", False),
        ("him", "recalled", True),
        ("him", "praised", False),
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


@pytest.mark.parametrize(
    ("content", "cue", "score", "expected"),
    [
        ("the export of sand", "banned", 0.9, True),
        ("the export of sand that Oslo had bought", "banned", 0.9, False),
        ("“the export of sand”", "banned", 0.9, False),
        ("the export of sand", "announced a ban on", 0.9, False),
        ("the export of sand", "rejected", 0.4, False),
        ("the export of sand", "backs", 0.9, False),
        ("the export of sand", "backs", 0.4, True),
        ("to export the sand", "tried", 0.4, False),
    ],
)
def test_a_thing_that_was_done_to_a_thing_is_no_content(desk, content, cue, score, expected):
    """A measure never tells; another act only if the reader is sure, or a clause or marks show that words are told."""
    assert expected is judged(desk, f"Norway {cue} {content}.", content, cue, "Norway", score=score)


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        ("The general, known as the Pilot, fled.", ("The general", "known as"), True),
        ("The general, known to his men as the Pilot, fled.", ("the Pilot", "known", "his men"), False),
    ],
)
def test_a_name_that_nobody_gave_is_no_quotation(desk, text, parts, expected):
    """Whoever calls somebody something tells what he thinks; `known as` tells nothing of anybody."""
    assert expected is judged(desk, text, *parts)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“Fox and Friends,”", True),
        ("“The Walking Dead”", True),
        ("Fox and Friends", False),
        ("“Fox and friends came”", False),
        ("“Ghana”", False),
        ("“MAKE GHANA GREAT”", False),
        ("“One Two Three Four Five Six Seven Eight Nine”", False),
    ],
)
def test_the_title_of_a_show_is_nobody_s_words(desk, words, expected):
    """Two to eight words in marks, written large but for small ones; capitals throughout are a sign or a slogan."""
    assert expected == titled(read(desk, words), desk.attribution(words, words))


def test_a_title_beside_other_words_stays(desk):
    """Only where it is all that is quoted."""
    text = "“Fox and Friends,” he said, “is fun.”"
    said = Attribution(content=(desk.where(text, "“Fox and Friends,”"), desk.where(text, "“is fun.”")), score=0.5)
    assert not titled(read(desk, text), said)
