"""Other stories that stand on a page beside its own."""

import pytest

from tests.read.pages import PARAGRAPHS, TITLE, lines, read

OTHER = "Turkey opens an embassy in Luanda"
PROSE = [
    "Turkey opened a new embassy in Luanda on Monday, its forty-fourth on the continent, in the presence of two ministers.",
    "Angola's president thanked Ankara for the drones it delivered last year and for a loan of 200 million dollars.",
    "The two countries signed four agreements on trade, on mining and on flights between their capitals.",
]
HEAD = f"<title>{TITLE} | Lake Daily</title>"
OWN = [("headline", TITLE), *(("body", p) for p in PARAGRAPHS)]


def story(headline: str, prose: list[str], tag: str = "h2", *, link: str = "", under: str = "", marks: str = "") -> str:
    """An article of a page."""
    shown = f"<a href='{link}'>{headline}</a>" if link else headline
    return f"<article {marks}><{tag}>{shown}</{tag}>{under}{''.join(f'<p>{p}</p>' for p in prose)}</article>"


def page(*articles: str, head: str = HEAD) -> str:
    return f"<html><head>{head}</head><body><main>{''.join(articles)}</main></body></html>"


MAIN = story(TITLE, PARAGRAPHS, "h1")
SECOND = story(OTHER, PROSE)
SIGNED = story(OTHER, PROSE, under="<p class='byline'>By Ada Lo</p><time datetime='2024-06-03'>June 3, 2024</time>")
TEASER = story(OTHER, PROSE[:1], "h3", link="/luanda", marks="class='card'")


@pytest.mark.parametrize(
    "articles",
    [
        (MAIN, SECOND),
        (SECOND, MAIN, SECOND),
        (MAIN, story(OTHER, PROSE * 4)),
        (MAIN, story(OTHER, PROSE, "h1")),
        (TEASER, MAIN, TEASER),
        (MAIN, SIGNED),
        (f"<article class='all'>{MAIN}{SECOND}</article>",),
        (MAIN.replace(f"<p>{PARAGRAPHS[1]}", f"{TEASER}<p>{PARAGRAPHS[1]}"),),
        (f"<header><h1>{TITLE}</h1></header>", MAIN.replace(f"<h1>{TITLE}</h1>", ""), SECOND),
        (MAIN.replace("article", "div").replace("<div ", "<div itemscope itemtype='https://schema.org/NewsArticle' "), SECOND),
    ],
)
def test_another_story_is_no_part_of_the_pages_own(articles: tuple[str, ...]) -> None:
    """Before, below, around or in it, longer or shorter: its text, author and day are none of the page's."""
    draft = read(page(*articles))
    assert OWN == lines(draft)
    assert ((), None, ()) == (draft.byline, draft.published, draft.problems)


@pytest.mark.parametrize(
    "head",
    [
        f'<title>Lake Daily</title><meta property="og:title" content="{TITLE}">',
        '<title>Lake Daily</title><link rel="canonical" href="https://lake.example/ankara">',
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}"}}</script>',
    ],
)
@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_the_page_says_which_story_is_its_own(head: str, tag: str) -> None:
    """By a declared title, or by the headline that links to the page itself, the last of three stories is known."""
    stories = (story(OTHER, PROSE, tag, link="/luanda"), SECOND, story(TITLE, PARAGRAPHS, tag, link="/ankara"))
    draft = read(page(*stories, head=head))
    assert OWN == lines(draft)
    assert () == draft.problems


@pytest.mark.parametrize("mark", ["<p>By Ada Lo</p>", "<p>June 3, 2024</p>", "<time datetime='2024-06-03'></time>"])
@pytest.mark.parametrize("first", [True, False])
def test_stories_in_blocks_of_any_kind_are_told_apart_by_their_headings(mark: str, first: bool) -> None:
    """As where a page goes on with the next story below its own: each has a highest heading, and says who wrote it or when."""
    blocks = [story(TITLE, PARAGRAPHS, "h1"), story(OTHER, PROSE, "h1", under=mark)]
    source = page(*(blocks if first else reversed(blocks))).replace("article", "div")
    draft = read(source)
    assert OWN == lines(draft)
    assert ((), None) == (draft.byline, draft.published)


def test_linked_data_of_several_stories_is_that_of_the_pages_own() -> None:
    """Its title says which."""
    told = (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{name}","datePublished":"{day}"}}</script>'
        for name, day in ((OTHER, "2024-06-03"), (TITLE, "2024-06-07"))
    )
    draft = read(page(SECOND, MAIN, head=HEAD + "".join(told)))
    assert OWN == lines(draft)
    assert "2024-06-07" == draft.published


def test_several_stories_of_which_none_is_the_pages_own_are_said() -> None:
    """The front page of a blog, where whole posts stand one below the other: the first is read, and a line says so."""
    posts = (story(TITLE, PARAGRAPHS, link="/ankara"), story(OTHER, PROSE, link="/luanda"))
    draft = read(page(*posts, head="<title>Lake Daily</title>"))
    assert OWN == lines(draft)
    assert ["read.article"] == [p.step for p in draft.problems]
    assert "2 stories" in draft.problems[0].message


def test_parts_of_a_story_stay_in_it() -> None:
    """Articles that lead nowhere are parts, whether they stand in the page's own or below a headline that is in none."""
    parts = [story("What the letter says now", PROSE[:1]), story("Background", PROSE[1:])]
    inside = page(MAIN.replace("</article>", f"{''.join(parts)}</article>"))
    below = page(f"<h1>{TITLE}</h1>", *parts)
    for source in (inside, below):
        text = read(source).text
        assert all(p in text for p in PROSE)


@pytest.mark.parametrize("called", ["", "class='story-part'"])
def test_a_story_marked_as_several_articles_is_read_whole(called: str) -> None:
    """They are alike, without a day or an author of their own, and have no headline, or but a word."""
    first = story(TITLE, PARAGRAPHS, "h1", marks=called)
    more = [f"<article {called}><p>{PROSE[0]}</p><p>{PROSE[1]}</p></article>", story("Background", PROSE[2:], marks=called)]
    assert [*PARAGRAPHS, *PROSE] == [p for p in (*PARAGRAPHS, *PROSE) if p in read(page(first, *more)).text]
    dated = "<article {}><time datetime='2024-06-03'>June 3, 2024</time><p>{}</p></article>".format(called, "</p><p>".join(PROSE))
    elsewhere = f"<article class='promo'><p>{PROSE[0]}</p></article>"
    for other in (dated, elsewhere):
        assert OWN == lines(read(page(first, other)))


def test_articles_that_are_called_parts_may_have_headlines() -> None:
    """One that leads on, or an article that is called otherwise, is another story all the same."""
    called = "class='story-part'"
    first = story(TITLE, PARAGRAPHS, "h1", marks=called)
    second = story("What the ministers will ask next", PROSE, marks=called)
    assert PROSE == [p for p in PROSE if p in read(page(first, second)).text]
    for other in (story(OTHER, PROSE, link="/luanda", marks=called), story(OTHER, PROSE, "h1", marks=called), SECOND):
        assert OWN == lines(read(page(first, other)))
