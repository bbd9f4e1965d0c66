"""Whether the server is there."""

from litestar.testing import TestClient

from facta import __version__
from facta.web import create_app


def test_a_watcher_may_add_what_it_likes(client):
    """To an address that asks for nothing."""
    assert 200 == client.get("/healthz?1717").status_code


def test_it_answers_without_a_store_and_without_a_token(tmp_path):
    """A watcher knows neither."""
    with TestClient(create_app(tmp_path / "no.duckdb", token="long-enough-and-more"), base_url="http://localhost") as client:
        answer = client.get("/healthz")
    assert (200, {"status": "ok", "version": __version__}) == (answer.status_code, answer.json())
