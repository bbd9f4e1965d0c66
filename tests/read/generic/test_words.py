"""Words that mark the parts of a thread."""

import tomllib
from importlib.resources import files

import pytest

from facta.read.generic import words
from tests.read.generic.area_makers import element

TABLE = tomllib.loads(files("facta.read.generic").joinpath("words.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("commentMeta__author-name", {"comment", "meta", "author", "name"}),
        ("HTMLBody", {"html", "body"}),
        ("post123reply", {"post", "reply"}),
        ("ÜberSchrift größe", {"über", "schrift", "größe"}),
        ("12_-", set()),
        ("", set()),
    ],
)
def test_names_are_split_at_hyphens_digits_and_inner_capitals(names, expected):
    """Into small letters."""
    assert expected == words.split(names)


def test_an_element_is_named_by_some_of_its_attributes():
    """Not by its address; what comes after many letters names nothing."""
    named = words.of(element('<a class="one" id="two" data-testid="three" href="/four" title="five">x</a>'))
    assert {"one", "two", "three"} == named
    assert "late" not in words.of(element(f'<a class="{"a " * words.MAX_NAMES}late">x</a>'))
    assert frozenset() == words.of(element("<a>x</a>"))


@pytest.mark.parametrize("group", TABLE["names"])
def test_names_are_single_words_as_they_are_split(group):
    """Others would never be met."""
    assert [] == [name for name in TABLE["names"][group] if "-" not in name and {name} != words.split(name)]


@pytest.mark.parametrize(
    ("line", "begins", "ends"),
    [
        ("In reply to: Ada", "In reply to: ", None),
        ("in reply total", None, None),
        ("Ada wrote:", None, "wrote:"),
        ("unwrote", None, None),
        ("", None, None),
    ],
)
def test_phrases_begin_and_end_lines_as_whole_words(line, begins, ends):
    """In any case, with their colons."""
    start, end = words.starts("answers").match(line), words.ends("says").search(line)
    assert (begins, ends) == (start and start.group(), end and end.group())


def test_a_line_is_a_pattern_only_as_a_whole():
    """A long one is none, and an empty one neither."""
    assert not words.is_("removed", "") and not words.is_("removed", "x" * (words.MAX_LINE + 1))
    assert "Ada" == words.without("unverified", "Ada")
