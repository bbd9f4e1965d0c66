"""The view of search: a question, how it was understood, and hits that open in their pages."""

import html
import re

import pytest

from facta.store.search import Held

QUESTION = "/search?q=what+did+Shoigu+say+about+China+in+2018%3F"


pytestmark = pytest.mark.usefixtures("indexed")


def links(page):
    """Addresses of hits, in order."""
    return [html.unescape(a) for a in re.findall(r'<p class="hit-text[^"]*" dir="auto"><a href="([^"]+)"', page)]


def test_a_question_is_answered_and_shown_as_understood(client):
    """Who, about what, when; and the words that answer it."""
    page = client.get(QUESTION).text
    parts = [" ".join(re.sub("<[^>]+>", "", part).split()) for part in re.findall(r'<span class="part">(.*?)</a>', page, re.S)]
    told = " ".join(parts)
    assert all(part in told for part in ("looking for quotations", "by Shoigu", "about China", "reported in 2018"))
    assert "agreed to hold such exercises" in page


def test_every_hit_leads_to_words_that_are_there(client):
    """The page has an element of the id that the address ends with."""
    found = [
        link for q in ("gas", "Putin", "statements by Putin") for link in links(client.get("/search", params={"q": q}).text)[:4]
    ]
    assert 12 == len(found)
    for link in found:
        address, _, ref = link.partition("#")
        assert f'id="{ref}"' in client.get(address).text


def test_words_found_are_marked(client):
    """In the hit itself."""
    assert "<mark>pipeline</mark>" in client.get("/search?q=pipeline").text


def test_facets_narrow_an_answer_down_and_can_be_taken_away(client):
    """Each link keeps the rest of the question."""
    page = client.get("/search?q=Russia").text
    facet = html.unescape(re.search(r'<a href="(/search\?[^"]*rung=deed[^"]*)"', page)[1])
    narrowed = client.get(facet).text
    assert "q=Russia" in facet
    assert 0 < len(links(narrowed)) < 21
    assert ", take away" in narrowed


def test_an_answer_goes_over_several_pages(client):
    """No hit twice."""
    first = client.get("/search?q=Russia").text
    following = html.unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])
    second = client.get(following).text
    assert (20, 0) == (len(links(first)), len(set(links(first)) & set(links(second))))
    assert 'rel="prev"' in second


def test_while_the_index_is_made_the_page_says_how_far_it_is(client, monkeypatch):
    """And shows what is there already; a fragment tells the progress, and when all is there."""
    monkeypatch.setattr("facta.store.search.keeper.Keeper.held", lambda *_: Held(5, 400_000))
    page = client.get("/search?q=zzzzqqq").text
    assert "5 of 400,000 pages so far" in page
    assert "Nothing yet" in page
    assert 'hx-get="/search/making"' in client.get("/search/making").text
    monkeypatch.undo()
    assert "has all" in client.get("/search/making").text


def test_nothing_found_says_what_to_try(client):
    """And an empty question shows examples."""
    assert "Nothing found" in client.get("/search?q=zzzzqqq").text
    assert "For example" in client.get("/search").text


def test_what_was_given_up_is_said(client):
    """Nothing is answered silently otherwise than it was asked."""
    assert "Without the topic there is this" in client.get("/search", params={"q": "what did Shoigu say about bananas"}).text


def test_all_that_was_given_up_is_said_and_not_shown_as_understood(client):
    """The topic and the time both: neither stands among what the answer is about."""
    page = client.get("/search", params={"q": "what did Shoigu say about bananas in 1955"}).text
    assert "Without the topic and the time there is this" in page
    chips = page.split('class="understood"')[1].split("<a ")[0]
    assert (True, False, False) == ("Shoigu" in chips, "bananas" in chips, "1955" in chips)


def test_past_the_end_of_an_answer_it_is_said_how_long_it_is(client):
    """There are some, only not so many."""
    page = client.get("/search?q=Russia&offset=5000").text
    assert (True, False) == ("No more than" in page, "Nothing found" in page)


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' OR 1=1 --", 'a" NEAR(', "\0", "{{ 7 * 7 }}", "%" * 50],
)
def test_what_is_typed_is_text(client, text):
    """Neither markup nor a query of any kind."""
    page = client.get("/search", params={"q": text, "outlet": text})
    assert 200 == page.status_code
    assert "<script>alert" not in page.text
    assert "<img" not in page.text
    assert text.strip("\0") in html.unescape(page.text)


def test_a_kind_that_does_not_exist_is_refused(client):
    """With a page that says so."""
    assert 400 == client.get("/search?q=gas&kind=nonsense").status_code


@pytest.mark.parametrize("year", ["2018-13", "-99999999999999999999", "\r\nX-A: b", "twenty"])
def test_a_year_that_is_none_is_refused(client, year):
    """With what it should be."""
    page = client.get("/search", params={"q": "gas", "year": year})
    assert (400, True) == (page.status_code, "year: four figures of a year." in page.text)


@pytest.mark.parametrize("address", ["/search", QUESTION, "/search?q=Lavrov", "/search?q=zzzzqqq"])
@pytest.mark.parametrize(("width", "dark"), [(360, False), (900, True), (1600, False)])
def test_the_view_fits_its_window_and_axe_finds_nothing_serious(*, visit, axe, shot, address, width, dark):
    """Nothing has to be scrolled sideways; a picture is kept."""
    page = visit(address, width=width, dark=dark)
    shot(page, f"search-{len(address)}-{width}-{'dark' if dark else 'light'}")
    assert width >= page.evaluate("document.documentElement.scrollWidth")
    assert [] == axe(page)


def test_search_works_by_keyboard_alone_and_without_javascript(visit):
    """Type, enter, to the first hit, into its page."""
    page = visit("/search", scripts=False)
    page.locator("#q").focus()
    page.keyboard.type("gas pipeline")
    page.keyboard.press("Enter")
    first = page.locator(".hit-text a").first
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/page/*")
    assert page.locator(":target").count() == 1


def test_marks_of_quotation_stand_once(client):
    """Where the words bring their own, none are put around them."""
    page = client.get("/search", params={"q": "statements by Putin", "kind": "quotation"}).text
    hits = re.findall(r'<p class="hit-text([^"]*)" dir="auto"><a [^>]*>(.*?)</a>', page, re.S)
    shown = [(bool(marked), html.unescape(re.sub("<[^>]+>", "", text))[:1] in '"“”„«‘') for marked, text in hits]
    assert {True, False} == {marked for marked, _ in shown}
    assert [] == [one for one in shown if one[0] == one[1]]
