"""The explorer in a real browser: what is seen, clicked, typed, and heard."""

import json
import re

import pytest

from facta.relations.wording import between

SEEN = """(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" || style.boxShadow !== "none" || document.activeElement === document.body;
})()"""
FIRST_PAINT = """new Promise((told) => {
    new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").forEach((one) => told(one.startTime)))
        .observe({ type: "paint", buffered: true });
})"""
VIEWS = {
    "start": "/",
    "pair": "/pair/CHN/RUS",
    "compared": "/pair/CHN/RUS?by=year&compare=USA-CHN&open=2018-01-01..2018-12-31",
    "quiet": "/pair/NOR/CHL",
    "stories": "/pair/CHN/RUS/stories",
    "ledger": "/ledger/CHN/RUS",
    "ledgers": "/ledger",
    "pages": "/pages",
    "world": "/world",
    "world-year": "/world?year=2022",
    "world-state": "/world?state=CHN&year=2022",
    "world-none": "/world?year=1950",
}


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(("width", "dark"), [(360, False), (360, True), (900, True), (1600, False)])
def test_a_view_fits_its_window_and_axe_finds_nothing_serious(*, visit, axe, shot, name, width, dark):
    """Nothing has to be scrolled sideways; a picture of it is kept."""
    page = visit(VIEWS[name], width=width, dark=dark)
    shot(page, f"{name}-{width}-{'dark' if dark else 'light'}")
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    assert [] == axe(page)


@pytest.mark.parametrize("width", [320, 390, 641])
def test_every_entry_of_the_menu_is_in_sight(visit, width):
    """On a phone without scrolling it sideways, which nothing would tell of."""
    page = visit("/", width=width)
    entries = page.get_by_role("navigation", name="Views").get_by_role("link").all()
    assert "Add" == entries[-1].inner_text()
    assert [] == [one.inner_text() for one in entries if (box := one.bounding_box())["x"] < 0 or box["x"] + box["width"] > width]


@pytest.mark.parametrize("width", [1100, 1230, 1280])
def test_the_table_of_a_ledger_stays_in_its_column(visit, width):
    """At widths between a phone's and a desk's, where it stands beside the picture of all commitments or below it."""
    page = visit("/ledger/CHN/USA", width=width)
    edge = "document.querySelector('{}').getBoundingClientRect().right"
    assert page.evaluate(edge.format(".ledger-pictures")) + 1 >= page.evaluate(edge.format(".follow"))


@pytest.mark.parametrize("address", ["/no/such/page", "/pair/Chnia/RUS"])
def test_an_error_is_a_page_like_any_other(visit, axe, shot, address):
    """With a heading, and a way on."""
    page = visit(address)
    visit.faults.clear()  # the browser logs the status itself
    shot(page, f"error{address.replace('/', '-')}")
    assert page.get_by_role("link", name="To the start page").is_visible()
    assert [] == axe(page)


def bar(page, name):
    """Where the bars of a period stand in the first chart."""
    box = page.locator(".chart-timeline").first.bounding_box()
    data = json.loads(page.locator("[data-timeline] script").first.text_content())
    at = data["periods"].index(name)
    wide = (box["width"] - 46 - 16) / len(data["periods"])
    return box["x"] + 46 + wide * (at + 0.5), box["y"] + 0.3 * box["height"]


def test_a_click_on_a_period_opens_its_sentences(visit):
    """Beside the chart; the address then opens the same again."""
    page = visit("/pair/CHN/RUS?by=year")
    page.mouse.click(*bar(page, "2018"))
    page.get_by_role("heading", name="2018", exact=True).wait_for()
    assert "open=2018-01-01..2018-12-31" in page.url
    count = int(re.search(r"(\d+) stor", page.locator(".panel-head").inner_text())[1])
    assert count == page.locator("#evidence .story").count()
    again = visit(page.url.partition("/pair")[1] + page.url.partition("/pair")[2])
    assert count == again.locator("#evidence .story").count()
    assert again.locator(".brush").is_visible()


