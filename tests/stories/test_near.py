"""What an update looks at is what is near, and no more."""

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from facta.stories.likeness import NEAR, WINDOW
from facta.stories.near import _beside, _joined, _lot
from facta.stories.near import asked as spans
from tests.stories.row_makers import DAY, row

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda t: (DAY + timedelta(t[0]), DAY + timedelta(t[0] + t[1])))
)


def days(spans):
    return {first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)}


@given(SPANS)
def test_joined_spans_cover_the_same_days_without_meeting(spans):
    """In order."""
    joined = _joined(spans)
    assert days(spans) == days(joined)
    assert all(a[1] < b[0] for a, b in pairwise(joined))


@given(st.lists(st.integers(0, 4), max_size=12))
def test_tellings_beside_each_other_stand_on_one_page(pages):
    """Each pair once, the smaller place first."""
    one, other = _beside(pages)
    expected = [(i, j) for i, j in combinations(range(len(pages)), 2) if pages[i] == pages[j]]
    assert expected == sorted(zip(one.tolist(), other.tolist(), strict=True))


def asked(**fields):
    """Keys, days and whether only those that name no pair may come, for one event."""
    one = row(**fields)
    known = {"span": (one["first_day"], one["last_day"]), "keys": ["a CHN RUS"], "states": ["a CHN"], "alone": False}
    return spans([one | known | fields])


def test_events_are_asked_for_around_their_days():
    """Farther under their pairs than under a state, where only those come that name no pair."""
    far, near = (DAY - timedelta(WINDOW), DAY + timedelta(WINDOW)), (DAY - timedelta(NEAR), DAY + timedelta(NEAR))
    assert [("a CHN RUS", *far, False), ("a CHN", *near, True)] == asked()
    assert [("a CHN", *near, False)] == asked(keys=[], alone=True)
    assert [] == asked(span=(None, None))


def test_what_is_asked_twice_is_asked_once():
    """Spans of a key that meet are one."""
    known = {"keys": ["k"], "states": [], "alone": False}
    rows = [row() | known | {"span": (day, day)} for day in (DAY, DAY + timedelta(1), date(2020, 1, 1))]
    found = spans(rows)
    assert 2 == len(found)
    assert (DAY - timedelta(WINDOW), DAY + timedelta(1 + WINDOW)) == found[0][1:3]


def test_a_lot_depends_on_the_event_alone():
    """Not on what else is known of it; broken text has one too."""
    assert _lot(row()) == _lot(row(confidence=0.1, page_no=7)) != _lot(row(id="e2"))
    assert all(0 <= lot < 2**63 for lot in _lot(row(key="\ud800", around="\ud800")))


def test_what_an_event_says_is_drawn_by_before_its_key():
    """The key of a page may come from the folder that it was read from."""
    first, second = _lot(row())
    elsewhere = _lot(row(key="b", id="e2"))
    assert (first, True) == (elsewhere[0], second != elsewhere[1])
    assert first not in {_lot(row(**{name: "other"}))[0] for name in ("page", "url", "title", "around", "type", "trigger")}
