"""The view of a pair, as it is answered."""

import json
import re

import pytest

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
    """Both charts have the same periods."""
    drawn = charts(client.get("/pair/CHN/RUS?by=year&compare=usa-china").text)
    assert [["CHN", "RUS"], ["USA", "CHN"]] == [one["pair"] for one in drawn]
    assert drawn[0]["periods"] == drawn[1]["periods"]


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
        ("/pair/CHN/CHN", 400, "share CHN"),
        ("/pair/CHN/RUS?by=fortnight", 400, "fortnight"),
        ("/pair/CHN/RUS?since=yesterday", 400, "yesterday"),
        ("/pair/CHN/RUS?since=2020&until=2018", 400, "ends before it begins"),
        ("/pair/CHN/RUS?open=<script>..", 400, "must be a date"),
        ("/pair/CHN/RUS?compare=CHN", 400, "two codes"),
        ("/pair/CHN/RUS?both=perhaps", 400, "both"),
        ("/pair/CHN/RUS/stories?offset=-1", 400, "offset"),
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
    assert "talk_coop,talk_conf,talk_balance,talk_low,talk_high" == ",".join(lines[0].split(",")[:5])
    assert len(chart(client.get("/pair/CHN/RUS?by=year").text)["periods"]) == len(lines) - 1


def test_empty_fields_of_the_form_ask_for_nothing(client):
    """As browsers send them."""
    page = client.get("/pair/CHN/RUS?by=year&since=&until=&compare=").text
    assert charts(client.get("/pair/CHN/RUS?by=year").text)[0]["stories"] == charts(page)[0]["stories"]
    assert 200 == client.get("/ledger/CHN/RUS?since=&until=&horizon=90").status_code


def test_without_a_period_asked_for_one_is_chosen_that_an_eye_takes_in(client):
    """Twelve years are quarters; one year is months."""
    assert "quarter" == chart(client.get("/pair/CHN/RUS").text)["by"]
    assert "month" == chart(client.get("/pair/CHN/RUS?since=2023&until=2024").text)["by"]
