"""The demo corpus, coded once for all tests that look at it."""

import os
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest

from facta.pipeline import outcomes
from facta.read.raw import Failure
from facta.store import DEMO, open_store
from facta.stories import update

EXAMPLES = Path(__file__).parents[2] / "examples"


def coded(folders: pytest.TempPathFactory) -> Path:
    """A store of the demo corpus and the sample pages, folded; nobody writes to it. All processes of a run share it."""
    folder = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    path = folder / "demo.duckdb"
    with (folder / "demo.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not path.exists():
            _code(folder / "unfinished.duckdb").rename(path)
    return path


def _code(path: Path) -> Path:
    """Makes the store."""
    path.unlink(missing_ok=True)
    with open_store(path) as store:
        found = outcomes([str(EXAMPLES / "pages"), str(EXAMPLES / "demo")])
        store.put_many((o.result, o.digest) for o in found if not isinstance(o.result, Failure))
        store.mark(DEMO)
        update(store)
    return path
