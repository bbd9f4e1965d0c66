"""A page over HTTP is the contract's Reading."""

from facta.records import decode, encode
from facta.store import open_store


def test_a_page_is_the_reading_as_stored(client, demo_store):
    """Byte for byte what `facta code` writes."""
    with open_store(demo_store, read_only=True) as store:
        held = next(r for r in store.readings() if r.page.title == "Bombers off Alaska")
    answer = client.get(f"/api/pages/{held.page.key}")
    assert "application/json" == answer.headers["content-type"]
    assert encode(held) == answer.content
    assert held == decode(answer.content)


def test_a_page_that_is_not_there_is_404(client):
    """In JSON."""
    answer = client.get("/api/pages/nothing")
    assert (404, 404) == (answer.status_code, answer.json()["status"])
