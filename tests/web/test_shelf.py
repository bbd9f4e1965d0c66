"""Open stores for requests."""

import subprocess
import sys
import threading
from time import sleep

import pytest

from facta.errors import StoreError
from facta.store import open_store
from facta.web.shelf import Shelf

WRITE = "import sys, duckdb; duckdb.connect(sys.argv[1]).execute('SELECT 1'); print('written')"


@pytest.fixture
def path(tmp_path):
    open_store(tmp_path / "s.duckdb").close()
    return tmp_path / "s.duckdb"


def pages(store):
    return next(iter(store.sql("SELECT count(*) AS n FROM pages")))["n"]


def test_an_answer_is_remembered_until_the_file_changes(path):
    """Asked twice, the store is asked once; after a write it is asked again."""
    shelf, asked = Shelf(path), []

    def ask(store, word):
        asked.append(word)
        return pages(store)

    assert [0, 0] == [shelf.answer(ask, "a"), shelf.answer(ask, "a")]
    with shelf.writing() as store, store.changing() as con:
        con.execute("CREATE TABLE more AS SELECT range FROM range(100000)")
    shelf.answer(ask, "a")
    assert ["a", "a"] == asked


def test_many_read_at_a_time(path):
    """Each thread has a Store of its own."""
    shelf = Shelf(path)
    inside = threading.Barrier(4, timeout=20)

    def read():
        with shelf.reading() as store:
            inside.wait()
            held.append((id(store), pages(store)))
            inside.wait()

    held = []
    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 4 == len({one for one, _ in held})


def test_a_writer_waits_for_readers_and_they_for_it(path):
    """Nobody reads while somebody writes."""
    shelf, order = Shelf(path), []

    def write():
        with shelf.writing():
            order.append("written")

    with shelf.reading():
        thread = threading.Thread(target=write)
        thread.start()
        sleep(0.2)
        order.append("read")
    thread.join()
    assert ["read", "written"] == order


def test_another_process_can_write_soon_after_the_last_reader(path):
    """The file is held only for a moment."""
    shelf = Shelf(path, linger=0.2)
    with shelf.reading():
        pass
    sleep(1)
    assert "written\n" == subprocess.run([sys.executable, "-c", WRITE, path], capture_output=True, text=True, check=True).stdout


def test_a_missing_store_is_said_to_be_missing_until_it_is_there(tmp_path):
    """The server need not be started again."""
    shelf = Shelf(tmp_path / "later.duckdb")
    with pytest.raises(StoreError, match="There is no store at"):
        shelf.answer(pages)
    open_store(tmp_path / "later.duckdb").close()
    assert 0 == shelf.answer(pages)


def test_a_wrong_question_does_not_spoil_the_store(path):
    """Its error goes to whoever asked; the next question is answered."""
    shelf = Shelf(path)
    with pytest.raises(ZeroDivisionError):
        shelf.answer(lambda store: 1 // 0)
    assert 0 == shelf.answer(pages)
