"""A text is read for times, each reckoned from publication or from what was told before."""

from datetime import date
from itertools import pairwise

import pytest

from facta.resolve.time_rules import Found, scan
from facta.resolve.time_rules.ground import Lean, Match

PUBLISHED = date(2018, 4, 5)
"""A Thursday."""


def keep(rule: str, match: Match) -> bool:
    """Every match tells a time."""
    return True


def look(rule: str, match: Match) -> Lean:
    """Backward."""
    return "backward"


def times(text: str, base: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """The words of each time, and its value."""
    return [(text[f.start : f.end], f.told.value) for f in scan(text, base, keep, look)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 3 May 2017.", [("3 May 2017", "2017-05-03")]),
        ("They met on May 3-5, 2017.", [("May 3", "2017-05-03"), ("5, 2017", "2017-05-05")]),
        ("They met February 27-30, 2017.", [("February 27", "2017-02-27"), ("30, 2017", "2017-02-28")]),
        ("On March 1 and 12 men died.", [("March 1", "2018-03-01")]),
        ("On March 1 and 12 soldiers died.", [("March 1", "2018-03-01")]),
        ("On March 1 and 2 they met.", [("March 1", "2018-03-01"), ("2", "2018-03-02")]),
    ],
)
def test_the_longest_match_counts_and_a_range_has_its_second_day(text: str, expected: list[tuple[str, str]]) -> None:
    """The month's last where it has no such day; what follows may also count something else."""
    assert expected == times(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Tuesday at 10 a.m.", "2018-04-03T10:00"),
        ("At 10 a.m. on Tuesday they met.", "2018-04-03T10:00"),
        ("They met on 3 May 2017. At 10 a.m. others left.", "2018-04-05T10:00"),
        ("They met on 3 May 2017 in Rome, and at 10 a.m. others left.", "2017-05-03T10:00"),
        ("They met on Wednesday. At 10 a.m. others left.", "2018-04-04T10:00"),
        ("At 10 a.m. they met.", "2018-04-05T10:00"),
    ],
)
def test_a_time_of_day_is_on_the_day_beside_it_or_of_its_sentence_or_of_the_news(text: str, value: str) -> None:
    """Else on that of publication."""
    assert value in [v for _, v in times(text)]


def test_a_day_and_its_hour_are_one_time() -> None:
    """However many words tell them."""
    assert [("Monday morning at 10 a.m.", "2018-04-02T10:00")] == times("They met Monday morning at 10 a.m.")


def test_what_was_told_before_is_what_later_words_reckon_from() -> None:
    """`The following day` is not the one after publication."""
    assert [("3 May 2017", "2017-05-03"), ("the following day", "2017-05-04")] == times(
        "He came on 3 May 2017 and left the following day."
    )


@pytest.mark.parametrize("base", [None, date(1, 1, 1), date(9999, 12, 31)])
def test_without_a_day_of_publication_only_whole_dates_tell_a_day(base: date | None) -> None:
    """One at the calendar's end, from which nothing can be reckoned, is none."""
    found = scan("Yesterday he came; on 3 May 2017 he left.", base, keep, look)
    assert [date(2017, 5, 3)] == [f.told.first for f in found if f.told.first]


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "No time is told here.", "في يوم الثلاثاء", "١٢٣", "99/99/9999", "-" * 5000, "5" * 5000]
)
def test_a_text_without_times_has_none(text: str) -> None:
    """And is no error."""
    assert [] == times(text)


def test_times_come_in_order_and_do_not_overlap() -> None:
    """Whatever rules fit."""
    text = (
        "On Monday, 2 April 2018, at noon, two days after Easter, three years ago and last week in early May 2016-18 they met. "
        * 3
    )
    found: list[Found] = scan(text, PUBLISHED, keep, look)
    assert len(found) > 10
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_what_is_not_kept_leaves_its_words_to_another_rule() -> None:
    """A date that its context takes away may hold a year."""
    found = scan("In May 2017 they met.", PUBLISHED, lambda rule, match: rule != "month year", look)
    assert "2017" in [f.told.value for f in found]
