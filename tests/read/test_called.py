"""What sites call the parts of their pages."""

import re

import pytest

from facta.read import called

GROUPS = ["author_pages", "authors", "beside", "deks", "dialogs", "live", "threads"]


@pytest.mark.parametrize("group", GROUPS)
def test_every_name_of_a_group_is_a_pattern_that_fits_something_alone(group: str) -> None:
    """A name with a bracket left open would spoil its whole group, and an empty one would fit every class there is."""
    assert [] == [name for name in called.names(group) if re.compile(name).fullmatch("")]


def test_a_word_of_a_class_is_told_from_a_part_of_another_word() -> None:
    """`comments-list` is a thread's, `recommendations` and `comments2` are not."""
    found = [
        name
        for name in ("comments-list", "page Comments", "recommendations", "comments2", "")
        if called.word("threads").search(name)
    ]
    assert ["comments-list", "page Comments"] == found


def test_a_group_keeps_its_order() -> None:
    """The surest meta element is asked first."""
    assert "article:section" == called.names("sections")[0]


def test_an_unknown_group_is_an_error() -> None:
    """A misspelt name never becomes an empty list."""
    with pytest.raises(KeyError, match="thread_s"):
        called.either("thread_s")
