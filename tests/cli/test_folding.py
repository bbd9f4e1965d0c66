"""A store is opened for questions about stories."""

from pathlib import Path
from shutil import copy

import pytest

from facta.cli.folding import fold, folded
from facta.errors import StoreError
from facta.store import open_store
from facta.stories import outdated, pending
from tests.stories.story_makers import act, mark_of_old_rules, put, report, stories

PACT = act("AGREE", "CHN", "RUS", "China and Russia signed a pact.", date="2018-04-03")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store of one folded page."""
    where = tmp_path_factory.mktemp("made") / "news.duckdb"
    with open_store(where) as store:
        put(store, report("a", PACT))
    return where


@pytest.fixture
def path(made, tmp_path):
    """A copy of it."""
    return Path(copy(made, tmp_path))


def add(path):
    """One page that is not folded yet."""
    with open_store(path) as store:
        store.put(report("b", act("AID", "USA", "JPN", date="2018-05-01")), "digest")


def test_what_has_come_is_folded_first_and_said(path, capsys):
    """Once; then there is nothing to say."""
    add(path)
    for _ in range(2):
        with folded(str(path)) as store:
            assert (0, 2) == (pending(store), len(stories(store)))
    assert ["facta: folded 1 of 1 pages into stories."] == capsys.readouterr().err.splitlines()


def test_the_store_is_open_for_reading_alone(path):
    """A question changes nothing."""
    with folded(str(path)) as store, pytest.raises(StoreError):
        store.put(report("c", PACT), "digest")


def test_where_nothing_can_be_written_what_is_left_out_is_said(path, capsys, monkeypatch):
    """With the reason; the answer is as it was folded last."""
    add(path)
    from facta import store as room

    whole = room.open_store

    def opened(where, **how):
        if not how.get("read_only"):
            raise StoreError("Somebody else writes to it.")
        return whole(where, **how)

    monkeypatch.setattr(room, "open_store", opened)
    with folded(str(path)) as store:
        assert 1 == len(stories(store))
    assert "facta: 1 page not folded into stories yet and left out: Somebody else writes to it.\n" == capsys.readouterr().err


@pytest.mark.parametrize("renewed", [False, True])
def test_stories_of_other_rules_stand_until_they_are_to_be_renewed(path, capsys, renewed):
    """And it is said how to."""
    with open_store(path) as store:
        mark_of_old_rules(store)
    with folded(str(path), renewed=renewed) as store:
        assert renewed != outdated(store)
    said = capsys.readouterr().err
    assert ("all of" in said, "--refold" in said) == (renewed, not renewed)


def test_folding_again_says_how_far_it_is(path, capsys):
    """Though nothing has come."""
    with open_store(path) as store:
        fold(store)
        assert "" == capsys.readouterr().err
        fold(store, again=True)
    assert "folded 1 of 1 pages" in capsys.readouterr().err


def test_a_store_that_is_not_there_is_not_made(tmp_path):
    """A question makes no file."""
    with pytest.raises(StoreError), folded(str(tmp_path / "no.duckdb")):
        pass
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_other_rules_folded_is_not_told_to_be_folded_again(path, tmp_path, capsys):
    """Nothing could write to it."""
    with open_store(path) as store:
        fold(store)
        mark_of_old_rules(store)
        folder = store.to_parquet(tmp_path / "copy")
    with folded(str(folder)) as store:
        assert outdated(store)
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.endswith("of another version of facta, and are shown as they are.")
