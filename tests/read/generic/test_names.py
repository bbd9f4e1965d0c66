"""The names that elements of one kind share."""

import pytest

from facta.read.generic import names
from tests.read.generic.area_makers import element


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<li class="c c-12" id="c-7">x</li>', [".c", ".c-#", "#c-#", "<li>"]),
        ('<div id="main">x</div>', []),
        ('<div data-comment-id="1" data-id-x="2">x</div>', ["[data-comment-id]"]),
        ('<div itemtype="https://schema.org/Comment/">x</div>', ["@Comment"]),
        ('<div typeof="sioc:Post">x</div>', ["@Post"]),
        ('<div itemprop="comment" role="article">x</div>', ["@Comment", "=article"]),
        ("<x-comment>x</x-comment>", ["<x-comment>"]),
        ("<p>x</p>", []),
    ],
)
def test_numbers_are_left_out(source, expected):
    """So that posts share what names them."""
    assert expected == list(names.of(element(source)))


def test_only_so_many_classes_name_an_element():
    """Pages with more name nothing by the rest."""
    many = " ".join(f"{chr(97 + n)}{chr(97 + n)}" for n in range(20))
    assert names.MAX_CLASSES == len(list(names.of(element(f'<p class="{many}">x</p>'))))


def test_a_schema_says_in_so_many_words_that_this_is_a_comment():
    """Others only resemble it."""
    assert [True, True, False, False] == [names.is_schema(n) for n in ("@Comment", "=comment", ".comment", "<li>")]
    assert {"comment", "list"} == names.words_of(".comment-list-#")
