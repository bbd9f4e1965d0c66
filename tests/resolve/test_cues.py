"""The words by which rules tell whose an act is and when it was."""

import re

import pytest

from facta.resolve import cues

GROUPS = ["past", "ahead", "behind", "not_active", "anonymous", "opens", "outside_noun", "speech", "counted"]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_fits_words_and_never_nothing(group: str) -> None:
    """A name left empty would make every place of a text fit."""
    assert re.fullmatch(cues.either(group), "") is None


@pytest.mark.parametrize(
    ("group", "words", "fits"),
    [
        ("past", "expelled", True),
        ("past", "overthrew", True),
        ("past", "expels", False),
        ("ahead", "’ll", True),
        ("ahead", "wouldn’t", True),
        ("ahead", "went", False),
        ("behind", "hadn't", True),
        ("anonymous", "witnesses", True),
        ("anonymous", "Ann Berg", False),
        ("counted", "kilometres", True),
    ],
)
def test_patterns_of_a_group_are_read_as_such(group: str, words: str, fits: bool) -> None:
    """Endings, both apostrophes and look-behinds come out of the file as they are meant."""
    assert fits == bool(re.fullmatch(cues.either(group), words))


def test_an_unknown_group_is_an_error() -> None:
    """A misspelt name never becomes a pattern that fits nothing."""
    with pytest.raises(KeyError):
        cues.either("future")
