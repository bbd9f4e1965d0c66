"""Words are found in the text that they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.errors import InputError
from facta.records import span
from facta.web.places import Text

TEXT = "Wei met\n\n  Shoigu. Shoigu left; Wei stayed."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Wei", ["Wei", "Wei"]),
        (" met Shoigu ", ["met\n\n  Shoigu"]),
        ("wei", []),
        ("", []),
        (" \n", []),
        ("ei", ["ei", "ei"]),
    ],
)
def test_white_space_of_any_kind_is_one_blank(words, found):
    """Offsets are those of the text."""
    assert found == [one.text for one in Text(TEXT).all(words)]


@given(st.text("ab \n", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_what_stands_in_a_text_is_found_in_it(text, a, b):
    """Wherever it begins, but for blanks at its ends."""
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    words = " ".join(text[start:end].split())
    spans = Text(text).all(words)
    assert all(text[s.start : s.end] == s.text for s in spans)
    assert bool(words) == bool(spans)
    assert all(" ".join(s.text.split()) == words for s in spans)


@pytest.mark.parametrize(("to", "start"), [(0, 11), (15, 11), (16, 19), (99, 19)])
def test_the_nearest_place_counts(to, start):
    """Of two as near the first."""
    assert start == Text(TEXT).nearest("Shoigu", to).start


@pytest.mark.parametrize(("proof", "before", "start"), [((18, 33), 0, 19), ((0, 3), 30, 19), ((0, 3), 18, 11), ((0, 3), 5, 11)])
def test_a_party_is_named_in_the_proof_or_before_it(proof, before, start):
    """Else first."""
    assert start == Text(TEXT).named("Shoigu", span(TEXT, *proof), before).start


def test_words_that_stand_nowhere_are_told():
    """As they are compared."""
    with pytest.raises(InputError, match="The words 'Wei left' do not stand in the text"):
        Text(TEXT).nearest("Wei\n left", 0)


@pytest.mark.parametrize(("start", "end", "words"), [(0, 3, "Wei"), (3, 17, "met\n\n  Shoigu"), (-5, 999, TEXT)])
def test_a_selection_loses_the_blanks_at_its_edges(start, end, words):
    """And what lies beyond the text."""
    assert words == Text(TEXT).around(start, end).text


@pytest.mark.parametrize(("start", "end"), [(7, 11), (5, 5), (9, 2), (99, 120)])
def test_nothing_selected_is_refused(start, end):
    """With what to do."""
    with pytest.raises(InputError, match="Nothing is selected"):
        Text(TEXT).around(start, end)
