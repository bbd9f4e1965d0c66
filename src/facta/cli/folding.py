"""Opens a store for questions about stories, folding first what has come since it was last folded."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from facta.values.counts import counted

if TYPE_CHECKING:
    from facta.store import Store


@contextmanager
def folded(path: str) -> Iterator["Store"]:
    """The store at a path, read only, its stories up to date; where it cannot be written, as last folded, which is said."""
    from facta.errors import StoreError
    from facta.store import open_store

    waiting = _waiting(path)
    if waiting:
        try:
            with open_store(path, create=False) as store:
                fold(store)
        except StoreError as error:
            click.echo(f"facta: {counted(waiting, 'page')} not folded into stories yet and left out: {error}", err=True)
    with open_store(path, read_only=True) as store:
        yield store


def _waiting(path: str) -> int:
    """How many pages wait to be folded; a store of an older version, which only writing brings up to date, is so first."""
    from facta.errors import OldStoreError
    from facta.store import open_store
    from facta.stories import pending

    try:
        with open_store(path, read_only=True) as store:
            return pending(store)
    except OldStoreError:
        with open_store(path, create=False) as store:
            return pending(store)


def fold(store: "Store") -> None:
    """Fold what is pending, saying so where it takes a while."""
    from facta.stories import pending, update

    waiting = pending(store)
    if waiting:
        update(store, lambda done: _tell(done, waiting))


def _tell(done: int, waiting: int) -> None:
    """Say how far it is; nothing of pages that are only taken out of stories."""
    if done:
        click.echo(f"facta: folded {done:,} of {waiting:,} pages into stories.", err=True)
