"""All pairs of states over HTTP."""

import msgspec
import pytest

from facta.relations.overview import world, years
from facta.store import open_store


def test_the_world_is_the_record_of_the_library(client, demo_store):
    """Field by field, and its years."""
    with open_store(demo_store, read_only=True) as store:
        expected = msgspec.json.decode(msgspec.json.encode(world(store, since="2018", state="CHN", sides=5)))
        counted = {str(year): n for year, n in years(store).items()}
    assert expected == client.get("/api/world?since=2018&state=CHN&sides=5").json()
    assert counted == client.get("/api/world/years").json()


@pytest.mark.parametrize("name", ["China", "CHN", "chn"])
def test_a_state_is_asked_for_as_people_write_it(client, name):
    """By code or name."""
    found = client.get(f"/api/world?state={name}").json()
    assert "CHN" == found["state"]
    assert found["does"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [("state=Atlantis", 404), ("sides=0", 400), ("sides=61", 400), ("points=x", 400), ("since=soon", 400)],
)
def test_what_cannot_be_told_is_refused(client, asked, status):
    """With a line that says why."""
    answer = client.get(f"/api/world?{asked}")
    assert (status, True) == (answer.status_code, bool(answer.json()["message"]))
