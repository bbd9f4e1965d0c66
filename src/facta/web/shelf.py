"""Open stores for requests: many may read at a time, one may write, and nobody outside is locked out for long.

To open a store takes longer than most questions to it, so one that was read stays open for a moment after the last request.
While it is open no other process can write to the file, so what is read is never stale.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar, cast

import msgspec

from facta.errors import StoreError
from facta.store import Store, open_store

LINGER = 2.0
"""Seconds that a store stays open after the last reader."""
PATIENCE = 10.0
"""Seconds that a writer waits for readers, and readers for a writer."""
REMEMBERED = 512
"""Answers kept at most until the store changes."""
ROOM = 64_000_000
"""Bytes they may take in all, as MessagePack; a visitor may ask for any horizon of any time."""

P = ParamSpec("P")
R = TypeVar("R")


class _Answer(NamedTuple):
    found: Any
    stamp: tuple[int, int]
    """Of the file it was found in."""
    size: int
    """Bytes, with what was asked."""


class Shelf:
    """Hands out one store file; safe for several threads, each of which gets a Store of its own."""

    def __init__(self, path: str | Path, *, linger: float = LINGER) -> None:
        self.path = Path(path).expanduser()
        self._linger = linger
        self._state = threading.Condition()
        self._idle: list[Store] = []
        self._readers = 0
        self._writing = False
        self._used = 0.0
        self._sweeper: threading.Timer | None = None
        self._closed = False
        self._answers: OrderedDict[object, _Answer] = OrderedDict()
        self._room = ROOM

    def answer(self, ask: Callable[Concatenate[Store, P], R], *args: P.args, **named: P.kwargs) -> R:
        """What `ask(store, ...)` returns, remembered until the file changes or others need the room.

        Arguments must be hashable, and nobody may change the answer.

        >>> shelf.answer(relations, "CHN", "RUS", by="year")  # doctest: +SKIP
        """
        key, stamp = (ask, args, tuple(sorted(named.items()))), self.stamp()
        with self._state:
            held = self._answers.get(key)
            if held and held.stamp == stamp:
                self._answers.move_to_end(key)
                return cast(R, held.found)
        with self.reading() as store:
            found = ask(store, *args, **named)
        self._remember(key, _Answer(found, stamp, len(msgspec.msgpack.encode((args, named, found), enc_hook=repr))))
        return found

    def _remember(self, key: object, answer: _Answer) -> None:
        """Keep an answer, unless the file has changed since it was asked; those of an older file go, then the longest unasked."""
        now = self.stamp()
        with self._state:
            for old in [one for one, held in self._answers.items() if held.stamp != now or one == key]:
                self._forget(old)
            if answer.stamp == now and answer.size <= ROOM:
                self._answers[key] = answer
                self._room -= answer.size
            while len(self._answers) > REMEMBERED or self._room < 0:
                self._forget(next(iter(self._answers)))

    def _forget(self, key: object) -> None:
        self._room += self._answers.pop(key).size

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """A store open for reading; StoreError when the file is missing, not ours, or being written by another process."""
        with self._state:
            self._wait(lambda: not self._writing)
            self._readers += 1
            store = self._idle.pop() if self._idle else None
        fit = False
        try:
            store = store or open_store(self.path, read_only=True)
            yield store
            fit = True
        except StoreError:
            raise  # the file is gone or damaged: do not keep it
        except Exception:
            fit = True  # a mistake in the question says nothing against the store
            raise
        finally:
            self._give_back(store, fit)

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The store open for writing, alone; StoreError when another process holds it, or readers do not end in time."""
        with self._state:
            self._wait(lambda: not self._writing)
            self._writing = True
        try:
            with self._state:
                self._wait(lambda: not self._readers)
                self._close_idle()
            with open_store(self.path, create=False) as store:
                yield store
        finally:
            with self._state:
                self._writing = False
                self._state.notify_all()

    @property
    def busy(self) -> bool:
        """Whether more than one reads: others than the one who asks."""
        return self._readers > 1

    @property
    def wanted(self) -> bool:
        """Whether somebody writes, or waits to."""
        return self._writing

    def stamp(self) -> tuple[int, int]:
        """What changes when the file does: time of the last change in nanoseconds, and size; zeros where there is no file."""
        try:
            told = self.path.stat()
        except OSError:
            return 0, 0
        return told.st_mtime_ns, told.st_size

    def close(self) -> None:
        """Let go of the file, also when who still reads is done."""
        with self._state:
            self._closed = True
            if self._sweeper:
                self._sweeper.cancel()
                self._sweeper = None
            self._close_idle()

    def _wait(self, ready: Callable[[], bool]) -> None:
        if not self._state.wait_for(ready, PATIENCE):
            raise StoreError(f"{self.path} is busy with another request. Try again in a moment.")

    def _give_back(self, store: Store | None, fit: bool) -> None:
        with self._state:
            self._readers -= 1
            self._used = monotonic()
            if store and fit and not self._closed:
                self._idle.append(store)
                self._schedule(self._linger)
            elif store:
                store.close()
            self._state.notify_all()

    def _schedule(self, seconds: float) -> None:
        if self._sweeper is None:
            self._sweeper = threading.Timer(seconds, self._sweep)
            self._sweeper.daemon = True
            self._sweeper.start()

    def _sweep(self) -> None:
        with self._state:
            self._sweeper = None
            rest = self._used + self._linger - monotonic()
            if rest > 0:
                self._schedule(rest)
            else:
                self._close_idle()

    def _close_idle(self) -> None:
        with ExitStack() as all_of_them:
            while self._idle:
                all_of_them.callback(self._idle.pop().close)
