"""Threads in which nothing but breaks parts one post from the next."""

import pytest

from facta.read.posts import Post
from tests.read.pages import PARAGRAPHS, TITLE, lines, page, read

Told = tuple[str | None, str | None, str]
THREAD = [("Njeri", "20 March 2024, 18:20", "Good try.\nReally."), ("Otieno", "20 March 2024, 19:02", "Stay out of it.")]


def told(posts: tuple[Post, ...]) -> list[Told]:
    """Who, when and what."""
    return [(post.author, post.date_text, post.text) for post in posts]


@pytest.mark.parametrize(
    ("head", "between"),
    [
        ("<b>{0}</b> ({1}):<br>", "<br><br>"),
        ("<i>{0}</i> wrote on {1}:<br>", "<br><hr>"),
        ("Posted by: {0} | {1}<br>", "<br><hr>"),
        ("{1} - <font color=red>{0}</font><br>", "<br><br><br>"),
        ("<strong>{0}</strong><br>{1}<br>", "<br><br>"),
    ],
)
def test_headings_of_one_shape_begin_posts(head: str, between: str) -> None:
    """Below a thread's title each says who wrote and when, whatever words and signs it has; the article above stays whole."""
    shown = "".join(head.format(author, date) + text.replace("\n", "<br>") + between for author, date, text in THREAD)
    draft = read(page(below=f"<h3>Readers' comments</h3><div>{shown}</div>"))
    assert THREAD == told(draft.posts)
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


def test_a_thread_in_the_element_of_its_article_is_parted_from_it() -> None:
    """What stands above the title is the article's, and what stands below the last post is neither's."""
    shown = "".join(f"<b>{author}</b>, {date}<br>{text}<br><br>".replace("\n", "<br>") for author, date, text in THREAD)
    prose = "<br><br>".join(PARAGRAPHS)
    draft = read(
        f"<html><body><h1>{TITLE}</h1><div>{prose}<br><br><b>2 Comments</b><br>{shown}<hr>Leave a comment</div></body></html>"
    )
    assert THREAD == told(draft.posts)
    assert [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)] == lines(draft)


def test_posts_that_have_a_paragraph_each_are_one_thread() -> None:
    """The breaks in each part its heading from its words."""
    shown = "".join(f"<p><b>{author}</b>, {date}<br>{text}</p>".replace("\n", "<br>") for author, date, text in THREAD)
    assert THREAD == told(read(page(below=f"<h3>Comments</h3>{shown}")).posts)


@pytest.mark.parametrize(
    ("head", "body"),
    [("<dt>{0}, {1}</dt>", "<dd>{0}</dd>"), ("<p>1. At {1}, {0} wrote:</p>", "<p>{0}</p>")],
)
def test_lists_and_paragraphs_below_a_title_are_read_too(head: str, body: str) -> None:
    """A heading and its words may each have an element of their own."""
    shown = "".join(
        head.format(author, date) + "".join(body.format(line) for line in text.split("\n")) for author, date, text in THREAD
    )
    below = f"<h2>2 comments</h2><dl>{shown}</dl>" if "<dt>" in head else f"<h2>2 comments</h2>{shown}"
    told_ = [(author, date, text.replace("\n", "\n\n")) for author, date, text in THREAD]
    assert told_ == told(read(page(below=below)).posts)


def test_signatures_below_the_words_end_posts() -> None:
    """Where words stand above the first name and none below the last, each name signs what stands above it."""
    shown = "".join(f"{text}<br>Posted by: {author} at {date}<br><br>".replace("\n", "<br>") for author, date, text in THREAD)
    assert THREAD == told(read(page(below=f"<h3>Comments</h3><div>{shown}</div>")).posts)


@pytest.mark.parametrize(
    "below",
    [
        "12 March 2024 - Ankara<br>Talks begin.<br>15 March 2024 - Sofia<br>Talks go on.<br>18 March 2024 - Ankara<br>Talks end.",
        f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}<br>"
        "<b>Ada Lo</b>, 14 March 2024, 10:22<br>They met.<br><b>Ben Ray</b>, 14 March 2024, 11:40<br>"
        "They sat.<br><b>Ada Lo</b>, 14 March 2024, 12:10<br>They left.",
        "<b>Ada Lo</b>, 14 March 2024<br>They met.<br><b>Ben Ray</b>, 15 March 2024<br>They sat.",
        "<b>Reuters, 14 March 2024, 10:22</b><br>They met.<br><b>AFP, 14 March 2024, 11:40</b><br>They sat.<br>"
        "<b>dpa, 14 March 2024, 12:10</b><br>They left.",
        "<h3>Latest news</h3><div>Ada Lo<br>14 March 2024, 10:22<br>Ministers meet<br><br>Ben Ray<br>14 March 2024, 11:40<br>"
        "Storm hits the coast<br><br>Cem Kay<br>14 March 2024, 12:10<br>Final is moved</div>",
    ],
)
def test_days_and_places_are_no_thread(below: str) -> None:
    """Nor are reporters' entries below prose, dispatches of agencies, the news below a heading, or dated lines without hours."""
    assert () == read(page(below=f"<div>{below}</div>")).posts
