"""Quotations over HTTP."""

import pytest


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("kind=direct&speaker=CHN", lambda row: row["kind"] == "direct"),
        ("kind=direct&kind=mixed", lambda row: row["kind"] in ("direct", "mixed")),
        ("act=wrote", lambda row: row["act"] == "wrote"),
        ("words=GAS", lambda row: "gas" in " ".join(part["text"] for part in row["content"]).lower()),
        ("min_confidence=0.9", lambda row: row["confidence"] >= 0.9),
        ("until=2017", lambda row: row["page"]["published"] < "2018"),
    ],
)
def test_rows_keep_to_what_was_asked(client, asked, holds):
    """By kind, act, words, certainty and day."""
    rows = client.get(f"/api/quotes?limit=1000&{asked}").json()
    assert rows
    assert all(map(holds, rows))


def test_words_are_no_pattern(client):
    """A sign that means something to a database is that sign."""
    assert [] == client.get("/api/quotes", params={"words": "%_%"}).json()
