import json

import pytest

from facta.read.page import read_page
from facta.read.raw import Failure, Raw
from facta.read.sources import _web

PAGE = b"<html><body><p>Ministers met.</p></body></html>"


@pytest.fixture(autouse=True)
def web(monkeypatch, fetcher):
    """Addresses on this machine may be asked."""
    monkeypatch.setattr(_web, "fetcher", lambda: fetcher)


def rss(*items, end="</channel></rss>"):
    entries = "".join(f"<item>{item}</item>" for item in items)
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    return f"{head}<channel><title>Daily &amp; Co</title><link>/</link>{entries}{end}"


def test_the_page_of_each_entry_is_fetched_once(site, opened, make):
    """In the feed's order; what the feed says of a page is there for a page that doesn't say it."""
    one, two = site.lay("/1", PAGE), site.lay("/2", PAGE)
    date = "<pubDate>Tue, 03 Apr 2018 23:30:00 -0500</pubDate>"
    path = make(
        "feed.xml",
        rss(f"<title>A &lt;b&gt;deal&lt;/b&gt;</title><link>{one}</link>{date}", f"<link>{two}</link>", f"<link>{one}#c</link>"),
    )
    first, second = opened(path)
    assert (
        Raw(
            source=one,
            key_source=one,
            form="html",
            data=PAGE,
            url=one,
            title="A deal",
            published="2018-04-03",
            outlet="Daily & Co",
            fetched=first.fetched,
        )
        == first
    )
    assert first.fetched
    assert (two, None, "Daily & Co", frozenset()) == (second.source, second.title, second.outlet, second.stated)
    assert ["/1", "/2"] == site.paths()


@pytest.mark.parametrize("content_type", ["application/rss+xml", "text/html", "application/octet-stream"])
def test_a_feed_on_the_web_is_told_by_its_content(site, opened, content_type):
    """Servers call feeds by many types; relative links count from where it is."""
    site.lay("/news/1", PAGE)
    url = site.lay("/news/feed", (200, {"Content-Type": content_type}, rss("<link>1</link>").encode()))
    assert [site.base + "/news/1"] == [page.url for page in opened(url)]


ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="{base}/"><title>Daily</title>
<entry><id>urn:1</id><title type="html">T</title><updated>2018-04-03T10:00:00Z</updated>
<link rel="enclosure" href="a.mp3"/><link rel="alternate" href="1"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Daily</title></channel>
<item><title>T</title><link>{base}/1</link><dc:date>2018-04-03T10:00:00+02:00</dc:date></item></rdf:RDF>"""
JSON = """{{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "title": "Daily", "items": [7,
{{"id": 5, "url": "{base}/1", "title": "T", "date_published": "2018-04-03T10:00:00Z"}}]}}"""


@pytest.mark.parametrize("feed", [ATOM, RDF, JSON])
def test_each_kind_of_feed_is_read(site, opened, make, feed):
    """Atom, RSS 1.0 and JSON Feed as RSS 2.0, in a file without a telling name too."""
    site.lay("/1", PAGE)
    for name in ("feed", "feed.json" if feed is JSON else "feed.xml"):
        (page,) = opened(make(name, feed.format(base=site.base)))
        assert (site.base + "/1", "T", "2018-04-03", "Daily") == (page.url, page.title, page.published, page.outlet)


ATOM_AUTHORS = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title><author><name>Ed Hill</name>
</author><entry><id>1</id><title>T</title><author><name>Jane Roe</name></author><author><name>Ada Lo</name></author>
<content>Ministers met.</content></entry><entry><id>2</id><title>T</title><content>They left.</content></entry></feed>"""
JSON_AUTHORS = """{"version": "https://jsonfeed.org/version/1.1", "title": "Daily", "author": {"name": "Ed Hill"}, "items": [
{"id": "1", "content_text": "Ministers met.", "authors": [{"name": "Jane Roe"}, {"name": "Ada Lo"}, 7]},
{"id": "2", "content_text": "They left.", "authors": "nobody"}]}"""


@pytest.mark.parametrize("feed", [ATOM_AUTHORS, JSON_AUTHORS])
def test_the_authors_of_an_entry_are_told(opened, make, feed):
    """Atom and JSON Feed name them one by one; those of the whole feed wrote the entries that name none."""
    name = "feed.json" if feed is JSON_AUTHORS else "feed.xml"
    assert [("Jane Roe", "Ada Lo"), ("Ed Hill",)] == [page.byline for page in opened(make(name, feed))]


