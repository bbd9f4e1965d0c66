"""The words by which rules tell whose an act is and when it was."""

import re

import pytest
from msgspec import structs

from facta.resolve.cues import CUES
from facta.values.datafile import either


@pytest.mark.parametrize("group", [field.name for field in structs.fields(CUES)])
def test_a_group_fits_words_and_never_nothing(group: str) -> None:
    """A name left empty would make every place of a text fit."""
    assert re.fullmatch(either(getattr(CUES, group)), "") is None


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
    assert fits == bool(re.fullmatch(either(getattr(CUES, group)), words))
