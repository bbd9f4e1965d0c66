"""`facta journeys`."""

import json

import pytest

from facta.store import open_store
from tests.store.test_journeys import talks, told, visit


@pytest.fixture(scope="module")
def travelled(tmp_path_factory):
    """A visit that is over, one to come, and talks in a third state; not folded yet."""
    path = tmp_path_factory.mktemp("travelled") / "news.duckdb"
    with open_store(path) as store:
        readings = (
            told("a", visit()),
            told("b", talks("2018-05-04"), host="CHE", place="Geneva"),
            told("c", visit("JPN", "2018-06-01", status="planned")),
        )
        store.put_many((one, one.page.key) for one in readings)
    return path


@pytest.mark.parametrize(
    ("options", "hosts"),
    [
        ((), ["POL", "CHE"]),
        (("--traveller", "Norway"), ["POL", "CHE"]),
        (("--traveller", "berg", "--host", "Switzerland"), ["CHE"]),
        (("--host", "EU"), ["POL"]),
        (("--how", "talks", "--how", "said"), ["CHE"]),
        (("--status", "planned", "--status", "actual"), ["POL", "CHE", "JPN"]),
        (("--since", "2018-05", "--until", "2018-05"), ["CHE"]),
    ],
)
def test_stays_are_listed_by_day(facta, travelled, options, hosts):
    """As far as they are asked for."""
    done = facta("journeys", "--store", travelled, "--format", "jsonl", *options)
    assert (0, hosts) == (done.code, [json.loads(line)["host"] for line in done.out.splitlines()])


def test_what_shows_a_stay_is_explained_by_its_id(facta, travelled):
    """The table ends with it."""
    first = facta("journeys", "--store", travelled, "--limit", "1").out.splitlines()[1]
    assert first.startswith("2018-04-03  Ann Berg")
    assert "She visited POL on 2018-04-03." in facta("explain", first.split()[-1], "--store", travelled).out


def test_who_is_misspelt_is_told(facta, travelled):
    """A state that does not exist, as a host and as a traveller."""
    host = facta("journeys", "--store", travelled, "--host", "Polnd")
    assert (2, "") == (host.code, host.out)
    assert "Nearest: Poland" in host.err
    traveller = facta("journeys", "--store", travelled, "--traveller", "Norwa")
    assert (2, "") == (traveller.code, traveller.out)
    assert "Norway (NOR)" in traveller.err


def test_stays_are_counted(facta, travelled):
    """With nothing besides."""
    assert "2\n" == facta("journeys", "--store", travelled, "--count").out
