"""A sign of life on stderr for work that takes long."""

import itertools
import sys

import pytest

from facta.cli import progress


@pytest.fixture
def clock(monkeypatch):
    """Every look at the clock is ten seconds later."""
    now = itertools.count(0, 10)
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(now)))


def test_short_work_is_silent(capsys):
    """On a terminal and off it."""
    assert [1, 2, 3] == list(progress.counted(iter([1, 2, 3]), "pages"))
    assert "" == capsys.readouterr().err


def test_a_file_gets_a_line_now_and_then(capsys, clock):
    """With how many and how fast."""
    assert 10 == len(list(progress.counted(range(10), "pages")))
    lines = capsys.readouterr().err.splitlines()
    assert 1 <= len(lines) < 10
    assert all(line.startswith("facta: ") and line.endswith(" a second") for line in lines)


def test_a_terminal_gets_a_bar_that_goes_away(monkeypatch, capsys, clock):
    """Also when somebody stops in the middle."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    items = progress.counted(range(10), "pages")
    assert [0, 1, 2] == [next(items) for _ in range(3)]
    items.close()
    assert list(range(5)) == list(progress.counted(range(5), "pages"))


def test_nothing_to_do_is_no_error(capsys, clock):
    """Nor is it said."""
    assert [] == list(progress.counted([], "pages"))
    assert "" == capsys.readouterr().err


def test_an_error_of_the_work_goes_on(clock):
    """What came before it has passed."""

    def work():
        yield 1
        raise ValueError("broken")

    items = progress.counted(work(), "pages")
    assert 1 == next(items)
    with pytest.raises(ValueError, match="broken"):
        next(items)
