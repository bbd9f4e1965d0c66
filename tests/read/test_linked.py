"""The linked data of a page."""

import pytest

from facta.read import linked, markup
from facta.read.linked import Linked


def read(*blocks: str) -> Linked:
    scripts = "".join(f'<script type="application/ld+json">{b}</script>' for b in blocks)
    return linked.read(markup.parse(f"<html><head>{scripts}</head><body><p>x</p></body></html>")[0])


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "NewsArticle", "headline": "A"}',
        '[{"@type": "WebSite"}, {"@type": ["Thing", "http://schema.org/ReportageNewsArticle"], "headline": "A"}]',
        '{"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "A"}}]}',
        '<!--\n{"@type": "Article", "headline": "A"};\n-->',
        '/*<![CDATA[*/ {"@type": "Article", "headline": "A"} /*]]>*/',
        '{"@type": "Article", "headline": "A",\n"description": "two\nlines"}',
    ],
)
def test_the_article_is_found_wherever_it_stands(block: str) -> None:
    """Alone, in a list, in a graph, under its page, or hidden from browsers of old."""
    assert "A" == read(block).article.get("headline")


def test_an_article_with_a_headline_goes_before_one_without() -> None:
    """A teaser that only has an address is not the article."""
    assert "A" == read('{"@type": "Article", "url": "/b"}', '{"@type": "Article", "headline": "A"}').article["headline"]


def test_the_topic_of_a_forum_is_an_article_where_there_is_no_other() -> None:
    """A page that is nothing but a discussion tells its title and day so; beside a report it is what readers say of that."""
    topic = '{"@type": "DiscussionForumPosting", "headline": "B", "datePublished": "2021-05-05"}'
    assert "2021-05-05" == read(topic).article["datePublished"]
    assert "A" == read(topic, '{"@type": "NewsArticle", "headline": "A"}').article["headline"]


@pytest.mark.parametrize("block", ["", "{", '{"@type": ', "[" * 100_000, '{"@graph":' * 1_000, "null", "7", '"x"'])
def test_what_is_no_description_is_passed_over(block: str) -> None:
    """Broken, deep and strange blocks leave the others to speak."""
    assert "A" == read(block, '{"@type": "Article", "headline": "A"}').article["headline"]


def test_a_reference_to_nothing_is_itself() -> None:
    """An id that names no object, or a string, has no name and stops nothing."""
    data = read('{"@type": "Article", "headline": "A", "author": {"@id": "#x"}}')
    assert ({"@id": "#x"}, {}) == (data.inner(data.article["author"]), data.inner("Ada"))
