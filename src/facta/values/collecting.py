"""Let the collector of garbage rest while very many small objects are made that form no cycles: tables, stories, ledgers."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection of garbage inside, which would look through all objects again and again: a sixth to a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
