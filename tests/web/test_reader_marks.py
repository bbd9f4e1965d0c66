"""Marks cut a text into pieces that together are the text."""

from hypothesis import given
from hypothesis import strategies as st

from facta.web.marking import Mark, pieces

ROLES = ("act", "from", "to", "proof", "words", "name")
TEXT = "Ğé\N{GRINNING FACE}<b>x</b> met\n  Шойгу"


@given(
    st.lists(
        st.builds(Mark, st.integers(0, 25), st.integers(0, 25), st.sampled_from(ROLES), st.sampled_from(("e1", "e2", "q1"))),
        max_size=12,
    ),
    st.integers(0, 10),
    st.integers(10, len(TEXT)),
)
def test_pieces_are_the_text_whatever_is_marked(marks, start, end):
    """Nested, overlapping, empty, reversed, outside: no character is lost, doubled or moved."""
    cut = list(pieces(TEXT, start, end, marks))
    assert TEXT[start:end] == "".join(piece.text for piece in cut)


@given(st.lists(st.builds(Mark, st.integers(0, 20), st.integers(0, 20), st.sampled_from(ROLES), st.just("e1")), max_size=8))
def test_a_piece_has_exactly_the_marks_that_cover_it(marks):
    """Each character is under its own marks."""
    at = 0
    for piece in pieces(TEXT, 0, len(TEXT), marks):
        there = {f"e1:{m.role}" for m in marks if m.start <= at and m.end >= at + len(piece.text) and m.start < m.end}
        assert there == set(piece.of)
        at += len(piece.text)


def test_overlapping_acts_each_end_once():
    """So each has its number, where its words end."""
    marks = [Mark(0, 5, "act", "e1"), Mark(3, 9, "act", "e2"), Mark(3, 9, "act", "e3")]
    assert [(), ("e1",), ("e2", "e3"), ()] == [piece.ends for piece in pieces(TEXT, 0, 12, marks)]
