"""The states that a text names, by state and place."""

from facta.resolve.named_states import NamedStates
from facta.values.spans import Range

TOLD = NamedStates.of([(3, "PER"), (10, "CHL"), (20, "PER"), (31, "IRN")])


def test_states_are_in_the_order_of_their_first_naming():
    """With how often each is named."""
    assert [("PER", 2), ("CHL", 1), ("IRN", 1)] == [(c, TOLD.times(c)) for c in TOLD]
    assert (3, "PER") == (len(TOLD), TOLD.first())


def test_some_of_the_states_or_of_the_text_can_be_left_out():
    """Whoever is named nowhere else is gone."""
    assert ["CHL", "IRN"] == list(TOLD.without({"PER"}))
    rest = TOLD.outside(Range(0, 12))
    assert (["PER", "IRN"], 1, "PER") == (list(rest), rest.times("PER"), rest.first())


def test_a_place_tells_who_was_named_last_before_it():
    """What begins at the place comes behind it."""
    assert [None, "PER", "CHL", "PER"] == [TOLD.last_before(at) for at in (3, 4, 20, 21)]
    assert [False, True, False] == [TOLD.any_in(Range(*at)) for at in ((4, 10), (10, 11), (32, 90))]


def test_nothing_is_named_where_nothing_is():
    """Empty, and false."""
    none = NamedStates.of([])
    assert (None, None, False, False) == (none.first(), none.last_before(9), none.any_in(Range(0, 9)), bool(none))
