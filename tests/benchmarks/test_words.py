"""The benchmark measures what it says it does; how quick anything is, no test asks."""

import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.lines import Worker, WorkerError, parts, peak
from benchmarks.words import Run, main, profile

PAGES = str(Path(__file__).parent.parent.parent / "examples" / "pages" / "reports.jsonl")


def test_parts_hold_every_item_once():
    """Each part has items from all along, so that none has all the long articles."""
    assert [[0, 3, 6], [1, 4], [2, 5]] == [list(part) for part in parts(range(7), 3)]


def test_a_rate_is_the_median_of_the_parts():
    """One slow part, say when another process starts, changes little."""
    run = Run("a tool")
    for seconds in (1.0, 0.5, 10.0):
        run.add(1000, {"cpu": seconds, "peak": 2**20, "steps": {"read": seconds / 2}})
    assert 1000 == run.rate
    assert "1,000 words per CPU second" in run.line()
    assert {"read": 5.75} == run.steps


def test_a_profile_begins_with_the_slowest_step():
    """Shares are of the time of all steps."""
    lines = profile(Run("a tool", steps={"find": 1.0, "read": 3.0})).splitlines()
    assert [["75%", "3.00", "s", "read"], ["25%", "1.00", "s", "find"]] == [line.split() for line in lines]


def test_a_process_knows_its_most_memory():
    """Bytes: no Python lives in less than a megabyte."""
    assert peak() > 2**20


def test_our_own_pipeline_is_timed_step_by_step(capsys):
    """From the pages of a file to a rate, with every step of the pipeline in the profile."""
    assert 0 == main(["--alone", "--profile", "--rounds", "1", PAGES])
    shown = capsys.readouterr().out
    assert "words per CPU second" in shown
    assert [] == [step for step in ("language", "quotes", "events", "resolve") if step not in shown]


@pytest.mark.skipif(find_spec("spacy") is not None, reason="spaCy is installed here")
def test_a_missing_peer_is_said_with_what_to_install(capsys):
    """One line, exit code 1."""
    assert 1 == main(["--peer", sys.executable, PAGES])
    said = capsys.readouterr()
    assert "spacy is not installed; do: python3 -m venv .venv-bench" in said.err
    assert "" == said.out


def test_a_worker_that_ends_is_said_by_name():
    """A crash is no figure."""
    with (
        closing(Worker(sys.executable, "benchmarks.none")) as worker,
        pytest.raises(WorkerError, match=r"benchmarks\.none ended with exit code 1"),
    ):
        worker.ask([])
