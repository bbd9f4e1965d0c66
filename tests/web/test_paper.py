"""What a view is on paper: nothing to click, nothing cut off, light, with where it comes from."""

from datetime import UTC, datetime

import pytest

from facta.web.wording import day

VIEWS = {
    "start": "/",
    "pair": "/pair/CHN/RUS",
    "compared": "/pair/CHN/RUS?by=year&compare=USA-CHN",
    "ledger": "/ledger/CHN/RUS",
    "world": "/world",
    "search": "/search?q=exercise",
    "reader": "/page/pfe27bad22149ab23",
}
CONTROLS = "button, input, select, textarea, nav, .button, .theme, .no-print, .script-only"
A4 = 794
"""Pixels of a page's width."""
CUT = """[...document.querySelectorAll("main *")].filter((box) => {
    if (box.closest("svg") || box.classList.contains("hush") || !box.checkVisibility()) return false;
    const { overflowX, overflowY } = getComputedStyle(box);
    return (overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1)
        || (overflowX !== "visible" && box.scrollWidth > box.clientWidth + 1);
}).map((box) => box.outerHTML.slice(0, 120))"""


@pytest.fixture
def printed(visit):
    """A view as paper shows it."""

    def show(address, **options):
        page = visit(address, width=A4, **options)
        page.emulate_media(media="print", color_scheme="dark" if options.get("dark") else "light")
        return page

    return show


@pytest.mark.parametrize("name", VIEWS)
def test_paper_has_the_whole_view_and_nothing_to_click(*, printed, shot, demo_store, name):
    """It says which store it comes from, when, and under which address it is found again."""
    page = printed(VIEWS[name])
    shot(page, f"paper-{name}")
    assert [] == [one.evaluate("e => e.outerHTML")[:120] for one in page.locator(CONTROLS).all() if one.is_visible()]
    assert [] == page.evaluate(CUT)
    assert A4 >= page.evaluate("document.documentElement.scrollWidth")
    assert page.locator("h1").is_visible()
    told = page.locator(".paper-head").inner_text()
    assert all(words in told for words in (demo_store.name, day(datetime.now(UTC).date()), VIEWS[name]))


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_is_light_whatever_the_screen_is(printed, scripts):
    """Text of a colour, too."""
    dark, light = (printed("/pair/CHN/RUS", dark=dark, scripts=scripts) for dark in (True, False))
    asked = "getComputedStyle(document.querySelector('.story .tag-coop')).color"
    assert "rgb(255, 255, 255)" == dark.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light.evaluate(asked) == dark.evaluate(asked)


def test_what_is_folded_away_stands_open_on_paper(printed):
    """The numbers of every period, and every other telling."""
    page = printed("/pair/CHN/RUS?by=year")
    assert 0 == page.locator("details[open]").count()
    assert page.locator(".numbers tbody tr").last.bounding_box()["height"] > 5
    assert page.locator(".others .words").first.bounding_box()["height"] > 5


def test_a_list_that_goes_on_says_so_on_paper(printed):
    """Where the screen has a button for the rest."""
    page = printed("/pair/CHN/RUS")
    count = page.locator("#evidence .story").count()
    assert page.get_by_text(f"These are {count} of").is_visible()


def test_a_chart_is_drawn_again_for_paper_and_for_the_screen_after_it(visit):
    """At the width of a page, in light colours."""
    page = visit("/pair/CHN/RUS", width=1600, dark=True)
    wide = "document.querySelector('.chart-timeline svg').getAttribute('width')"
    before = page.evaluate(wide)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert ("680", "light") == (page.evaluate(wide), page.evaluate("document.documentElement.dataset.theme"))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert before == page.evaluate(wide)
