"""How deep each post stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.read import trees
from facta.read.generic import depths
from tests.read.generic.area_makers import areas

TREE = [None, 0, 1, 0, None]
LEVELS = (0, 1, 2, 1, 0)


def thread(form):
    """Five posts of a tree, each with its level as the form has it."""
    return areas(*(form.format(level=n, room=20 * n, nth=f"level {n}") for n in LEVELS))


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ('<p class="x depth-{level}">Words.</p>', depths.told),
        ('<p class="x" data-level="{level}">Words.</p>', depths.told),
        ('<div class="x"><i>{nth}</i>Words.</div>', depths.told),
        ('<p class="x" style="margin-left: {room}px">Words.</p>', depths.drawn),
        ('<p class="x" style="--comment-depth:{level}">Words.</p>', depths.drawn),
        ('<div class="x"><img src="spacer.gif" width="{room}">Words.</div>', depths.drawn),
    ],
)
def test_depths_are_told_or_drawn(form, read):
    """In classes, attributes, lines, margins, spacers."""
    assert TREE == read(thread(form))


@pytest.mark.parametrize("form", ['<p class="x user-level-{level}">W</p>', '<p class="x n{level}">W</p>', '<p class="x">W</p>'])
def test_other_numbers_are_no_depths(form):
    """Ranks of users, or none at all."""
    assert [] == depths.told(thread(form))


@pytest.mark.parametrize("levels", [(0, 0, 0), (1, 0, 1), (0, 2, 1, 3, 0), ()])
def test_numbers_that_make_no_tree_are_none(levels):
    """The first stands least deep, and none goes in by two levels at once."""
    assert [] == depths.told(areas(*(f'<p class="x depth-{n}">W</p>' for n in levels))) if levels else True


def test_answers_may_be_marked_beside_what_they_answer():
    """By a name that only they have."""
    marked = areas(*(f'<p class="x {name}">Words.</p>' for name in ("", "reply", "reply", "", "reply")))
    assert [None, 0, 0, None, 3] == depths.marked(marked)
    assert [] == depths.marked(areas('<p class="x reply">W</p>', '<p class="x">W</p>'))


@given(st.lists(st.integers(0, 4), max_size=10))
def test_parents_of_depths_are_those_of_any_tree(levels):
    """The nearest before that stands less deep; unknown is as deep as the one before."""
    assert trees.by_depth(levels) == depths.parents(levels)
    assert [None, 0, 0] == depths.parents([0, 1, None])
