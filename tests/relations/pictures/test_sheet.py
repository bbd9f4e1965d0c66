"""The paper that pictures are drawn on."""

import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.relations.pictures.sheet import BODY, MARGIN, TITLE, Sheet, lines, rendered
from tests.relations.picture_makers import texts


def sheet(**more):
    """A sheet with little on it."""
    return Sheet(6.0, 2.0, **{"title": "A title", "about": ("One.", "Two."), "note": "From reports."} | more)


def test_a_heading_stands_over_the_drawing_and_the_note_under_it():
    """However long they are, nothing stands in anothers place."""
    for title in ("Short", "A very long title of a picture " * 10):
        made = sheet(title=title)
        assert MARGIN < made.top < made.bottom < made.height
        assert 2.0 == pytest.approx(made.bottom - made.top)
    assert sheet(title="Long " * 60).top > sheet().top


def test_the_title_is_a_heading_and_a_name_of_the_file():
    """In the text that can be searched, and in what the file says of itself."""
    drawn = rendered(sheet, "svg")
    assert {"A title", "One.", "Two.", "From reports."} <= set(texts(drawn))
    assert b"<dc:title>A title</dc:title>" in drawn
    assert b"<dc:date>" not in drawn


def test_empty_paragraphs_take_no_room():
    """A subtitle that has nothing to say."""
    assert sheet(about=("", "One.", "")).top == sheet(about=("One.",)).top


@settings(max_examples=30)
@given(st.text(st.characters(categories=["L", "Zs"]), max_size=200), st.floats(0, 8))
def test_wrapped_words_are_all_there(words, width):
    """In order, at any width."""
    assert "".join(words.split()) == "".join("".join(line.words.split()) for line in lines(words, width))


def test_a_line_is_as_high_as_its_type():
    """And large type has fewer letters in a line."""
    small, large = (lines("words " * 60, 5.0, size) for size in (BODY, TITLE))
    assert len(large) > len(small)
    assert large[0].height > small[0].height
    assert [] == lines("", 5.0)


def test_places_are_inches_from_the_upper_left_corner():
    """Of fields as of words."""
    made = sheet()
    box = made.axes(1.0, made.top, 3.0, 0.5, sides=("left",)).get_position()
    assert [1.0, 3.0, 0.5, made.top] == pytest.approx(
        [box.x0 * 6, box.width * 6, box.height * made.height, (1 - box.y1) * made.height]
    )
    field = made.figure.axes[0]
    assert [True, False] == [field.spines[side].get_visible() for side in ("left", "right")]


def test_an_error_in_a_drawing_leaves_the_settings_and_the_next_drawing_whole():
    """Whoever draws next is not kept waiting."""

    def fails():
        raise ValueError("no")

    before = dict(matplotlib.rcParams)
    with pytest.raises(ValueError, match="no"):
        rendered(fails, "svg")
    assert before == dict(matplotlib.rcParams)
    assert rendered(sheet, "svg") == rendered(sheet, "svg")
