"""How long ago a comment was written, reckoned from when its page was fetched."""

import pytest

from facta.read import ago, posts
from facta.read.posts import Post

FETCHED = "2024-03-14T01:30:00Z"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 minutes ago", "2024-03-14"),
        ("2 hours ago", "2024-03-13"),
        ("a couple of hours ago", "2024-03-13"),
        ("1 hour, 20 minutes ago", "2024-03-14"),
        ("vor 3 Stunden", "2024-03-13"),
        ("vor 2 Std.", "2024-03-13"),
        ("gestern, 10:15 Uhr", "2024-03-13"),
        ("hace 2 días", "2024-03-12"),
        ("ayer a las 10:15", "2024-03-13"),
        ("il y a 5 minutes", "2024-03-14"),
        ("hier à 10h15", "2024-03-13"),
        ("há 3 dias", "2024-03-11"),
        ("3 giorni fa", "2024-03-11"),
        ("3 dagen geleden", "2024-03-11"),
        ("för 2 dagar sedan", "2024-03-12"),
        ("2 дня назад", "2024-03-12"),
        ("час назад", "2024-03-14"),
        ("вчера в 16:02", "2024-03-13"),
        ("2 dni temu", "2024-03-12"),
        ("3 gün önce", "2024-03-11"),
        ("dün 12:40", "2024-03-13"),
        ("منذ ساعتين", "2024-03-13"),
        ("منذ 3 أيام", "2024-03-11"),
        ("۳ روز پیش", "2024-03-11"),
        ("3 दिन पहले", "2024-03-11"),
        ("לפני יומיים", "2024-03-12"),
        ("3小时前", "2024-03-13"),
        ("3 天前", "2024-03-11"),
        ("昨天 10:15", "2024-03-13"),
        ("2日前", "2024-03-12"),
        ("5일 전", "2024-03-09"),
        ("2 ngày trước", "2024-03-12"),
        ("yesterday at 10:15", "2024-03-13"),
        ("Posted 2 days ago (edited)", "2024-03-12"),
        ("3d", "2024-03-11"),
    ],
)
def test_hours_and_days_lead_to_a_day(text: str, day: str) -> None:
    """In the words of many languages, at whatever hour of Greenwich the page was fetched."""
    assert day == ago.day(text, FETCHED)
    assert ago.is_(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 weeks ago", "2024-02"),
        ("vor einem Monat", "2024-02"),
        ("5mo", "2023-10"),
        ("over 2 years ago", "2022"),
        ("il y a un an", "2023"),
    ],
)
def test_longer_times_lead_to_a_month_or_a_year(text: str, date: str) -> None:
    """A page rounds them, so that they tell no day."""
    assert date == ago.day(text, FETCHED)


@pytest.mark.parametrize(
    "text", ["a few days ago", "5 April 2018", "days ago they met", "yesterday we met", "soon", "", "9999 years ago"]
)
def test_what_is_no_length_of_time_leads_nowhere(text: str) -> None:
    """Nor does one that nobody counted."""
    assert ago.day(text, FETCHED) is None


def test_hours_before_a_day_of_fetching_tell_no_day() -> None:
    """The fetching may have been at any hour of it; days are counted from it all the same."""
    assert ["2024-03", "2024", None] == [ago.day("2 hours ago", day) for day in ("2024-03-14", "2024-02-01", "2024-01-01")]
    assert "2024-03-13" == ago.day("yesterday", "2024-03-14")


def test_a_comment_is_dated_so_only_where_the_page_was_fetched_at_a_known_time() -> None:
    """Its own date goes first; without either it has none."""
    thread = [Post(date_text="2 days ago", stamp="2024-03-01"), Post(date_text="2 days ago"), Post(date_text="2 days ago")]
    dated = [c.date for c in posts.comments(thread[:2], fetched=FETCHED)] + [c.date for c in posts.comments(thread[2:])]
    assert ["2024-03-01", "2024-03-12", None] == dated
