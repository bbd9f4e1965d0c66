"""The application as it is put together from its parts."""

import html
import re
import warnings

import pytest
from litestar.exceptions import LitestarDeprecationWarning
from litestar.testing import TestClient

from facta import plugins
from facta.web import create_app

MENU = [view.MENU for view in plugins.load_all("facta.web.views") if hasattr(view, "MENU")]


def test_every_parameter_says_where_it_comes_from(demo_store):
    """Litestar warns of the ones it has to guess, and will not guess for long."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", LitestarDeprecationWarning)
        create_app(demo_store)


@pytest.mark.parametrize("entry", MENU, ids=lambda entry: entry.label)
def test_every_entry_of_the_menu_leads_to_a_page_that_marks_it(client, entry):
    """And the page has one heading of the first rank, a main part, and a way past the menu."""
    page = client.get(entry.address)
    assert 200 == page.status_code
    assert re.search(rf'<a href="{entry.address}" aria-current="true">{entry.label}</a>', page.text)
    assert [1, 1, 1] == [page.text.count(part) for part in ("<h1", '<main id="main"', '<a class="skip" href="#main">')]


def test_entries_of_the_menu_have_places_of_their_own():
    """No two claim the same."""
    assert len(MENU) == len({entry.order for entry in MENU}) == len({entry.section for entry in MENU})


def test_a_page_that_does_not_exist_is_an_error_page_and_a_record_for_programs(client):
    """In the form that was asked for."""
    assert "There is no such page" in client.get("/nothing/here").text
    assert {"status": 404, "error": "There is no such page"}.items() <= client.get("/api/nothing").json().items()


def test_an_error_of_ours_tells_nothing_of_itself(demo_store, monkeypatch):
    """No traceback, no path; the terminal has it."""

    def broken(store):
        raise RuntimeError(f"secret {store.path}")

    app = create_app(demo_store)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as visitor:
        monkeypatch.setattr("facta.web.views.start.busiest", broken)
        answer = visitor.get("/", headers={"accept": "text/html"})
    assert 500 == answer.status_code
    assert "Something went wrong in facta" in answer.text
    assert "secret" not in answer.text


def test_a_store_that_is_not_there_yet_is_a_page_that_says_so(tmp_path):
    """With what makes one."""
    with TestClient(create_app(tmp_path / "no.duckdb"), base_url="http://localhost") as visitor:
        answer = visitor.get("/", headers={"accept": "text/html"})
    assert 503 == answer.status_code
    assert "There is no store at" in answer.text
    assert "facta code SOURCE... --into" in answer.text


def test_too_large_a_body_is_refused(client):
    """However it is called."""
    headers = {"content-type": "text/plain", "x-csrftoken": client.cookies["facta_csrf"]}
    assert 413 == client.post("/ledger/CHN/RUS/verdict", content=b"x" * 33_000_000, headers=headers).status_code


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/ledger/CHN/RUS?state=keept", "No state 'keept'. Did you mean 'kept'? Known: broken, expired, kept, open, unobserved."),
        ("/pair/CHN/RUS?rung=deeds", "No rung 'deeds'. Did you mean 'deed'? Known: commitment, deed, talk."),
        ("/pair/CHN/RUS?both=yes", "both is 1 for yes or 0 for no."),
        ("/ledger/CHN/RUS?horizon=soon", "horizon is a whole number from 1 to 3,650."),
        ("/world?year=20", "year: four digits; empty for all years."),
    ],
)
def test_a_value_that_cannot_be_asked_for_is_told_with_what_can(client, address, told):
    """In one line, in a reader's words."""
    answer = client.get(address)
    assert (400, True) == (answer.status_code, told in html.unescape(answer.text))
