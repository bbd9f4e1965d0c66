"""Dates as pages print them."""

import pytest

from facta.read import dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("April 5, 2018 at 10:03 am", "2018-04-05"),
        ("5th of April 2018", "2018-04-05"),
        ("2018-04-05T10:03:00+02:00", "2018-04-05"),
        ("25/04/2018", "2018-04-25"),
        ("04/25/2018", "2018-04-25"),
        ("05.04.2018", "2018-04-05"),
        ("23. Juni 2016 um 17:21 Uhr", "2016-06-23"),
        ("Le 11 septembre 2018 à 12:57", "2018-09-11"),
        ("1er février 2022", "2022-02-01"),
        ("الأحد 16 أبريل 2023 - 10:25 ص", "2023-04-16"),
        ("١٤ كانون الثاني ٢٠٢٣", "2023-01-14"),
        ("2020年09月15日 14:08", "2020-09-15"),
        ("2023년 4월 24일", "2023-04-24"),
        ("5 जनवरी 2024, 11:30 AM", "2024-01-05"),
        ("۵ ژانویه ۲۰۲۴", "2024-01-05"),
        ("۲۸ اسفند ۱۴۰۲", "2024-03-18"),
        ("دوشنبه ۲۸ اسفند ماه ۱۴۰۲ ساعت ۱۴:۳۰", "2024-03-18"),
        ("۱۴۰۲/۱۲/۲۸ - ۱۵:۱۰", "2024-03-18"),
        ("12 Tir 1367", "1988-07-03"),
        ("1402-12-28T15:10:00+03:30", "2024-03-18"),
        ("1402-02-31", "2023-05-21"),
        ("2567-03-19T16:45:00+07:00", "2024-03-19"),
        ("19 มีนาคม 2567 เวลา 16:45 น.", "2024-03-19"),
        ("๑๙ มี.ค. พ.ศ. ๒๕๖๗", "2024-03-19"),
        ("令和6年3月19日 16時45分", "2024-03-19"),
        ("令和元年5月1日", "2019-05-01"),
        ("中華民國113年3月19日", "2024-03-19"),
        ("۳ حمل ۱۴۰۰", "2021-03-23"),
        ("30 Esfand 1399", "2021-03-20"),
        ("12. listopadu 2021 v 9:30", "2021-11-12"),
        ("5 Μαΐου 2024", "2024-05-05"),
    ],
)
def test_a_whole_day_is_read_in_many_forms(text: str, day: str) -> None:
    """Day, month and year are all there, in an order that leaves no doubt."""
    assert day == dates.day(text)


@pytest.mark.parametrize(
    "text",
    [
        "05/04/2018",
        "2 hours ago",
        "April 2018",
        "April 5",
        "30 Esfand 1400",
        "1445/09/05",
        "1402/13/01",
        "vor 8 Stunden",
        "31/31/2018",
        "February 30, 2018",
        "",
        "x" * 500,
    ],
)
def test_what_leaves_doubt_is_no_day(text: str) -> None:
    """A day is not guessed from a part of it, from an hour, or from an order that could be either."""
    assert dates.day(text) is None


MONTHS = "January February March April May June July August September October November December".split()


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("length", [3, None])
def test_every_english_month_makes_a_date_line(number: int, length: int | None) -> None:
    """Also where its short form is a day of the week elsewhere (mar), or it begins like a word for "of" (December)."""
    month = MONTHS[number - 1][:length]
    lines = [f"{month} 5, 2018", f"Published 5 {month} 2018", f"Thu, 5-{month}-2018 10:03 GMT", f"5th of {month}, 2018"]
    assert [f"2018-{number:02}-05"] * len(lines) == [dates.line_day(line) for line in lines]


def test_a_date_line_says_nothing_else() -> None:
    """A sentence that begins with a date is no date line."""
    assert "2018-04-05" == dates.line_day("Published: Thursday, April 5, 2018 | 10:03 GMT")
    assert dates.line_day("April 5, 2018 was the day they met.") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("le 31 janvier 2022 à 18h20", "2022-01-31"),
        ("Lundi 31 janvier 2022, 18:20", "2022-01-31"),
        ("Dienstag, 3. Juni 2024, 17:21 Uhr", "2024-06-03"),
        ("martes, 5 de mayo de 2018 a las 10:03", "2018-05-05"),
        ("понедельник, 12 июля 2021, 16:40", "2021-07-12"),
        ("الأحد 16 أبريل 2023 - 10:25 ص", "2023-04-16"),
        ("2023年4月24日 18時05分", "2023-04-24"),
    ],
)
def test_a_date_line_may_be_in_any_language(line: str, day: str) -> None:
    """With its day of the week and its hour; a sentence that begins so is none."""
    assert day == dates.line_day(line)
    assert dates.line_day(f"{line} they met") is None


