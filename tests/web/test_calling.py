"""The application is asked inside this process."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from facta.store import open_store
from facta.web import create_app
from facta.web.calling import ask

TOKEN = "a-token-that-is-long-enough"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """An empty store."""
    where = tmp_path_factory.mktemp("calling") / "news.duckdb"
    with open_store(where):
        pass
    return where


def asked(path, address, brought=None, **how):
    """The answer to one address."""

    async def run():
        app = create_app(path, warm=False, **how)
        async with app.lifespan():
            return await ask(app, address, brought)

    with ThreadPoolExecutor(1) as pool:  # a browser that another test left open may keep a loop in this thread
        return pool.submit(lambda: asyncio.run(run())).result()


def test_an_address_is_answered_as_to_a_browser(path):
    """With status, kind and body."""
    found = asked(path, "/")
    assert (200, True) == (found.status, found.kind.startswith("text/html"))
    assert b"</html>" in found.body


@pytest.mark.parametrize(
    ("address", "status"), [("/nowhere", 404), ("/world?year=x", 400), ("/healthz?a=b", 200), ("/page/%2E%2E", 404)]
)
def test_what_is_behind_the_question_mark_is_asked_too(path, address, status):
    """And what is not there is not there."""
    assert status == asked(path, address).status


def test_an_application_that_asks_for_its_token_gets_it(path):
    """Without it nothing is told."""
    assert [200, 401] == [asked(path, "/", brought, token=TOKEN).status for brought in (TOKEN, None)]
