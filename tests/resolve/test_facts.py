"""What holds on a date, at any precision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.resolve.facts import Entry, Numbers, Office, Person, Term, within

DAY = st.dates().map(lambda d: d.isoformat())
SPAN = st.tuples(DAY, DAY).map(sorted)


@pytest.mark.parametrize(
    ("on", "start", "end", "expected"),
    [
        ("2018-04-03", "2018-04-03", "2018-04-03", True),
        ("2018-04-02", "2018-04-03", "", False),
        ("2018-04-04", "", "2018-04-03", False),
        ("2018", "2018-12-31", "", True),
        ("2018-04-03", "2018", "2018", True),
        ("2017-12-31", "2018", "", False),
        ("2018-03", "", "2018-02", False),
        ("2018", "", "", True),
    ],
)
def test_a_date_lies_in_a_span_as_far_as_both_tell(on, start, end, expected):
    """Both ends belong to it; an empty one is open."""
    assert expected == within(on, start, end)


@given(DAY, SPAN, st.sampled_from((4, 7, 10)))
def test_a_rougher_date_never_leaves_a_span(on, span, letters):
    """What holds on a day holds in its month and year."""
    assert within(on[:letters], *span) or not within(on, *span)


def test_without_a_date_what_holds_to_this_day_does():
    """Terms and numbers need a date."""
    ended, running = (Entry("state", "X", "XXA", "GOV", "1990", end) for end in ("2000", ""))
    assert [False, True] == [e.holds(None) for e in (ended, running)]
    term = Term("FRA", Office("president", "state", "GOV", True), "2017-05-14", "")
    assert [False, True, False] == [term.covers(on) for on in (None, "2017", "2016")]
    assert not Numbers(1, 2, "", "").covers(None)


def test_a_person_is_of_every_state_of_an_office():
    """Each once."""
    office = Office("president", "state", "GOV", True)
    held = tuple(Term(state, office, "", "") for state in ("FRA", "AND", "FRA"))
    assert {"FRA", "AND"} == Person("X", ("x",), held).states
