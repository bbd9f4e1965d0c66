"""Commitments of a pair over HTTP."""

import json

import msgspec
import pytest

from facta.relations import ledger
from facta.store import open_store


def test_a_ledger_is_the_record_of_the_command_line(client, demo_store):
    """Field by field."""
    with open_store(demo_store, read_only=True) as store:
        expected, surer = (
            json.loads(msgspec.json.encode(ledger(store, "CHN", "RUS", horizon=90, least=least))) for least in (0.3, 0.9)
        )
    assert expected == client.get("/api/ledger/CHN/RUS?horizon=90").json()
    assert surer == client.get("/api/ledger/CHN/RUS?horizon=90&least=0.9").json()


def test_errors_are_records(client):
    """With the status, what was wrong, and the nearest names."""
    answer = client.get("/api/ledger/CHN/Rusia")
    assert (404, 404) == (answer.status_code, answer.json()["status"])
    assert "RUS" in answer.json()["near"]
    assert 400 == client.get("/api/ledger/CHN/RUS?horizon=0").status_code


@pytest.mark.parametrize("asked", ["horizon=0", "horizon=3651", "horizon=x", "least=.05", "least=1", "since=2019&until=2018"])
def test_a_time_that_is_none_is_refused(client, asked):
    """With a line that says why."""
    answer = client.get(f"/api/ledger/CHN/RUS?{asked}")
    assert (400, True) == (answer.status_code, bool(answer.json()["message"]))


def test_the_time_asked_for_bounds_the_commitments(client):
    """Both days included."""
    found = client.get("/api/ledger/CHN/RUS?since=2018&until=2018").json()
    assert {"2018"} == {one["date"][:4] for one in found["commitments"]}


def test_states_choose_what_is_listed_and_not_what_is_counted(client):
    """One or several; the answer says which."""
    whole = client.get("/api/ledger/CHN/RUS").json()
    found = client.get("/api/ledger/CHN/RUS?state=kept&state=open").json()
    assert ([], ["kept", "open"]) == (whole["only"], found["only"])
    assert [c for c in whole["commitments"] if c["state"] in ("kept", "open")] == found["commitments"]
    assert found["commitments"] and whole["follow_through"] == found["follow_through"] and whole["counts"] == found["counts"]
    refused = client.get("/api/ledger/CHN/RUS?state=keep")
    assert (400, True) == (refused.status_code, "Known: broken, expired, kept, open, unobserved" in refused.json()["message"])
