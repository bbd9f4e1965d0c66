"""The list of all pages, which leads to those that tell of no pair as well."""

import html
import re

import pytest

from facta.store import PageQuery, open_store


def keys(page):
    """Of the pages that are listed, in order."""
    return re.findall(r'<h3 class="listed-title"><a href="/page/([^"]+)">', page)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/pages", {}),
        ("/pages?words=Xi", {"words": "Xi"}),
        ("/pages?since=2018&until=2018-09&outlet=", {"since": "2018", "until": "2018-09"}),
    ],
)
def test_it_lists_what_the_command_lists(client, demo_store, address, asked):
    """As many and in its order, under the same filters; each leads to the page."""
    with open_store(demo_store, read_only=True) as store:
        expected = [row["key"] for row in store.rows(PageQuery(**asked))]
    page = client.get(address).text
    assert expected
    assert f"{len(expected):,} page" in page
    assert expected[:50] == keys(page)
    assert 200 == client.get(f"/page/{expected[0]}").status_code


def test_a_long_list_goes_on_where_it_ended(client, monkeypatch):
    """By a link with a script or without; each page once."""
    whole = keys(client.get("/pages?since=2018&until=2018-06").text)
    monkeypatch.setattr("facta.web.views.pages.SHOWN", 7)
    found, address = [], "/pages?since=2018&until=2018-06"
    while address:
        answer = client.get(address, headers={"hx-request": "true"}).text
        assert "<html" not in answer
        found += keys(answer)
        following = re.search(r'rel="next" href="([^"]+)"', answer)
        address = following and html.unescape(following[1])
    assert len(whole) > 7
    assert whole == found


def test_the_start_page_leads_here_and_nothing_found_leads_on(client):
    """Whoever looks for words of a text is sent to the search."""
    assert 'href="/pages"' in client.get("/").text
    none = client.get("/pages?words=no+such+words").text
    assert "No such page" in none
    assert 'href="/search"' in none
    assert 400 == client.get("/pages?since=spring").status_code
