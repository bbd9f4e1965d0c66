"""What people said of events, from the command line."""

import json

import pytest

from facta.store import open_store
from facta.store.corrections import keep, reject


@pytest.fixture
def judged(facta, page, tmp_path):
    """A store of which one event is kept and one rejected."""
    path = tmp_path / "news.duckdb"
    facta("code", page, "--into", path)
    with open_store(path) as store:
        reading = next(store.readings())
        keep(store, reading.page.key, reading.events[0].id)
        reject(store, reading.page.key, reading.events[1].id)
    return path


def test_they_are_listed_for_a_person(facta, judged):
    """With what was said and what the machine took it for."""
    done = facta("corrections", "--store", judged)
    assert 0 == done.code
    assert "kept" in done.out
    assert "rejected" in done.out


def test_they_are_training_data(facta, judged):
    """One line a text."""
    (item,) = map(json.loads, facta("corrections", "--store", judged, "--format", "jsonl").out.splitlines())
    assert (1, 1) == (len(item["events"]), len(item["rejected"]))


def test_the_records_are_json(facta, judged):
    """As the API tells them."""
    found = json.loads(facta("corrections", "--store", judged, "--format", "json").out)
    assert ["kept", "rejected"] == [one["verdict"] for one in found]


def test_without_any_it_says_where_they_are_made(facta, store):
    """On stderr; stdout stays empty."""
    done = facta("corrections", "--store", store, "--format", "jsonl")
    assert (0, "") == (done.code, done.out)
    assert "facta serve" in done.err
