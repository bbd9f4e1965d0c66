"""The persons that a page names."""

from typing import Any

import pytest

from facta.records import ARTICLE
from facta.resolve import Tables
from facta.resolve.members import Members
from facta.resolve.naming import name
from facta.resolve.phrase import parse
from facta.resolve.spots import Spot
from facta.values.spans import Range


def named(tables: Tables, text: str, *words: str, headline: str = "", on: str | None = "2018-04-05", **fields: Any) -> Members:
    """Everybody on a page after its persons were gathered; every word given is a party, those of `headline` stand in it."""
    cast, spots = Members(tables, on, {ARTICLE: text}, {}), []
    at: dict[str, int] = {}
    for one in words:
        at[one] = text.index(one, at.get(one, -1) + 1)
        spots.append(Spot(ARTICLE, Range(at[one], at[one] + len(one)), one, wanted=True, headline=one == headline, **fields))
    name(cast, {s: parse(s.text, tables, on) for s in spots})
    return cast


def told(cast: Members) -> list[list[str]]:
    """The namings of each person."""
    return [sorted(s.text for s in m.spots) for m in cast.all]


def test_a_surname_alone_is_the_persons_who_is_named_in_full(tables: Tables) -> None:
    """Before it or after it."""
    text = "Berg spoke. Then Ann Berg and Tor Holm left."
    assert [["Ann Berg", "Berg"], ["Tor Holm"]] == sorted(told(named(tables, text, "Berg", "Ann Berg", "Tor Holm")))


def test_a_surname_that_the_page_writes_behind_other_given_names_is_not_a_known_bearers(tables: Tables) -> None:
    """In a report of Angela Merkel's cousin no chancellor is meant."""
    (cast,) = [named(tables, "Relatives of Paul Merkel wept. Merkel had left.", "Merkel")]
    assert [None] == [m.found and m.found.name for m in cast.all]
    (known,) = named(tables, "In Berlin Merkel had left.", "Merkel").all
    assert known.found and "Angela Merkel" == known.found.name


def test_two_namings_of_one_known_person_are_one_member(tables: Tables) -> None:
    """A title and a nickname's spelling."""
    text = "President Putin spoke; Vladimir Putin left."
    (one,) = named(tables, text, "President Putin", "Vladimir Putin").all
    assert one.found and "Vladimir Putin" == one.found.name


def test_who_is_unknown_has_what_title_or_apposition_tell(tables: Tables) -> None:
    """But not the name of somebody else in it."""
    (one,) = named(tables, "Ann Berg, the spokeswoman of Joseph Kabila, spoke.", "Ann Berg").all
    assert one.found is None or one.found.name is None
    (judge,) = named(tables, "They met Norwegian judge Ann Berg.", "Ann Berg").all
    assert judge.found and ("NOR", None) == (judge.found.country, judge.found.name)


@pytest.mark.parametrize("words", ["He", "the rebels", "Iran", "National Bureau", "12 men", "", "它"])
def test_what_names_no_person_makes_none(tables: Tables, words: str) -> None:
    """A pronoun is one, though it is a Chinese name as well."""
    assert [] == named(tables, f"Then {words} came.", words).all


def test_capitals_of_a_headline_alone_make_nobody(tables: Tables) -> None:
    """There every word may have one; whom the text names is known in it too."""
    assert [] == named(tables, "Big Storm Hits", "Big Storm", headline="Big Storm").all
    text = "Ann Berg Hits Out\nJudge Ann Lise Berg spoke."
    (one,) = named(tables, text, "Ann Berg", "Ann Lise Berg", headline="Ann Berg").all
    assert ["Ann Berg", "Ann Lise Berg"] == sorted(s.text for s in one.spots)
