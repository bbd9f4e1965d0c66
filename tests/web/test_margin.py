"""What stands in the margin beside a page."""

import pytest

from facta.records import Source, When
from facta.web import margin
from tests.cli.reading_makers import event, party, reading, where


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, "undated"),
        (When(iso="2018-04-03", precision="day"), "3 April 2018"),
        (When(iso="2018-04-03", end="2018-04-05", precision="day"), "3 April 2018 to 5 April 2018"),
        (When(iso="2018-04-03", precision="reported"), "3 April 2018, the report’s day"),
        (When(iso="1987", precision="decade"), "1980s"),
        (When(iso="2018-04", precision="month"), "April 2018"),
    ],
)
def test_a_date_is_told_as_finely_as_it_is_known(date, words):
    """And where it is only the report's, that is said."""
    assert words == margin.when(event(date=date))


def test_a_chain_is_told_with_what_is_known_of_each_link():
    """Who has no name is said to have none."""
    chain = (
        Source(name=None, kind="outlet", state_controlled=True),
        Source(name="Tass", kind="agency"),
        Source(name=None, kind="person", anonymous=True),
    )
    assert [
        ("an unknown outlet", ("state media",)),
        ("Tass", ("agency",)),
        ("an unnamed source", ("unnamed",)),
    ] == [(link.name, link.notes) for link in margin.links(chain)]


def test_one_card_is_that_of_the_whole_page():
    """None where the page has no such event."""
    read = reading(events=(event(), event(id="e2", trigger=where("agree"))))
    assert margin.cards(read, {}, ())[1] == margin.card(read, "e2", {}, ())
    assert None is margin.card(read, "e9", {}, ())
    assert None is margin.said(read, "q9", ())


def test_parties_are_told_in_a_line_with_what_is_unknown_of_them():
    """A question mark stands for a country that nobody knows."""
    assert "Ann Berg (?), Peru (PER, GOV)" == margin.names((party("Ann Berg"), party("Peru", country="PER", sector="GOV")))
