"""`facta demo`, run once for all tests that look at what it makes or says."""

import os
import subprocess
import sys
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest


def coded(folders: pytest.TempPathFactory) -> Path:
    """The demo store, folded; nobody writes to it. All processes of a run share it. What the command said lies beside it as
    `demo.txt`.
    """
    folder = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    path = folder / "demo.duckdb"
    with (folder / "demo.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not path.exists():
            unfinished = folder / "unfinished.duckdb"
            unfinished.unlink(missing_ok=True)
            path.with_suffix(".txt").write_text(_code(unfinished), "utf-8")
            unfinished.rename(path)
    return path


def _code(path: Path) -> str:
    """Makes the store; what is said."""
    command = [sys.executable, "-m", "facta", "demo", "--no-open", "--store", path]
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}  # which a test runner may have set
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert 0 == done.returncode, done.stderr
    return done.stdout
