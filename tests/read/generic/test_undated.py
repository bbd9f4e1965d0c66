"""Threads in which no post tells when it was written."""

import pytest

from facta.read import posts
from tests.read.pages import PARAGRAPHS, TITLE, lines, page, read

WHO = ("Ada Lo", "marek77", "Jon")
SAID = ("They sank that ship last year.", "The minister was paid for this, everybody knows.", "About time.")
ARTICLE = [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)]


def rows(one: str) -> str:
    """Each post written in one form."""
    return "".join(one.format(who, said) for who, said in zip(WHO, SAID, strict=True))


@pytest.mark.parametrize(
    "thread",
    [
        rows("<p><b>{}</b><br>{}</p>"),
        rows("<p><strong>{}</strong>: {}</p>"),
        rows("<p>{} says: {}</p>"),
        rows("<p>{}: {}</p>"),
        rows("<p>{}</p><p>{}</p>"),
        rows("<h4>{}</h4><p>{}</p>"),
        rows("<div><i>1</i><span>{}</span><p>{}</p><a href='#'>Reply</a></div>"),
        "<dl>" + rows("<dt>{}</dt><dd>{}</dd>") + "</dl>",
        "<p>Please stay polite.</p><div><ul>" + rows("<li><span>{}</span><div>{}</div></li>") + "</ul></div><form>Log in</form>",
    ],
)
@pytest.mark.parametrize("heading", ["<h3>Comments (3)</h3>", "<h2>3 Kommentare</h2>", "<h3>Readers' comments</h3>"])
def test_names_under_a_title_that_counts_comments_or_names_readers_are_a_thread(thread: str, heading: str) -> None:
    """However a name is parted from what it says; nothing of it stays in the article."""
    draft = read(page(below=heading + thread))
    assert list(zip(WHO, SAID, strict=True)) == [(post.author, post.text) for post in draft.posts]
    assert ARTICLE == [line for line in lines(draft) if line[0] != "other"]


@pytest.mark.parametrize(
    ("heading", "names", "reply"),
    [
        ("Комментарии (2)", ("Иван Петров", "marusya"), "Ответить"),
        ("评论（2）", ("山中老人", "小明"), "回复"),
        ("التعليقات (2)", ("أحمد", "ليلى سالم"), "رد"),
        ("Yorumlar (2)", ("Ayşe K.", "mehmet_34"), "Yanıtla"),
        ("Comentarios (2)", ("Lucía", "pepe.m"), "Responder"),
    ],
)
def test_titles_and_names_may_be_of_any_language(heading: str, names: tuple[str, str], reply: str) -> None:
    """What readers say is theirs in each."""
    shown = "".join(f"<div><b>{name}</b><p>{said}</p><a>{reply}</a></div>" for name, said in zip(names, SAID, strict=False))
    draft = read(page(below=f"<section><h3>{heading}</h3>{shown}</section>"))
    assert list(zip(names, SAID, strict=False)) == [(post.author, post.text) for post in draft.posts]


def test_an_answer_stands_in_the_list_of_what_it_answers() -> None:
    """A removed post among them keeps its place."""
    posts_ = (
        "<li><b>Ada Lo</b><p>They sank it.</p><ul><li><b>marek77</b><p>They did not.</p></li></ul></li>"
        "<li><p>This comment was removed by a moderator.</p></li><li><b>Jon</b><p>About time.</p></li>"
    )
    thread = posts.comments(read(page(below=f"<h3>4 comments</h3><ul>{posts_}</ul>")).posts)
    told = [(c.author, c.parent, c.deleted) for c in thread]
    assert [("Ada Lo", None, False), ("marek77", "c1", False), (None, None, True), ("Jon", None, False)] == told


def test_as_many_paragraphs_as_the_title_counts_are_posts_without_names() -> None:
    """Fewer are where they are items of a list, for the rest may be on the next page."""
    nameless = [f"<h3>Comments (3)</h3>{rows('<p>{1}</p>')}", f"<h3>Comments (12)</h3><ul>{rows('<li>{1}</li>')}</ul>"]
    assert [[(None, said) for said in SAID]] * 2 == [[(p.author, p.text) for p in read(page(below=b)).posts] for b in nameless]


@pytest.mark.parametrize(
    "thread",
    [
        rows("<div><span>{}</span><p>{}</p><a href='#'>Reply</a></div>").replace("marek77", "Tom Berg"),
        rows("<div><b>{}</b><p>{}</p></div>"),
    ],
)
def test_buttons_or_readers_names_prove_what_a_bare_title_does_not(thread: str) -> None:
    """Who answers to "marek77" holds no office."""
    assert list(SAID) == [post.text for post in read(page(below=f"<h2>Comments</h2>{thread}")).posts]


def test_short_paragraphs_below_a_bare_title_are_posts_without_names() -> None:
    """They report nobody's words and name nobody; what they claim is no part of the article."""
    draft = read(page(below=f"<h3>Comments</h3>{rows('<p>{1}</p>')}"))
    assert [(None, said) for said in SAID] == [(post.author, post.text) for post in draft.posts]
    assert ARTICLE == [line for line in lines(draft) if line[0] != "other"]


@pytest.mark.parametrize(
    "below",
    [
        "<h3>Comments</h3><p>The minister told the press of a step forward.</p><p>Work begins at once.</p>",
        f"<h3>Comments</h3><p>{'The measure is the third of its kind in a year, after two. ' * 5}</p><p>More will come.</p>",
        "<h3>Comments</h3><p><b>Ana Roe, prime minister</b><br>The bridge is a step forward.</p>"
        "<p><b>Paul Low, president</b><br>We are ready to help.</p>",
        "<h3>Comments</h3><p><strong>Ana Roe:</strong> The bridge is a step forward.</p>"
        "<p><strong>Paul Low:</strong> We are ready to help.</p>",
        "<h3>Comments</h3><p>The minister called it a step forward.</p><p>“We are ready to help”, the envoy of Peru said.</p>",
        "<h3>3 reactions to the summit</h3><p>Peru: It was a success.</p><p>Chile: A start.</p><p>Cuba: Nothing was won.</p>",
        "<h3>Comments (12)</h3><p>The mayor told reporters that work begins at once.</p><p>He did not say who pays.</p>",
    ],
)
def test_comments_of_officials_stay_in_the_article(below: str) -> None:
    """So does what no form of posts shows to be readers'."""
    draft = read(page(below=below))
    assert () == draft.posts
    said = [text for kind, text in lines(draft) if kind == "body"]
    assert len(PARAGRAPHS) < len(said)


def test_articles_below_a_title_without_comments_are_no_thread() -> None:
    """A page may count its comments and show none of them."""
    titles = ("Ministers meet in Ankara again for talks", "Storm hits the coast of Peru on Monday")
    teasers = "<ul>" + "".join(f"<li><a href='/a'>{title}</a></li>" for title in titles) + "</ul>"
    assert () == read(page(below=f"<h4>Comments (5)</h4>{teasers}")).posts
    assert () == read(page(above="<h4>Comments (3)</h4>")).posts
