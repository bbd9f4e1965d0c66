import gzip
from dataclasses import replace

import pytest

from facta.read.raw import Failure, Raw
from facta.read.sources import _web
from facta.read.sources.sitemap import MAX_LEVELS

PAGE = b"<html><body><p>Ministers met.</p></body></html>"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@pytest.fixture(autouse=True)
def web(monkeypatch, fetcher):
    """Addresses on this machine may be asked."""
    monkeypatch.setattr(_web, "fetcher", lambda: fetcher)


def urlset(*urls):
    return f'<?xml version="1.0"?><urlset {NS}>' + "".join(f"<url><loc>{url}</loc></url>" for url in urls) + "</urlset>"


def index(*urls):
    return f"<sitemapindex {NS}>" + "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls) + "</sitemapindex>"


def test_the_pages_it_names_are_fetched_once_in_order(site, opened, make):
    """From a file, packed or not; addresses of images are not pages."""
    one, two = site.lay("/1", PAGE), site.lay("/2?a=b&c=d", PAGE)
    image = '<image:image xmlns:image="http://i"><image:loc>http://i.example/</image:loc></image:image>'
    text = urlset(one, two.replace("&", "&amp;"), one).replace("</loc>", f"</loc><lastmod>2020-01-01</lastmod>{image}", 1)
    for path in (make("sitemap.xml", text), make("sitemap.xml.gz", gzip.compress(text.encode()))):
        found = opened(path)
        assert all(page.fetched for page in found)
        wanted = [Raw(source=url, key_source=url, form="html", data=PAGE, url=url) for url in (one, two)]
        assert wanted == [replace(page, fetched=None) for page in found]
    assert ["/1", "/2?a=b&c=d"] * 2 == site.paths()


def test_an_index_leads_to_the_pages_of_all_its_sitemaps(site, opened):
    """On the web, packed as file or on the way; a sitemap that fails costs only itself, one that comes twice is asked once."""
    for n in range(3):
        site.lay(f"/{n}", PAGE)
    packed = gzip.compress(urlset("/1").encode())
    site.lay("/a.xml", (200, {"Content-Type": "application/xml"}, urlset("/0").encode()))
    site.lay("/b.xml.gz", (200, {"Content-Type": "application/x-gzip"}, packed))
    site.lay("/c.xml", (200, {"Content-Type": "text/xml", "Content-Encoding": "gzip"}, gzip.compress(urlset("/2").encode())))
    site.lay("/page", PAGE)
    names = ("/a.xml", "/gone.xml", "/page", "/b.xml.gz", "/a.xml", "/c.xml", "/sitemap.xml")
    url = site.lay("/sitemap.xml", index(*names).encode())
    items = opened(url)
    assert ["/0", "/gone.xml", "/page", "/1", "/2"] == [item.source.removeprefix(site.base) for item in items[:5]]
    assert [Raw, Failure, Failure, Raw, Raw] == [type(item) for item in items[:5]]
    assert "answered 404 Not Found." == items[1].message and items[2].message.startswith("is no sitemap, though")


def test_indexes_without_end_end(site, opened, messages):
    """A server may name ever new sitemaps."""

    def endless(handler):
        body = index(handler.path + "x").encode()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    for n in range(9):
        site.answers["/s" + "x" * n] = endless
    assert [f"lies more than {MAX_LEVELS} sitemaps deep and is left out."] == messages(opened(site.base + "/s"))


def test_what_a_news_sitemap_says_of_a_page_fills_in(site, opened, make):
    """Title, day and outlet, for a page that is silent about them."""
    url = site.lay("/1", PAGE)
    news = (
        '<n:news xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><n:publication><n:name>Daily</n:name></n:publication>'
        "<n:publication_date>2018-04-03T10:00:00Z</n:publication_date><n:title>A deal</n:title></n:news>"
    )
    (page,) = opened(make("news", urlset(url).replace("</loc>", "</loc>" + news)))
    assert ("A deal", "2018-04-03", "Daily", frozenset()) == (page.title, page.published, page.outlet, page.stated)


def test_a_forgotten_entity_does_not_change_an_address(site, opened, make):
    """`&` alone is no XML, but common; wherever a piece of the file ends."""
    site.lay("/1?a=b&c=d", PAGE)
    for room in range(65_380, 65_530, 5):
        text = urlset(site.base + "/1?a=b&c=d").replace("<url>", "<url>" + " " * room)
        assert [site.base + "/1?a=b&c=d"] == [page.url for page in opened(make("sitemap.xml", text))]


def test_a_cut_or_broken_sitemap_yields_the_pages_before(site, opened, messages, make):
    """Half an address is never asked for; what is wrong is told once."""
    urls = [site.lay(f"/{n}", PAGE) for n in range(3)]
    whole = urlset(*urls)
    items = opened(make("sitemap.xml", whole[: whole.index("/2<") + 2]))
    assert [*urls[:2]] == [item.source for item in items if isinstance(item, Raw)]
    assert ["is cut off or no sound XML after 2 addresses; those were taken."] == messages(items)
    packed = gzip.compress(whole.encode())
    assert ["is cut off in the middle after 3 addresses; those were taken."] == messages(opened(make("b.xml.gz", packed[:-6])))


@pytest.mark.parametrize("loc", ["file:///etc/passwd", "/relative", "", "http://a.example/" + "x" * 5000, "http://&x;/"])
def test_an_address_that_is_none_is_one_failure(site, opened, make, loc):
    """A sitemap never leads to a file; an endless address and an entity are none."""
    url = site.lay("/1", PAGE)
    text = '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hosts">]>' + urlset(loc, url)[21:]
    assert [Failure, Raw] == [type(item) for item in opened(make("sitemap.xml", text))]


def test_a_sitemap_without_pages_says_so(opened, messages, make):
    """One line."""
    assert ["is a sitemap that names no page."] == messages(opened(make("sitemap.xml", urlset())))


def test_a_page_inside_this_machine_is_refused(site, opened, make, monkeypatch, tmp_path):
    """A sitemap must not make facta ask machines that only this computer can reach."""
    from facta.read.fetch import Fetcher

    url = site.lay("/1", PAGE)
    monkeypatch.setattr(_web, "fetcher", lambda: Fetcher(cache=tmp_path, delay=0))
    (failure,) = opened(make("sitemap.xml", urlset(url)))
    assert "leads to 127.0.0.1, an address inside this machine" in failure.message
    assert [] == site.asked
