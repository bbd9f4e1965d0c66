"""A store as a folder of Parquet files, whole or not at all."""

import pyarrow.parquet as pq
import pytest

from facta.errors import UsageError
from facta.store.folder import write_folder
from facta.store.schema import ORDER


def test_every_table_is_a_file(store, visit, tmp_path):
    """In a folder that others may read; an empty one that is there already will do."""
    (tmp_path / "there").mkdir()
    store.put(visit, "d")
    for folder in (tmp_path / "new" / "store", tmp_path / "there"):
        with store.changing() as con:
            assert folder == write_folder(con, folder)
        assert {f"{table}.parquet" for table in ORDER} == {path.name for path in folder.iterdir()}
        assert 0o755 == folder.stat().st_mode & 0o777
        assert pq.read_table(folder / "pages.parquet").num_rows > 0


def test_what_is_there_is_left_as_it_was(store, visit, tmp_path):
    """A folder with a file in it, a file of the name."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    store.put(visit, "d")
    with store.changing() as con:
        for name in ("full", "file"):
            with pytest.raises(UsageError, match="was left as it is"):
                write_folder(con, tmp_path / name)
    assert ["mine.txt"] == [path.name for path in (tmp_path / "full").iterdir()]


def test_what_fails_leaves_nothing(store, visit, tmp_path, monkeypatch):
    """No half of a folder, no draft."""
    monkeypatch.setitem(ORDER, "no_such_table", "1")
    store.put(visit, "d")
    with store.changing() as con, pytest.raises(Exception, match="no_such_table"):
        write_folder(con, tmp_path / "store")
    assert [] == [path.name for path in tmp_path.iterdir() if not path.name.startswith("news.duckdb")]
