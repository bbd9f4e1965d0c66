"""The view of journeys: who stayed where, with the words that tell it."""

import html
import re

import pytest

from facta.store import JourneyQuery, open_store
from facta.store.paging import part


def days(page):
    """The days of the stays that are listed, in order."""
    return re.findall(r'<time class="stay-days">([^<]+)</time>', page)


def test_every_stay_leads_to_words_that_are_there(client):
    """The page has an element of the id that the address ends with."""
    page = client.get("/journeys?traveller=CHN").text
    links = [html.unescape(link) for link in re.findall(r'<a href="(/page/[^"]+)">read in its page', page)]
    assert links
    for link in links[:4]:
        address, _, ref = link.partition("#")
        assert f'id="{ref}"' in client.get(address).text


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/journeys", {}),
        ("/journeys?traveller=Russia", {"traveller": "RUS"}),
        ("/journeys?traveller=putin&how=visit", {"traveller": "putin", "how": "visit"}),
        ("/journeys?host=China&since=2018&until=2018-12", {"host": ("CHN",), "since": "2018", "until": "2018-12"}),
        ("/journeys?status=planned", {"status": "planned"}),
    ],
)
def test_it_lists_what_the_command_lists(client, demo_store, address, asked):
    """As many, under the same filters."""
    with open_store(demo_store, read_only=True) as store:
        number = store.count(JourneyQuery(**asked))
    page = client.get(address).text
    assert number
    assert f"{number} stay" in page
    assert min(number, 50) == len(days(page))


def test_a_long_list_goes_on_where_it_ended(client, monkeypatch):
    """By a link with a script or without; each stay once."""
    whole = days(client.get("/journeys?traveller=RUS").text)
    monkeypatch.setattr("facta.web.views.journeys.SHOWN", 3)
    found, address = [], "/journeys?traveller=RUS"
    while address:
        answer = client.get(address, headers={"hx-request": "true"}).text
        assert "<html" not in answer
        found += days(answer)
        following = re.search(r'rel="next" href="([^"]+)"', answer)
        address = following and html.unescape(following[1])
    assert whole == found
    assert len(whole) > 3


def test_links_keep_what_is_asked(client):
    """A chip changes one thing."""
    page = html.unescape(client.get("/journeys?traveller=RUS&since=2015").text)
    assert 'href="/journeys?traveller=RUS&how=visit&since=2015"' in page
    assert 'href="/journeys?traveller=RUS&status=planned&since=2015"' in page
    assert 'href="/api/journeys?traveller=RUS&since=2015"' in page


def test_nothing_found_says_what_to_do(client):
    """And a misspelt state what it looks like."""
    assert "No such journey" in client.get("/journeys?traveller=nobody").text
    refused = client.get("/journeys?host=Chnia", headers={"accept": "text/html"})
    assert 400 <= refused.status_code < 500
    assert "China" in refused.text
    assert 400 == client.get("/journeys?since=spring").status_code


def test_what_was_listed_is_remembered(client, monkeypatch):
    """The store is asked once for a list and its count, which take seconds in a large one."""
    asked = []
    monkeypatch.setattr("facta.web.views.journeys.part", lambda *a, **named: asked.append(named) or part(*a, **named))
    first, again = (client.get("/journeys?traveller=RUS&until=2031").text for _ in range(2))
    assert days(first) == days(again) != []
    assert 1 == len(asked)
