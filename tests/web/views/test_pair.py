"""The view of a pair, as it is answered."""

import csv
import io
import json
import re

import pytest
from litestar.testing import TestClient
from lxml import html

from facta.cli import main
from facta.relations.wording import between
from facta.store import open_store
from facta.web import create_app
from tests.stories.story_makers import act, put, report

DRAWN = r"data-timeline>\s*<script type=\"application/json\">(.*?)</script>"


def charts(page):
    """What the script of the page draws."""
    return [json.loads(text) for text in re.findall(DRAWN, page, re.S)]


def chart(page):
    return charts(page)[0]


def test_the_page_and_its_twin_tell_the_same_numbers(client):
    """The JSON that the page links to is what it draws."""
    page = client.get("/pair/CHN/RUS?by=year").text
    twin = re.search(r'rel="alternate" type="application/json" href="([^"]+)"', page)[1].replace("&amp;", "&")
    found = client.get(twin).json()
    drawn = chart(page)
    assert [p["period"] for p in found["periods"]] == drawn["periods"]
    assert [p["stories"] for p in found["periods"]] == drawn["stories"]
    assert [p["deed"]["coop"] for p in found["periods"]] == drawn["rungs"]["deed"]["coop"]
    assert [p["talk"]["low"] for p in found["periods"]] == drawn["rungs"]["talk"]["low"]


@pytest.mark.parametrize("by", ["month", "quarter", "year"])
@pytest.mark.parametrize("both", ["0", "1"])
def test_a_period_opens_to_as_many_stories_as_its_bar_counts(client, by, both):
    """Every number is one click from its sentences, and neither more nor fewer open."""
    drawn = chart(client.get(f"/pair/CHN/RUS?by={by}&both={both}").text)
    assert any(drawn["stories"][::7])
    for days, stories in list(zip(drawn["days"], drawn["stories"], strict=True))[::7]:
        opened = client.get(f"{drawn['panel']}&open={days}", headers={"hx-request": "true"}).text
        assert stories == int(re.search(r"([\d,]+) stor", opened)[1])
        assert min(stories, 25) == opened.count('<article class="story"')


def test_the_evidence_stands_in_the_page_word_for_word(client):
    """What is quoted is in the text of the page that is linked."""
    found = client.get("/api/relations/CHN/RUS/stories?limit=200").json()
    opened = client.get("/pair/CHN/RUS/stories").text
    story = next(s for s in found["stories"] if s["reports"] > 1)
    told = client.get(f"/pair/CHN/RUS/stories?open={story['first_day']}..{story['last_day']}").text
    assert f'href="/page/{story["best"]["page"]}#{story["best"]["event"]}"' in told
    assert f"{story['independent']} independent" in told
    assert found["count"] == int(re.search(r"([\d,]+) stories", opened)[1])


def test_swapped_sides_are_a_link_away(client):
    """With everything else as it was."""
    page = client.get("/pair/CHN/RUS?by=year&since=2018").text
    assert 'href="/pair/RUS/CHN?by=year&amp;since=2018"' in page


def test_too_few_deeds_are_said_in_words(client):
    """No number stands where there are fewer than ten."""
    page = client.get("/pair/CHN/RUS?since=2018&until=2018&by=year").text
    assert re.search(r"Too few deeds to compare with words: \d deeds? where at least 10 are needed\.", page)


def test_a_second_pair_is_drawn_on_the_same_time(client):
    """Both charts have the same periods: those of either."""
    drawn = charts(client.get("/pair/CHN/RUS?by=quarter&compare=usa-china").text)
    alone = [chart(client.get(f"/pair/{pair}?by=quarter").text) for pair in ("CHN/RUS", "USA/CHN")]
    assert [["CHN", "RUS"], ["USA", "CHN"]] == [one["pair"] for one in drawn]
    assert drawn[0]["periods"] == drawn[1]["periods"] == sorted({*alone[0]["periods"], *alone[1]["periods"]})
    assert [sum(one["stories"]) for one in alone] == [sum(one["stories"]) for one in drawn]


