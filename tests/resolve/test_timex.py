"""Times of a newspaper's text, with their TIMEX3 types and values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.resolve.timex import may_tell, times

DAY = "2018-04-05"  # a Thursday


def told(text: str, published: str | None = DAY) -> list[tuple[str, str, str]]:
    return [(t.text, t.kind, t.value) for t in times(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He resigned Tuesday.", "Tuesday", "2018-04-03"),
        ("He will resign Tuesday.", "Tuesday", "2018-04-10"),
        ("He resigned last Thursday.", "last Thursday", "2018-03-29"),
        ("It fell last month.", "last month", "2018-03"),
        ("It fell last week.", "last week", "2018-W13"),
        ("They met two weeks ago.", "two weeks ago", "2018-W12"),
        ("It burnt over the weekend.", "the weekend", "2018-W13-WE"),
        ("It fell in Nov 2017.", "Nov 2017", "2017-11"),
        ("It fell in November.", "November", "2017-11"),
        ("It will close in November.", "November", "2018-11"),
        ("The convention in July looms.", "July", "2018-07"),
        ("It will close in October of next year.", "October of next year", "2019-10"),
        ("A June 3 hearing is scheduled.", "June 3", "2018-06-03"),
        ("It was built in the 1960s.", "the 1960s", "196"),
        ("It was built in the late sixties.", "the late sixties", "196"),
        ("It was built in the 19th century.", "19th century", "18"),
        ("Profit rose in the third quarter of 2008.", "the third quarter of 2008", "2008-Q3"),
        ("Profit rose in the fourth quarter.", "the fourth quarter", "2017-Q4"),
        ("It lost money in the first half of this year.", "the first half of this year", "2018-H1"),
        ("Sales rose in Q3 2017.", "Q3 2017", "2017-Q3"),
        ("They met in the summer of 2011.", "the summer of 2011", "2011-SU"),
        ("It snowed last winter.", "last winter", "2017-WI"),
        ("It closed at the end of 2017.", "the end of 2017", "2017"),
        ("Sales rose in the last week of March.", "the last week of March", "2018-W13"),
        ("It happened on 2018-04-03.", "2018-04-03", "2018-04-03"),
        ("It happened on 3/4/2018.", "3/4/2018", "2018-04-03"),
        ("It happened on 3/31/2018.", "3/31/2018", "2018-03-31"),
        ("It happened on 3.4.2018.", "3.4.2018", "2018-04-03"),
        ("It happened on Tuesday, 3 April 2018.", "Tuesday, 3 April 2018", "2018-04-03"),
        ("It happened on Christmas Eve.", "Christmas Eve", "2017-12-24"),
        ("It is now closed.", "now", "PRESENT_REF"),
        ("It is currently closed.", "currently", "PRESENT_REF"),
        ("It was recently closed.", "recently", "PAST_REF"),
        ("It may close in the near future.", "the near future", "FUTURE_REF"),
    ],
)
def test_a_date_is_reckoned_from_publication(text: str, words: str, value: str) -> None:
    """At the precision of its words, behind or ahead as the verb says."""
    assert [(words, "DATE", value)] == told(text)


@pytest.mark.parametrize(
    "words",
    [
        "On Tuesday",
        "on Thanksgiving",
        "Last fall",
        "in the nineties",
        "in the last century",
        "TOMORROW",
        "in the second quarter",
        "on Sun.",
    ],
)
def test_a_quick_look_passes_over_no_day_month_or_year(words: str) -> None:
    """Whoever asks it before the rules loses no date by it."""
    text = f"{words} they met."
    assert ({"DATE"}, True) == ({kind for _, kind, _ in told(text)}, may_tell(text))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It lasted three days.", "three days", "P3D"),
        ("The 27-year lease ended.", "27-year", "P27Y"),
        ("It is almost two and a half years late.", "almost two and a half years", "P2.5Y"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("It failed for five straight quarters.", "five straight quarters", "P5Q"),
        ("They fought for the past two years.", "the past two years", "P2Y"),
        ("They fought for years.", "years", "PXY"),
        ("It fell in recent months.", "recent months", "PXM"),
        ("It came a day after the vote.", "a day", "P1D"),
        ("He left a year and a half after the vote.", "a year and a half", "P1.5Y"),
        ("They asked for another month.", "another month", "P1M"),
        ("A 22-year-old man fell.", "22-year-old", "P22Y"),
        ("He had spent decades there.", "decades", "PXDE"),
    ],
)
def test_a_duration_has_its_length(text: str, words: str, value: str) -> None:
    """In the units told; `X` where no number is said."""
    assert [(words, "DURATION", value)] == told(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The seventh annual fair opened.", "annual", "P1Y"),
        ("The weekly paper closed.", "weekly", "P1W"),
        ("They build 15 planes a year.", "a year", "P1Y"),
        ("They meet every two years.", "every two years", "P2Y"),
        ("They meet every other day.", "every other day", "P2D"),
        ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("They meet on Saturday nights.", "Saturday nights", "XXXX-WXX-6"),
    ],
)
def test_what_comes_back_is_a_set(text: str, words: str, value: str) -> None:
    """By the length between its times, or the weekday."""
    assert [(words, "SET", value)] == told(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began at 18:00 UTC.", "18:00 UTC", "2018-04-05T18:00Z"),
        ("It began at 6:40 p.m. (GMT +8).", "6:40 p.m. (GMT +8)", "2018-04-05T18:40+08:00"),
        ("It began at 9 a.m. Pacific time.", "9 a.m. Pacific time", "2018-04-05T09:00-07:00"),
        ("It began at 0930 GMT Monday.", "0930 GMT Monday", "2018-04-02T09:30Z"),
        ("It began Monday at noon.", "Monday at noon", "2018-04-02T12:00"),
        ("It began Monday morning at 10 a.m.", "Monday morning at 10 a.m.", "2018-04-02T10:00"),
        ("It began on Tuesday morning.", "Tuesday morning", "2018-04-03TMO"),
        ("It began last night.", "last night", "2018-04-04TNI"),
        ("It began at 2018-04-03T10:00Z.", "2018-04-03T10:00Z", "2018-04-03T10:00Z"),
    ],
)
def test_a_time_of_day_keeps_its_zone(text: str, words: str, value: str) -> None:
    """And has the day beside it, else that of publication."""
    assert [(words, "TIME", value)] == told(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left on 3 May 2017. Two days earlier she came.", ["2017-05-03", "2017-05-01"]),
        ("He left in May 2017. The following month she came.", ["2017-05", "2017-06"]),
        ("He left on 3 May 2017. The next morning she came.", ["2017-05-03", "2017-05-04TMO"]),
        ("He left in 2009. A year later she came.", ["2009", "2010"]),
        ("Sales fell in February, and in the same month a year ago.", ["2018-02", "2017-02"]),
        ("He left on Tuesday. She came at 18:00.", ["2018-04-03", "2018-04-03T18:00"]),
        ("In 1999 he left. They met again three years ago.", ["1999", "2015"]),
    ],
)
def test_the_story_so_far_bears_on_what_follows(text: str, values: list[str]) -> None:
    """`earlier`, `the following`, `that` and hours count from the date told last, `ago` from publication."""
    assert values == [t.value for t in times(text, DAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 2010 and 2014", [("2010", "2010"), ("2014", "2014")]),
        ("May 3-5, 2017", [("May 3", "2017-05-03"), ("5, 2017", "2017-05-05")]),
        ("from 3 to 5 May 2017", [("3", "2017-05-03"), ("5 May 2017", "2017-05-05")]),
        ("in March and April 2016", [("March", "2016-03"), ("April 2016", "2016-04")]),
        ("between 60 and 90 days", [("60", "P60D"), ("90 days", "P90D")]),
    ],
)
def test_both_ends_of_a_range_are_times(text: str, expected: list[tuple[str, str]]) -> None:
    """What one end leaves out stands in the other."""
    assert expected == [(t.text, t.value) for t in times(text, DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "It seconds the motion; the second man fell.",
        "Some 2000 men, about 1600 women and $1999.",
        "The current of the river, as soon as possible, shortly after the vote.",
        "They won 3:25 in the first half.",
        "Mary March and the Daily Herald.",
        "He said it on ABC’s “This Week.”",
        "On Super Tuesday they fall in line.",
        "",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    """Verbs, names, ordinals, numbers of things, titles."""
    assert [] == told(text)


def test_without_publication_what_must_be_reckoned_is_unknown() -> None:
    """`X` stands for what only the day of publication could tell; complete dates are as they are."""
    text = "On Tuesday, in November, last month and on 3 May 2017; 3/4/2018 too; two days ago."
    expected = ["XXXX-WXX-2", "XXXX-11", "XXXX-XX-XX", "2017-05-03", "2018-03-04", "PAST_REF"]
    assert expected == [t.value for t in times(text, None)]


PIECES = st.sampled_from(
    "in the last next two 999 May 31 5-31 days years later ago quarter 9999 2018 , . every Monday night at 24:00 a.m. century "
    "40th Christmas to half of decades 1.1.0001 week first year-end 12:30 UTC-9 GMT+14 winter 0s 1500s weekend following".split()
)


@given(st.lists(PIECES, max_size=12).map(" ".join), st.sampled_from([DAY, "2018", "0001-01-01", "9999-12-31", None]))
def test_times_are_the_words_at_their_offsets(text: str, published: str | None) -> None:
    """Whatever the words, the times stand in order, do not overlap, and have a value."""
    end = 0
    for time in times(text, published):
        assert end <= time.at.start < time.at.end
        assert time.text == text[time.at.start : time.at.end]
        assert time.value
        end = time.at.end
