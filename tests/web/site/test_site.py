"""A still copy of the explorer: whole, closed in itself, and readable without a server."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from facta.errors import FactaError, UsageError
from facta.relations.busiest import busiest
from facta.store import open_store
from facta.web.site import export

pytestmark = pytest.mark.once  # the whole demo is copied; `test_copying.py` copies small stores under every Python
VIEWS = ("index.html", "world/index.html", "pair/CHN/RUS/index.html", "ledger/CHN/RUS/index.html", "search.html")


@pytest.fixture(scope="module")
def copied(demo_store, tmp_path_factory):
    """A copy of the demo store with its two busiest pairs."""
    return export(demo_store, tmp_path_factory.mktemp("copy") / "site", pairs=2)


@pytest.fixture(scope="module")
def pages(copied):
    """Every page of it, parsed, by path."""
    return {path: html.document_fromstring(path.read_text("utf-8")) for path in copied.folder.rglob("*.html")}


def links(pages):
    """(page, element, target) of everything that a page links to or loads."""
    for path, tree in pages.items():
        for element in tree.xpath("//*[@href or @src]"):
            yield path, element, element.get("href") or element.get("src")


def test_every_link_leads_to_a_file_of_the_copy_and_a_place_on_it(copied, pages):
    """Relative, so that the folder may lie anywhere."""
    places = {path: set(tree.xpath("//@id")) for path, tree in pages.items()}
    broken = []
    for path, _, target in links(pages):
        if re.match(r"https?://", target):
            continue
        file, _, fragment = target.partition("#")
        found = (path.parent / unquote(file)).resolve() if file else path
        if (
            not found.is_file()
            or copied.folder.resolve() not in found.parents
            or (fragment and unquote(fragment) not in places[found])
        ):
            broken.append((path.name, target))
    assert [] == broken
    assert len(pages) == copied.pages


def test_no_page_loads_anything_from_elsewhere(copied, pages):
    """Only words link out, to the pages that were read; styles load only what lies beside them."""
    for _, element, target in links(pages):
        assert not re.match(r"(https?:)?//", target) or "a" == element.tag
    for path in copied.folder.rglob("*.css"):
        for asked in re.findall(r"url\(\"?([^)\"]+)", path.read_text("utf-8")):
            assert (path.parent / asked).is_file(), (path.name, asked)
        assert [] == re.findall(r"@import|https?://", path.read_text("utf-8"))


def test_nothing_is_left_that_needs_a_server(pages):
    """No form, no button, no token; the one script is the search's, and no module, which a folder could not load."""
    for path, tree in pages.items():
        assert [] == tree.xpath("//form | //button | //noscript | //@*[starts-with(name(), 'hx-')]"), path
        scripts = tree.xpath("//script")
        assert (1 if path.name == "search.html" else 0) == len(scripts)
        assert all(script.get("src") == "static/site.js" and script.get("type") is None for script in scripts)


def test_a_page_says_what_it_is_on_paper_too(pages):
    """The line in its foot, of which the live page prints its own at the head instead."""
    for path, tree in pages.items():
        told = tree.xpath("//p[@class='foot-copy']/text()")
        assert [True] == [line.startswith("A still copy of ") for line in told], path
        assert [] == tree.xpath("//*[contains(@class, 'paper-head') or contains(@class, 'foot-links')]")


def test_the_views_are_there_with_their_proof(copied, client, demo_store):
    """Start, world by year, both pairs either way, ledgers, and every page that they cite."""
    with open_store(demo_store, read_only=True) as store:
        pairs = busiest(store, 2)
    files = {path.relative_to(copied.folder).as_posix() for path in copied.folder.rglob("*")}
    expected = {"index.html", "world/index.html", "world/year-2022.html", "world/triads.csv", "ledger/index.html", "search.html"}
    for pair in pairs:
        expected |= {f"pair/{a}/{b}/index.html" for a, b in ((pair.a, pair.b), (pair.b, pair.a))}
        expected.add(f"pair/{pair.a}/{pair.b}/both-1.html")
        told = client.get(f"/api/relations/{pair.a}/{pair.b}/stories?both=1&limit=100").json()["stories"]
        expected |= {f"page/{story['best']['page']}/index.html" for story in told}
    assert set() == expected - files


