"""Opens a store for questions about stories, folding first what has come since it was last folded."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from facta.values.counts import counted

if TYPE_CHECKING:
    from facta.store import Store


@contextmanager
def folded(path: str, *, renewed: bool = False) -> Iterator["Store"]:
    """The store at a path, read only, its stories up to date; where it cannot be written, as last folded, which is said.

    Stories that other rules made stand as they are, which is said, until something has to be folded; renewed: fold them again.
    """
    from facta.errors import StoreError
    from facta.store import open_store

    waiting, old = _state(path)
    if waiting or (old and renewed):
        try:
            with open_store(path, create=False) as store:
                fold(store)
            old = False
        except StoreError as error:
            left = f"{counted(waiting, 'page')} not folded into stories yet and left out: " if waiting else ""
            click.echo(f"facta: {left}{error}", err=True)
    with open_store(path, read_only=True) as store:
        if old:
            click.echo(f"facta: {_of_other_rules(store)}", err=True)
        yield store


def _of_other_rules(store: "Store") -> str:
    other = f"the stories of {store.path} were folded by the rules of another version of facta, and are shown as they are."
    return other if store.path.is_dir() else f"{other} Fold them again with: facta stories --refold --store {store.path}"


def _state(path: str) -> tuple[int, bool]:
    """How many pages wait to be folded, and whether other rules made the stories.

    A store of an older version, which only writing brings up to date, is so first.
    """
    from facta.errors import OldStoreError
    from facta.store import open_store
    from facta.stories import outdated, pending

    try:
        with open_store(path, read_only=True) as store:
            return pending(store), outdated(store)
    except OldStoreError:
        with open_store(path, create=False) as store:
            return pending(store), outdated(store)


def fold(store: "Store", *, again: bool = False) -> None:
    """Fold what is pending, saying so where it takes a while; all pages where the rules have changed, or `again` is said."""
    from facta.stories import outdated, pending, update

    old = outdated(store)
    waiting = store.summary().pages if old or again else pending(store)
    if old:
        click.echo(f"facta: the rules of folding have changed: all of {store.path} is folded again.", err=True)
    if waiting or old or again:
        update(store, lambda done: _tell(done, waiting), again=again)


def _tell(done: int, waiting: int) -> None:
    """Say how far it is; nothing of pages that are only taken out of stories."""
    if done:
        click.echo(f"facta: folded {done:,} of {waiting:,} pages into stories.", err=True)
