"""The start page."""

import re

from litestar.testing import TestClient

from facta.store import open_store
from facta.web import create_app
from tests.stories.story_makers import act, mark_of_old_rules, put, report


def test_a_newcomer_to_the_demo_reads_three_sentences_of_guidance(client):
    """They name the pair to look at first, and its ledger."""
    page = client.get("/").text
    guide = page.partition("New here?")[2].partition("</aside>")[0]
    assert 3 == guide.count(". ") + guide.count(".</p>")
    assert "/pair/CHN/RUS" in guide
    assert "/ledger/CHN/RUS" in guide


def test_who_brings_a_store_of_their_own_is_not_shown_around_the_demo(own_store):
    """Whatever outlets it holds: the demo's store says itself that it is one."""
    with open_store(own_store) as store, store.changing() as con:
        con.execute("DELETE FROM facta_store WHERE name = 'demo'")
    with TestClient(create_app(own_store), base_url="http://localhost") as visitor:
        assert "New here?" not in visitor.get("/").text


def test_pages_that_are_not_folded_yet_are_told(own_store, client):
    """They are missing from every number."""
    with open_store(own_store) as store, store.changing() as con:
        con.execute("DELETE FROM folds WHERE page_no = (SELECT min(page_no) FROM folds)")
    with TestClient(create_app(own_store), base_url="http://localhost") as visitor:
        assert "1 page came or went since stories were last folded" in visitor.get("/").text
    assert "last folded" not in client.get("/").text


def test_stories_of_other_rules_are_told(own_store, client):
    """With the way to fold them again."""
    with open_store(own_store) as store:
        mark_of_old_rules(store)
    with TestClient(create_app(own_store), base_url="http://localhost") as visitor:
        assert "rules of another version" in visitor.get("/").text
    assert "rules of another version" not in client.get("/").text


def test_one_story_of_long_ago_does_not_crowd_the_small_charts(tmp_path):
    """They begin where nearly all stories lie, and say so."""
    path = tmp_path / "long.duckdb"
    acts = [act("AGREE", "CHN", "RUS", f"They agreed on pipeline {n}.", date=f"{2010 + n}-02-03") for n in range(12)]
    acts.append(act("AID", "CHN", "RUS", "China helped Russia long ago.", date="1808-05-02"))
    with open_store(path) as store:
        put(store, *(report(str(n), one, published="2023-06-01") for n, one in enumerate(acts)))
    with TestClient(create_app(path), base_url="http://localhost.local") as visitor:
        page = visitor.get("/", headers={"host": "localhost"}).text
    widths = {float(width) for width in re.findall(r'<rect class="bar-[^>]* width="([\d.]+)%"', page)}
    assert ({round(80 / 12, 3)}, True) == (widths, "by year from 2010" in page)


def test_the_busiest_pair_comes_first(client):
    """By stories, whoever acts."""
    pairs = client.get("/api/pairs").json()
    assert sorted((p["stories"] for p in pairs), reverse=True) == [p["stories"] for p in pairs]
    assert ["CHN", "RUS"] == [pairs[0]["a"], pairs[0]["b"]]
    assert pairs[0]["stories"] == pairs[0]["talk"] + pairs[0]["commitment"] + pairs[0]["deed"]


def test_names_as_people_write_them_lead_to_the_address_of_the_pair(client):
    """The form takes codes, names and groups."""
    answer = client.get("/pair", params={"a": "china", "b": "G7"}, follow_redirects=False)
    assert "/pair/CHN/G7" == answer.headers["location"]


def test_a_name_that_nobody_goes_by_is_answered_with_the_nearest(client):
    """And with a way to go on."""
    answer = client.get("/pair", params={"a": "Chnia", "b": "Russia"})
    assert 404 == answer.status_code
    assert "No state or group “Chnia”" in answer.text
    assert '<a href="/?q=CHN">' in answer.text


def test_the_events_of_each_rung_are_all_events(client):
    """Those on none are told too."""
    told = re.search(r"([\d,]+) events \(([^)]*)\)", client.get("/").text)
    assert int(told[1].replace(",", "")) == sum(int(n.replace(",", "")) for n in re.findall(r"[\d,]*\d", told[2]))
    assert "on no rung" in told[2]
