"""A page of the explorer made fit to stand alone."""

import pytest
from lxml import html

from facta.web.site.pages import relative, still
from tests.web.site.site_makers import scope


def made(body, at="/pair/CHN/RUS"):
    """A page as it stands in the copy, and where it leads."""
    text, links = still(f"<html><head><title>T</title></head><body>{body}</body></html>", at, scope(), "2024-05-06")
    return html.document_fromstring(text), links


@pytest.mark.parametrize(
    ("href", "turned"),
    [
        ("/pair/RUS/CHN", "../../RUS/CHN/index.html"),
        ("/page/a#e1", "../../../page/a/index.html#e1"),
        ("/", "../../../index.html"),
        ("#below", "#below"),
        ("https://example.org/a", "https://example.org/a"),
        ("/pair/NOR/CHL", ""),
        ("/add", ""),
        ("//evil.org/x", ""),
    ],
)
def test_a_link_leads_to_a_file_of_the_copy_or_nowhere(href, turned):
    """Its words stay."""
    tree, _ = made(f'<p><a href="{href}">words</a></p>')
    assert (turned, "words") == (tree.xpath("string(//a/@href)"), tree.xpath("string(//a)"))


def test_where_a_page_leads_is_told_in_one_form():
    """Pages to copy, and static files."""
    _, links = made('<a href="/ledger/RUS/CHN">x</a><img src="/f/1a2b3c4d/static/a.svg"><a href="/add">y</a>')
    assert (["/ledger/CHN/RUS"], {"static/a.svg"}) == (links.pages, links.files)


@pytest.mark.parametrize(
    "gone",
    [
        "<script>x</script>",
        '<form action="/add"><input name="x"></form>',
        "<button>x</button>",
        '<p class="soft live-only">x</p>',
        '<ul class="chips"><li><a href="/add">x</a></li><li><a href="/nowhere">x</a></li></ul>',
        '<div class="chart" id="c"></div>',
        '<a class="button" href="/add">x</a>',
    ],
)
def test_what_does_nothing_without_a_server_is_gone(gone):
    """Words around it stay."""
    tree, _ = made(f"<main><p>Kept</p>{gone}</main>")
    assert "Kept" == tree.xpath("string(//main)").strip()
    assert 1 == len(tree.xpath("//main/*"))


def test_what_a_reader_without_scripts_is_shown_is_what_the_copy_shows():
    """In place of the chart before it; no attribute asks a server."""
    tree, _ = made('<main hx-boost="true"><div class="chart">x</div><noscript><p data-x="1">Table</p></noscript></main>')
    assert "Table" == tree.xpath("string(//main)")
    assert [] == tree.xpath("//@hx-boost | //@data-x")


def test_pairs_are_chosen_by_links_where_the_form_was():
    """Either way, and the ledger; first what the form led to."""
    tree, links = made('<form class="pairform"><input name="to" value="ledger"></form>', at="/ledger")
    cells = tree.xpath("//table//td/a")
    assert ["ledger", "China to Russia", "Russia to China", "either way"] == [cell.text for cell in cells]
    assert ["/ledger/CHN/RUS", "/pair/CHN/RUS", "/pair/RUS/CHN", "/pair/CHN/RUS?both=1"] == links.pages


def test_the_foot_says_what_this_is():
    """Of which day."""
    tree, _ = made('<p class="foot-links"><a href="/api">API</a></p>')
    assert "A still copy of 2024-05-06, made by facta" in tree.xpath("string(//p)")
    assert "API" not in tree.xpath("string(//p)")


@pytest.mark.parametrize(
    ("address", "file", "way"),
    [
        ("/", "static/a.css", "static/a.css"),
        ("/world?year=2018", "index.html", "../index.html"),
        ("/search", "index.html", "index.html"),
    ],
)
def test_the_way_to_a_file_counts_from_the_page(address, file, way):
    """So that the folder may lie anywhere."""
    assert way == relative(address, file)
