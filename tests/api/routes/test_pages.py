"""Pages over HTTP: the list of the store's, and one as the contract's Reading."""

from facta.records import decode, encode
from facta.store import PageQuery, open_store


def test_pages_are_listed_by_the_filters_of_the_command(client, demo_store):
    """Each with its counts, and its key leads to the whole page."""
    with open_store(demo_store, read_only=True) as store:
        expected = [row["key"] for row in store.rows(PageQuery(outlet="eastern", words="gas", since="2014", until="2019"))]
    rows = client.get("/api/pages?outlet=Eastern&words=GAS&since=2014&until=2019").json()
    assert expected == [row["key"] for row in rows] != []
    whole = client.get(f"/api/pages/{rows[0]['key']}").json()
    assert (whole["page"]["title"], len(whole["events"])) == (rows[0]["title"], rows[0]["events"])
    assert [rows[0]] == client.get("/api/pages", params={"page": rows[0]["source"]}).json()


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