def test_a_pair_without_stories_is_told_what_to_try(client):
    """And no empty chart is drawn."""
    answer = client.get("/pair/NOR/CHL")
    assert 200 == answer.status_code
    assert "The store has no story in which Norway acts upon Chile" in answer.text
    assert "data-timeline" not in answer.text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/pair/Chnia/RUS", 404, "No state or group"),
        ("/pair/CHN/CHN", 400, "Both are China"),
        ("/pair/CHN/RUS?by=fortnight", 400, "fortnight"),
        ("/pair/CHN/RUS?since=yesterday", 400, "yesterday"),
        ("/pair/CHN/RUS?since=2020&until=2018", 400, "ends before it begins"),
        ("/pair/CHN/RUS?open=<script>..", 400, "must be a date"),
        ("/pair/CHN/RUS?compare=CHN", 400, "two codes"),
        ("/pair/CHN/RUS?both=perhaps", 400, "both"),
        ("/pair/CHN/RUS/stories?offset=-1", 400, "offset"),
        (f"/pair/CHN/RUS/stories?offset={10**30}", 400, "offset is a whole number from 0 to 100,000."),
        ("/pair/CHN/RUS/stories?rung=hope", 400, "rung"),
    ],
)
def test_what_cannot_be_asked_is_answered_in_words(client, address, status, words):
    """As a page, as a fragment, and as JSON; nothing asked is written into the page as markup."""
    for headers in ({}, {"hx-request": "true"}, {"accept": "application/json"}):
        answer = client.get(address, headers=headers)
        assert status == answer.status_code
        assert words in answer.text
        if "html" in answer.headers["content-type"]:
            assert "<script>.." not in answer.text


def test_the_numbers_open_in_a_spreadsheet(client):
    """One period a line, every number in a column of its own."""
    answer = client.get("/pair/CHN/RUS/periods.csv?by=year")
    lines = answer.text.splitlines()
    assert 'attachment; filename="facta-CHN-RUS-year.csv"' == answer.headers["content-disposition"]
    assert '"talk_coop","talk_conf","talk_balance","talk_low","talk_high"' in lines[0]
    assert len(chart(client.get("/pair/CHN/RUS?by=year").text)["periods"]) == len(lines) - 1


def test_a_sheet_is_what_the_command_line_writes(client, demo_store, capfdbinary):
    """Byte for byte, one way and both; both have a name of their own."""
    for both, more in ((0, ()), (1, ("--both",))):
        answer = client.get(f"/pair/CHN/RUS/periods.csv?by=year&both={both}")
        with pytest.raises(SystemExit):
            main(["relations", "CHN", "RUS", "--by", "year", "--format", "csv", *more, "--store", str(demo_store)])
        assert capfdbinary.readouterr().out == answer.content
        assert f"facta-CHN-RUS-year{'-both' * both}.csv" in answer.headers["content-disposition"]


def test_empty_fields_of_the_form_ask_for_nothing(client):
    """As browsers send them."""
    page = client.get("/pair/CHN/RUS?by=year&since=&until=&compare=").text
    assert charts(client.get("/pair/CHN/RUS?by=year").text)[0]["stories"] == charts(page)[0]["stories"]
    assert 200 == client.get("/ledger/CHN/RUS?since=&until=&horizon=90").status_code


def test_without_a_period_asked_for_one_is_chosen_that_an_eye_takes_in(client):
    """Twelve years are quarters; one year is months."""
    assert "quarter" == chart(client.get("/pair/CHN/RUS").text)["by"]
    assert "month" == chart(client.get("/pair/CHN/RUS?since=2023&until=2024").text)["by"]


def twins(page):
    """Addresses of the JSON of each pair of a page."""
    return [href.replace("&amp;", "&") for href in re.findall(r'rel="alternate" type="application/json" href="([^"]+)"', page)]


def sheets(page):
    """Addresses of its numbers for a spreadsheet."""
    return [href.replace("&amp;", "&") for href in re.findall(r'href="(/pair/[^"]+periods\.csv[^"]*)"', page)]


def saved(page):
    """Addresses of its numbers as JSON."""
    return [href.replace("&amp;", "&") for href in re.findall(r'href="([^"]+)">Numbers, JSON', page)]


