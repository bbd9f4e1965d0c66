"""Each value type cleans what it knows and refuses the rest."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facta.values import country, dates, ident, spans
from facta.values.spans import Range


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_trimming_keeps_the_words_and_true_offsets(text, a, b):
    """A trimmed range covers the stripped words of the same stretch."""
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    trimmed = spans.trim(text, start, end)
    assert text[start:end].strip() == text[trimmed.start : trimmed.end]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda t: Range(t[0], t[0] + t[1]))))
def test_merged_ranges_cover_the_same_characters_without_touching(ranges):
    """Merging loses no character and leaves a gap between any two."""
    merged = spans.merge(ranges)
    assert {i for r in ranges for i in range(*r)} == {i for r in merged for i in range(*r)}
    assert all(a.end < b.start for a, b in pairwise(merged))


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("2018-02-30", None),
        ("2018-04-03", "2018-04-03"),
        ("2018-13", None),
        ("1999", "1999"),
        ("2018-04-03 junk", None),
        ("", None),
    ],
)
def test_only_real_dates_are_dates(written, clean):
    """A day that no calendar has is no date."""
    assert clean == dates.clean(written)


def test_a_part_cannot_leak_into_the_next():
    """Ids differ when the same characters are divided differently, or the kind differs."""
    assert 3 == len({ident.ident("e", "ab", "c"), ident.ident("e", "a", "bc"), ident.ident("q", "ab", "c")})


def test_a_lone_surrogate_has_an_id():
    """Broken text from a page must not stop its id."""
    assert ident.ident("p", "\ud800").startswith("p")


@pytest.mark.parametrize(("code", "well_formed"), [("RUS", True), ("rus", False), ("RU", False), ("РУС", False)])
def test_the_form_of_a_country_code(code, well_formed):
    """Three capital Latin letters."""
    assert well_formed == country.well_formed(code)


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
