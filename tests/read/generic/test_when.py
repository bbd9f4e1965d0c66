"""Dates as threads print them, found inside a line."""

import pytest

from facta.read.generic import when


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("April 5, 2018 6:32 PM", "April 5, 2018 6:32 PM"),
        ("#1.1 — vor 8 Stunden", "vor 8 Stunden"),
        ("Soumis par X, le lundi 29 octobre 2012 à 15h46", "lundi 29 octobre 2012 à 15h46"),
        ("Ada · 5 de mayo de 2018 a las 10:05", "5 de mayo de 2018 a las 10:05"),
        ("6 yr. ago", "6 yr. ago"),
        ("an hour ago", "an hour ago"),
        ("il y a 3 heures", "il y a 3 heures"),
        ("3 дня назад", "3 дня назад"),
        ("12 ago 2018", "12 ago 2018"),
        ("2h ago", "2h ago"),
        ("3日前", "3日前"),
        ("17.09.2020, 14:17", "17.09.2020, 14:17"),
        ("10:03 am, May 5, 2018", "10:03 am, May 5, 2018"),
        ("just now", "just now"),
        ("Ada 31/12 10:22", "31/12 10:22"),
        ("a 3/4 majority", None),
        ("خالد ١٦ مارس ٢٠٢٤", "١٦ مارس ٢٠٢٤"),
        ("५ जनवरी २०२४, ११:३०", "५ जनवरी २०२४, ११:३०"),
        ("رضا، ۲۸ اسفند ۱۴۰۲ - ۱۵:۱۰", "۲۸ اسفند ۱۴۰۲ - ۱۵:۱۰"),
        ("In May he left.", None),
        ("He owes me 3h of work", None),
        ("12 comments", None),
    ],
)
def test_a_line_tells_when(line: str, date: str | None) -> None:
    """The date is found as it is written, and only where there is one."""
    span = when.find(line)
    assert date == (span and line[slice(*span)])
