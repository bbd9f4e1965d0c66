"""Threads of bare lines in which nothing tells when."""

import pytest

from tests.read.pages import PARAGRAPHS, TITLE, lines, page, read

WHO = ("Ada Lo", "marek77", "Jon")
SAID = ("They sank that ship last year.", "The minister was paid for this.\nEverybody knows.", "About time.")
ARTICLE = [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)]


def rows(one: str, between: str) -> str:
    """Each post written in one form, its lines parted by breaks."""
    return between.join(one.format(who, said.replace("\n", "<br>")) for who, said in zip(WHO, SAID, strict=True))


@pytest.mark.parametrize(
    ("one", "between"),
    [
        ("<b>{}</b><br>{}", "<br><br>"),
        ("<b>{}</b><br>{}", "<br>"),
        ("<font color=red>{}</font>: {}", "<br>"),
        ("{}: {}", "<br><br>"),
        ("{}<br>{}", "<hr>"),
        ("{1}<br><i>{0}</i>", "<hr>"),
        ("{1}<br>- {0}", "<br><br>"),
    ],
)
@pytest.mark.parametrize("heading", ["<h3>Comments (3)</h3>", "<b>Readers' comments</b><br>"])
@pytest.mark.parametrize("box", ["{}", "<div>{}</div>"])
def test_names_part_the_lines_below_a_title(one: str, between: str, heading: str, box: str) -> None:
    """Above what they say, before it or below it; nothing of it stays in the article."""
    draft = read(page(below=heading + box.format(rows(one, between)) + "<h4>Leave a comment</h4>"))
    assert list(zip(WHO, SAID, strict=True)) == [(post.author, post.text) for post in draft.posts]
    assert ARTICLE == lines(draft)


@pytest.mark.parametrize(
    ("heading", "between"),
    [("<h3>Comments (3)</h3>", "<br><br>"), ("<h3>Comments</h3>", "<hr>"), ("<h3>3 comments</h3><hr>", "<hr>")],
)
def test_posts_without_names_are_counted_or_ruled(heading: str, between: str) -> None:
    """No article has rules between its paragraphs."""
    draft = read(page(below=heading + rows("{1}", between)))
    assert [(None, said) for said in SAID] == [(post.author, post.text) for post in draft.posts]
    assert ARTICLE == lines(draft)


TALK = ("I knew that this would happen!", "And who pays for it?", "You will, my friend.")


@pytest.mark.parametrize("shown", ["<br><br>".join(TALK), "".join(f"<p>{said}</p>" for said in TALK)])
def test_posts_without_names_or_number_are_told_by_how_readers_speak(shown: str) -> None:
    """Of themselves and to each other, as no report does outside of quotations."""
    draft = read(page(below=f"<h3>Comments</h3>{shown}"))
    assert [(None, said) for said in TALK] == [(post.author, post.text) for post in draft.posts]
    assert ARTICLE == lines(draft)


@pytest.mark.parametrize(
    "below",
    [
        "The minister called it a step forward.<br><br>“We are ready to help you”, the envoy of Peru said.",
        "<b>Ana Roe</b><br>The bridge is a step forward.<br><br><b>Paul Low</b><br>We are ready to help.",
        "Peru: It was a success.<br>Chile: A start.<br>Cuba: Nothing was won.",
    ],
)
def test_lines_in_which_officials_comment_are_the_articles(below: str) -> None:
    """A bare title is no proof."""
    draft = read(page(below=f"<h3>Comments</h3>{below}"))
    assert () == draft.posts
    assert len(ARTICLE) < len(lines(draft))


def test_what_follows_the_posts_is_neither_theirs_nor_lost() -> None:
    """A box behind the lines, such as one of other articles, ends them."""
    draft = read(page(below=f"<h3>Comments (3)</h3>{rows('<b>{}</b><br>{}', '<br><br>')}<div><p>{PARAGRAPHS[0]}</p></div>"))
    assert SAID == tuple(post.text for post in draft.posts)
