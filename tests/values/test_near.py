"""Stretches of a text are found again by place."""

from hypothesis import given
from hypothesis import strategies as st

from facta.values.near import Near
from facta.values.spans import Range, overlap

stretches = st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 900)).map(lambda two: Range(two[0], sum(two))), max_size=8)


@given(stretches, stretches)
def test_those_that_share_a_character_are_found_and_no_others(some, asked):
    """Whatever their length, none twice, in order."""
    near = Near(enumerate(some))
    for where in asked:
        assert [n for n, one in enumerate(some) if overlap(one, where)] == near.touching(where)


def test_what_is_dropped_is_not_found():
    """Another stretch of its number stays."""
    near = Near([(1, Range(0, 5)), (1, Range(300, 600)), (2, Range(4, 9))])
    near.drop(1, Range(0, 5))
    assert ([2], [1]) == (near.touching(Range(0, 9)), near.touching(Range(400, 401)))
