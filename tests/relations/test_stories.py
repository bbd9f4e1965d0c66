"""Stories of a pair, each once, by day."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from facta.relations.states import Member, Side, side
from facta.relations.stories import COMMITTED, NO_DAY, Stories, as_day, either, stories
from tests.relations.relation_makers import did, page
from tests.stories.story_makers import act, moved, prose, put, report

TALK, DEED = ("talk", True), ("deed", True)


def made(**columns):
    return Stories(pa.table(columns), np.zeros(len(next(iter(columns.values()))), np.int64))


def days(found):
    return [None if day == NO_DAY else as_day(day).isoformat() for day in found.day.tolist()]


@pytest.fixture
def filled(store):
    """What China did to Russia, and Russia to China; a visit counts for who travels."""
    return put(
        store,
        page(did(*DEED, "2018-03-02"), did(*TALK, "2018-03-01"), did(*DEED, "2018-02-01", "RUS", "CHN"), key="a"),
        page(did(*DEED, "2018-05-01", "CHN", "RUS", status="planned"), key="b"),
    )


def test_a_directed_pair_is_what_one_does_to_the_other(filled):
    """By day; other statuses only where they are asked for."""
    china, russia = side("CHN"), side("RUS")
    assert ["2018-03-01", "2018-03-02"] == days(stories(filled, china, russia))
    assert ["2018-02-01"] == days(stories(filled, russia, china))
    assert ["2018-05-01"] == days(stories(filled, china, russia, statuses=("planned",)))
    assert [] == days(stories(filled, china, side("JPN")))


@pytest.mark.parametrize("folder", ["here", "there", "elsewhere"])
def test_stories_of_one_day_stand_by_what_is_known_of_them(store, folder):
    """The one told first comes first, then the surer one; ids, which may come from the folder of a page, are asked last."""
    barred = "Beijing barred Russian trawlers from the harbour of Qingdao."
    late = act("SANCTION", "CHN", "RUS", barred, date="2018-03-02", confidence=0.9)
    early = (
        act("AID", "CHN", "RUS", f"China gave Russia {what}.", date="2018-03-02", confidence=sure)
        for what, sure in (("rice", 0.7), ("arms", 0.6), ("steel", 0.8))
    )
    pages = report("b", *early, text=prose(1), published="2018-03-02"), report("a", late, text=prose(2), published="2018-03-03")
    put(store, *(moved(page, folder) for page in pages))
    found = stories(store, side("CHN"), side("RUS"), columns=COMMITTED)
    assert [*(f"China gave Russia {what}." for what in ("steel", "rice", "arms")), barred] == found.column("evidence")


def test_acts_that_only_name_the_other_state_are_looked_at_where_they_are_asked_for(store):
    """Deeds and commitments, and each story once: what is an act of the pair is no aside."""
    named = act("RETREAT", "CHN", words="China took its ships home from Russia.", date="2018-03-01")
    talk = act("ACCUSE", "CHN", words="China blamed sailors for what befell Russia.", date="2018-03-02")
    put(store, report("a", named, talk, did(*DEED, "2018-03-03"), text=prose(1)))
    plain, more = (stories(store, side("CHN"), side("RUS"), asides=asked) for asked in (False, True))
    assert (["2018-03-03"], [False]) == (days(plain), plain.column("aside"))
    assert (["2018-03-01", "2018-03-03"], [True, False]) == (days(more), more.column("aside"))


def test_either_side_may_have_done_what_nobody_is_told_to_do(store):
    """Where the sentence names both and tells no party; where it tells one, the other did it."""
    flows = act("COOPERATE", "", words="Gas began to flow from Russia to China.", date="2018-03-01")
    barred = act("COERCE", "", "CHN", words="Ships of China were held at the quays of Russia.", date="2018-03-02")
    put(store, report("a", flows, barred, text=prose(1)))
    found = stories(store, side("CHN"), side("RUS"), directed=False, asides=True, columns=COMMITTED)
    assert [("2018-03-01", True, False), ("2018-03-02", False, True)] == list(
        zip(days(found), found.column("joint"), found.column("reverse"), strict=True)
    )


def test_both_directions_are_the_undirected_pair(filled):
    """However they are come by."""
    china, russia = side("CHN"), side("RUS")
    both = stories(filled, china, russia, directed=False)
    assert [True, False, False] == both.column("reverse")
    turned = either(stories(filled, china, russia), stories(filled, russia, china))
    assert (both.column("id"), both.column("reverse")) == (turned.column("id"), turned.column("reverse"))


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [(None, None, 2), (date(2018, 3, 2), None, 1), (None, date(2018, 3, 1), 1), (date(2018, 3, 1), date(2018, 3, 2), 2)],
)
def test_a_state_counts_while_it_belongs(filled, since, until, expected):
    """Both days included."""
    club = Side("CLUB", "Club", (Member("CHN", since, until), Member("JPN")))
    assert expected == len(stories(filled, club, side("RUS")))


def test_a_test_of_a_column_is_asked_once_a_value():
    """Unknown is a value too."""
    asked = []
    found = made(mode=pa.array(["a", None, "a"]), id=pa.array(["1", "2", "3"]))
    assert [True, False, True] == found.holds("mode", lambda value: asked.append(value) or value == "a").tolist()
    assert ["a", None] == asked
    assert [] == made(mode=pa.array([], pa.string())).holds("mode", bool).tolist()


def test_kinds_are_the_combinations_that_occur():
    """And which of them each story has."""
    found = made(a=pa.array(["x", "y", "x", None]), b=pa.array([True, True, True, False]))
    kinds, of = found.kinds("a", "b")
    assert [("x", True), ("y", True), ("x", True), (None, False)] == [kinds[n] for n in of.tolist()]
    assert 3 == len(kinds)
    assert ["y"] == found.chosen(np.array([False, True, False, False])).column("a")
