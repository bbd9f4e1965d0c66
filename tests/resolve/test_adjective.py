"""Whose a party is whose people's name a reader left out."""

import pytest

from facta.records import Party
from facta.resolve import Tables
from facta.resolve.adjective import state_before


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Turkey watched as Greek lawmakers met.", "lawmakers", "GRC"),
        ("Turkey watched the South Korean envoy.", "envoy", "KOR"),
        ("Turkey watched pro-Greek lawmakers.", "lawmakers", None),
        ("Turkey watched the Athens lawmakers.", "lawmakers", None),
        ("In Greek hands lawmakers met.", "lawmakers", None),
        ("Turkey watched as Greek Lawmakers met.", "Lawmakers", None),
    ],
)
def test_a_peoples_name_right_before_tells_it(tables: Tables, text: str, words: str, state: str | None) -> None:
    """Not one joined to another word, a place, one further away, nor a name that goes on."""
    start = text.index(words)
    assert state_before(Party(text=words, start=start, end=start + len(words)), text, tables, "2022-02-21") == state
