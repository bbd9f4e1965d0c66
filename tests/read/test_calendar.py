"""Names of months and weekdays, and dates that name them."""

import pytest

from facta.read import calendar


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3 April 2018", "2018-04-03"),
        ("April 3rd, 2018", "2018-04-03"),
        ("Apr. 3, 2018", "2018-04-03"),
        ("3. März 2018", "2018-03-03"),
        ("le 1er février 2022", "2022-02-01"),
        ("3 de abril de 2018", "2018-04-03"),
        ("d'août: 3 d'août 2018", "2018-08-03"),
        ("3-kwietnia-2018", "2018-04-03"),
        ("3 апреля 2018", "2018-04-03"),
        ("٣ أبريل ٢٠١٨", "2018-04-03"),
        ("3 كانون الثاني 2018", "2018-01-03"),
        ("3 अप्रैल 2018", "2018-04-03"),
        ("2018年4月3日", "2018-04-03"),
        ("2018년 4월 3일", "2018-04-03"),
        ("31 June 2018", "2018-06-31"),
    ],
)
def test_a_date_that_names_its_month_is_told_in_numbers(text: str, iso: str) -> None:
    """In any alphabet, with any figures, be there such a day or not."""
    assert [iso] == [day for _, day in calendar.named(calendar.plain(text))]


@pytest.mark.parametrize(
    "text",
    ["", "3 Ada 2018", "April 2018", "3 April 18", "3 April 20180", "13:3 April 2018 ", "2018", "mars 3 rovers 2018", "三月"],
)
def test_other_words_and_numbers_are_no_date(text: str) -> None:
    """Without a day, with a year of other length, or behind a clock's colon."""
    assert [] == list(calendar.named(text))


def test_where_a_date_stands_in_a_text_is_told() -> None:
    """Each in its place, also where figures were translated."""
    text = "من ٣ أبريل ٢٠١٨ إلى"
    ((match, _),) = calendar.named(calendar.plain(text))
    assert "٣ أبريل ٢٠١٨" == text[match.start() : match.end()]


def test_figures_of_other_scripts_keep_their_places() -> None:
    """A text is as long as before."""
    for text in ("۱۴ مه ٢٠٢٣", "१४", "๑๔", "１４", "abc", ""):
        assert len(text) == len(calendar.plain(text))
    assert ["14"] * 4 == [calendar.plain(t) for t in ("۱۴", "१४", "๑๔", "１４")]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("MÄRZ", 3),
        ("Sept.", 9),
        ("سبتمبر", 9),
        ("كانون الثاني", 1),
        ("mayıs", 5),
        ("May", 5),
        ("", None),
        (".", None),
        ("Ada", None),
    ],
)
def test_a_month_is_known_by_its_names(name: str, number: int | None) -> None:
    """In any case, cut short with a full stop."""
    assert number == calendar.month(name)


def test_no_name_is_of_two_months_and_every_month_has_many() -> None:
    """A name filed twice would mean the later month alone."""
    lists = [set(names.split()) for names in calendar._names().months]
    assert 12 == len(lists)
    twice = {name: sorted(n for n, names in enumerate(lists, 1) if name in names) for names in lists for name in names}
    assert {} == {name: months for name, months in twice.items() if len(months) > 1}
    assert {"monday", "montag", "понедельник", "الأحد"} <= calendar.weekdays()
