"""Where the labelled data lie, and their scorers as modules, so that a report counts as the floors do."""

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
"""Where the labelled data and the scorers lie: beside the project."""
DATA = SHARED / "data"

SENTENCES, ARTICLES = DATA / "events" / "dev_sentences.jsonl", DATA / "events" / "dev_docs.jsonl"
POLNEAR = DATA / "quotes" / "polnear_dev.jsonl"


@cache
def load(name: str) -> ModuleType:
    """One of the shared scorers, e.g. `score_events`; FileNotFoundError where it is not beside the project."""
    path = SHARED / "score" / f"{name}.py"
    if not path.exists():
        raise FileNotFoundError(
            f"{path.name} is not on this machine: it belongs to the labelled data, which lie beside the project"
        )
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
