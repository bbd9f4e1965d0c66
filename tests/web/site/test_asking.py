"""The explorer of a store is asked inside this process."""

import asyncio
import re

import pytest

from facta.errors import StoreError
from facta.store import Store
from facta.web.site.asking import Explorer
from tests.web.site.site_makers import small


def asked(path, *addresses):
    """The answers."""

    async def run():
        async with Explorer(path) as live:
            return [await live.get(address) for address in addresses]

    return asyncio.run(run())


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A store of one pair."""
    return small(tmp_path_factory.mktemp("asking") / "news.duckdb")


def test_a_page_is_answered_and_what_is_not_there_is_nothing(path):
    """In the order asked."""
    home, page, gone = asked(path, "/", "/page/a", "/page/nosuch")
    assert [200, 200] == [home.status, page.status]
    assert "Grain &lt;b&gt;comes&lt;/b&gt;" in page.body.decode()
    assert gone is None


def test_an_answer_that_cannot_be_had_is_an_error_with_its_address(path):
    """The copy stops there."""
    with pytest.raises(StoreError, match=r"/world\?year=x cannot be copied: the explorer answers with status 400"):
        asked(path, "/world?year=x")


def test_pages_that_are_read_ahead_are_not_read_again(path, monkeypatch):
    """And look as they do when each is asked for by itself."""
    alone = asked(path, "/page/a", "/page/b")

    async def run():
        async with Explorer(path) as live:
            live.ahead(["a", "b"])
            assert (True, False) == (live.has("b"), live.has("c"))
            with monkeypatch.context() as patch:
                patch.setattr(Store, "readings", lambda *_: pytest.fail("read again"))
                return [await live.get(address) for address in ("/page/a", "/page/b")]

    assert [plain(one) for one in alone] == [plain(one) for one in asyncio.run(run())]


def plain(answer):
    """A page without the token that is another one in each answer."""
    return re.sub("[0-9a-f]{64,}", "", answer.body.decode())
