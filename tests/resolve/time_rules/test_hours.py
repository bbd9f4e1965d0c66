"""Clocks and parts of the day."""

from datetime import date

import pytest

from facta.resolve.time_rules import hours, units
from facta.values.dates import clean
from tests.resolve.time_rules.rule_makers import meaning, value

STORY = units.day(date(2017, 12, 31))
ANY = units.UNKNOWN_DAY


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12:00 a.m.", "00:00"),
        ("12:30 pm", "12:30"),
        ("9 p.m.", "21:00"),
        ("6:40 p.m. (GMT +8)", "18:40+08:00"),
        ("18:00 UTC", "18:00Z"),
        ("0930 GMT", "09:30Z"),
        ("18:00 GMT+5:30", "18:00+05:30"),
        ("18:00 GMT+0545", "18:00+05:45"),
        ("18:00 UTC-3:30", "18:00-03:30"),
        ("18:00 UTC−3", "18:00-03:00"),
        ("10:00 EDT", "10:00-04:00"),
        ("10:00 Pacific time", "10:00-07:00"),
        ("10:00 Tokyo time", "10:00+09:00"),
        ("10:00 local time", "10:00"),
        ("24:00", "24:00"),
    ],
)
def test_a_clock_has_its_zone(words, expected):
    """In hours and minutes; a zone told by a place turns with the season."""
    assert f"{ANY}T{expected}" == value(hours.clock, words)


@pytest.mark.parametrize("words", ["24:30", "25:10", "13:00 p.m.", "0:30 a.m."])
def test_what_no_clock_shows_is_no_time(words):
    """Nor is an hour of the afternoon beyond twelve."""
    assert value(hours.clock, words) is None


def test_in_winter_a_place_has_another_offset():
    """By the day of publication; without one none is known."""
    assert f"{ANY}T10:00-08:00" == value(hours.clock, "10:00 Pacific time", base=date(2018, 1, 5))
    assert f"{ANY}T10:00" == value(hours.clock, "10:00 Pacific time", base=None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("last night", "2018-04-04TNI"),
        ("tonight", "2018-04-05TNI"),
        ("this Morning", "2018-04-05TMO"),
        ("overnight", "2018-04-05TNI"),
    ],
)
def test_nights_near_publication_have_its_days(words, expected):
    """Last night is the day before."""
    assert expected == value(hours.near_night, words)
    assert f"{ANY}T{expected[-2:]}" == value(hours.near_night, words, base=None)


@pytest.mark.parametrize(("words", "day"), [("the next morning", "2018-01-01"), ("the same evening", "2017-12-31")])
def test_the_next_morning_is_that_of_the_day_told_last(words, day):
    """Not of publication."""
    assert day == value(hours.part_of_next, words, STORY)[:10]


@pytest.mark.parametrize(("words", "expected"), [("noon", "12:00"), ("midnight GMT", "00:00Z"), ("midday", "12:00")])
def test_hours_have_names(words, expected):
    """With zones too."""
    assert f"{ANY}T{expected}" == value(hours.clock_word, words)


def test_a_stamp_is_a_day_and_its_hour():
    """A day that is none tells nothing."""
    assert "2018-04-03T10:00Z" == value(hours.stamp, "2018-04-03T10:00z")
    assert meaning(hours.stamp, "2018-02-30T10:00") is None
    assert clean("2018-02-30") is None
