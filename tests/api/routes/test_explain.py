"""What stands behind an id over HTTP."""

import json

import msgspec
import pytest

from facta.store import EventQuery, StoryQuery, ThreadQuery, open_store
from facta.stories import explained


@pytest.fixture
def ids(demo_store):
    """An event, a story, a comment and a page of the store, by what its answers call them."""
    with open_store(demo_store, read_only=True) as store:
        event = next(iter(store.rows(EventQuery(actor="CHN"))))
        story = next(iter(store.rows(StoryQuery(actor="CHN"))))
        comment = next(iter(store.rows(ThreadQuery())))
    return [event["id"], event["id"][:9], story["id"], f"{comment['page']['key']}/{comment['id']}", comment["page"]["url"]]


def test_an_explanation_is_the_record_of_the_command_line(client, demo_store, ids):
    """Of every id that an answer has."""
    for one in ids:
        with open_store(demo_store, read_only=True) as store:
            expected = json.loads(msgspec.json.encode(explained(store, one)))
        answer = client.get("/api/explain", params={"id": one})
        assert (200, expected) == (answer.status_code, answer.json())


@pytest.mark.parametrize(("id_", "status"), [("e9999999", 404), ("s9999999", 404), ("x", 400), ("", 400)])
def test_an_id_that_nothing_has_is_refused(client, id_, status):
    """With a line that names it."""
    answer = client.get("/api/explain", params={"id": id_})
    assert (status, True) == (answer.status_code, repr(id_) in answer.json()["message"])
