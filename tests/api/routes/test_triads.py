"""Three relations over HTTP."""

import json

import msgspec

from facta.relations import triad
from facta.store import open_store


def test_a_triad_is_the_record_of_the_command_line(client, demo_store):
    """Field by field, by codes or names; within a time too."""
    with open_store(demo_store, read_only=True) as store:
        expected = json.loads(msgspec.json.encode(triad(store, "CHN", "RUS", "USA", since="2022")))
    assert expected == client.get("/api/triads/china/RUS/United States?since=2022").json()


def test_errors_are_records(client):
    """A name that nobody goes by has the nearest, a side that is there twice is no third."""
    unknown, twice = client.get("/api/triads/CHN/RUS/Germny"), client.get("/api/triads/CHN/RUS/china")
    assert (404, "DEU") == (unknown.status_code, unknown.json()["near"][0])
    assert (400, True) == (twice.status_code, "three different sides" in twice.json()["message"])