def test_pairs_are_chosen_by_links_where_the_form_would_be(copied, pages):
    """Of the start page and of that of the ledgers: each pair of the copy in either direction, both ways, and its ledger."""
    for name in ("index.html", "ledger/index.html"):
        (table,) = pages[copied.folder / name].xpath("//table[caption='The pairs of this copy']")
        assert [4, 4] == [len(row.xpath("td/a[@href]")) for row in table.xpath(".//tr")]
        assert "table" == table.get("class")


def test_nothing_looks_like_a_choice_that_is_none(copied, pages):
    """Cards of pairs that were not copied are left out, and lists of which one choice is left."""
    start = pages[copied.folder / "index.html"]
    assert [2, 2] == [len(start.xpath(f"//ul[@class='pairs']/li{part}")) for part in ("", "/a[@href]")]
    assert [] == [path for path, tree in pages.items() if tree.xpath("//ul[contains(@class, 'chips')][count(li) < 2]")]


def test_a_period_opens_to_its_sentences(copied, pages, client):
    """As many as its number says."""
    tree = pages[copied.folder / "pair/CHN/RUS/index.html"]
    row = tree.xpath("//details[.//caption]//tbody/tr[th/a]")[0]
    stories = int(row.xpath("td")[-2].text)
    opened = pages[(copied.folder / "pair/CHN/RUS" / row.xpath("th/a/@href")[0].partition("#")[0]).resolve()]
    assert stories == len(opened.xpath("//article[@class='story']"))


def test_a_folder_with_content_is_left_alone(demo_store, tmp_path):
    """Nor is anything written beside it; an empty one is filled."""
    (tmp_path / "note.txt").write_text("mine")
    with pytest.raises(UsageError, match="no empty folder"):
        export(demo_store, tmp_path)
    assert ["note.txt"] == [path.name for path in tmp_path.iterdir()]
    with pytest.raises(UsageError, match="no empty folder"):
        export(demo_store, tmp_path / "note.txt")


def test_a_copy_that_fails_leaves_nothing(demo_store, tmp_path, monkeypatch):
    """No half a folder."""

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("facta.web.site.copying.still", full)
    with pytest.raises(FactaError, match="No space left"):
        export(demo_store, tmp_path / "site")
    assert [] == list(tmp_path.iterdir())


def test_a_store_without_pairs_is_refused(tmp_path):
    """There is nothing to look at."""
    with open_store(tmp_path / "empty.duckdb"):
        pass
    with pytest.raises(UsageError, match="no pair of states"):
        export(tmp_path / "empty.duckdb", tmp_path / "site")


@pytest.fixture
def opened(browser, copied):
    """Opens a file of the copy from its folder, without any server; whatever is asked of elsewhere fails the test."""
    made, faults = [], []

    def open_page(name, width=1280, dark=False):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
        made.append(context)
        page = context.new_page()
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(("file:", "data:")) else None)
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        page.goto((copied.folder / name).as_uri())
        return page

    open_page.faults = faults
    yield open_page
    for context in made:
        context.close()
    assert [] == faults


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(("width", "dark"), [(360, True), (1280, False)])
def test_a_copy_opens_from_its_folder(*, opened, axe, shot, name, width, dark):
    """With its styles and fonts, nothing to scroll sideways, nothing serious for axe."""
    page = opened(name, width, dark)
    shot(page, f"site-{Path(name).as_posix().replace('/', '-').removesuffix('.html')}-{width}")
    assert "Source Serif 4" in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    assert [] == opened.faults
    assert [] == axe(page)
    opened.faults.clear()  # axe asks for styles in a way that browsers grant to servers only


def test_pages_are_found_by_words(opened):
    """By all of them, in any case; the count is told."""
    page = opened("search.html")
    everything = page.locator("#pages > li:visible").count()
    page.fill("#words", "gas PUTIN")
    shown = page.locator("#pages > li:visible")
    assert 0 < shown.count() < everything
    assert all("gas" in text.lower() and "putin" in text.lower() for text in shown.all_text_contents())
    assert f"{shown.count()} of {everything}" in page.locator("#count").text_content()
