"""What an address on the web brings."""

import gzip

import pytest

from facta.errors import InputError
from facta.read.fetch import Fetched
from facta.read.sources import _web

PAGE = b"<html><p>Peru met Chile.</p></html>"


def test_a_page_is_keyed_by_what_was_asked_and_lies_where_it_was_found():
    """However its address was written."""
    found = Fetched(url="https://example.org/b", content_type="text/html; charset=cp1251", body=PAGE)
    page = _web.page("HTTPS://Example.org:443/a#top", found)
    assert ("https://example.org/a", "https://example.org/b", "html", "cp1251") == (
        page.key_source,
        page.url,
        page.form,
        page.encoding,
    )
    assert ("HTTPS://Example.org:443/a#top", PAGE, None) == (page.source, page.data, page.id)


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json"])
def test_what_is_no_page_says_what_it_is_and_what_to_do(kind):
    """In one line."""
    with pytest.raises(InputError, match=f"is {kind}; .* once they are saved"):
        _web.page("https://example.org/a", Fetched(url="https://example.org/a", content_type=kind, body=PAGE))


def test_a_body_is_unpacked_once(monkeypatch):
    """What comes out is in no coding any more."""

    class Answers:
        def get(self, url):
            return Fetched(url=url, coding="gzip", body=gzip.compress(PAGE))

    monkeypatch.setattr(_web, "fetcher", Answers)
    found = _web.fetch("https://example.org/a")
    assert (PAGE, None) == (found.body, found.coding)


def test_one_fetcher_serves_the_whole_process():
    """It remembers when each host was asked."""
    assert _web.fetcher() is _web.fetcher()