@pytest.mark.parametrize(
    ("said", "byline"),
    [
        ("<dc:creator>By Jane Roe and Ada Lo</dc:creator>", ("Jane Roe", "Ada Lo")),
        ("<dc:creator>Jane Roe</dc:creator><dc:creator>Ada Lo</dc:creator>", ("Jane Roe", "Ada Lo")),
        ("<author>jane@daily.example (Jane Roe)</author>", ("Jane Roe",)),
        ("<author>desk@daily.example</author>", ()),
        ("<dc:creator>Newsroom</dc:creator>", ()),
    ],
)
def test_the_author_of_an_rss_item_is_a_person(opened, make, said, byline):
    """As its own element or Dublin Core's writes it; desks and bare addresses are no authors."""
    head = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Daily</title>'
    (page,) = opened(make("feed.xml", f"{head}<item>{said}<description>Ministers met.</description></item></channel></rss>"))
    assert byline == page.byline


def test_the_author_of_an_entry_fills_in_for_a_page_that_names_none(site, opened, make):
    """The page's own byline goes first."""
    prose = "<p>The foreign ministers of both countries met in Ankara on Monday for the first time in four years.</p>" * 2
    silent = site.lay("/1", f"<article><h1>Ministers meet in Ankara</h1>{prose}</article>".encode())
    telling = site.lay("/2", f"<article><h1>Ministers meet in Ankara</h1><p>By Ada Lo</p>{prose}</article>".encode())
    items = (f"<link>{url}</link><author>jane@daily.example (Jane Roe)</author>" for url in (silent, telling))
    pages = [read_page(raw).page for raw in opened(make("feed.xml", rss(*items)))]
    assert [("Jane Roe",), ("Ada Lo",)] == [page.byline for page in pages]


def test_a_page_that_can_not_be_had_is_read_from_the_feed(site, opened, make):
    """If the feed holds its text, and the page says so; else the page is a failure and the others go on."""
    text = "<content:encoded>&lt;p&gt;Ministers met.&lt;/p&gt;</content:encoded>"
    gone, page, last = site.base + "/gone", site.base + "/other", site.lay("/last", PAGE)
    items = opened(
        make("feed.xml", rss(f"<link>{gone}</link>{text}<title>T</title>", f"<link>{page}</link>", f"<link>{last}</link>"))
    )
    assert [Raw, Failure, Raw] == [type(item) for item in items]
    assert b"<article><p>Ministers met.</p></article>" in items[0].data
    assert (gone, gone, None, {"title", "outlet"}) == (items[0].key_source, items[0].url, items[0].id, items[0].stated)
    assert ("The page itself answered 404 Not Found. This is what the feed holds of it.",) == items[0].problems
    assert (page, "answered 404 Not Found.") == (items[1].source, items[1].message)


