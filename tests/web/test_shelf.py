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


def words(store, letter, times):
    """An answer of so many letters."""
    ASKED.append(letter)
    return letter * times


ASKED = []


@pytest.fixture
def asked(monkeypatch):
    """The letters that the store was asked for, where all answers together may have 1,000."""
    monkeypatch.setattr("facta.web.shelf.ROOM", 1000)
    ASKED.clear()
    return ASKED


def test_answers_remembered_take_no_more_room_than_there_is(path, asked):
    """What was not asked for the longest goes first, however few answers there are."""
    shelf = Shelf(path)
    for letter in "ababcbca":
        shelf.answer(words, letter, 400)
    assert [*"abca"] == asked


def test_an_answer_larger_than_the_room_is_not_remembered(path, asked):
    """And drives out no other."""
    shelf = Shelf(path)
    for letter, times in (("a", 400), ("b", 1100), ("b", 1100), ("a", 400)):
        assert letter * times == shelf.answer(words, letter, times)
    assert [*"abb"] == asked


def test_answers_of_an_older_file_are_let_go(path, asked):
    """None of them could be given any more."""
    shelf = Shelf(path)
    shelf.answer(words, "a", 400)
    with shelf.writing() as store, store.changing() as con:
        con.execute("CREATE TABLE more AS SELECT range FROM range(100000)")
    for letter in "bcbc":
        shelf.answer(words, letter, 400)
    assert [*"abc"] == asked
    assert 2 == len(shelf._answers)


def test_an_answer_that_the_file_outran_is_not_remembered(path, asked):
    """It was found in the file before, or after; nobody knows."""
    shelf = Shelf(path)

    def slow(store):
        ASKED.append("slow")
        path.touch()
        return "found"

    assert ["found", "found"] == [shelf.answer(slow), shelf.answer(slow)]
    assert ["slow", "slow"] == asked


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


def test_who_still_reads_when_the_shelf_closes_leaves_nothing_open(path):
    """No file, and no thread that waits to close it: the process is about to end."""
    shelf = Shelf(path)
    with shelf.reading():
        shelf.close()
    timers = [one for one in threading.enumerate() if isinstance(one, threading.Timer)]
    assert [] == [one for one in timers if getattr(one.function, "__self__", None) is shelf], "those of other shelves may run"
    with open_store(path) as store:
        assert store
