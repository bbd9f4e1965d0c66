"""The words of pictures: titles, times, words cut to their room."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.relations.pictures import words
from tests.relations.picture_makers import commitment, ledger, relation


@pytest.mark.parametrize(
    ("said", "width", "cut"),
    [
        ("short", 20, "short"),
        ("中国和俄罗斯签署协议", 10, "中国和俄…"),
        ("a" * 40, 10, "aaaaaaaaa…"),
        ("$5, then\n$6", 20, "$5, then $6"),
    ],
)
def test_words_are_cut_to_their_width(said, width, cut):
    """At a word where one ends nearby; wide letters count twice."""
    assert cut == words.shortened(said, width)


@given(st.text("ab 中,;", max_size=30), st.integers(1, 12))
def test_cut_words_are_no_wider_than_their_room(said, width):
    """And begin as the words do."""
    cut = words.shortened(said, width)
    assert words._width(cut) <= width
    assert " ".join(said.split()).startswith(cut.removesuffix("…"))


def test_a_sentence_without_end_is_cut_at_once():
    """A page may hold one of any length."""
    assert 20 == len(words.shortened("x" * 200_000, 20))


@pytest.mark.parametrize(
    ("since", "until", "by", "told"),
    [
        ("2018-01-01", "2018-12-31", "year", "2018"),
        ("2017-01-01", "2018-12-31", "year", "2017 to 2018"),
        ("2018-01-01", "2018-03-31", "quarter", "January 2018 to March 2018"),
        ("2018-04-01", "2018-04-30", "month", "April 2018"),
        ("2018-04-01", "2018-04-30", "year", "April 2018"),
        ("2018-04-03", "2018-04-30", "month", "3 April 2018 to 30 April 2018"),
        ("2018-04-03", "2018-04-03", "year", "3 April 2018"),
    ],
)
def test_a_time_is_told_as_coarsely_as_it_begins_and_ends(since, until, by, told):
    """By its periods, else by months, else by days."""
    found = relation([((1, 0), (0, 0), (0, 0))])
    found = msgspec.structs.replace(found, since=date.fromisoformat(since), until=date.fromisoformat(until), by=by)
    assert told == words.span(found)
    assert "" == words.span(msgspec.structs.replace(found, since=None))


def test_titles_name_pair_direction_and_time():
    """In one line, whatever the names hold."""
    one = relation([], names=("China\n", "Rus\x1bsia"), directed=True)
    assert words.relation_title(one).startswith("China towards Rus sia: words and deeds")
    assert "China and Russia: what became of their commitments" == words.ledger_title(ledger())
    assert words.ledger_title(ledger(commitment())).startswith("China and Russia: what became of 1 commitment, 20")
