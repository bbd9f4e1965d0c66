"""The demo corpus, coded once for all tests that look at it."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from facta.pipeline import outcomes
from facta.read.raw import Failure
from facta.store import open_store
from facta.stories import update

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def coded() -> Path:
    """A store of the demo corpus and the sample pages, folded; nobody writes to it."""
    folder = Path(mkdtemp(prefix="facta-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with open_store(folder / "demo.duckdb") as store:
        found = outcomes([str(EXAMPLES / "pages"), str(EXAMPLES / "demo")])
        store.put_many((o.result, o.digest) for o in found if not isinstance(o.result, Failure))
        update(store)
    return folder / "demo.duckdb"
