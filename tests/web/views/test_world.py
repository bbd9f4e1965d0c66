"""The view of all pairs, as it is answered and as it is seen."""

import csv
import io
import re
import tomllib
from hashlib import sha256

import pytest
from lxml import html

from facta import __version__
from facta.relations.overview import world
from facta.relations.wording import between
from facta.store import open_store
from facta.web.atlas import outlines
from facta.web.pages import HOME


@pytest.fixture(scope="module")
def drawn(client):
    return html.fromstring(client.get("/world").text)


def test_the_page_and_its_twin_tell_the_same_numbers(client, drawn):
    """The table of the matrix is the cells of the JSON that the page links to."""
    twin = drawn.xpath("//link[@rel='alternate']/@href")[0]
    found = client.get(twin).json()
    shown = [text.strip() for text in drawn.xpath("//div[@aria-label='Table of the matrix']//tbody/tr/td[last()]/text()")]
    around = drawn.xpath("//div[@aria-label='Table of the matrix']//tbody/tr/td[last()]/span/text()")
    assert len(found["cells"]) == len(shown)
    assert [f"({between(c['all']['low'], c['all']['high'])})" for c in found["cells"]] == around
    assert [round(c["all"]["balance"], 2) for c in found["cells"]] == [float(s.replace("−", "-")) for s in shown]
    assert len(found["triads"]) == len(drawn.xpath("//li[@class='triangle']"))


@pytest.mark.parametrize(("address", "sides"), [("/world", ["acts"]), ("/world?state=RUS", ["does", "receives"])])
def test_every_balance_beside_the_map_has_its_interval(client, address, sides):
    """Of the busiest states, or of the partners of one; so does the number told at a country, a square and a point."""
    page = html.fromstring(client.get(address).text)
    table = page.xpath("//div[@class='beside']//table")[0]
    balances = [cell.text_content().strip() for cell in table.xpath(".//td[i]")]
    known = [told for told in balances if told]
    assert len(known) > 10 * len(sides) // 2
    assert len(known) == len(table.xpath(".//span[@class='between']"))
    told = [title.text for title in page.xpath("//svg[@class='map' or @class='matrix' or @class='scatter']//title")]
    assert [] == [words for words in told if re.search(r"balance [+−0]", words) and " to " not in words]


def test_the_sheet_of_triads_has_their_intervals(client):
    """Beside the mean intensity of each of the three relations, as the JSON has them."""
    first = client.get("/api/world").json()["triads"][0]
    row = next(csv.DictReader(io.StringIO(client.get("/world/triads.csv").text.removeprefix("\ufeff"))))
    (edge, net), *_ = first["net"].items()
    assert edge == f"{row['a']}-{row['b']}"
    assert [net["value"], net["low"], net["high"]] == [float(row[f"net_ab{part}"]) for part in ("", "_low", "_high")]


def test_every_square_and_point_leads_to_its_pair_in_the_same_time(client):
    """And the number there is the number here."""
    page = html.fromstring(client.get("/world?year=2022").text)
    link = page.xpath("//svg[@class='matrix']//a")[0]
    assert "since=2022&until=2022" in link.get("href")
    stories = int(re.search(r"([\d,]+) stor", link.find("title").text)[1])
    assert f"{stories} stor" in client.get(link.get("href")).text


def test_the_map_has_every_state_that_acts_or_says_where_it_is_not(client, demo_store, drawn):
    """By outline, by dot, or in words under it."""
    with open_store(demo_store, read_only=True) as store:
        codes = {one.code for one in world(store).states}
    on_map = {re.search(r"state=(\w+)", a.get("href"))[1] for a in drawn.xpath("//svg[@class='map']//a")}
    named = {re.search(r"state=(\w+)", a.get("href"))[1] for a in drawn.xpath("//figcaption//a[contains(@href, 'state=')]")}
    assert codes == on_map | named
    assert set() == on_map & named