@pytest.mark.parametrize(
    "line",
    [
        "Updated 14:32 GMT, 3 June 2024",
        "Berlin, 3 June 2024",
        "10.15 am | Monday, June 3, 2024",
        "New York, June 3, 2024 10:15 EST",
    ],
)
def test_an_hour_or_a_place_may_stand_before_the_day(line: str) -> None:
    """As agencies and live pages print it."""
    assert "2024-06-03" == dates.line_day(line)


@pytest.mark.parametrize(("line", "alone"), [("03/06/2024", True), ("03/06/2024 they met", False), ("Berlin, 3 June", False)])
def test_a_date_whose_day_and_month_could_be_swapped_is_a_date_line_all_the_same(line: str, alone: bool) -> None:
    """It tells no day, and is no part of the article either."""
    assert (alone, None) == (dates.is_date_line(line), dates.line_day(line))


@pytest.mark.parametrize(
    "text", ["08-Jun-2017 21:00 IST", "June 8, 2017 at 5 p.m. HST", "Created: Thursday, 8 June 2017, 23:55 EET"]
)
def test_a_date_line_may_have_hyphens_a_bare_hour_or_another_word(text: str) -> None:
    """As desks in India, wire services and older systems print it."""
    assert "2017-06-08" == dates.line_day(text)


def test_a_year_may_have_two_digits() -> None:
    """It is one of this century; telephone numbers and versions are no dates."""
    assert ["2017-06-13", "2017-06-08"] == [dates.day("13/06/17"), dates.day("08.06.17, 14:05 Uhr")]
    assert [None, None, None] == [dates.day(text) for text in ("06/08/17", "06.12.34.56.78", "Version 1.2.3")]


def test_the_page_may_know_what_comes_first() -> None:
    """An order decides where both readings are days, and changes nothing where only one is."""
    orders: tuple[dates.Order, dates.Order] = ("day", "month")
    assert ["2018-04-05", "2018-05-04"] == [dates.day("05/04/2018", order) for order in orders]
    assert ["2018-04-25", "2018-04-25"] == [dates.day("25/04/2018", order) for order in orders]
    assert ["2018-04-05", "2018-04-05"] == [dates.day("05.04.2018", order) for order in orders]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 March, 10:22", "2024-03-14"),
        ("Thursday, March 14 at 10:22 am", "2024-03-14"),
        ("13 марта в 16:02", "2024-03-13"),
        ("14. März um 10:22 Uhr", "2024-03-14"),
        ("14.03. 10:22", "2024-03-14"),
        ("3月14日 10:22", "2024-03-14"),
        ("March 12, 9 pm", "2024-03-12"),
        ("2 January", "2025-01-02"),
        ("12 February", None),
        ("14 March 23", None),
        ("30 February", None),
        ("On 14 March they met.", None),
        ("14/03 10:22", "2024-03-14"),
        ("03-14 10:22", "2024-03-14"),
        ("04/05 10:22", None),
        ("14/03", None),
        ("14/13 10:22", None),
        ("10:22", None),
    ],
)
def test_a_day_without_a_year_is_the_next_after_an_article(text: str, day: str | None) -> None:
    """It may be the eve's for readers further west, and is no day where that is nearly a year later."""
    assert day == dates.day_after(text, "2024-03-13")


def test_figures_without_a_year_are_read_in_the_order_of_the_page() -> None:
    """Where both could be the month."""
    assert ["2024-05-04", "2024-04-05"] == [dates.day_after("04/05 10:22", "2024-03-13", first) for first in ("day", "month")]


def test_a_day_after_a_month_is_not_known() -> None:
    """Where the article itself is dated no closer than to a month, nothing says in which year its readers wrote."""
    assert dates.day_after("14 March, 10:22", "2024-03") is None


def test_a_day_of_the_week_decides_which_figure_is_the_month():
    """Also in other languages; one that fits neither reading, or both, decides nothing."""
    assert ["2012-03-05", "2012-05-03"] == [dates.day("Mon, 03/05/2012 - 10:10"), dates.day("Donnerstag, 03/05/2012")]
    assert [None, None] == [dates.day("Sun 03/05/2012"), dates.day("03/05/2012")]
