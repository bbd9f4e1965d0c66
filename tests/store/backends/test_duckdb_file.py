"""Everything that can be wrong with a store's file gives one line, and the file is left as it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import duckdb
import pytest

from facta.errors import StoreError
from facta.store import open_store


def python(code, *arguments, **options):
    """Another Python process running this code."""
    command = [sys.executable, "-c", dedent(code), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options)


HOLD = """
    import sys
    from facta.store import open_store
    store = open_store(sys.argv[1], read_only=sys.argv[2] == "reading")
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(path):
    """Opens the store in another process until the test ends; gives that process."""
    running = []

    def hold(how):
        process = python(HOLD, path, how)
        running.append(process)
        assert "open" == process.stdout.readline().strip()
        return process

    yield hold
    for process in running:
        process.communicate()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_that_another_process_writes_names_that_process(path, held, read_only):
    """With its PID, so that a person can find and end it."""
    process = held("writing")
    with pytest.raises(StoreError, match=rf"in use by another process \(PID {process.pid}\)"):
        open_store(path, read_only=read_only)


def test_several_processes_may_read_at_once(path, held, visit):
    """Reading shuts out writing only."""
    with open_store(path) as store:
        store.put(visit, "d")
    held("reading")
    with open_store(path, read_only=True) as store:
        assert [visit] == list(store.readings())
    with pytest.raises(StoreError, match="in use by another process"):
        open_store(path)


def test_a_store_cannot_be_open_both_ways_in_one_process(store):
    """DuckDB allows one mode a process; the line says which Store to close."""
    with pytest.raises(StoreError, match="already open in this process in another mode"):
        open_store(store.path, read_only=True)


CODE = """
    import signal, sys
    signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background of a shell interrupts are ignored
    from facta.records import Comment, Page, Reading
    from facta.store import open_store, store as module
    module.BATCH_PAGES = 20
    def coded():
        for i in range(100_000):
            if i == 100: print("going", flush=True)
            page = Page(id=str(i), key=f"p{i}", source="x", text="words " * 200)
            yield Reading(page=page, thread=tuple(Comment(id=f"c{i}-{n}") for n in range(7))), f"d{i}"
    with open_store(sys.argv[1]) as store:
        store.put_many(coded())
"""


def whole_pages(path):
    """How many pages a store has, each with its seven comments."""
    with open_store(path) as store:
        assert {7} == {len(reading.thread) for reading in store.readings()}
        return store.summary().pages


def test_a_killed_process_leaves_whole_pages(path):
    """Killed in the middle of writing, the store opens and holds only whole batches."""
    process = python(CODE, path)
    assert "going" == process.stdout.readline().strip()
    process.kill()
    process.communicate()
    pages = whole_pages(path)
    assert pages >= 80
    assert 0 == pages % 20


def test_ctrl_c_leaves_whole_pages(path):
    """Interrupted in the middle of writing, the process ends and the store opens."""
    process = python(CODE, path, stderr=subprocess.PIPE)
    assert "going" == process.stdout.readline().strip()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert "KeyboardInterrupt" in err
    assert whole_pages(path) >= 80


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", "is empty and not a store"),
        (b"id,text\n1,hello\n", "is not a DuckDB file and was left as it is"),
        (os.urandom(20_000).replace(b"DUCK", b"GOOS"), "is not a DuckDB file and was left as it is"),
        (bytes(8) + b"DUCK" + bytes(20_000), "is damaged"),
    ],
)
def test_a_file_that_is_no_store_is_left_as_it_is(path, content, line, read_only):
    """Nobody's file is overwritten."""
    path.write_bytes(content)
    with pytest.raises(StoreError, match=line):
        open_store(path, read_only=read_only)
    assert content == path.read_bytes()


def test_another_programs_database_is_left_as_it_is(path):
    """A DuckDB file with other tables gets none of ours."""
    con = duckdb.connect(str(path))
    con.execute("CREATE TABLE mine (i INTEGER)")
    con.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="database of another program and was left as it is"):
        open_store(path)
    assert before == path.read_bytes()


def test_a_cut_off_store_is_called_damaged(path, visit):
    """With what to do."""
    with open_store(path) as store:
        store.put(visit, "d")
    path.write_bytes(path.read_bytes()[:13_000])
    with pytest.raises(StoreError, match=r"is damaged \(.*\)\. Take it from a copy, or code the sources again"):
        open_store(path)


def test_damage_inside_is_found_when_it_is_read(path, visit):
    """A store whose blocks were overwritten opens or not, but never answers wrongly."""
    with open_store(path) as store:
        store.put(visit, "d")
    content = bytearray(path.read_bytes())
    content[12_288 + 8 :] = b"\xa5" * len(content[12_288 + 8 :])
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged"), open_store(path, read_only=True) as store:
        list(store.readings())


@pytest.mark.parametrize("how", [{"read_only": True}, {"create": False}])
def test_a_missing_store_says_how_to_make_one(path, how):
    """And none is made."""
    with pytest.raises(StoreError, match=f"There is no store at {path}. Make one with: facta code"):
        open_store(path, **how)
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path):
    """It is not made, since it may be misspelt."""
    with pytest.raises(StoreError, match=r"The folder of .* does not exist"):
        open_store(tmp_path / "nowhere" / "news.duckdb")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path):
    """With what to do."""
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="permission denied"):
        open_store(tmp_path / "news.duckdb")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device here")
def test_a_device_cannot_hold_a_store():
    """It is no file."""
    with pytest.raises(StoreError, match="is not a file and cannot hold a store"):
        open_store("/dev/null")


def test_other_clients_of_duckdb_can_open_a_store(path):
    """The file has the format of DuckDB 1.2, not the newest."""
    with open_store(path) as store:
        (row,) = store.sql("SELECT tags['storage_version'] AS version FROM duckdb_databases() WHERE path = ?", [str(path)])
    assert row["version"].startswith("v1.2")
