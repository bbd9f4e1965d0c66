"""The benchmark of the explorer asks for every view, on a store that has something for each."""

import pytest

from benchmarks import explorer
from benchmarks.synthetic_explorer import fill
from facta.store import open_store

pytestmark = pytest.mark.once  # what is timed is tested elsewhere, under every Python


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small store of the benchmark's own."""
    path = tmp_path_factory.mktemp("explorer") / "made.duckdb"
    fill(path, 600)
    return path


def test_a_made_store_has_all_that_the_explorer_shows(made):
    """Folded, with quotations, actors and readers."""
    with open_store(made, read_only=True) as store:
        held, reading = store.summary(), next(store.readings())
    assert all((held.pages, held.events, held.quotes, held.actors, held.comments))
    assert all(reading.page.text[m.start : m.end] == m.text for actor in reading.actors for m in actor.mentions)


def test_every_view_is_asked_for_and_told(made, tmp_path, capsys):
    """A row each; the exit code says whether all keep the goal."""
    code = explorer.main(["--store", str(made), "--cache", str(tmp_path), "--number", "2", "--rounds", "1", "--pause", "0"])
    told = capsys.readouterr().out
    with open_store(made, read_only=True) as store:
        names = explorer.views(explorer.Sample.of(store, 2))
    assert [] == [name for name in names if f"| {name} |" not in told]
    assert code == ("misses" in told)
