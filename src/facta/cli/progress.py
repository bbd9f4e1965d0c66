"""A bar on stderr for work that takes longer than two seconds, and silence otherwise."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

PATIENCE = 2.0
"""Seconds of work before a bar appears."""
PLAIN_EVERY = 30.0
"""Seconds between two lines where stderr is a file and a bar would only fill it."""


def counted(items: Iterable[Item], what: str) -> Iterator[Item]:
    """The items, while stderr shows how many have passed and how fast."""
    return _bar(items, what) if sys.stderr.isatty() else _lines(items, what)


def _lines(items: Iterable[Item], what: str) -> Iterator[Item]:
    started = said = time.monotonic()
    for count, item in enumerate(items, 1):
        yield item
        if time.monotonic() - said > PLAIN_EVERY:
            said = time.monotonic()
            print(f"facta: {count} {what}, {count / (said - started):.1f} a second", file=sys.stderr, flush=True)


def _bar(items: Iterable[Item], what: str) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.completed} " + what), TextColumn("{task.fields[rate]}"), TimeElapsedColumn()
    started = time.monotonic()
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None, rate="")
    shown = False
    try:
        for count, item in enumerate(items, 1):
            yield item
            spent = time.monotonic() - started
            if not shown and spent > PATIENCE:
                bar.start()
                shown = True
            bar.update(task, completed=count, rate=f"{count / max(spent, 1e-9):.1f}/s")
    finally:
        if shown:
            bar.stop()
