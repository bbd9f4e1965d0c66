"""Stories over HTTP: each act once."""

import pytest


def test_a_group_is_its_members(client):
    """As on the command line."""
    rows = client.get("/api/stories?actor=Russia&recipient=EU").json()
    assert rows
    assert all("RUS" in row["actor_countries"] + row["recipient_countries"] for row in rows)


@pytest.mark.parametrize("rung", ["talk", "commitment", "deed"])
def test_rows_keep_to_the_rung(client, rung):
    """And each is there once, with how many tell it."""
    rows = client.get(f"/api/stories?limit=1000&rung={rung}").json()
    assert {rung} == {row["rung"] for row in rows}
    assert len(rows) == len({row["id"] for row in rows})
    assert all(row["n_reports"] >= row["n_independent"] >= 1 for row in rows)
