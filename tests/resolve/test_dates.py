"""A newspaper's words for a time, as ISO dates."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.records import Status
from facta.resolve.dates import when

DAY = "2018-04-05"  # a Thursday


@pytest.mark.parametrize(
    ("words", "iso", "end", "precision"),
    [
        ("on Tuesday", "2018-04-03", None, "day"),
        ("Thursday", "2018-04-05", None, "day"),
        ("last Thursday", "2018-03-29", None, "day"),
        ("yesterday", "2018-04-04", None, "day"),
        ("last night", "2018-04-04", None, "day"),
        ("today", "2018-04-05", None, "day"),
        ("two days earlier", "2018-04-03", None, "day"),
        ("a week ago", "2018-03-29", None, "day"),
        ("three months ago", "2018-01", None, "month"),
        ("last month", "2018-03", None, "month"),
        ("last week", "2018-03", None, "month"),
        ("earlier this year", "2018", None, "year"),
        ("last year", "2017", None, "year"),
        ("in November", "2017-11", None, "month"),
        ("Nov 2017", "2017-11", None, "month"),
        ("in November 2017", "2017-11", None, "month"),
        ("April 3", "2018-04-03", None, "day"),
        ("Tuesday last week", "2018-03-27", None, "day"),
        ("on Friday of last week", "2018-03-30", None, "day"),
        ("Monday two weeks ago", "2018-03-19", None, "day"),
        ("June 30", "2017-06-30", None, "day"),
        ("May 1", "2018-05-01", None, "day"),
        ("3 April 2015", "2015-04-03", None, "day"),
        ("April 3rd, 2015", "2015-04-03", None, "day"),
        ("2015-04-03", "2015-04-03", None, "day"),
        ("2015-04", "2015-04", None, "month"),
        ("since 2014", "2014", None, "year"),
        ("in the 1960s", "1960", "1969-12-31", "decade"),
        ("May 3-5, 2017", "2017-05-03", "2017-05-05", "day"),
        ("from 3 to 5 May 2017", "2017-05-03", "2017-05-05", "day"),
        ("between 2010 and 2014", "2010", "2014-12-31", "year"),
        ("over the past three days", "2018-04-02", "2018-04-05", "day"),
        ("thirteen days ago", "2018-03-23", None, "day"),
        ("a decade ago", "2008", None, "year"),
        ("over the weekend", "2018-03", None, "month"),
        ("in the third quarter of 2008", "2008-07", "2008-09-30", "month"),
        ("the spring of 2014", "2014", None, "year"),
        ("at Easter", "2018-04-01", None, "day"),
        ("on Tuesday at 10 a.m.", "2018-04-03", None, "day"),
        ("on 3.4.2018", "2018-04-03", None, "day"),
        ("in 1949-51", "1949", None, "year"),
    ],
)
def test_words_are_reckoned_from_the_day_of_publication(words: str, iso: str, end: str | None, precision: str) -> None:
    """What happened lies before the publication date, at the precision the words have."""
    found = when(words, DAY)
    assert found is not None
    assert (iso, end, precision, words) == (found.iso, found.end, found.precision, found.text)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on Friday", "2018-04-06"),
        ("on Thursday", "2018-04-05"),
        ("May 1", "2018-05-01"),
        ("July 18", "2018-07-18"),
        ("March 22", "2018-03-22"),
        ("in March", "2019-03"),
        ("next week", "2018-04"),
        ("Monday of next week", "2018-04-09"),
        ("in three weeks", "2018-04-26"),
        ("tomorrow", "2018-04-06"),
    ],
)
def test_plans_lie_ahead(words: str, iso: str) -> None:
    """The same words mean the next such day when the event is planned."""
    found = when(words, DAY, "planned")
    assert found is not None
    assert iso == found.iso


@pytest.mark.parametrize(
    ("words", "published", "iso"),
    [
        ("last month", "2018-04", "2018-03"),
        ("January 5", "2018-04", "2018-01-05"),
        ("in January", "2018-04", "2018-01"),
        ("last year", "2018", "2017"),
        ("April 3, 2018", "2018-04", "2018-04-03"),
        ("April 3, 2018", "2018", "2018-04-03"),
    ],
)
def test_of_a_report_dated_to_a_month_or_a_year_what_needs_no_day_is_reckoned(words: str, published: str, iso: str) -> None:
    """What is the same from its first day as from its last; of Monday nobody knows which is meant."""
    found = when(words, published)
    assert found is not None
    assert (iso, words) == (found.iso, found.text)


@pytest.mark.parametrize(
    ("words", "published", "status", "iso"),
    [
        (None, DAY, "actual", DAY),
        ("at dawn", DAY, "actual", DAY),
        (None, "2018", "actual", "2018"),
        (None, None, "actual", None),
        (None, DAY, "historical", None),
        ("last month", None, "actual", None),
        ("on Monday", "2018-04", "actual", "2018-04"),
        ("yesterday", "2018", "actual", "2018"),
        ("June 30", "2018", "actual", "2018"),
        ("tomorrow", "2018-04", "planned", "2018-04"),
        ("on Monday", "2018-04", "historical", None),
        ("in 1969", None, "historical", "1969"),
        ("Nov 2017", None, "actual", "2017-11"),
    ],
)
def test_without_a_date_in_the_words_the_report_dates_the_event(
    words: str | None, published: str | None, status: Status, iso: str | None
) -> None:
    """Precision `reported` then; an undated earlier act, and an event of an undated page, have no date."""
    found = when(words, published, status)
    assert iso == (found.iso if found else None)
    assert found is None or (found.precision == "reported") == (iso == published)


@pytest.mark.parametrize("words", ["31 February 2018", "2018-13-45", "0 May 2018", "99 June"])
def test_impossible_days_never_come_out(words: str) -> None:
    """A day that no calendar has is not a day."""
    found = when(words, DAY)
    assert found is None or found.precision != "day"


def test_the_slow_library_is_loaded_only_when_needed() -> None:
    """Importing the step does not import dateparser."""
    code = "import facta.resolve, sys; facta.resolve.dates.when('last month', '2018-04-05'); print('dateparser' in sys.modules)"
    assert "False" == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


WORDS = [
    st.sampled_from(["last", "next", "in", "between", "from"]),
    st.integers(0, 999).map(str),
    st.sampled_from(["", "and 31", "to 0"]),
    st.sampled_from(["days", "weeks", "months", "years", "decades", "June", "April 2018"]),
    st.sampled_from(["", "ago", "later"]),
]


@given(st.tuples(*WORDS).map(" ".join))
def test_no_words_of_time_break_the_reckoning(words: str) -> None:
    """Days that no month has and years before the calendar give another date or none, never an error."""
    for status in ("actual", "planned"):
        found = when(words, DAY, status)
        assert found is None or found.iso


@pytest.mark.parametrize(
    ("words", "end"), [("April 3-31, 2018", "2018-04-30"), ("250 decades ago", None), ("in 999 decades", None)]
)
def test_a_range_ends_with_its_month(words: str, end: str | None) -> None:
    """A last day beyond the month is its last; beyond the calendar there is no date to tell."""
    found = when(words, DAY)
    assert found is not None
    assert end == found.end


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Belarus last Friday", "last Friday"),
        ("South Korean fishing boat two weeks ago", "two weeks ago"),
        ("last Friday's summit host Russia", "last Friday"),
        ("Early June", "Early June"),
        ("in the early hours of 3 May 2018", "in the early hours of 3 May 2018"),
    ],
)
def test_a_name_beside_a_time_does_not_tell_it(words: str, told: str) -> None:
    """A reader may take along what stands before or after."""
    found = when(words, DAY)
    assert found is not None
    assert told == found.text


@pytest.mark.parametrize(
    ("words", "status", "iso"),
    [
        ("Friday", "actual", "2018-03-30"),
        ("last Friday", "actual", "2018-03-30"),
        ("Friday", "planned", "2018-04-06"),
        ("Thursday", "actual", "2018-04-05"),
        ("Thursday", "planned", "2018-04-05"),
        ("Thursday next", "planned", "2018-04-12"),
        ("Friday last", "actual", "2018-03-30"),
        ("Friday week", "planned", "2018-04-13"),
        ("a week on Monday", "planned", "2018-04-16"),
        ("3 May next year", "planned", "2019-05-03"),
        ("May 3, last year", "actual", "2017-05-03"),
    ],
)
def test_what_was_done_lies_behind_and_what_is_planned_ahead(words: str, status: Status, iso: str) -> None:
    """A bare weekday is the last or the next one, seen from a Thursday; `next`, `last` and `week` say which."""
    found = when(words, DAY, status)
    assert found is not None
    assert iso == found.iso


def test_a_night_between_two_weekdays_ends_on_the_day_after_its_first() -> None:
    """Even where the report is of that first day, so that the second is still to come."""
    found = when("Thursday evening/Friday morning", "2018-04-05")
    assert found is not None
    assert ("2018-04-05", "2018-04-06") == (found.iso, found.end)
