"""Durations and what comes back."""

from datetime import date

import pytest

from facta.resolve.time_rules import lengths
from tests.resolve.time_rules.rule_makers import PUBLISHED, meaning, value


@pytest.mark.parametrize(
    ("by", "words", "expected"),
    [
        (lengths.duration, "three years", "P3Y"),
        (lengths.duration, "27-year", "P27Y"),
        (lengths.duration, "two to three weeks", "P3W"),
        (lengths.duration, "a few days", "PXD"),
        (lengths.duration, "half an hour", "PT30M"),
        (lengths.duration, "two and a half years", "P2.5Y"),
        (lengths.duration, "1,000,000 years", "P1000000Y"),
        (lengths.unsaid, "recent months", "PXM"),
        (lengths.one_unit, "weeklong", "P1W"),
        (lengths.adverb, "semi-annual", "P6M"),
        (lengths.adverb, "Quarterly", "P1Q"),
        (lengths.every, "every other day", "P2D"),
        (lengths.every, "each week", "P1W"),
        (lengths.every, "every four years", "P4Y"),
        (lengths.every_weekday, "every Tuesday", "XXXX-WXX-2"),
        (lengths.every_weekday, "Sunday nights", "XXXX-WXX-7"),
        (lengths.every_part, "each morning", "XXXX-XX-XXTMO"),
        (lengths.rate, "per day", "P1D"),
        (lengths.references, "at the moment", "PRESENT_REF"),
        (lengths.references, "the foreseeable future", "FUTURE_REF"),
        (lengths.references, "Lately", "PAST_REF"),
    ],
)
def test_a_length_has_its_value(by, words, expected):
    """TIMEX3, whatever the day of publication."""
    assert expected == value(by, words) == value(by, words, base=None)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the past three days", date(2018, 4, 2), PUBLISHED),
        ("the last two months", date(2018, 2, 1), PUBLISHED),
        ("the past two years", date(2016, 1, 1), PUBLISHED),
        ("the next two weeks", PUBLISHED, date(2018, 4, 19)),
        ("the coming two months", PUBLISHED, date(2018, 6, 30)),
        ("the past few days", date(2018, 4, 2), PUBLISHED),
        ("the past three hours", None, None),
        ("the past 9,000 years", None, None),
    ],
)
def test_a_stretch_begins_or_ends_with_publication(words, first, last):
    """To the unit it is told in; none leaves the calendar."""
    told = meaning(lengths.stretch, words)
    assert ("DURATION", first, last) == (told.kind, told.first, told.last)


@pytest.mark.parametrize(
    ("words", "lean", "day"),
    [("three weeks", "ahead", date(2018, 4, 26)), ("three weeks", "past", None), ("three hours", "ahead", None)],
)
def test_a_plan_in_three_weeks_has_the_day_at_their_end(words, lean, day):
    """Of what is done, `in three weeks` says how long it took."""
    told = meaning(lengths.in_duration, words, lean=lean, before="in ")
    assert ("DURATION", day) == (told.kind, told.first)