def test_an_entry_without_an_address_is_its_text(opened, make):
    """Known by its own id; plain text stays plain."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "a", "content_text": "Ministers <met>."}, {"id": "b", "content_html": "<p>é"}, {"id": "c"}],
    }
    path = make("feed.json", json.dumps(feed))
    text, html, nothing = opened(path)
    assert ("text", "Ministers <met>.", "a", f"{path}#a") == (text.form, text.data, text.id, text.source)
    assert ("html", "b", "utf-8") == (html.form, html.id, html.encoding) and "<p>é".encode() in html.data
    assert (f"{path}#3", "names no address.") == (nothing.source, nothing.message)


@pytest.mark.parametrize("written", ["soon", "Tue, 99 Foo 2018", ""])
def test_a_date_of_a_feed_that_is_none_is_told(opened, make, written):
    """The entry is read without it; an empty one says nothing."""
    told = f"<guid>a</guid><pubDate>{written}</pubDate><description>It rained.</description>"
    (page,) = opened(make("feed.xml", rss(told)))
    want = f"The feed's date {written!r} is not understood and left out; --published gives one."
    assert (None, (want,) if written else ()) == (page.published, page.problems)


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "/relative", "javascript:x()", "http://u:p@a.example/", "http://[", "x" * 999]
)
def test_an_address_that_is_none_is_one_failure(opened, make, link):
    """A feed never leads to a file or another scheme."""
    (failure,) = opened(path := make("feed.xml", rss(f"<link>{link}</link>")))
    assert f"{path}#1" == failure.source
    assert failure.message.startswith("leads to '") and len(failure.message) < 400


def test_a_cut_feed_yields_the_entries_before_the_cut(site, opened, messages, make):
    """The last of them may be cut in its address, and so is left out."""
    links = [f"<link>{site.lay(f'/{n}', PAGE)}</link>" for n in range(3)]
    items = opened(make("feed.xml", rss(*links, end="<item><link>http://a.exa")))
    assert ["is cut off in the middle after 3 entries, which could be read."] == messages(items)
    assert 3 == len(items) - 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (rss(), "is a feed without entries."),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "is a feed without entries."),
        ('{"version": "https://jsonfeed.org/version/1"}', "is a JSON Feed that can't be read (KeyError: 'items')"),
        ('{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 99_999, "is a JSON Feed that can't be read"),
    ],
)
def test_a_feed_that_can_not_be_read_is_one_failure(opened, messages, make, content, message):
    """Empty, without its parts, nested too deeply."""
    (found,) = messages(opened(make("feed", content)))
    assert found.startswith(message)


def test_a_feed_over_the_limit_is_refused(opened, messages, make):
    """The parser needs seconds for each megabyte."""
    assert ["is larger than 10,000,000 bytes, the limit of a feed."] == messages(
        opened(make("feed.xml", rss() + " " * 10_000_000))
    )


def test_entities_of_a_feed_bring_in_nothing(opened, make):
    """Neither files nor bombs."""
    head = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hosts"><!ENTITY a "aaaaaaaaaa">'
    bomb = head + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9)) + "]>"
    for entity in ("&x;", "&a8;"):
        (item,) = opened(make("feed.xml", bomb + rss(f"<title>{entity}</title><description>D{entity}</description>")[21:]))
        assert len(getattr(item, "data", b"")) < 1000 and b"localhost" not in getattr(item, "data", b"")


def test_only_a_named_file_leads_to_the_network(site, opened, make, tmp_path):
    """A folder takes no feeds, whatever its pages hold."""
    url = site.lay("/1", PAGE)
    for name in ("feed.xml", "a.html", "b.txt", "c.jsonl"):
        make(name, rss(f"<link>{url}</link>"))
    opened(tmp_path)
    assert [] == site.asked


@pytest.mark.parametrize(
    "entry",
    ["<id>tag:daily,2018:1</id>", "<id>urn:uuid:1225c695</id>", '<id>7</id><link href="/news/7"/>', '<link href="news:7"/>'],
)
def test_an_entry_whose_address_is_no_use_is_its_text(opened, make, entry):
    """An id is no address, and a relative one leads nowhere from a file that does not say where it was found."""
    content = "<content type='html'>&lt;p&gt;Ministers met.&lt;/p&gt;</content>"
    (page,) = opened(
        make("feed.xml", f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{entry}<title>T</title>{content}</entry></feed>')
    )
    assert (None, "T") == (page.url, page.title) and b"Ministers met." in page.data
    assert [("link" in entry)] == [bool(page.problems)] and all("This is what the feed holds" in why for why in page.problems)


@pytest.mark.parametrize("told", ['<link rel="self" href="{}/feed.xml"/>', '<link href="{}/"/>'])
def test_relative_addresses_count_from_where_a_saved_feed_says_it_is_found(site, opened, make, told):
    """Its own address goes before its site's."""
    site.lay("/news/7", PAGE)
    entry = '<entry><link href="/news/7"/></entry></feed>'
    (page,) = opened(make("feed.xml", f'<feed xmlns="http://www.w3.org/2005/Atom">{told.format(site.base)}{entry}'))
    assert site.base + "/news/7" == page.url


def test_relative_addresses_of_a_json_feed_count_from_its_own(site, opened, make):
    """`feed_url` says where a saved one is found."""
    site.lay("/news/7", PAGE)
    feed = {"version": "https://jsonfeed.org/version/1.1", "feed_url": site.base + "/feed", "items": [{"url": "news/7"}]}
    assert [site.base + "/news/7"] == [page.url for page in opened(make("feed.json", json.dumps(feed)))]
