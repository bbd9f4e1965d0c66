"""Stretches of text are halved nowhere and counted in code points."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.records import Span
from facta.values import spans
from facta.values.spans import Range, range_of

RANGES = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda t: Range(t[0], t[0] + t[1]))


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_trimming_keeps_the_words_and_true_offsets(text, a, b):
    """A trimmed range covers the stripped words of the same stretch."""
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    trimmed = spans.trim(text, start, end)
    assert text[start:end].strip() == text[trimmed.start : trimmed.end]


@pytest.mark.parametrize("text", ["", "   ", "\n\u3000\xa0"])
def test_blanks_alone_are_trimmed_to_an_empty_range_inside(text):
    """So that nobody gets an end before its start."""
    assert spans.trim(text, 0, len(text)) == Range(len(text), len(text))


@given(st.lists(RANGES))
def test_merged_ranges_cover_the_same_characters_without_touching(ranges):
    """Merging loses no character and leaves a gap between any two."""
    merged = spans.merge(ranges)
    assert {i for r in ranges for i in range(*r)} == {i for r in merged for i in range(*r)}
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(RANGES, RANGES)
def test_an_overlap_is_what_both_have(a, b):
    """In either order, and never less than nothing; what lies inside overlaps whole."""
    assert len(set(range(*a)) & set(range(*b))) == spans.overlap(a, b) == spans.overlap(b, a)
    assert spans.inside(a, b) == (spans.overlap(a, b) == a.end - a.start)


def test_a_range_lies_inside_itself_and_one_that_touches_does_not():
    """Bounds belong to both."""
    whole = Range(3, 7)
    assert [True, True, False, False] == [spans.inside(r, whole) for r in (whole, Range(7, 7), Range(7, 8), Range(2, 5))]


def test_whatever_stands_in_a_text_has_its_range():
    """Whichever record it is."""
    assert Range(2, 5) == range_of(Span(start=2, end=5, text="abc")) == range_of(Range(2, 5))