def test_years_are_links_and_the_slider_a_form(client, drawn):
    """So that both work without JavaScript."""
    assert "/world?year=2022" in drawn.xpath("//nav[@aria-label='Years']//a/@href")
    form = drawn.xpath("//form[@action='/world']")[0]
    assert ["2012", "2024"] == [form.xpath(".//input[@type='range']")[0].get(edge) for edge in ("min", "max")]
    page = html.fromstring(client.get("/world?year=2022&state=").text)
    assert ["2022"] == [a.text_content().strip()[:4] for a in page.xpath("//nav[@aria-label='Years']//a[@aria-current]")]


def test_a_state_shows_what_it_does_and_what_is_done_to_it(client):
    """By name or code."""
    page = client.get("/world?state=China").text
    assert "China and the world" in page
    by_code = client.get("/world?state=CHN").text
    assert page.partition("<main")[2] == by_code.partition("<main")[2]
    assert 'href="/pair/CHN/RUS"' in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/world?year=22", 400),
        ("/world?state=Chnia", 404),
        ("/world?state=EU", 400),
        ("/world?rung=deeds", 400),
        ("/world/none.csv", 404),
    ],
)
def test_what_cannot_be_asked_is_a_page_that_says_so(client, address, status):
    """Never a fault."""
    answer = client.get(address)
    assert status == answer.status_code
    assert "<h1>" in answer.text


@pytest.mark.parametrize("what", ["states", "matrix", "words-and-deeds", "triads", "partners"])
def test_every_chart_is_a_sheet(client, what):
    """With a row for each of its shapes."""
    answer = client.get(f"/world/{what}.csv?state=CHN")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert "text/csv" in answer.headers["content-type"]
    assert len(rows) > 3
    found = client.get("/api/world?state=CHN").json()
    if what in ("states", "triads"):
        assert len(found[what]) == len(rows)


def test_outlines_have_the_bytes_that_are_written_down():
    """Made again by build.py, never by hand."""
    told = tomllib.loads((HOME / "atlas" / "vendor.toml").read_text("utf-8"))
    assert {"countries.tsv"} == set(told["files"])
    for name, file in told["files"].items():
        assert file["sha256"] == sha256((HOME / "atlas" / name).read_bytes()).hexdigest()
    assert all((HOME / "atlas" / text).is_file() for package in told["packages"].values() for text in package["texts"])


def test_no_outline_runs_around_the_world():
    """Nothing but Russia and Canada and the like is half as wide as the map."""
    for code, path in outlines():
        for ring in path.removeprefix("M").split("M"):
            steps = [float(n) for n in re.findall(r"-?\d+", ring.partition("l")[2])]
            assert all(abs(dx) < 300 for dx in steps[::2]), code


def test_the_year_is_chosen_by_keyboard(visit):
    """The slider moves with the arrows and asks at once."""
    page = visit("/world?year=2022")
    page.focus("#year")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("year=2023"))
    assert "2023" in page.locator(".kicker").first.text_content()


def test_a_shape_says_what_it_is(visit):
    """Beside the pointer, and as its name."""
    page = visit("/world")
    square = page.locator(".matrix a").first
    square.hover()
    note = page.locator(".float-tip")
    assert note.is_visible()
    assert note.locator("b").text_content() == square.get_attribute("aria-label").split(", ")[0]


def test_without_scripts_everything_is_there(visit):
    """Only saving as a picture is left out."""
    page = visit("/world", scripts=False)
    assert page.locator(".map").is_visible()
    assert page.locator(".scatter circle").count() > 5
    assert not page.locator("[data-save]").first.is_visible()


def saved(page, chart):
    """The SVG that the menu of a chart saves."""
    menu = page.locator(f"figure:has({chart}) [data-save]")
    menu.locator("summary").click()
    page.wait_for_load_state("networkidle")
    with page.expect_download() as download:
        menu.get_by_text("Picture, SVG").click()
    return download.value.path().read_text()


