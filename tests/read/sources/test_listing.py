"""The addresses that a feed or a sitemap lists are followed."""

import io

import pytest

from facta.errors import InputError
from facta.read.fetch import Fetched
from facta.read.raw import Failure, Raw
from facta.read.sources import _web
from facta.read.sources._content import Content
from facta.read.sources._given import Given
from facta.read.sources._listing import Link, address, follow, root

PAGE = b"<html><title>Own</title><p>Peru met Chile.</p></html>"
FEED = Given(spec="feed.xml", key_source="feed.xml", url="https://example.org/news/feed.xml")


@pytest.fixture
def asked(monkeypatch):
    """What is asked of the network, which answers any address but those with `gone` in them."""
    seen = []

    def fetch(url):
        seen.append(url)
        if "gone" in url:
            raise InputError("is not there (404).")
        return Fetched(url=url, content_type="text/html", body=PAGE)

    monkeypatch.setattr(_web, "fetch", fetch)
    return seen


def text(words="Peru met Chile, says the feed."):
    """What a feed holds of a page."""
    return Raw(source="feed.xml#1", key_source="feed.xml#1", form="text", data=words, id="1")


def test_pages_are_fetched_when_their_turn_comes_and_once(asked):
    """However an address is written."""
    links = [Link(url=u) for u in ("a", "b", "https://example.org/news/a", "HTTPS://EXAMPLE.org:443/news/b#top")]
    found = follow(links, FEED)
    assert [] == asked
    assert "https://example.org/news/a" == next(found).url
    assert ["https://example.org/news/a"] == asked
    assert ["https://example.org/news/b"] == [page.url for page in found]


def test_what_a_list_says_of_a_page_fills_in(asked):
    """For what the page does not say."""
    (page,) = follow([Link(url="a", title="Listed", published="2018-04-03", outlet="Post", byline=("Ada Lo",))], FEED)
    assert ("Listed", "2018-04-03", "Post", ("Ada Lo",)) == (page.title, page.published, page.outlet, page.byline)


def test_a_page_that_cannot_be_had_is_what_the_list_holds_of_it(asked):
    """With the reason; without such words it is a failure."""
    held, lost = follow([Link(url="gone1", text=text(), title="T"), Link(url="gone2")], FEED)
    assert ("https://example.org/news/gone1", "T", None) == (held.url, held.title, held.id)
    assert ("The page itself is not there (404). This is what the feed holds of it.",) == held.problems
    assert Failure(source="https://example.org/news/gone2", message="is not there (404).") == lost


def test_an_entry_without_an_address_is_its_words(asked):
    """Or a failure that says which."""
    assert [text(), Failure(source="feed.xml#2", message="names no address.")] == list(
        follow([Link(url=None, text=text()), Link(url=None)], FEED)
    )
    assert [] == asked


@pytest.mark.parametrize("bad", ["http://[::1", "http://a:99999999/", "https://" + "[" * 400])
def test_what_is_no_address_is_said_and_never_asked(asked, bad):
    """In one line, not longer than can be read."""
    lost, held = follow([Link(url=bad), Link(url=bad, text=text())], FEED)
    assert "feed.xml#1" == lost.source
    assert lost.message.startswith("leads to ") and len(lost.message) < 400
    assert held.data == text().data and "is no address on the web" in held.problems[0]
    assert [] == asked


def test_a_failure_of_the_list_itself_goes_on(asked):
    """In its place."""
    cut = Failure(source="feed.xml", message="is cut off.")
    assert [Raw, Failure] == [type(item) for item in follow([Link(url="a"), cut], FEED)]


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        ("b.html", "https://example.org/a/", "https://example.org/a/b.html"),
        (" //other.org/x ", "https://example.org/", "https://other.org/x"),
        ("https://example.org/é", None, "https://example.org/%C3%A9"),
    ],
)
def test_an_address_counts_from_where_its_list_is(url, base, expected):
    """White space around it apart."""
    assert expected == address(url, Given(spec="s", url=base))


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [("f.rss", None, "rss"), ("f", None, "rss"), ("f.html", None, ""), ("f.html", "https://example.org/f.html", "rss")],
)
def test_only_what_may_be_a_list_by_its_name_is_one(name, url, expected):
    """A page that a crawler saved leads nobody to the network."""
    content = Content(io.BytesIO(b'<?xml version="1.0"?><rss/>'))
    assert expected == root(Given(spec=name, name=name, url=url, content=content))