@pytest.mark.parametrize(
    "address",
    [
        "/pair/CHN/RUS",
        "/pair/CHN/RUS?both=1&since=2018-04",
        "/pair/CHN/RUS?compare=USA-CHN",
        "/pair/CHN/USA?compare=RUS-GBR&by=year",
    ],
)
def test_chart_sheet_json_and_panel_of_each_figure_agree(client, address):
    """On the periods, and on how many stories each of them has; nothing of either pair is cut off."""
    page = client.get(address).text
    drawn = charts(page)
    assert twins(page) == saved(page)
    assert [len(drawn)] * 2 == [len(twins(page)), len(sheets(page))]
    assert 1 == len({tuple(one["periods"]) for one in drawn})
    for one, twin, sheet in zip(drawn, twins(page), sheets(page), strict=True):
        found = client.get(twin).json()
        rows = list(csv.DictReader(io.StringIO(client.get(sheet).text.removeprefix("\ufeff"))))
        told = list(zip(one["periods"], one["stories"], strict=True))
        assert {("-".join(found["pair"]), str(found["directed"]).lower())} == {(row["pair"], row["directed"]) for row in rows}
        assert (one["pair"], one["by"]) == (found["pair"], found["by"])
        assert told == [(p["period"], p["stories"]) for p in found["periods"]]
        assert told == [(row["period"], int(row["stories"])) for row in rows]
        assert found["total"]["stories"] == sum(one["stories"]) + found["undated"]
        busy = max(range(len(told)), key=lambda n: one["stories"][n])
        opened = client.get(f"{one['panel']}&open={one['days'][busy]}", headers={"hx-request": "true"}).text
        assert one["stories"][busy] == int(re.search(r"([\d,]+) stor", opened)[1])


def test_a_second_pair_is_shown_whole_beside_one_without_stories(client):
    """With its sentences in the panel, and the first said to have none."""
    page = client.get("/pair/NOR/CHL?compare=CHN-RUS").text
    (drawn,) = charts(page)
    alone = chart(client.get("/pair/CHN/RUS").text)
    assert (alone["by"], alone["periods"], alone["stories"]) == (drawn["by"], drawn["periods"], drawn["stories"])
    assert "The store has no story in which Norway acts upon Chile" in page
    assert f"{client.get('/api/relations/CHN/RUS/stories').json()['count']} stories, the newest first" in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "both ways</a> or another pair"),
        ("?both=1", "Try another pair"),
        ("?since=2018", "both ways</a>, the whole time</a>, or another pair"),
        ("?both=1&since=2018", "Try the whole time</a> or another pair"),
    ],
)
def test_what_to_try_is_a_sentence(client, query, words):
    """Whatever there is to try."""
    page = client.get(f"/pair/NOR/CHL{query}").text
    assert words in re.sub(r"<a [^>]*>", "", page).replace("another pair</a>", "another pair")


def test_the_panel_of_an_address_is_that_of_the_pair_and_the_rung_it_names(client):
    """So that a reload and whoever it is sent to see the same."""
    opened = "/pair/CHN/RUS?by=year&compare=USA-CHN&open=2018-01-01..2018-12-31&second=1&rung=deed"
    page = client.get(opened).text
    panel = page[page.index('id="evidence"') :]
    found = client.get("/api/relations/USA/CHN/stories?since=2018&until=2018&by=year&rung=deed").json()
    assert 0 < found["count"]
    assert f"{found['count']} stor" in panel.partition("</p>")[0]
    assert 'aria-current="true">Deeds' in panel
    talk = html.fromstring(page).get_element_by_id("rung-talk")
    assert opened.replace("deed", "talk") == talk.get("hx-push-url")
    assert 'aria-current="true">Talk' in client.get(talk.get("hx-get"), headers={"hx-request": "true"}).text


def test_without_a_second_pair_there_is_no_second_panel(client):
    """The address may say so, but nothing breaks."""
    assert client.get("/pair/CHN/RUS?second=1").text.count("<article") == client.get("/pair/CHN/RUS").text.count("<article")


def test_what_is_zoomed_to_keeps_its_number(tmp_path):
    """A story that is dated by its year alone is no more in a quarter than its bar says, here or in the API."""
    path = tmp_path / "year.duckdb"
    words = {
        "2023": "A railway is to be built.",
        "2023-02-03": "They agreed on a gas pipeline.",
        "2023-05-09": "Bankers will lend.",
    }
    acts = [act("AGREE", "CHN", "RUS", told, date=date) for date, told in words.items()]
    with open_store(path) as store:
        put(store, *(report(str(n), one, published="2023-06-01") for n, one in enumerate(acts)))
    with TestClient(create_app(path), base_url="http://localhost") as client:
        client.headers["accept"] = "text/html"
        _zoomed(client)


