"""Who is on one page, while its mentions are being gathered."""

import pytest

from facta.records import ARTICLE
from facta.resolve.members import REACH, Members, actor, precedes
from facta.resolve.spots import Spot
from facta.resolve.who import candidates
from facta.values.spans import Range


def spot(start, text, comment=ARTICLE):
    return Spot(comment, Range(start, start + len(text)), text)


@pytest.fixture
def members(tables):
    return Members(tables, "2018-04-03", {}, {})


def person(members, start, text, *more):
    """Somebody who bears the words as a name, at one spot and at more."""
    one = members.new(person=True)
    members.call(one, tuple(text.lower().split()))
    for at in (start, *more):
        members.put(spot(at, text), one)
    return one


def test_a_spot_has_one_member(members):
    """It is counted once, and whoever is put there last stands there."""
    first, second = members.new(True), members.new(False)
    for member in (first, first, second):
        members.put(spot(5, "Ada Lo"), member)
    assert ([spot(5, "Ada Lo")], second) == (first.spots, members.standing(ARTICLE, Range(5, 11)))
    assert members.standing("c1", Range(5, 11)) is None


def test_the_spots_before_another_end_before_it_begins(members):
    """In order, in the same text, and within reach."""
    at = REACH + 100
    far, near, touching = spot(0, "Ada"), spot(200, "Ben"), spot(at - 3, "Cem")
    for one in (touching, near, far, spot(at - 1, "Dan"), spot(10, "Eve", "c1")):
        members.put(one, members.new(True))
    assert [near, touching] == members.before(spot(at, "He"))
    assert [spot(10, "Eve", "c1")] == members.before(spot(50, "He", "c1"))
    assert [] == members.before(spot(50, "He", "c2"))


@pytest.mark.parametrize(
    ("given", "at", "named"),
    [("lo", 40, 30), ("lo", 27, 20), ("lo", 5, 10), ("ada lo", 40, 10), ("ada", 40, 10), ("ng", 40, None)],
)
def test_a_namesake_is_the_one_named_last_before(members, given, at, named):
    """Else the first after; the shorter name may be either's."""
    people = {start: person(members, start, text) for start, text in ((10, "Ada Lo"), (20, "Ben Lo"), (30, "Cem Lo"))}
    assert people.get(named) is members.namesake(spot(at, "?"), tuple(given.split()))


def test_who_joins_another_brings_spots_and_names(members):
    """And is no member any more, even where another has nothing either."""
    ada, lo = person(members, 10, "Ada Lo"), person(members, 40, "Lo", 60)
    empty, other = members.new(False), members.new(False)
    members.join(lo, ada)
    members.join(other, ada)
    assert ([10, 40, 60], [("ada", "lo"), ("lo",)]) == ([s.range.start for s in ada.spots], ada.names)
    assert members.all[0] is ada and members.all[1] is empty and len(members.all) == 2
    assert ada is members.standing(ARTICLE, Range(60, 62))


def test_a_speaker_may_have_been_seen_to_act(tables):
    """Where an event of the same clause says who acts."""
    members = Members(tables, None, {}, {(ARTICLE, Range(30, 32)): Range(10, 16)})
    ada = person(members, 10, "Ada Lo")
    assert (ada, None) == (members.acts(spot(30, "he")), members.acts(spot(50, "he")))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(spot(0, "Ada"), spot(3, "Ben"), True), (spot(0, "Ada"), spot(2, "B"), False), (spot(0, "A", "c1"), spot(9, "B"), False)],
)
def test_one_spot_precedes_another_in_the_same_text(one, other, expected):
    """Also one that it touches."""
    assert expected == precedes(one, other)


def test_the_record_of_somebody_unknown_has_the_longest_name_written(members):
    """Titles left out; mentions in order, comments after the article."""
    ada = members.new(person=True)
    ada.names += [("lo",), ("ada", "lo")]
    for one in (spot(50, "Lo", "c1"), spot(30, "Lo"), spot(10, "Dr. Ada Lo")):
        members.put(one, ada)
    made = actor(ada, "p")
    assert ("person", "Ada Lo", None, None) == (made.kind, made.name, made.country, made.role)
    assert [(10, None), (30, None), (50, "c1")] == [(m.start, m.comment) for m in made.mentions]


def test_the_record_of_a_body_is_called_as_it_is_known(members, tables):
    """Else by its longest naming, without the article."""
    body, known = members.new(person=False), members.new(person=False)
    for start, text in ((0, "Lakes"), (10, "the Lakes Board")):
        members.put(spot(start, text), body)
    members.put(spot(40, "Moscow"), known)
    known.found = candidates("Russia", on="2018-04-03", tables=tables)[0]
    assert [("organisation", "Lakes Board", None), ("state", "Russia", "RUS")] == [
        (a.kind, a.name, a.country) for a in (actor(body, "p"), actor(known, "p"))
    ]
    assert actor(body, "p").id != actor(body, "q").id
