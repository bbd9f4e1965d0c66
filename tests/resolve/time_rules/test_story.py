"""Dates seen from publication, or from what was told before."""

from datetime import date

import pytest

from facta.resolve.time_rules import story, units
from tests.resolve.time_rules.rule_makers import meaning, value

TOLD = units.day(date(2017, 9, 8))  # a Friday
MAY, Y2014 = units.month(2016, 5), units.year(2014)


@pytest.mark.parametrize(
    ("by", "words", "expected"),
    [
        (story.near_day, "the day before yesterday", "2018-04-03"),
        (story.near_day, "Today", "2018-04-05"),
        (story.near_day, "day after tomorrow", "2018-04-07"),
        (story.weekday, "Thursday", "2018-04-05"),
        (story.weekday, "last Thursday", "2018-03-29"),
        (story.weekday, "next Thursday", "2018-04-12"),
        (story.weekday, "this past Monday", "2018-04-02"),
        (story.weekday, "this coming Monday", "2018-04-09"),
        (story.weekday, "the following Monday", "2017-09-11"),
        (story.weekday_of_week, "Tuesday last week", "2018-03-27"),
        (story.weekday_of_week, "Monday of next week", "2018-04-09"),
        (story.weekday_of_week, "Friday of the following week", "2017-09-15"),
        (story.weekday_of_week, "Tuesday two weeks ago", "2018-03-20"),
        (story.weekday_of_week, "Tuesday several weeks ago", "PAST_REF"),
        (story.ago, "three days ago", "2018-04-02"),
        (story.ago, "three days earlier", "2017-09-05"),
        (story.ago, "two weeks ago", "2018-W12"),
        (story.ago, "a century ago", "19"),
        (story.ago, "half a year ago", "2017-10"),
        (story.ago, "a few hours ago", "2018-04-05TXX:XX"),
        (story.ago, "years ago", "PAST_REF"),
        (story.ago, "months later", "FUTURE_REF"),
        (story.ago, "9,000 years ago", None),
        (story.anniversary, "five years ago this month", "2013-04"),
        (story.anniversary, "ten years ago today", "2008-04-05"),
        (story.anniversary, "a year ago yesterday", "2017-04-04"),
        (story.anniversary, "several years ago this week", "PAST_REF"),
        (story.day_before, "the day before", "2017-09-07"),
        (story.day_before, "a year later", None),
        (story.this_unit, "last week", "2018-W13"),
        (story.this_unit, "the following day", "2017-09-09"),
        (story.this_unit, "last quarter", "2018-Q1"),
        (story.this_unit, "next month", "2018-05"),
        (story.unit_of_story, "the entire year", "2017"),
        (story.same_period, "the same period last year", "2016-09-08"),
    ],
)
def test_words_lead_to_a_day(by, words, expected):
    """Published on Thursday, 5 April 2018, after a day in September was told."""
    try:
        assert expected == value(by, words, TOLD)
    except StopIteration:
        assert expected is None


@pytest.mark.parametrize(("lean", "expected"), [("past", "2018-03-30"), ("near", "2018-03-30"), ("forward", "2018-04-06")])
def test_a_weekday_of_what_was_done_is_never_tomorrow(lean, expected):
    """However far back it lies then."""
    assert expected == value(story.weekday, "Friday", lean=lean)


def test_a_month_end_is_shifted_to_the_month_before():
    """Though that is shorter."""
    assert "2018-02" == value(story.this_unit, "last month", base=date(2018, 3, 31))


@pytest.mark.parametrize(
    ("lean", "base", "monday"),
    [
        ("near", date(2018, 4, 5), "2018-W13-WE"),
        ("forward", date(2018, 4, 5), "2018-W14-WE"),
        ("near", date(2018, 4, 7), "2018-W14-WE"),
    ],
)
def test_before_saturday_the_weekend_is_the_last_one(lean, base, monday):
    """Unless it is to come."""
    assert monday == value(story.unit_of_story, "the weekend", base=base, lean=lean)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the first week of May 2018", "2018-W18"),
        ("the last week of March 2018", "2018-W13"),
        ("first week of January 2021", "2021-W01"),
        ("the second week of September", "2017-W37"),
    ],
)
def test_a_week_belongs_to_the_month_of_most_of_its_days(words, expected):
    """The first week of 2021 begins on 4 January."""
    assert expected == value(story.week_of_month, words, lean="past")


def test_that_time_is_the_date_told_last():
    """However coarse; of none it is some time past."""
    assert Y2014 == meaning(story.that_time, "that time", TOLD, MAY, Y2014)
    assert "PAST_REF" == value(story.that_time, "that time")


def test_without_a_day_of_publication_nothing_is_made_up():
    """But what the words themselves say."""
    told = [(story.near_day, "today"), (story.weekday, "Friday"), (story.ago, "two days ago"), (story.this_unit, "last week")]
    assert ["XXXX-XX-XX", "XXXX-WXX-5", "PAST_REF", "XXXX-XX-XX"] == [value(by, words, base=None) for by, words in told]