def test_a_brush_opens_several_periods(visit):
    """Dragged over, from either side."""
    page = visit("/pair/CHN/RUS?by=year")
    (x, y), (to, _) = bar(page, "2021"), bar(page, "2018")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(to, y, steps=5)
    page.mouse.up()
    page.get_by_role("heading", name="2018 to 2021", exact=True).wait_for()


def test_the_chart_is_worked_with_keys_alone(visit):
    """It says which period is chosen and how many stories it has; Enter opens them."""
    page = visit("/pair/CHN/RUS?by=year")
    chart = page.get_by_role("slider")
    chart.focus()
    chart.press("Home")
    for _ in range(6):
        chart.press("ArrowRight")
    assert re.fullmatch(r"2018: \d+ stories", chart.get_attribute("aria-valuetext"))
    chart.press("Enter")
    page.get_by_role("heading", name="2018", exact=True).wait_for()


def test_the_page_is_walked_with_the_tab_key(visit):
    """The first stop skips to the content; every stop is seen."""
    page = visit("/pair/CHN/RUS?by=year")
    page.keyboard.press("Tab")
    assert "Skip to the content" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")  # the address follows a moment later
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(SEEN)
        assert seen, page.evaluate("document.activeElement.outerHTML")[:200]


def test_the_switch_turns_to_dark_and_stays_so(visit):
    """On the next page, too; charts are drawn again in its colours."""
    page = visit("/pair/CHN/RUS?by=year")
    light = page.locator(".chart-timeline svg").first.inner_html()
    page.get_by_role("button", name="Dark colours").click()
    assert "dark" == page.evaluate("document.documentElement.dataset.theme")
    assert light != page.locator(".chart-timeline svg").first.inner_html()
    page.goto(page.url.partition("/pair")[0] + "/ledger")
    assert "dark" == page.evaluate("document.documentElement.dataset.theme")


def test_without_scripts_the_same_is_told(visit, shot):
    """A drawing by the server, the table, and pages of sentences in place of the panel's."""
    page = visit("/pair/CHN/RUS?by=year", scripts=False)
    shot(page, "pair-without-scripts")
    assert page.locator("svg.drawn rect").count() > 10
    assert not page.locator(".chart-timeline").is_visible()
    page.get_by_text("The numbers of each year").click()
    page.get_by_role("link", name="2018", exact=True).click()
    assert page.get_by_role("heading", name="2018", exact=True).is_visible()
    assert page.locator("#evidence .story").count() > 0


@pytest.mark.parametrize("kind", ["SVG", "PNG", "CSV"])
def test_every_chart_is_saved(visit, tmp_path, kind):
    """As a picture that needs nothing from the page, and as numbers."""
    for address, count in (("/pair/CHN/RUS?by=year", 1), ("/ledger/CHN/RUS", 2)):
        page = visit(address)
        assert count == page.locator("[data-save]").count()
        for menu in page.locator("[data-save]").all():
            menu.locator("summary").click()
            with page.expect_download() as saved:
                menu.get_by_text(kind).click()
            path = tmp_path / saved.value.suggested_filename
            saved.value.save_as(path)
            begins = {"SVG": b"<svg xmlns=", "PNG": b"\x89PNG", "CSV": b""}[kind]
            assert path.read_bytes().startswith(begins)
            assert path.stat().st_size > 200
            assert kind != "SVG" or b"class=" not in path.read_bytes()


def test_a_rejected_match_is_gone_and_stays_gone(visit, serving, own_store):
    """Clicked in one run of the server, seen in the next."""
    with serving(own_store) as site:
        page = visit("/ledger/CHN/RUS?state=kept", at=site)
        entry = page.locator(".entry").first
        name, deed = entry.get_attribute("id"), entry.locator(".entry-deed .words").inner_text()
        entry.get_by_role("button", name="It does not").click()
        page.get_by_text("Rejected: this deed does not answer").wait_for()
        assert page.locator(".chart-curve svg").is_visible()
    with serving(own_store) as site:
        page = visit("/ledger/CHN/RUS", at=site)
        row = page.locator(f"#{name}")
        assert [] == [words for words in row.locator(".entry-deed > .words").all_inner_texts() if words == deed]
        row.get_by_role("button", name="Take back").click()
        row.get_by_text("Taken back: what the machine finds stands again").wait_for()
        assert deed == row.locator(".entry-deed > .words").inner_text()


