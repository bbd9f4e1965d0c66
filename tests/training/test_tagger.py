import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.encoders import taken
from training.tagger import aligned, shape, stem, third_person


@pytest.mark.parametrize(
    "forms", ["visit visits visited visiting", "agree agrees agreed", "stop stops stopped stopping", "deploy deploys deployed"]
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    """Inflection is taken off, so that what is learned of one form holds for the others."""
    assert 1 == len({stem(w) for w in forms.split()})


@given(st.text())
def test_any_word_has_a_stem_and_a_shape(word: str) -> None:
    """Neither fails, and stemming never lengthens a word."""
    assert len(stem(word)) <= len(word)
    assert isinstance(shape(word), str)


def test_past_tense_is_retold_in_the_present() -> None:
    """Third persons are formed by the rules of spelling."""
    assert ["visits", "carries", "pushes", "has", "says"] == [third_person(v) for v in ("visit", "carry", "push", "have", "say")]


def test_a_word_over_several_tokens_takes_the_head_s_tag() -> None:
    """Where the treebank cuts finer than we do, the tag of the token that heads the others is taken."""
    rows = [["1", "state", "", "NOUN", "", "", "3"], ["2", "-", "", "PUNCT", "", "", "3"], ["3", "run", "", "VERB", "", "", "0"]]
    assert (["state-run"], ["VERB"]) == aligned("state-run", rows)


def test_weights_are_not_taken_from_what_holds_none() -> None:
    """A broken download is an error, not an encoder."""
    with pytest.raises(Exception, match="zip"):
        taken([b"no archive"])
