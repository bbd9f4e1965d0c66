"""Members of a page's cast are found by what is known of them."""

import pytest

from facta.records import ARTICLE
from facta.resolve import filed
from facta.resolve.members import Members
from facta.resolve.spots import Spot
from facta.resolve.who import candidates
from facta.values.spans import Range


@pytest.fixture
def cast(tables):
    return Members(tables, "2018-04-03", {}, {})


def person(cast, *names):
    """Somebody with these names."""
    one = cast.new(person=True)
    for name in names:
        cast.call(one, tuple(name.split()))
    return one


def test_a_bearer_has_all_the_words_of_a_name_or_a_part_of_them(cast):
    """In the order in which they came in; of a row of many words too."""
    ada, lo, ben = person(cast, "ada lo"), person(cast, "lo"), person(cast, "ben", "ben ng")
    long = "ada lo ben ng cem da eve".split()
    for given, expected in (
        (["lo"], [ada, lo]),
        (["ada", "lo"], [ada, lo]),
        (["ng"], [ben]),
        (["dan"], []),
        (long, [ada, lo, ben]),
    ):
        assert expected == cast.filed.bearers(tuple(given))
    assert ([ada], []) == (cast.filed.surnamed("lo"), cast.filed.surnamed("ben"))


def test_of_many_names_only_those_alike_are_compared(cast, monkeypatch):
    """A page that names a thousand people compares each with itself."""
    compared = []
    monkeypatch.setattr(filed, "fits", lambda given, name: compared.append(name) or set(name) <= set(given))
    names = [("anton", f"bak{n}") for n in range(1000)]
    for name in names:
        cast.call(cast.new(person=True), name)
    assert all(len(cast.filed.bearers(name)) == 1 for name in names)
    assert names == compared


def test_who_is_found_to_be_somebody_else_is_filed_anew(cast, tables):
    """By name, by office and by how often its state is named; who has left is nowhere."""
    found = [candidates(name, on="2018-04-03", tables=tables)[0] for name in ("Russia", "Angela Merkel")]
    one = cast.new(person=True)
    cast.put(Spot(ARTICLE, Range(0, 6), "Moscow"), one)
    cast.know(one, found[0])
    cast.put(Spot(ARTICLE, Range(10, 16), "Russia"), one)
    assert ([one], 2) == (cast.filed.known("Russia"), cast.filed.namings["RUS"])
    cast.know(one, found[1])
    assert ([], 0, 2) == (cast.filed.known("Russia"), cast.filed.namings["RUS"], cast.filed.namings["DEU"])
    assert ([one], [one]) == (cast.filed.holders("government"), cast.filed.written("the Moscow"))
    cast.join(one, other := cast.new(person=True))
    assert ([], [], 0) == (cast.filed.known("Angela Merkel"), cast.filed.holders("government"), cast.filed.namings["DEU"])
    assert [other] == cast.filed.written("Russia")


def test_the_spot_that_names_somebody_in_full_is_the_first(cast):
    """With a given name before the surname; a title is none."""
    for start, text in ((0, "Mr. Cuban"), (20, "Mark Cuban, the owner"), (50, "Mark Cuban")):
        cast.put(Spot(ARTICLE, Range(start, start + len(text)), text), cast.new(person=False))
    assert (cast.all[1], None) == (cast.in_full("cuban"), cast.in_full("mark"))
