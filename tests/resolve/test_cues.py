"""The words by which rules tell whose an act is and when it was."""

import re

import pytest
from msgspec import structs

from facta.events.ontology import ontology
from facta.resolve.cues import CUES
from facta.values.datafile import Words, either

GROUPS = {name: group for name, group in structs.asdict(CUES).items() if isinstance(group, tuple)}
NOUNS = {name: judged.nouns for name, judged in CUES.judged.items()}


@pytest.mark.parametrize("words", [*GROUPS.values(), *NOUNS.values()], ids=[*GROUPS, *NOUNS])
def test_a_group_fits_words_and_never_nothing(words: Words) -> None:
    """A name left empty would make every place of a text fit."""
    assert re.fullmatch(either(words), "") is None


def test_what_is_judged_are_acts_of_types_that_there_are() -> None:
    """A type misspelt would be that of no act, and its nouns would mean nobody."""
    types = [judged.types for judged in CUES.judged.values() if judged.types is not None]
    assert set() == frozenset().union(*types) - set(ontology().types)


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
    assert fits == bool(re.fullmatch(either(GROUPS[group]), words))