def _zoomed(client):
    def counted(days, **more):
        first, last = days.split("..")
        return client.get("/api/relations/CHN/RUS/stories", params={"since": first, "until": last} | more).json()["count"]

    drawn = chart(client.get("/pair/CHN/RUS?by=quarter").text)
    bars = zip(drawn["days"], drawn["stories"], strict=True)
    days, stories = next((days, n) for days, n in bars if n and counted(days) > n)
    opened = client.get(f"{drawn['panel']}&open={days}", headers={"hx-request": "true"}).text
    zoomed = client.get(re.search(r'href="([^"]+)">Zoom', opened)[1].replace("&amp;", "&")).text
    assert [stories] == chart(zoomed)["stories"]
    assert re.search(rf"\b{stories} stor(y|ies)\b", zoomed[zoomed.index('id="evidence"') :].partition("</p>")[0])
    assert "Zoom to this time" not in zoomed
    assert stories == counted(days, by="quarter")


def test_past_the_end_it_is_said_how_many_there_are(client):
    """There are stories in this time, only not so many; likewise of commitments."""
    told = client.get("/pair/CHN/RUS/stories?offset=900").text
    assert (True, False) == ("There are only" in told, "No story" in told)
    assert "There are only" in client.get("/ledger/CHN/RUS?offset=900").text


def drawn_time(page):
    """The length of the periods that a page's chart draws, the first and the last."""
    (text,) = html.fromstring(page).xpath("//figure[@data-timeline]/script/text()")
    chart = json.loads(text)
    return chart["by"], chart["periods"][0], chart["periods"][-1]


def test_a_few_stories_of_long_ago_are_named_and_not_drawn(tmp_path):
    """They are in the sums and the table; a link draws them too, and who asks for a beginning is left in peace."""
    path = tmp_path / "long.duckdb"
    acts = [act("AGREE", "CHN", "RUS", f"They agreed on pipeline {n}.", date=f"{2010 + n}-02-03") for n in range(12)]
    acts.append(act("AID", "CHN", "RUS", "China helped Russia long ago.", date="1808-05-02"))
    with open_store(path) as store:
        put(store, *(report(str(n), one, published="2023-06-01") for n, one in enumerate(acts)))
    with TestClient(create_app(path), base_url="http://localhost") as client:
        client.headers["accept"] = "text/html"
        page = client.get("/pair/CHN/RUS").text
        assert "The charts begin in 2010: 1 story of 1808 is counted, not drawn." in page
        assert "1 story of 1808 is counted, not drawn." in html.fromstring(page).xpath("string(//figcaption)")  # saved with it
        assert ("quarter", "2010-Q1", "2021-Q1") == drawn_time(page)
        assert "13 stories, told independently 13 times" in page and ">1808-Q2</a>" in page
        whole = client.get(html.fromstring(page).xpath("//a[.='Draw from 1808']/@href")[0]).text
        assert "not drawn" not in whole and ("year", "1808", "2021") == drawn_time(whole)
        world = html.fromstring(client.get("/world").text)
        assert ["before 2010: 1 story"] == world.xpath("//li[@class='years-before']//summary/text()")
        assert 13 == len(world.xpath("//nav[@class='years']/ol/li/a"))


def test_an_interval_is_written_alike_wherever_it_stands(client):
    """Beside the picture of the balances as in the JSON, with two digits, and the share of deeds has its own."""
    total = client.get("/api/relations/CHN/RUS?by=year").json()["total"]
    page = html.fromstring(client.get("/pair/CHN/RUS?by=year").text)
    told = [between(total[rung]["low"], total[rung]["high"]) for rung in ("talk", "commitment", "deed")]
    assert [*told, between(total["say_do_gap"]["low"], total["say_do_gap"]["high"])] == page.xpath(
        "//table[@class='forest']//span[@class='between']/text()"
    )
    share = between(total["deed_share"]["low"], total["deed_share"]["high"], share=True)
    assert f"of them ({share})" in page.text_content()
