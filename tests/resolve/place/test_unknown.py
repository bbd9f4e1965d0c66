"""Places that nobody knows but the text."""

import pytest

from facta.resolve.place.choice import choose
from facta.resolve.place.holders import find_holders
from facta.resolve.place.text import PlaceText
from facta.resolve.place.unknown import unknown


def found(text, tables, *, certain=False):
    """Words, state and reason of each."""
    page = PlaceText(text, tables, "2018-04-03")
    known = choose(page, page.candidates(), find_holders(page))
    return [(c.site.name, c.site.country, c.reason) for _, _, c in unknown(page, known, certain=certain)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Qwxla, Texas.", [("Qwxla", "USA", "the text puts it in Texas")]),
        ("They met in the village of Qwxla.", [("Qwxla", "", "the text calls it a place")]),
        ("They met in the village of Qwxla Brn, Iraq.", [("Qwxla Brn", "IRQ", "the text puts it in Iraq")]),
        ("They met in Qwxla.", []),
        ("They met Qwxla, Texas.", []),
        ("Qwxla, Texas was cold.", []),
        ("", []),
    ],
)
def test_the_text_must_say_that_it_is_a_place(tables, text, expected):
    """By what holds it behind a preposition, or by its kind."""
    assert expected == found(text, tables)


def test_where_a_place_is_named_what_holds_it_is_enough(tables):
    """Even at the beginning."""
    assert [("Qwxla", "USA", "the text puts it in Texas")] == found("Qwxla, Texas", tables, certain=True)
    assert [] == found("Qwxla", tables, certain=True)
