"""Words and patterns of a room's file, by group."""

import re

import pytest

from facta.values.listed import Listed

CUES = Listed("facta.resolve", "cues.toml")


def test_a_group_is_its_words_in_their_order_or_one_pattern_for_all():
    """Which fits each of them and nothing else."""
    words = CUES.names("formerly")
    assert ["previously", "formerly", "earlier"] == words
    assert [True, True, True, False] == [bool(re.fullmatch(CUES.either("formerly"), w)) for w in (*words, "later")]


def test_a_group_that_is_not_there_is_an_error():
    """Not an empty pattern, which would fit everything."""
    with pytest.raises(KeyError, match="no such group"):
        CUES.either("no such group")
