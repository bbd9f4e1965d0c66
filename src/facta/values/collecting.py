"""Let the collector of garbage rest while very many small objects are made that form no cycles: tables, stories, ledgers."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

RARE = (10_000, 20, 50)
"""Objects made more than dropped, and collections of the young and of the middle-aged, before the next kind is looked through."""


def rarely() -> None:
    """Collect less often, for good, in a process of our own: to go through all that is loaded takes a tenth of a second, in the
    midst of an answer or every few pages."""
    gc.set_threshold(*RARE)


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
