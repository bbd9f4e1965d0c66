"""Forums, where the first post of a topic looks like its answers and is the article."""

from facta.read import generic, markup, posts

PROSE = (
    "The old bridge over the river was closed in March after the ministry found cracks in two of its piers, and the council has "
    "to decide by the summer what will become of it."
)
POST = (
    "<div class='post' id='p{n}'><a class='username'>{who}</a><span class='no'>#{n}</span><time>5 May 2021</time>"
    "<div class='postcontent'><p>{text}</p></div></div>"
)


def page(first: int, *texts: str, before: str = "") -> str:
    shown = "".join(POST.format(n=first + k, who=f"Ada{k}", text=text) for k, text in enumerate(texts))
    return f"<html><body class='viewtopic'><h1>Will it hold?</h1>{before}<div id='list'>{shown}</div></body></html>"


def authors(source: str) -> list[str | None]:
    tree, _ = markup.parse(source)
    return [c.author for c in posts.comments(generic.threads(tree).posts)]


def test_the_opening_post_is_left_to_the_article() -> None:
    """Where nothing else on the page is an article, the first of the numbered posts is no answer."""
    source = page(1, PROSE, "It will not.", "Why?")
    assert ["Ada1", "Ada2"] == authors(source)
    tree, _ = markup.parse(source)
    assert generic.threads(tree).roots[0].get("id") == "p2"


def test_a_later_page_holds_answers_only() -> None:
    """Where the first number is not 1, the topic began on another page."""
    assert ["Ada0", "Ada1"] == authors(page(16, PROSE, "It will not."))


def test_readers_of_an_article_all_count() -> None:
    """Where an article stands before the posts, the first of them is a reader's too, however long."""
    assert ["Ada0", "Ada1"] == authors(page(1, PROSE, "It will not.", before=f"<article><p>{PROSE}</p></article>"))
