"""What looks like a thread and is none: lists of articles, live blogs, menus, questions, products, reviews of goods."""

import pytest

from facta.read import generic, markup, threads

CARDS = "".join(
    f"<article class='post teaser'><h3><a href='/news/{n}'>Ministers meet again for the {n}th time</a></h3>"
    f"<span class='author'>Eva Stern</span><time datetime='2021-05-0{n}'>{n} May 2021</time><p>"
    f"They spoke about the harbour, number {n}.</p></article>"
    for n in range(1, 7)
)
PAGES = {
    "related articles": f"<section class='related-posts'>{CARDS}</section>",
    "a blog's front page": f"<main>{CARDS.replace('post teaser', 'post hentry')}</main>",
    "a live blog": "<div class='liveblog'>" + "".join(
        f"<div class='live-entry post' id='entry-{n}'><time>{n}:15 pm, 4 May 2021</time><span class='author'>Eva Stern</span>"
        f"<p>The ministers have now been speaking for {n} hours.</p></div>" for n in range(1, 7)
    ) + "</div>",
    "a menu": "<nav><ul>" + "".join(
        f"<li class='item'><a href='/{w}'>{w}</a></li>" for w in ("World", "Sport", "Comment", "Opinion")
    ) + "</ul></nav>",
    "questions and answers": "<div class='faq'>" + "".join(
        f"<div class='faq-item'><h3 class='question'>What is question {n}?</h3><div class='answer'><p>"
        f"This is the answer to it, number {n}.</p></div></div>"
        for n in range(1, 6)
    ) + "</div>",
    "products": "<ul class='products'>" + "".join(
        f"<li class='product'><a href='/p/{n}'><h4 class='name'>Chair {n}</h4></a><p>A chair of oak.</p><span>{n}9.00</span>"
        f"<button>Buy</button></li>"
        for n in range(1, 6)
    ) + "</ul>",
    "latest comments beside another article": "<aside class='widget latest-comments'><ul>" + "".join(
        f"<li class='recent-comment'><a class='comment-author' href='/user/{n}'>Ada {n}</a>"
        f" on <a href='/news/{n}#comment-{n}'>Ministers meet for the {n}th time</a>"
        f"<time>{n} May 2021</time></li>" for n in range(1, 6)
    ) + "</ul></aside>",
    "a team": "<div class='team'>" + "".join(
        f"<div class='member'><h4 class='name'>Ada {n}</h4><p class='role'>Editor</p><p>"
        f"Ada {n} joined in May 2021 and writes on harbours.</p></div>"
        for n in range(1, 6)
    ) + "</div>",
    "an empty thread and its form": "<div id='comments' class='comments'><h3>0 comments</h3><form class='comment-form'>"
        "<label>Name</label>"
    "<input name='author'><textarea name='comment'></textarea></form></div>",
    "an archive by day": "<ul class='archive-list'>" + "".join(f"<li class='entry'><span class='date'>{n} May 2021</span>"
        f" Words of that day.</li>" for n in range(1, 9)) + "</ul>",
    "a ticker": "<ol class='timeline'>" + "".join(f"<li><time>{n} May 2021</time><b>Ankara</b><p>"
        f"The ministers met for the {n}th time.</p></li>" for n in range(1, 9)) + "</ol>",
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_readers_has_no_thread(name: str) -> None:
    """Nothing is taken for readers' posts, and nothing of the article goes."""
    tree, _ = markup.parse(
        "<html><body><article class='post'><h1>Ministers meet</h1><p class='byline'>By <span class='author'>Eva Stern</span> "
        f"<time>4 May 2021</time></p><p>The ministers met in Ankara.</p></article>{PAGES[name]}</body></html>"
    )
    assert ((), ()) == (generic.threads(tree).posts, generic.threads(tree).roots)
    threads.take(tree)
    assert "The ministers met in Ankara." in markup.paragraphs(tree)