def test_keys_open_several_periods_and_back_takes_a_choice_back(visit):
    """Shift and an arrow stretch the choice; Back leads from choice to choice and leaves the page last."""
    page = visit("/pair/CHN/RUS?by=year")
    chart = page.locator(".chart-timeline").first
    for key in ("Home", "Enter", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"):
        chart.press(key)
    periods = json.loads(page.locator("[data-timeline] script").first.text_content())["days"]
    days = f"open={periods[1].split('..')[0]}..{periods[3].split('..')[1]}"
    page.wait_for_url(f"**{days}")
    page.locator("#rung-deed").click()
    page.wait_for_url("**rung=deed**")
    for where in (days, f"open={periods[0]}", "/pair/CHN/RUS?by=year"):
        page.evaluate("history.back()")
        page.wait_for_url(f"**{where}")
        page.locator(".chart-timeline svg").first.wait_for()
    page.get_by_role("heading", name="The proof").wait_for()


def test_a_button_stays_where_no_answer_came(visit, serving, own_store):
    """What it was to do can be tried again; the message stands beside it."""
    with serving(own_store) as site:
        page = visit("/ledger/CHN/RUS", at=site)
        page.locator(".entry-made").get_by_text("read in its page").first.click()
        keep = page.locator("[id^='keep-']").first
        keep.wait_for()
    for _ in range(2):
        keep.click()
        page.locator(".event").get_by_text("No answer from facta").wait_for()
        assert keep.is_enabled()
    visit.faults.clear()


def test_a_server_that_is_gone_is_said_to_be_gone(visit, serving, own_store):
    """Where the answer would have stood."""
    with serving(own_store) as site:
        page = visit("/pair/CHN/RUS?by=year", at=site)
    page.mouse.click(*bar(page, "2018"))
    page.get_by_text("No answer from facta").wait_for()
    visit.faults.clear()  # the browser logs what it could not reach


def test_the_first_page_is_painted_soon(visit):
    """First contentful paint under a second, on a machine that does other things as well."""
    page = visit("/pair/CHN/RUS")
    page.reload()
    painted = page.evaluate(FIRST_PAINT)
    assert painted < 1000


def test_the_address_tells_which_pair_and_which_rung_is_open(visit):
    """Of two pairs the second is opened, then one rung: a new window shows the same, and the first chart lets go of its time."""
    page = visit("/pair/CHN/RUS?by=year&compare=USA-CHN", height=2400)
    page.mouse.click(*bar(page, "2018"))
    page.get_by_role("heading", name="2018", exact=True).wait_for()
    second = page.get_by_role("slider").nth(1)
    second.focus()
    second.press("End")
    second.press("Enter")
    page.get_by_role("heading", name="2024", exact=True).wait_for()
    page.get_by_role("link", name="Talk", exact=True).click()
    page.wait_for_url(re.compile("rung=talk"))
    told = page.locator(".panel-head p").inner_text()
    assert ["United States", "China"] == re.findall("United States|China|Russia", told)
    assert 1 == page.locator(".brush:visible").count()
    again = visit(page.url.partition("/pair")[1] + page.url.partition("/pair")[2])
    assert told == again.locator(".panel-head p").inner_text()
    assert again.locator(".chart-timeline").nth(1).locator(".brush").is_visible()
    assert 1 == again.locator(".brush:visible").count()


@pytest.mark.parametrize("share", [False, True])
def test_scripts_write_intervals_as_pages_do(visit, share):
    """Digit for digit, also bounds that are nearly zero."""
    bounds = [(-0.3, 0.71), (0.036, 0.44), (-0.0022, 0.12), (0.0, 0.0004), (-1.0, -0.96), (None, None)]
    page = visit("/pair/CHN/RUS")
    found = page.evaluate(
        """async ([bounds, share]) => {
            const { src } = document.querySelector("script[src$='/pair.js']");
            const { limits } = await import(src.replace("pair.js", "charts.js"));
            return bounds.map(([low, high]) => limits(low, high, share));
        }""",
        [bounds, share],
    )
    assert [between(low, high, share=share) for low, high in bounds] == found
