"""Corrections over HTTP, as records and as training data."""

import json
import shutil

import pytest
from litestar.testing import TestClient

from facta.store import open_store
from facta.store.corrections import keep, reject
from facta.web import create_app


@pytest.fixture
def judged(demo_store, tmp_path):
    """A store in which two events of a page have been judged; its key and their ids."""
    own = tmp_path / "own.duckdb"
    shutil.copy(demo_store, own)
    with open_store(own) as store:
        reading = next(r for r in store.readings() if len(r.events) > 2)
        first, second = reading.events[:2]
        keep(store, reading.page.key, first.id)
        reject(store, reading.page.key, second.id)
    return own, reading.page.key, first.id, second.id


def test_corrections_are_told_beside_the_machines_coding(judged):
    """Of all pages, or of one."""
    path, key, first, second = judged
    with TestClient(create_app(path), base_url="http://localhost") as client:
        found = client.get("/api/corrections").json()
        assert [(first, "kept"), (second, "rejected")] == [(one["event"], one["verdict"]) for one in found]
        assert ["model", "model"] == [one["machine"]["made_by"]["kind"] for one in found]
        assert found == client.get("/api/corrections", params={"page": key}).json()
        assert [] == client.get("/api/corrections", params={"page": "none"}).json()


def test_training_data_is_a_line_a_text(judged):
    """In the form in which people code reports."""
    path, key, *_ = judged
    with TestClient(create_app(path), base_url="http://localhost") as client:
        (line,) = client.get("/api/corrections.jsonl").text.splitlines()
    item = json.loads(line)
    assert (key, 1, 1) == (item["item"], len(item["events"]), len(item["rejected"]))
    assert all(event["trigger"] in item["text"] for event in (*item["events"], *item["rejected"]))


def test_a_store_nobody_has_judged_has_no_training_data(client):
    """An empty answer, not an error."""
    answer = client.get("/api/corrections.jsonl")
    assert (200, "") == (answer.status_code, answer.text)
