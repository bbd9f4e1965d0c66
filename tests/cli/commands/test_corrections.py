"""What people said of events, from the command line."""

import csv
import json

import pytest

from facta.relations import judge
from facta.store import open_store
from facta.store.corrections import keep, reject
from tests.stories.story_makers import act, event_id, put, report


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


def test_they_are_lines_of_a_sheet(facta, judged):
    """What the person and what the machine said stand in columns of the same names; a rejected event has no person's."""
    kept, rejected = csv.DictReader(facta("corrections", "--store", judged, "--format", "csv").out.splitlines())
    assert ("event", "kept", "event", "rejected") == (kept["kind"], kept["verdict"], rejected["kind"], rejected["verdict"])
    assert kept["human_type"] == kept["machine_type"] != ""
    assert ("", True) == (rejected["human_type"], rejected["machine_type"] != "")
    assert "Norw" in kept["human_words"]
    assert 0 == facta("explain", kept["id"], "--store", judged).code


def test_verdicts_on_matches_of_the_ledger_are_listed_too(facta, store):
    """The last word on each; not as training data, since they are of two texts."""
    promise = act("AGREE", "RUS", "CHN", "Russia agreed to sell China a ferry.", date="2018-01-10")
    sale = act("COOPERATE", "RUS", "CHN", "Russia delivered the ferry to China.", date="2018-03-01")
    match = event_id("a"), event_id("b")
    with open_store(store) as held:
        put(held, report("a", promise, published="2018-01-10"), report("b", sale, published="2018-03-01"))
        judge(held, "RUS", "CHN", *match, answers=False)
        judge(held, "RUS", "CHN", *match, answers=True, way="broken")
    (one,) = json.loads(facta("corrections", "--store", store, "--format", "json").out)
    assert (*match, "confirmed", "broken", promise.words) == tuple(
        one[name] for name in ("commitment", "deed", "verdict", "way", "commitment_words")
    )
    shown, lines = (facta("corrections", "--store", store, *form) for form in ((), ("--format", "jsonl")))
    assert [] == [part for part in ("broken", "delivered", match[1]) if part not in " ".join(shown.out.split())]
    assert ("", "", "") == (shown.err, lines.out, lines.err)
    (row,) = csv.DictReader(facta("corrections", "--store", store, "--format", "csv").out.splitlines())
    told = ("match", "confirmed", "broken", *match, promise.words, sale.words)
    assert told == tuple(row[name] for name in ("kind", "verdict", "way", "id", "deed", "commitment", "deed_words"))


def test_without_any_it_says_where_they_are_made(facta, store):
    """On stderr; stdout stays empty."""
    done = facta("corrections", "--store", store, "--format", "jsonl")
    assert (0, "") == (done.code, done.out)
    assert "facta serve" in done.err
    sheet = facta("corrections", "--store", store, "--format", "csv")
    assert (["said", "kind"], 1) == (next(csv.reader([sheet.out]))[:2], len(sheet.out.splitlines()))
