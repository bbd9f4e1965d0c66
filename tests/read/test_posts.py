"""Posts become comments."""

import pytest

from facta.read import posts
from facta.read.dates import Order
from facta.read.posts import Post


@pytest.mark.parametrize(
    ("printed", "usual", "days"),
    [
        (["04/05/2022", "15/04/2022"], None, ["2022-05-04", "2022-04-15"]),
        (["04/05/2022", "04/15/2022"], "day", ["2022-04-05", "2022-04-15"]),
        (["04/05/2022 9:40 PM EDT", None], None, ["2022-04-05", None]),
        (["04/05/2022", "yesterday"], "day", ["2022-05-04", None]),
        (["04/05/2022", "yesterday"], None, [None, None]),
    ],
)
def test_the_dates_of_a_thread_share_one_order(printed: list[str | None], usual: Order | None, days: list[str | None]) -> None:
    """What one of them proves holds for all; else what the page says, and where nothing does, no day is told."""
    found = posts.comments([Post(author="Ada", date_text=text, text="Yes.") for text in printed], usual)
    assert days == [c.date for c in found]


def test_days_without_a_year_are_after_the_article() -> None:
    """A whole date goes before, and without an article's day the year stays open."""
    thread = [Post(author="Ada", date_text=text, text="Yes.") for text in ("30 December, 10:22", "02/01 9:05", "15/05/2022")]
    assert ["2023-12-30", "2024-01-02", "2022-05-15"] == [c.date for c in posts.comments(thread, published="2023-12-29")]
    assert [None, None, "2022-05-15"] == [c.date for c in posts.comments(thread)]
