"""The page of all pages in a copy."""

from lxml import html

from facta.store import open_store
from facta.web.site.index import FILE, SCRIPT, Entry, entries, listed
from tests.web.site.site_makers import small

HOME = f"""<!doctype html><html><head><title>Home</title></head><body>
<nav class="menu"><a href="index.html" aria-current="true">Home</a><a href="{FILE}">Search</a></nav>
<main>Old words <p>gone</p></main></body></html>"""


def test_pages_come_by_day_the_newest_first(tmp_path):
    """With the sentences that they are cited for; only those asked for."""
    with open_store(small(tmp_path / "news.duckdb"), read_only=True) as store:
        found = entries(store, ["a", "b", "nosuch"])
        (one,) = entries(store, ["a"])
        assert [] == entries(store, [])
    assert ["b", "a"] == [entry.key for entry in found]
    assert ("Grain <b>comes</b>", "Daily Ledger", ("China gave Russia grain.",)) == (one.title, one.outlet, one.sentences)


def test_the_list_stands_in_the_frame_of_the_start_page():
    """It is marked in the menu, its words are text, and a small script searches it."""
    bad = Entry("k", "<script>x</script>", None, "2018-04-03", ("One & two.",))
    tree = html.document_fromstring(listed(HOME, [bad], {"k": "page/k/index.html"}))
    (main,) = tree.xpath("//main")
    assert "Old words" not in main.text_content() and "gone" not in main.text_content()
    assert "1 reports that the views cite" in main.text_content()
    (item,) = main.xpath(".//li")
    assert ("<script>x</script>", "page/k/index.html") == (item.xpath("string(.//a)"), item.xpath("string(.//a/@href)"))
    assert ["2018-04-03", "One & two."] == [p.text for p in item.xpath("./p")]
    assert [SCRIPT] == tree.xpath("//script/@src")
    assert [FILE] == tree.xpath("//nav//a[@aria-current]/@href")


def test_a_copy_without_pages_has_a_list_too():
    """An empty one."""
    assert "0 reports" in listed(HOME, [], {})
