"""Which act a cue names."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.quotes.acts import act, speech, telling, words


@pytest.mark.parametrize(
    ("cue", "source", "expected"),
    [
        (["said"], ["she"], "said"),
        (["Quipped"], ["she"], "said"),
        (["denies"], ["she"], "said"),
        (["has been saying"], ["she"], "said"),
        (["writing"], ["she"], "wrote"),
        (["hoped"], ["she"], "thought"),
        (["shows"], ["she"], "other"),
        (["said"], ["the letter, signed by two"], "wrote"),
        (["said"], ["the author of a letter"], "said"),
        (["believes"], ["a report"], "thought"),
        (["in the words of"], ["she"], "other"),
        ([":"], ["she"], "said"),
        ([","], [], "said"),
        ([], [], "said"),
    ],
)
def test_a_cue_names_an_act_in_any_form(cue, source, expected):
    """The last word that names one decides; what a document says is written, and a mark alone introduces speech."""
    assert expected == act(cue, source)


@pytest.mark.parametrize(
    ("asked", "says", "tells"),
    [
        ("joking", True, True),
        ("believed", False, True),
        ("expelled", False, False),
        ("signed", False, False),
        ("", False, False),
        (":", False, False),
    ],
)
def test_speech_is_one_kind_of_telling(asked, says, tells):
    """A thought is told too; a deed and a measure are none."""
    assert (says, tells) == (speech(asked), telling(asked))


def test_words_are_sought_in_a_list_by_their_inflections():
    """In any part."""
    assert [True, True, False] == [words("deeds", parts) for parts in (["expelling"], ["x", "was EXPELLED"], [])]


def test_the_lists_hold_base_forms_in_small_letters_once():
    """Since cues are compared so."""
    table = tomllib.loads(files("facta.quotes").joinpath("acts.toml").read_text("utf-8"))
    assert [] == [(name, word) for name, some in table.items() for word in some if word != word.strip().lower()]


@given(st.lists(st.text("abdegins :-’é", max_size=12), max_size=3))
def test_any_cue_names_some_act(parts):
    """And what speaks tells."""
    assert act(parts, parts) in ("said", "wrote", "thought", "other")
