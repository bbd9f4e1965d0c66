"""The local engine keeps order and survives pages that kill their process."""

import os
import signal
import subprocess
import sys
from functools import partial
from importlib import import_module

import pytest

from facta.engine import local
from facta.read.raw import Failure, Raw

WORKER = """
import os
from facta.read.raw import Failure
from facta.records import Page, Reading

def make(log):
    with open(log, "a") as file:
        file.write("made\\n")
    return code

def code(raw):
    if raw.data == "die":
        os._exit(9)
    if raw.data == "bad":
        return Failure(source=raw.source, message="bad")
    return Reading(page=Page(id=raw.data, key=raw.data, source=raw.source, text=raw.data))
"""


@pytest.fixture
def make(tmp_path, monkeypatch):
    (tmp_path / "a_worker_for_tests.py").write_text(WORKER)
    monkeypatch.syspath_prepend(tmp_path)
    return partial(import_module("a_worker_for_tests").make, str(tmp_path / "log"))


def inputs(*texts):
    return [(str(n), Raw(source=str(n), key_source=str(n), form="text", data=t)) for n, t in enumerate(texts)]


def told(results):
    return [(digest, r.message if isinstance(r, Failure) else r.page.id) for digest, r in results]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_inputs(make, workers):
    """Whatever the number of processes, and failures among them."""
    texts = [f"text {n}" for n in range(20)] + ["bad"]
    assert [(str(n), t) for n, t in enumerate(texts)] == told(local.code(inputs(*texts), make, workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_input_that_was_never_opened_passes_through(make, workers):
    """A Failure of the source is handed on in its place."""
    failure = Failure(source="x", message="missing")
    mixed = [*inputs("a"), (None, failure)]
    assert [("0", "a"), (None, "missing")] == told(local.code(mixed, make, workers))


def test_a_page_that_kills_its_process_is_named_and_the_rest_goes_on(make):
    """One hostile page costs itself and nothing else."""
    results = told(local.code(inputs("a", "die", "b", "c"), make, 2))
    assert ["a", "b", "c"] == [what for _, what in results if len(what) == 1]
    assert "ended the process" in results[1][1]


def test_the_models_are_loaded_once_in_this_process(make, tmp_path):
    """With one worker nothing is loaded before it is needed, and then once."""
    list(local.code([], make, 1))
    assert not (tmp_path / "log").exists()
    list(local.code(inputs("a", "b"), make, 1))
    assert "made\n" == (tmp_path / "log").read_text()


KILLED = """
import os, signal, time
from a_worker_for_tests import make
from functools import partial
from facta.engine import local
from facta.read.raw import Raw

if __name__ == "__main__":
    page = Raw(source="a", key_source="a", form="text", data="a")
    pages = ((str(n), page) for n in range(1000))
    results = local.code(pages, partial(make, "log"), 2)
    next(results)
    time.sleep(2)  # until they wait for more
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed otherwise here")
def test_workers_end_with_a_run_that_is_killed(tmp_path):
    """They hold its stderr open as long as they live, and hundreds of megabytes each."""
    (tmp_path / "a_worker_for_tests.py").write_text(WORKER)
    (tmp_path / "killed.py").write_text(KILLED)
    path = os.pathsep.join([str(tmp_path), *sys.path])
    ended = subprocess.run(
        [sys.executable, "killed.py"],
        check=False,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": path},
        stderr=subprocess.PIPE,
        timeout=120,
    )
    assert -signal.SIGKILL == ended.returncode


def test_inputs_are_taken_as_results_are_asked_for(make):
    """The engine never runs far ahead of its reader, so memory stays flat."""
    taken = []

    def endless():
        for n in range(10_000):
            taken.append(n)
            yield inputs(f"{n}")[0]

    results = local.code(endless(), make, 2)
    next(results)
    results.close()
    assert len(taken) <= 2 * local.IN_FLIGHT + 1
