"""A store as a folder of Parquet files: as readable as the file it came from, never written."""

from shutil import copytree

import duckdb
import pytest

from facta.errors import StoreError, UsageError
from facta.store import open_store


@pytest.fixture
def folder(written, tmp_path):
    """A copy of the folder that a test may damage."""
    return copytree(written["parquet"], tmp_path / "copy")


def test_a_folder_is_read_only(folder, visit):
    """Even when it is not asked to be; the error says that it is a folder, since nobody opened it for reading."""
    with open_store(folder) as store, pytest.raises(StoreError, match="is a folder of Parquet files, which can only be asked"):
        store.put(visit, "d")


def test_a_folder_can_be_written_again(folder, tmp_path, visit, another):
    """The copy of the copy is the same store."""
    with open_store(folder) as store:
        store.to_parquet(tmp_path / "it's again")
    with open_store(tmp_path / "it's again") as store:
        assert [visit, another] == list(store.readings())


def test_an_incomplete_folder_names_what_is_missing(folder):
    """With how one is written."""
    (folder / "events.parquet").unlink()
    with pytest.raises(StoreError, match=r"events\.parquet is missing\. One is written in Python: open_store"):
        open_store(folder)


def test_a_damaged_file_is_refused(folder):
    """As damage, in one line."""
    (folder / "facta_store.parquet").write_bytes(b"PAR1 not quite")
    with pytest.raises(StoreError, match=r"is damaged \(.*No magic bytes.*\)\. Take it from a copy"):
        open_store(folder)


def test_a_folder_of_a_newer_facta_is_refused(folder):
    """As a file of a newer facta is."""
    file = folder / "facta_store.parquet"
    duckdb.execute("COPY (SELECT 99 AS version, '' AS name, '' AS facta, now()::TIMESTAMP AS applied) TO ?", [str(file)])
    with pytest.raises(StoreError, match="newer facta"):
        open_store(folder)


def test_a_folder_of_an_older_facta_says_how_to_get_a_new_one(folder):
    """Whatever table it lacks; nothing writes to a folder."""
    file = folder / "facta_store.parquet"
    duckdb.execute("COPY (SELECT 1 AS version, '' AS name, '' AS facta, now()::TIMESTAMP AS applied) TO ?", [str(file)])
    (folder / "events.parquet").unlink()
    with pytest.raises(StoreError, match=r"older facta .*never changed\. Write a new one .*to_parquet"):
        open_store(folder)


def test_a_folder_with_content_is_not_written_over(filled, tmp_path):
    """Whatever is in it stays."""
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="exists already and was left as it is"):
        filled.to_parquet(tmp_path)
    assert ["notes.txt"] == [file.name for file in tmp_path.iterdir()]
