"""Who wrote each post."""

import pytest

from facta.read.generic.naming import clean, name_in
from tests.read.generic.area_makers import element


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ada Lo", "Ada Lo"),
        ("By Ada Lo, 5 May 2021", "Ada Lo"),
        ("5 May 2021 Ada Lo", "Ada Lo"),
        ("12. Ada wrote:", "Ada"),
        ("Ada (London)", "Ada (London)"),
        ("Ada Lo says", "Ada Lo"),
        ("— Ада —", "Ада"),
        ("By", "By"),
        ("says:", None),
        ("Reply", None),
        ("Permalink", None),
        ("5 May 2021", None),
        ("12", None),
        ("…", None),
        ("", None),
        ("Ada " * 40, None),
    ],
)
def test_a_name_is_what_is_left_of_a_line(line, name):
    """Without date, number, and the words beside it."""
    assert name == clean(line)


@pytest.mark.parametrize(
    ("source", "sure", "name"),
    [
        ("<p>By <a>Ada Lo</a> of London</p>", False, "Ada Lo"),
        ("<p><a>Reply</a>Ada Lo</p>", False, "ReplyAda Lo"),
        ("<p>2018</p>", False, None),
        ("<p>2018</p>", True, "2018"),
        ("<p>🦊</p>", True, "🦊"),
        ("<p>🦊</p>", False, None),
        ("<p>!!!</p>", True, None),
        ("<p></p>", True, None),
        ("<p>" + "<b>A</b>" * 13 + "</p>", True, None),
    ],
)
def test_an_element_gives_the_name_of_a_link_in_it(source, sure, name):
    """Numbers and pictures are names only where it is sure that names stand there."""
    assert name == name_in(element(source), sure=sure)
