"""Whether two events of a page are two tellings of one act."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.events.same import NEWS_DAYS, Match, dates_agree, modes_agree, party, same_act, shares_word, side
from facta.records import Actor, When
from tests.events import event_makers as make

ANN, BEN = (Actor(id=i, name=n, kind="person", country="FRA") for i, n in (("a", "Ann"), ("b", "Ben")))
ACTORS = {"a": ANN, "b": BEN}


def when(told):
    """`2018-04`, `2018-04-01/2018-04-05`, `~2018-04-03` for the report's own day, or words."""
    if told is None or not any(map(str.isdigit, told)):
        return told and When(iso=None, precision=None, text=told)
    iso, _, end = told.removeprefix("~").partition("/")
    precision = "reported" if told[0] == "~" else {4: "year", 7: "month", 10: "day"}[len(iso)]
    return When(iso=iso, end=end or None, precision=precision)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2018-04-03", "2018-04-03", True),
        ("2018-04-03", "2018-04-04", False),
        ("2018-04-30", "2018-04", True),
        ("2018-05-01", "2018-04", False),
        ("2018-02-28", "2018-02", True),
        ("2020-02-29", "2020-02", True),
        ("2018-12-31", "2018", True),
        ("2019", "2018-12-31", False),
        ("2018-04-01/2018-04-05", "2018-04-05", True),
        ("2018-04-01/2018-04-05", "2018-04-06", False),
        ("2017/2018", "2018-12-31", True),
        ("~2018-04-10", "2018-04-03", True),
        ("~2018-04-11", "2018-04-03", False),
        ("~2018-04-10", "~2018-04-03", False),
        ("2018-04-03", None, True),
        ("last Friday", "Last friday", True),
        ("last Friday", "on Monday", False),
        ("last Friday", "2018-04-03", True),
        (None, None, True),
    ],
)
def test_dates_agree_where_they_meet(one, other, expected):
    """In either order; a report's own day may lie a week off, and words that nobody could resolve are compared as words."""
    assert NEWS_DAYS == 7
    assert [expected] * 2 == [dates_agree(when(a), when(b)) for a, b in ((one, other), (other, one))]


def test_a_decade_is_ten_years():
    """Of its first year."""
    decade = When(iso="1960", precision="decade")
    assert [True, False] == [dates_agree(decade, when(iso)) for iso in ("1969-12-31", "1970-01-01")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (make.party("Ann", actor="a"), make.party("she", actor="a"), Match.SAME),
        (make.party("PARIS"), make.party("France", name="Paris"), Match.SAME),
        (make.party("Ann", "FRA", actor="a"), make.party("Ben", "FRA", actor="b"), Match.DIFFERENT),
        (make.party("Ann", "FRA", actor="a"), make.party("France", "FRA"), Match.LOOSE),
        (make.party("the army", "FRA", "MIL"), make.party("France", "FRA", "GOV"), Match.LOOSE),
        (make.party("rebels", "FRA", "REB"), make.party("France", "FRA", "GOV"), Match.DIFFERENT),
        (make.party("France", "FRA"), make.party("Mali", "MLI"), Match.DIFFERENT),
        (make.party("they"), make.party("those"), Match.DIFFERENT),
    ],
)
def test_parties_are_one_by_actor_name_or_office(one, other, expected):
    """Two persons of one state are two."""
    assert [expected] * 2 == [party(*pair, ACTORS) for pair in permutations((one, other))]


def test_a_list_is_loosely_the_same_as_one_that_holds_it():
    """All of it must be there; nobody is open."""
    france, mali, chad = (make.party(n, c) for n, c in (("France", "FRA"), ("Mali", "MLI"), ("Chad", "TCD")))
    lists = [([], [france]), ([france], [france]), ([france], [mali, france]), ([france, chad], [france, mali])]
    assert [Match.OPEN, Match.SAME, Match.LOOSE, Match.DIFFERENT] == [side(a, b, {}) for a, b in lists]
    assert Match.SAME == side([france, mali], [mali, france], {})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("visited", "a visit", True),
        ("VISITED", "visitors", True),
        ("agreement", "agrees", False),
        ("met", "meeting", False),
        ("", "visit", False),
        ("Überfall", "überfalls", True),
    ],
)
def test_words_are_one_by_how_they_begin(one, other, expected):
    """Whatever their endings, if these are short."""
    assert expected == shares_word(one, other) == shares_word(other, one)


@given(st.text("abcd ", max_size=12), st.text("abcd ", max_size=12))
def test_sharing_a_word_has_no_order(one, other):
    """And a long word is shared with itself."""
    assert shares_word(one, other) == shares_word(other, one)
    assert shares_word(one, one) == any(len(word) >= 4 for word in one.split())


def test_one_mode_may_be_untold_where_the_type_leaves_it_open():
    """A meeting as such is no visit."""
    assert modes_agree(make.event("ASSAULT", mode="aerial"), make.event("ASSAULT"))
    assert not modes_agree(make.event("ASSAULT", mode="aerial"), make.event("ASSAULT", mode="drone"))
    assert not modes_agree(make.event("CONSULT", mode="visit"), make.event("CONSULT"))


@pytest.mark.parametrize("more", [{"status": "planned"}, {"comment": "c1"}, {"date": "2018-04-03"}, {"place": ("Mopti", "MLI")}])
def test_one_act_is_told_with_nothing_that_differs(more):
    """Status, text, date and place of a deed."""
    sides = [make.party("France", "FRA")], [make.party("Mali", "MLI")]
    told = {"date": "2018-04-02", "place": ("Gao", "MLI")}
    one = make.event("AID", *sides, **told)
    assert same_act(one, make.event("AID", *sides, **told), {})
    assert not same_act(one, make.event("AID", *sides, **told | more), {})
