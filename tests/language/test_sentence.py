import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.language.sentence import sentence, stem
from facta.language.tokens import tokens
from facta.values.spans import Range


@pytest.mark.parametrize(
    "forms", ["visit visits visited visiting", "agree agrees agreed", "stop stops stopped stopping", "deploy deploys deployed"]
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    """Inflection is taken off, so that what is learned of one form holds for the others."""
    assert 1 == len({stem(w) for w in forms.split()})


@given(st.text())
def test_any_word_has_a_stem(word: str) -> None:
    """Stemming never fails and never lengthens a word."""
    assert len(stem(word)) <= len(word)


def test_beyond_the_edges_there_are_marks() -> None:
    """Asking past a sentence's ends gives its edge marks."""
    s = sentence("Go on", Range(0, 5), tokens("Go on"))
    assert ("^", "go", "on", "$") == (s.low(-1), s.low(0), s.stem(1), s.stem(2))
