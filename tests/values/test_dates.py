"""Calendar dates at the precision that a text allows."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.values import dates


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("2018-02-30", None),
        ("2018-04-03", "2018-04-03"),
        (" 2018-04-03\n", "2018-04-03"),
        ("2018-04-03 10:00", "2018-04-03"),
        ("2018-04-03T10:00:00+02:00", "2018-04-03"),
        ("2018-04-03T25:00", None),
        ("2018-13", None),
        ("1999", "1999"),
        ("0000", None),
        ("2018-4-3", None),
        ("20180403", None),
        ("２０１８-04-03", None),
        (date(2018, 4, 3), None),
        ("2018-04-03 junk", None),
        ("", None),
        (None, None),
    ],
)
def test_only_real_dates_are_dates(written, clean):
    """A day that no calendar has is no date, nor are digits that no calendar reads."""
    assert clean == dates.clean(written)


@given(st.dates(), st.sampled_from((4, 7, 10)))
def test_a_date_stays_as_precise_as_it_is_told(day, letters):
    """Its first day is in it, and cleaning it again changes nothing."""
    told = day.isoformat()[:letters]
    assert told == dates.clean(told)
    assert {4: "year", 7: "month", 10: "day"}[letters] == dates.precision(told)
    assert dates.first_day(told).isoformat()[:letters] == told
    assert dates.first_day(told) <= day


@given(st.text("0123456789-T:Z +２٢\n", max_size=19))
def test_whatever_is_clean_has_a_first_day(text):
    """Whatever else is written harms nobody."""
    clean = dates.clean(text)
    assert clean is None or dates.first_day(clean) >= date.min


def test_english_dates_are_read_and_written_in_any_locale():
    """Who imports us may have set a locale of their own, in which the calendar's months have other names."""
    script = """
import calendar
calendar.month_name = ["", *(f"Monat {n}" for n in range(1, 13))]
calendar.day_name = [f"Tag {n}" for n in range(7)]
from facta.resolve.time_rules import words
from facta.stories import subject
from facta.values import dates
print(words.month_number("Feb."), words.weekday_number("sunday"), dates.MONTHS[11], "march" in subject._CALENDAR)
"""
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert "2 6 December True\n" == told


def test_the_months_have_one_home():
    """A second list of them would be one to keep in step."""
    source = Path(dates.__file__).parents[1]
    naming = {str(path.relative_to(source)) for path in source.rglob("*.py") if '"feb' in path.read_text("utf-8").lower()}
    assert {"values/dates.py"} == naming


@pytest.mark.parametrize(
    ("iso", "last"),
    [("2018-04-03", "2018-04-03"), ("2024-02", "2024-02-29"), ("2018-12", "2018-12-31"), ("2018", "2018-12-31")],
)
def test_a_date_covers_days_up_to_its_last(iso, last):
    """Of a month its own last, leap years with them."""
    assert date.fromisoformat(last) == dates.last_day(iso)


@given(st.dates(max_value=date(9999, 11, 30)))
def test_a_month_ends_before_the_next_begins(day):
    """Whatever its length."""
    end = dates.month_end(day)
    assert (day.month, 1) == (end.month, (end + timedelta(days=1)).day)


@pytest.mark.parametrize(("ahead", "expected"), [(-1, False), (0, False), (1, False), (3, True)])
def test_what_lies_beyond_tomorrow_is_to_come(ahead, expected):
    """Tomorrow has begun where clocks are further east; of a year its first day counts."""
    assert expected == dates.is_to_come((datetime.now(UTC).date() + timedelta(days=ahead)).isoformat())
    assert not dates.is_to_come(str(datetime.now(UTC).year))
