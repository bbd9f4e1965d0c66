"""Which of the places of one name is meant, and why."""

import pytest

from facta.resolve.place.choice import choose
from facta.resolve.place.holders import find_holders
from facta.resolve.place.text import PlaceText


def chosen(text, tables):
    """State, score and reason of each place, by its words."""
    page = PlaceText(text, tables, "2018-04-03")
    holders = find_holders(page)
    found = choose(page, page.candidates(), holders)
    return {page.norms(mark): (c.site.country, c.score, c.reason) for mark, c in found.items()}


@pytest.mark.parametrize(
    ("text", "name", "country", "reason"),
    [
        ("in Boston", "boston", "USA", "the text is about its state"),
        ("in Paris, Texas", "paris", "USA", "the text puts it in Texas"),
        ("in Paris, Texas. Back in Paris", "paris", "USA", "the text says elsewhere where it lies"),
        ("The Canadians met in London, Ontario", "london", "CAN", "the text puts it in Ontario"),
        ("The Canadians met in Vancouver", "vancouver", "CAN", "the text is about its state"),
        ("in Iraq", "iraq", "IRQ", "nothing else of that name is known"),
    ],
)
def test_the_text_goes_before_fame(tables, text, name, country, reason):
    """Every choice says why."""
    found = chosen(text, tables)[name]
    assert country == found[0]
    assert reason == found[2] or reason.endswith("where it lies")


def test_a_name_has_one_place_in_a_text(tables):
    """Where it lies is told once."""
    page = PlaceText("In Paris they met. In Paris, Texas they parted.", tables, None)
    found = choose(page, page.candidates(), find_holders(page))
    assert {"USA"} == {c.site.country for m, c in found.items() if page.norms(m) == "paris"}
    assert {0.95, 0.9} == {c.score for m, c in found.items() if page.norms(m) == "paris"}


def test_no_names_have_no_places(tables):
    """Nothing is chosen of nothing; scores are probabilities."""
    assert {} == chosen("They met.", tables)
    assert all(0 < score <= 1 for _, score, _ in chosen("London, Paris, Tyler, Texas, Goma and Springfield", tables).values())
