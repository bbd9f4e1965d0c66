"""What trafilatura infers of a page, asked for in parts."""

import pytest
from lxml import html
from trafilatura import metadata

from facta.read import inferred, markup

AUTHORS = {
    "by class": "<span class='author'>Ada Lo</span>",
    "by a part of a class": "<div class='meta article-author-name'>Ada Lo</div>",
    "by a byline": "<p class='byline'>By Ada Lo</p>",
    "by an id": "<div id='post-author'>Ada Lo</div>",
    "by rel": "<a rel='author' href='/ada'>Ada Lo</a>",
    "by microdata": "<section itemprop='author'>Ada Lo</section>",
    "a surer one later": "<p class='byline'>The staff</p><span class='author'>Ada Lo</span>",
    "a date inside": "<div class='author'>Ada Lo <time>5 May 2021</time></div>",
    "in a list of comments": "<div class='commentlist'><b><span class='author'>Ben</span></b></div>",
    "much text": f"<div class='author'>{'Ada Lo writes. ' * 20}</div>",
    "none": "<p class='text'>Words.</p>",
}


@pytest.mark.parametrize("name", AUTHORS)
def test_authors_are_those_that_trafilatura_finds(name: str) -> None:
    """Its own search, which copies the page and takes three times as long, says the same."""
    source = f"<html><body><h1>Ministers meet</h1>{AUTHORS[name]}<p>They met.</p></body></html>"
    tree, _ = markup.parse(source)
    expected = metadata.extract_author(html.document_fromstring(source))
    assert expected == inferred.read(tree, None, ("authors",)).authors


def test_only_what_is_missing_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day is sought for pages without one alone; what costs nothing comes along."""
    source = (
        "<html><head><title>Ministers meet - example.org</title><link rel='canonical' href='https://www.example.org/2021/05/05/a'>"
        "</head><body><p>Published on 5 May 2021</p></body></html>"
    )
    tree, _ = markup.parse(source)
    assert inferred.Inferred("example.org", None, None, "https://www.example.org/2021/05/05/a") == inferred.read(
        tree, None, ("site",)
    )
    assert "2021-05-05" == inferred.read(tree, None, ("day",)).day


def test_what_stands_around_many_names_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a page of nothing but authors inside each other the questions grow with its elements, not with their depth."""
    asked = []
    is_other = inferred._is_other
    monkeypatch.setattr(inferred, "_is_other", lambda element: asked.append(element) or is_other(element))
    tree, _ = markup.parse("<html><body>" + "<div class='author-box'>" * 100 + "<b class='author-x'>xx</b>" * 2_000)
    inferred.read(tree, None, ("authors",))
    assert len(asked) <= 2 * markup.size(tree)
