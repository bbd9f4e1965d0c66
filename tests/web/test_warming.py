"""What most visitors open first is counted as soon as the server is up."""

from time import monotonic, sleep

from litestar.testing import TestClient

from facta.relations.busiest import busiest
from facta.store.search import Index
from facta.web import create_app
from facta.web.shelf import Shelf


def test_what_the_start_page_links_to_is_counted_before_anybody_asks(demo_store, monkeypatch):
    """The store is not asked again by the first visitor."""
    asked, end = [], monotonic() + 60
    answer = Shelf.answer

    def noted(self, ask, *args, **named):
        asked.append((ask.__name__, args))
        return answer(self, ask, *args, **named)

    monkeypatch.setattr(Shelf, "answer", noted)
    with TestClient(create_app(demo_store, warm=True, token="long enough"), base_url="http://localhost.local"):
        while ("relations", ("CHN", "RUS")) not in asked and monotonic() < end:
            sleep(0.05)
    assert {"busiest", "world", "relations"} <= {name for name, _ in asked}
    assert busiest.__name__ == asked[0][0]


def test_the_index_is_read_through_before_anybody_searches(demo_store, monkeypatch):
    """So the first search after a start finds it in memory."""
    read, end = [], monotonic() + 60
    monkeypatch.setattr(Index, "read_through", lambda index: read.append(index.path))
    with TestClient(create_app(demo_store, warm=True, token="long enough"), base_url="http://localhost.local"):
        while not read and monotonic() < end:
            sleep(0.05)
    assert 1 == len(read)


def test_a_store_that_is_not_there_does_not_keep_the_server_from_starting(tmp_path):
    """Its pages say so, as without warming."""
    with TestClient(create_app(tmp_path / "none.duckdb", warm=True), base_url="http://localhost.local") as client:
        client.headers["host"] = "localhost"
        assert [200, 503] == [client.get(address).status_code for address in ("/healthz", "/")]
