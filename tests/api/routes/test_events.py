"""Events over HTTP."""

import pytest

from facta.store import EventQuery, open_store


def test_filters_are_those_of_the_commands(client, demo_store):
    """Pairs in either order, types in any case, bounds that are included."""
    address = "/api/events?actor=RUS&recipient=CHN&type=consult&type=AGREE&since=2018&until=2018-09&min_confidence=0.5"
    asked = EventQuery(actor="RUS", recipient="CHN", type=["CONSULT", "AGREE"], since="2018", until="2018-09", min_confidence=0.5)
    with open_store(demo_store, read_only=True) as store:
        expected = [row["id"] for row in store.rows(asked)]
    assert expected
    assert expected == [row["id"] for row in client.get(address).json()]
    assert client.get("/api/stories?actor=Russia&recipient=EU").json()
    assert {"direct"} == {row["kind"] for row in client.get("/api/quotes?kind=direct&speaker=CHN").json()}


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("rung=deed", lambda row: row["rung"] == "deed"),
        ("status=planned", lambda row: row["status"] == "planned"),
        ("min_confidence=0.8", lambda row: row["confidence"] >= 0.8),
        ("comments=readers", lambda row: row["comment"] is not None),
        ("", lambda row: row["comment"] is None),
    ],
)
def test_rows_keep_to_what_was_asked(client, asked, holds):
    """Readers' claims only where they are asked for."""
    rows = client.get(f"/api/events?limit=1000&{asked}").json()
    assert rows
    assert all(map(holds, rows))


@pytest.mark.parametrize(
    "address",
    [
        "events?actor=Rusia",
        "events?recipient=Rusia",
        "quotes?speaker=Rusia",
        "stories?actor=Rusia",
        "ledger/CHN/Rusia",
        "world?state=Rusia",
    ],
)
def test_a_misspelt_state_is_a_404_with_the_nearest(client, address):
    """Of rows that ask for names too where nothing answers."""
    answer = client.get(f"/api/{address}")
    assert (404, "RUS", True) == (answer.status_code, answer.json()["near"][0], "Russia (RUS)" in answer.json()["message"])


@pytest.mark.parametrize("address", ["events?actor=Quisquiliano", "quotes?speaker=Quisquiliano", "events?actor=RUS&since=2099"])
def test_a_name_that_does_not_occur_is_no_mistake(client, address):
    """It may be a person's, of whom no report tells."""
    answer = client.get(f"/api/{address}")
    assert (200, []) == (answer.status_code, answer.json())
