"""What a view is to whoever hears it: headings in order, names, charts in words, and what changes said in a line."""

import html as text
import re

import pytest
from lxml import html

KEY = "pfe27bad22149ab23"
"""The sample page with the deepest thread."""
VIEWS = (
    "/",
    "/pair/CHN/RUS",
    "/pair/CHN/RUS?by=year&compare=USA-CHN",
    "/pair/CHN/RUS/stories",
    "/ledger",
    "/ledger/CHN/RUS",
    "/world",
    "/world?state=CHN",
    "/search",
    "/search?q=exercise",
    "/add",
    f"/page/{KEY}",
    f"/page/{KEY}/new",
    "/no/such/page",
    "/pair/Chnia/RUS",
)
FOCUS = "document.activeElement.id"


@pytest.mark.parametrize("address", VIEWS)
def test_headings_begin_with_one_of_the_first_rank_and_leave_none_out(client, address):
    """So that a view is known by its headings alone."""
    tree = html.fromstring(client.get(address).text)
    ranks = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert [1] == [rank for rank in ranks if rank == 1]
    assert all(after <= before + 1 for before, after in zip([1, *ranks], ranks, strict=False))


@pytest.mark.parametrize("address", VIEWS)
def test_what_names_or_describes_is_there(client, address):
    """Every id that a name refers to stands once on the page; every figure has a name."""
    tree = html.fromstring(client.get(address).text)
    ids = tree.xpath("//@id")
    named = [one for value in tree.xpath("//@aria-labelledby | //label/@for | //@list") for one in value.split()]
    assert [] == [one for one in named if ids.count(one) != 1]
    assert [] == tree.xpath("//figure[not(@aria-labelledby)]")


def test_a_direction_is_a_word(client):
    """An arrow is seen, a word is heard."""
    heading = html.fromstring(client.get("/pair/CHN/RUS").text).xpath("//h1")[0]
    for arrow in heading.xpath("*[@aria-hidden]"):
        arrow.drop_tree()
    assert "China to Russia" == " ".join(heading.text_content().split())


def test_a_chart_says_what_it_shows(client):
    """The finding, not that there is a chart; with and without a script."""
    pair = text.unescape(client.get("/pair/CHN/RUS?by=year").text)
    says = re.search(r'data-says="([^"]+)"', pair)[1]
    assert re.fullmatch(r"China to Russia, stories by year: most in \d{4} \(\d+\)\. All in all words: .+; deeds: .+\.", says)
    assert f'role="img" aria-label="{says} The table holds the numbers."' in pair
    ledger = html.fromstring(client.get("/ledger/CHN/RUS").text)
    assert ledger.xpath("//*[@role='img']/@aria-label")[0].startswith("Within a year ")
    assert re.match(r"Of \d+ commitments \d+ were kept", ledger.xpath("//figure/p[@class='hush']")[0].text)
    world = html.fromstring(client.get("/world").text).xpath("//div[contains(@class, 'chart')]/p[@class='hush']/text()")
    told = ("Most stories are of Russia", "Most is told of Russia to China", "pairs one talks to the other in ")
    assert [True, True, True] == [begin in said for begin, said in zip(told, world, strict=True)]


def test_a_year_without_any_pair_to_compare_is_put_in_words(client):
    """A state that acts upon nobody, too."""
    page = client.get("/world?year=2012&state=RUS")
    assert 200 == page.status_code
    assert "There is no pair to compare." in page.text or "Too little to compare" in page.text


def test_what_opens_is_said_in_a_line_and_not_read_out(visit):
    """The panel has many sentences; a listener hears how many, and stays at the chart."""
    page = visit("/pair/CHN/RUS?by=year")
    chart = page.get_by_role("slider")
    chart.focus()
    chart.press("Enter")
    page.locator("#opened", has_text="stor").wait_for(state="attached")
    count = page.locator("#evidence .story").count()
    assert re.fullmatch(rf"\d{{4}}: {count} (story|stories)", page.locator("#opened").inner_text())
    assert page.evaluate("document.activeElement.getAttribute('role') === 'slider'")
    assert 0 == page.locator("#evidence[aria-live], #evidence [aria-live]").count()


def test_more_stories_take_the_focus(visit):
    """The button for them is gone then."""
    page = visit("/pair/CHN/RUS")
    shown = page.locator("#evidence .story").count()
    more = page.get_by_role("link", name="Show the next of")
    more.focus()
    more.press("Enter")
    page.locator("#opened", has_text="stor").wait_for(state="attached")
    assert page.locator("#evidence .story").nth(shown).get_attribute("id") == page.evaluate(FOCUS)


def test_a_verdict_leaves_the_focus_at_its_commitment(visit, serving, own_store):
    """Or at what was said where the list no longer has it; the sum is said."""
    with serving(own_store) as site:
        page = visit("/ledger/CHN/RUS?state=kept", at=site)
        entry = page.locator(".entry").first
        name = entry.get_attribute("id")
        entry.get_by_role("button", name="It does answer the commitment").press("Enter")
        page.locator(f"#{name}:focus").wait_for()
        assert page.locator("#heard").inner_text().startswith("Confirmed. Of ")
        entry.get_by_role("button", name="It does not answer the commitment").press("Enter")
        page.locator("#heard", has_text="Rejected. Of ").wait_for(state="attached")
        page.locator(f"#judged:focus, #{name}:focus").wait_for()


def test_what_opens_in_a_card_takes_the_focus(visit):
    """The form of a correction at its first field, the reports at their sum."""
    page = visit(f"/page/{KEY}")
    page.get_by_role("link", name="Correct event 1", exact=True).press("Enter")
    page.locator("select[name=act]:focus").wait_for()
    page.get_by_role("link", name="independent of").first.press("Enter")
    page.locator(".event-story p:focus").wait_for()


def test_the_thread_says_who_answers_whom(client):
    """And how deep; what readers claim is called a claim."""
    thread = html.fromstring(client.get(f"/page/{KEY}").text).xpath("//section[@aria-labelledby='thread']")[0]
    answers = thread.xpath(".//ul[@aria-label='Replies to greyheron']/li/details/summary")
    assert ["Low Tide to greyheron, level 2,"] == [
        " ".join("".join(one.xpath("b//text() | span[@class='hush']//text()")).split()) for one in answers
    ]
    assert {"Claim"} == {label.split()[0] for label in thread.xpath(".//a[contains(@class, 'num')]/@aria-label")}


def test_a_rejected_event_is_still_called_by_its_words(own_store, visit, serving):
    """It has no number any more."""
    with serving(own_store) as site:
        page = visit(f"/page/{KEY}", at=site)
        page.get_by_role("button", name="Reject event 1", exact=True).press("Enter")
        page.get_by_role("button", name=re.compile(r"Take back what was said of event “[^”\d]+”")).wait_for()


def test_an_error_inside_a_page_is_an_alarm_below_its_heading(client):
    """A page that is an error is no alarm: its heading says it."""
    part = client.get("/pair/Chnia/RUS", headers={"hx-request": "true"}).text
    whole = client.get("/pair/Chnia/RUS").text
    assert ("<h1" not in part, 'role="alert"' in part) == (True, True)
    assert 'role="alert"' not in whole