def test_a_chart_is_saved_as_a_picture(visit):
    """With its hatching and its words, what its colours and sizes mean, and where and when it was made."""
    text = saved(visit("/world?rung=deed"), ".matrix")
    for part in (
        "Who acts on whom",
        "url(#hatch-matrix)",
        "The world, all years · Deeds",
        ">nearly all conflict<",
        "The area of",
    ):
        assert part in text
    assert text.count("url(#facta-hatch)") == 2, "conflict is hatched in the key too"
    assert f"facta {__version__}" in text
    assert re.search(r"[\w.]+\.duckdb, read on \d+ \w+ \d{4} · /world\?rung=deed", re.sub(r"</text><text[^>]*>", " ", text))


def test_labels_of_a_saved_chart_can_be_read(visit):
    """The line around a letter lies behind it, as on the page, and no word is cut off at the edge."""
    text = saved(visit("/world"), ".scatter")
    assert {"stroke"} == set(re.findall(r'paint-order="([^"]+)"[^>]*>[A-Z]{3} → [A-Z]{3}<', text))
    assert re.search(r'<svg[^>]* overflow="visible"', text)
    assert (">talks more kindly than it acts<" in text, ">fewer than 10 deeds<" in text) == (True, True)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_state_is_asked_for_without_a_year_that_nobody_chose(visit, scripts):
    """The slider stands somewhere before it is touched; without a script years are links only."""
    page = visit("/world", scripts=scripts)
    assert scripts == page.locator("#year").is_visible()
    page.locator("#state").fill("CHN")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("state=CHN"))
    assert "all years" in page.locator(".kicker").first.text_content()


def test_only_partners_of_a_chosen_state_are_told_to_be_off_its_map(client):
    """With the stories of what it does to them, and a link to the pair."""
    found = client.get("/api/world?state=RUS").json()
    upon = {act["to"]: act["all"]["coop"] + act["all"]["conf"] for act in found["does"]}
    page = html.fromstring(client.get("/world?state=RUS").text)
    (told,) = page.xpath("//figcaption[contains(., 'Outlines')]")
    links = {link.get("href"): link.tail for link in told.xpath(".//a[starts-with(@href, '/pair/')]")}
    assert links
    for href, count in links.items():
        assert upon[href.split("/")[3]] == int(re.match(r" \(([\d,]+)\)", count)[1].replace(",", ""))
    drawn = {
        re.search(r"/pair/RUS/(\w+)", a.get("href"))[1] for a in page.xpath("//svg[@class='map']//a[contains(@href, 'pair')]")
    }
    assert set(upon) == drawn | {href.split("/")[3] for href in links}


def test_an_interval_is_the_same_on_the_page_of_its_pair(client):
    """Of talk, of deeds and of the gap."""
    points = client.get("/api/world").json()["points"]
    assert points
    for point in points:
        alone = client.get(f"/api/relations/{point['by']}/{point['to']}").json()["total"]
        assert [alone[name] for name in ("talk", "deed", "say_do_gap")] == [
            point[name] for name in ("talk", "deed", "say_do_gap")
        ]


def test_a_chart_that_is_not_drawn_is_not_offered_to_be_saved(client):
    """Where too little can be compared."""
    page = client.get("/world?year=2012").text
    assert "Too little to compare" in page
    assert "Save: Words against deeds" not in page
    assert "Save: Words against deeds" in client.get("/world").text


def test_the_slider_stays_in_hand_while_years_pass(visit):
    """Several steps ask once; on the page that comes the slider has the focus; back on the first it stands where it stood."""
    page = visit("/world?year=2022")
    page.focus("#year")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(re.compile("year=2020"))
    page.wait_for_function("document.activeElement.id === 'year'")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("year=2021"))
    page.wait_for_function("document.activeElement.id === 'year'")
    page.go_back()
    page.wait_for_url(re.compile("year=2020"))
    assert ("2020", "2020") == (page.input_value("#year"), page.locator("output").text_content())
