"""Persons by name, surname and office."""

import pytest

from facta.resolve.facts import Office, Person, Term
from facta.resolve.people import by_name, by_office, by_surname, surnames

HEAD, MINISTER = Office("president", "state", "GOV", True), Office("minister", "", "GOV", False)


def person(*names, state="FRA", office=HEAD):
    return Person(names[0], names, (Term(state, office, "2017", ""),))


@pytest.mark.parametrize(
    ("names", "state", "found"),
    [
        (["ada lo"], "FRA", {"lo"}),
        (["ada lo", "ada maria ng"], "FRA", {"lo", "ng"}),
        (["ada lo jr"], "FRA", {"lo"}),
        (["ada al"], "FRA", set()),
        (["ada"], "FRA", {"ada"}),
        (["xi jinping"], "CHN", {"xi", "jinping"}),
        (["kim jong un"], "PRK", {"kim"}),
        (["kim jong un", "jong un kim"], "PRK", {"kim"}),
        (["ada lo"], "ETH", {"ada", "lo"}),
        (["hun sen"], "KHM", {"hun", "sen"}),
        (["jr"], "FRA", {"jr"}),
        (["ada of south ruritania"], "FRA", set()),
        (["ada of south ruritania", "ada lo"], "CHN", {"ada", "lo"}),
        (["ada friday"], "FRA", set()),
        (["sunday ada"], "CHN", {"ada"}),
    ],
)
def test_a_surname_stands_last_or_first_as_the_press_writes(names, state, found):
    """Where people have none they go by their first name too.

    Particles and single letters are none, nor days of the week: alone in a newspaper those are always the day."""
    assert found == surnames(person(*names, state=state))


def test_persons_are_filed_under_each_name_once():
    """In their order."""
    ada, ben = person("ada lo", "ada lo"), person("ben lo", "ada lo")
    assert {"ada lo": (ada, ben), "ben lo": (ben,)} == by_name([ada, ben])
    assert {"lo": (ada, ben)} == by_surname([ada, ben])
    assert {} == by_name([])


def test_a_second_surname_that_others_bear_alone_is_theirs():
    """Who is written without it is not called by it, unless nobody else is."""
    ada, ben = person("ada lo ng", "ada lo"), person("ben ng")
    assert (ben,) == by_surname([ada, ben])["ng"]
    assert (ada,) == by_surname([ada])["ng"]


def test_only_offices_of_one_person_at_a_time_lead_to_a_person():
    """By state and portfolio."""
    ada, ben = person("ada lo"), person("ben lo", office=MINISTER)
    assert {("FRA", "state"): ((ada.terms[0], ada),)} == by_office([ada, ben])
