"""Marks that overlap become pieces beside each other."""

from hypothesis import given
from hypothesis import strategies as st

from facta.web.marking import Mark, pieces

TEXT = "Wei met Shoigu in Moscow."
MARKS = st.lists(
    st.builds(
        Mark, st.integers(0, 25), st.integers(0, 25), st.sampled_from(("act", "from", "words")), st.sampled_from(("e1", "e2"))
    )
)


@given(MARKS, st.integers(0, 25), st.integers(0, 25))
def test_pieces_together_are_the_text_under_all_its_marks(marks, a, b):
    """Each letter has the marks that hold it, and nothing beside."""
    start, end = sorted((a, b))
    made = list(pieces(TEXT, start, end, marks))
    assert TEXT[start:end] == "".join(p.text for p in made)
    at = start
    for piece in made:
        for n in range(at, at + len(piece.text)):
            assert {f"{m.of}:{m.role}" for m in marks if m.start <= n < m.end} == set(piece.of)
        at += len(piece.text)


def test_acts_and_words_begin_once_and_acts_end():
    """In the pieces where they do."""
    marks = [Mark(4, 14, "act", "e1"), Mark(8, 14, "to", "e1"), Mark(0, 14, "words", "q1")]
    made = list(pieces(TEXT, 0, 25, marks))
    assert ["Wei ", "met ", "Shoigu", " in Moscow."] == [p.text for p in made]
    assert [("q1",), ("e1",), (), ()] == [p.begins for p in made]
    assert [(), (), ("e1",), ()] == [p.ends for p in made]


def test_what_is_cut_off_does_not_begin_there():
    """A mark from before goes on."""
    (piece,) = pieces(TEXT, 4, 7, [Mark(0, 14, "act", "e1")])
    assert ("met", ("e1:act",), (), ()) == (piece.text, piece.of, piece.begins, piece.ends)
    assert [] == list(pieces(TEXT, 4, 4, []))


ROLES = ("act", "from", "to", "proof", "words", "name")
ODD = "Ğé\N{GRINNING FACE}<b>x</b> met\n  Шойгу"


@given(
    st.lists(
        st.builds(Mark, st.integers(0, 25), st.integers(0, 25), st.sampled_from(ROLES), st.sampled_from(("e1", "e2", "q1"))),
        max_size=12,
    ),
    st.integers(0, 10),
    st.integers(10, len(ODD)),
)
def test_pieces_are_the_text_whatever_is_marked(marks, start, end):
    """Nested, overlapping, empty, reversed, outside: no character is lost, doubled or moved."""
    cut = list(pieces(ODD, start, end, marks))
    assert ODD[start:end] == "".join(piece.text for piece in cut)


def test_overlapping_acts_each_end_once():
    """So each has its number, where its words end."""
    marks = [Mark(0, 5, "act", "e1"), Mark(3, 9, "act", "e2"), Mark(3, 9, "act", "e3")]
    assert [(), ("e1",), ("e2", "e3"), ()] == [piece.ends for piece in pieces(TEXT, 0, 12, marks)]
