"""The words of a text in which places are sought."""

import pytest

from facta.resolve.place.text import PlaceText


def page(text, tables):
    return PlaceText(text, tables, "2018-04-03")


def mark(page, words):
    """The mark of these words, of several the last."""
    return next(m for m in reversed(page.marks) if page.text[page.words[m.first].start : page.words[m.last - 1].end] == words)


@pytest.mark.parametrize(
    ("text", "words", "lead"),
    [
        ("They met in Iraq.", "Iraq", "in"),
        ("They met in the northern Iraq.", "Iraq", "in"),
        ("They flew to Iraq.", "Iraq", "to"),
        ("Iraq left.", "Iraq", ""),
        ("The minister of Iraq", "Iraq", ""),
        ("in the south of Iraq", "Iraq", "of"),
    ],
)
def test_a_preposition_leads_to_a_place(tables, text, words, lead):
    """Past articles and directions."""
    told = page(text, tables)
    assert lead == told.lead(mark(told, words).first)
    assert (lead == "in") == told.led(mark(told, words))


def test_a_noun_that_says_what_a_place_is_counts_to_its_name(tables):
    """But not into the words it is compared by."""
    told = page("They met in Dallas County.", tables)
    found = mark(told, "Dallas County")
    assert (True, "dallas", False) == (found.unit, told.norms(found), told.single(found))
    assert found is told.at[found.last - 1]


def test_a_town_that_is_none_is_forgotten(tables):
    """Towns alone: a state stays."""
    told = page("They met in Goma and in Iraq.", tables)
    town, state = mark(told, "Goma"), mark(told, "Iraq")
    for one in (town, state):
        told.forget(one)
    assert [state] == told.candidates()
    assert town.first not in told.at and state.first in told.at


def test_states_are_counted_as_often_as_they_are_told_of(tables):
    """By their names, peoples and capitals; a name that may be of several counts for none."""
    assert {"IRQ": 2, "FRA": 1} == dict(page("Iraq and Iraqi troops met the French.", tables).told)
    assert {} == dict(page("", tables).told)


def test_a_headline_has_capitals_that_tell_nothing(tables):
    """Its line alone."""
    told = page("Minister Leaves Northern Iraq Again\nThe minister left Iraq again.", tables)
    assert [True] * 5 + [False] * 5 == told.titled


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Iraq, Syria", True),
        ("Iraq and in the Syria", True),
        ("Iraq/Syria", True),
        ("Iraq – Syria", True),
        ("Iraq with Syria", False),
    ],
)
def test_a_row_is_parted_by_signs_and_conjunctions(tables, text, row):
    """A preposition may be told again."""
    told = page(text, tables)
    assert row == told.row(mark(told, "Iraq"), mark(told, "Syria"))


def test_what_is_written_like_a_full_name_is_a_persons(tables):
    """Its words without the given name, in a headline one alone."""
    assert {"walker"} == page("In Austin, John Walker spoke. He left.", tables).persons()
    assert {"clinton"} == page("Hillary Clinton Wins Delaware Again Today", tables).persons()
    assert frozenset() == page("", tables).persons()


def test_words_beside_a_name_are_those_with_a_blank_between(tables):
    """A title's dot too; no other sign, and nothing behind an apostrophe's s."""
    told = page("Gen. Walker, in Iraq's north, Mosul", tables)
    iraq = mark(told, "Iraq")
    assert ("in", None) == (told.before(iraq).norm, told.after(iraq))
    assert told.before(mark(told, "Mosul")) is None
    assert told.after(mark(told, "Mosul")) is None
